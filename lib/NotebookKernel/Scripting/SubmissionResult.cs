namespace NotebookKernel.Scripting;

/// <summary>What became of a cell: exactly one of the cases below.</summary>
public abstract record SubmissionResult
{
    private SubmissionResult()
    {
    }

    /// <summary>The cell ran to its end.</summary>
    /// <param name="Value">The value of its last expression.</param>
    /// <param name="HasValue">False when the cell does not end in an expression; then there is nothing to show.</param>
    public sealed record Ran(object? Value, bool HasValue) : SubmissionResult;

    /// <summary>The cell did not compile, and nothing of it ran.</summary>
    /// <param name="Diagnostics">The errors, in the order of the text; at least one.</param>
    public sealed record DidNotCompile(IReadOnlyList<CellDiagnostic> Diagnostics) : SubmissionResult;

    /// <summary>The cell threw; what it had assigned before that is kept.</summary>
    /// <param name="Exception">What was thrown.</param>
    /// <param name="Trace">Where, in terms of cells and lines.</param>
    public sealed record Threw(Exception Exception, ExceptionTrace Trace) : SubmissionResult;

    /// <summary>The cell was interrupted.</summary>
    /// <param name="IsAbandoned">True when its code would not stop and still runs; only a new process ends it.</param>
    public sealed record Cancelled(bool IsAbandoned = false) : SubmissionResult;
}

/// <summary>One compiler error.</summary>
/// <param name="Id">The compiler's number, for example <c>CS0103</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Place">Where, for example <c>cell 3</c>, or the name of a loaded file.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
public sealed record CellDiagnostic(string Id, string Message, string Place, int Line, int Column)
{
    /// <summary>The error in one line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Place}, line {Line}:{Column}: {Id}: {Message}");
}
