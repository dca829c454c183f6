using System.Text.Json.Nodes;
using NotebookKernel.Scripting;

namespace NotebookKernel.Worker;

/// <summary>The result of a cell as the fields of the protocol's last line.</summary>
internal static class Outcome
{
    /// <summary>Status, and for failures the error with its line.</summary>
    public static JsonObject Of(SubmissionResult result, int cell, string code)
    {
        if (CellFailure.Of(result, cell, code) is not { } failure)
            return new JsonObject { [Message.Status] = Message.Ok };
        var outcome = new JsonObject
        {
            [Message.Status] = result is SubmissionResult.Cancelled ? Message.Cancelled : Message.Error,
            [Message.ErrorName] = failure.Name,
            [Message.ErrorValue] = failure.Message,
            [Message.Traceback] = new JsonArray([.. failure.Traceback.Select(line => (JsonNode)line)]),
            [Message.Line] = failure.Line,
            [Message.Column] = failure.Column,
        };
        if (result is SubmissionResult.Cancelled cancelled) outcome[Message.Abandoned] = cancelled.IsAbandoned;
        return outcome;
    }

    /// <summary>What a cell used of others: their numbers and the names.</summary>
    public static JsonArray Uses(IEnumerable<CellUse> uses) =>
    [
        .. uses.Select(use => (JsonNode)new JsonObject
        {
            [Message.Cell] = use.CellNumber,
            [Message.Names] = new JsonArray([.. use.Names.Select(name => (JsonNode)name)]),
        }),
    ];
}
