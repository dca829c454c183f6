using System.Text.Json.Nodes;
using NotebookKernel.Scripting;

namespace NotebookKernel.Notebooks;

/// <summary>How a cell ended.</summary>
public enum CellStatus
{
    /// <summary>It ran to its end.</summary>
    Completed,

    /// <summary>It did not compile, or it threw.</summary>
    Failed,

    /// <summary>It was interrupted.</summary>
    Cancelled,

    /// <summary>Its process ended: a stack overflow, no memory, an exit, a kill.</summary>
    Crashed,
}

/// <summary>What is known of a cell's failure.</summary>
/// <param name="Name">The exception's type, <c>CompilationError</c>, <c>Interrupted</c> or <c>Crashed</c>.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="Line">1-based line in the cell; 0 when not known.</param>
/// <param name="Column">1-based column in the cell; 0 when not known.</param>
/// <param name="Traceback">The whole story, a line each.</param>
public sealed record CellError(string Name, string Message, int Line, int Column, IReadOnlyList<string> Traceback)
{
    /// <summary>The failure in one line.</summary>
    public override string ToString() => Line > 0
        ? FormattableString.Invariant($"line {Line}: {Name}: {FirstLine(Message)}")
        : $"{Name}: {FirstLine(Message)}";

    private static string FirstLine(string text) => text.Split('\n')[0].TrimEnd();
}

/// <summary>One cell's run.</summary>
/// <param name="CellNumber">The number it was run under.</param>
/// <param name="ExecutionCount">How many cells the process had run, this one included.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Outputs">Its outputs in nbformat's shape, ready to become a cell's; the error is among them.</param>
/// <param name="Error">What went wrong; null when it completed.</param>
/// <param name="Duration">From the request to the end.</param>
public sealed record CellResult(
    int CellNumber, int ExecutionCount, CellStatus Status, JsonArray Outputs, CellError? Error, TimeSpan Duration)
{
    /// <summary>What it used of other cells; a cell's key is its number. None when it did not compile.</summary>
    public IReadOnlyList<CellUse> Uses { get; init; } = [];
}
