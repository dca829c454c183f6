using System.Text.Json.Nodes;
using NotebookKernel.Scripting;

namespace NotebookKernel.Worker;

/// <summary>The result of a cell as the fields of the protocol's last line.</summary>
internal static class Outcome
{
    /// <summary>Status, and for failures the error with its line.</summary>
    public static JsonObject Of(SubmissionResult result, int cell) => result switch
    {
        SubmissionResult.Ran => new JsonObject { [Message.Status] = Message.Ok },
        SubmissionResult.DidNotCompile failure => NotCompiled(failure, cell),
        SubmissionResult.Threw failure => Thrown(failure, cell),
        SubmissionResult.Cancelled cancelled => new JsonObject
        {
            [Message.Status] = Message.Cancelled,
            [Message.ErrorName] = "Interrupted",
            [Message.Abandoned] = cancelled.IsAbandoned,
            [Message.ErrorValue] = cancelled.IsAbandoned
                ? "the cell did not stop when it was interrupted; its code may still run, so start the notebook again"
                : "the cell was interrupted",
        },
        _ => throw new InvalidOperationException($"unknown result {result.GetType().Name}"),
    };

    private static JsonObject NotCompiled(SubmissionResult.DidNotCompile failure, int cell)
    {
        var first = failure.Diagnostics[0];
        var inCell = failure.Diagnostics.FirstOrDefault(d => d.Place == $"cell {cell}");
        return Error(
            "CompilationError",
            $"{first.Id}: {first.Message}",
            failure.Diagnostics.Select(diagnostic => diagnostic.ToString()),
            inCell?.Line ?? 0,
            inCell?.Column ?? 0);
    }

    private static JsonObject Thrown(SubmissionResult.Threw failure, int cell) => Error(
        failure.Exception.GetType().FullName ?? failure.Exception.GetType().Name,
        failure.Exception.Message,
        failure.Trace.Lines,
        ExceptionTrace.LineIn(failure.Exception, cell),
        column: 0);

    private static JsonObject Error(
        string name, string message, IEnumerable<string> traceback, int line, int column) => new()
        {
            [Message.Status] = Message.Error,
            [Message.ErrorName] = name,
            [Message.ErrorValue] = message,
            [Message.Traceback] = new JsonArray([.. traceback.Select(text => (JsonNode)text)]),
            [Message.Line] = line,
            [Message.Column] = column,
        };
}
