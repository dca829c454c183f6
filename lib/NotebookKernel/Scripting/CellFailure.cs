namespace NotebookKernel.Scripting;

/// <summary>Why a cell did not run to its end, in the words that every front end shows.</summary>
/// <param name="Name">The kind of failure: an exception's type, <c>CompilationError</c> or <c>Interrupted</c>.</param>
/// <param name="Message">What is wrong, in a line or a few.</param>
/// <param name="Traceback">Where, one line each.</param>
/// <param name="Line">The 1-based line of the cell; 0 when it is not in the cell or not known.</param>
/// <param name="Column">The 1-based column; 0 when not known.</param>
public sealed record CellFailure(string Name, string Message, IReadOnlyList<string> Traceback, int Line, int Column)
{
    /// <summary>Reads a result.</summary>
    /// <param name="result">What became of the cell.</param>
    /// <param name="cell">The cell's number.</param>
    /// <param name="code">The cell's text: the traceback shows the lines that it names.</param>
    /// <returns>The failure; null when the cell ran to its end.</returns>
    public static CellFailure? Of(SubmissionResult result, int cell, string code) => result switch
    {
        SubmissionResult.DidNotCompile failure => NotCompiled(failure, cell, code),
        SubmissionResult.Threw failure => Thrown(failure, cell, code),
        SubmissionResult.Cancelled cancelled => Interrupted(cancelled.IsAbandoned
            ? "the cell did not stop when it was interrupted; its code may still run, so restart the notebook"
            : "the cell was interrupted"),
        _ => null,
    };

    private static CellFailure Interrupted(string message) =>
        new("Interrupted", message, [$"Interrupted: {message}"], 0, 0);

    private static CellFailure NotCompiled(SubmissionResult.DidNotCompile failure, int cell, string code)
    {
        bool IsHere(CellDiagnostic diagnostic) => diagnostic.Place == CellNames.Words(CellNames.File(cell));
        string Shown(CellDiagnostic diagnostic) =>
            IsHere(diagnostic) && SourceExcerpt.Of(code, diagnostic.Line, diagnostic.Column) is { } excerpt
                ? $"{diagnostic}\n{excerpt}"
                : diagnostic.ToString();
        var first = failure.Diagnostics[0];
        var inCell = failure.Diagnostics.FirstOrDefault(IsHere);
        return new CellFailure(
            "CompilationError",
            $"{first.Id}: {first.Message}",
            [.. failure.Diagnostics.Select(Shown)],
            inCell?.Line ?? 0,
            inCell?.Column ?? 0);
    }

    private static CellFailure Thrown(SubmissionResult.Threw failure, int cell, string code)
    {
        var line = ExceptionTrace.LineIn(failure.Exception, cell);
        var traceback = failure.Trace.Lines.ToList();
        var place = FormattableString.Invariant($"{CellNames.Words(CellNames.File(cell))}, line {line}");
        var frame = traceback.FindIndex(text => text.EndsWith(place, StringComparison.Ordinal));
        if (frame >= 0 && SourceExcerpt.Of(code, line, column: 0) is { } excerpt) traceback.Insert(frame + 1, excerpt);
        return new CellFailure(
            failure.Exception.GetType().FullName ?? failure.Exception.GetType().Name,
            failure.Exception.Message,
            traceback,
            line,
            Column: 0);
    }
}
