using NotebookKernel.Scripting;

namespace NotebookKernel.Notebooks;

/// <summary>How a notebook's run ended.</summary>
public enum NotebookStatus
{
    /// <summary>Every cell ran, or was meant to be skipped or to fail.</summary>
    Passed,

    /// <summary>A cell did not compile or threw.</summary>
    Failed,

    /// <summary>The time limit came first.</summary>
    TimedOut,

    /// <summary>The process ended under a cell.</summary>
    Crashed,

    /// <summary>The caller stopped it.</summary>
    Cancelled,
}

/// <summary>One cell's share of a run.</summary>
/// <param name="CellNumber">1-based among the code cells.</param>
/// <param name="Duration">How long it took.</param>
public sealed record CellTime(int CellNumber, TimeSpan Duration);

/// <summary>What one cell used of others.</summary>
/// <param name="CellNumber">1-based among the code cells.</param>
/// <param name="Uses">The others, each with its number, its id as the key, and the names.</param>
public sealed record CellUses(int CellNumber, IReadOnlyList<CellUse> Uses);

/// <summary>How far a run has come, reported before each cell.</summary>
/// <param name="CellNumber">The cell about to run, 1-based among the code cells.</param>
/// <param name="CellCount">How many code cells there are.</param>
public sealed record NotebookProgress(int CellNumber, int CellCount);

/// <summary>The result of running a whole notebook.</summary>
public sealed record NotebookRun
{
    /// <summary>The notebook, with the outputs and execution counts of the cells that ran.</summary>
    public required Notebook Notebook { get; init; }

    /// <summary>How it ended.</summary>
    public required NotebookStatus Status { get; init; }

    /// <summary>The cell at which it ended, 1-based among the code cells; null when it passed.</summary>
    public int? FailedCell { get; init; }

    /// <summary>The id of that cell; null when it passed.</summary>
    public string? FailedCellId { get; init; }

    /// <summary>What went wrong there; null when it passed.</summary>
    public CellError? Error { get; init; }

    /// <summary>From the start of the process to its end.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The time of each cell that ran.</summary>
    public required IReadOnlyList<CellTime> CellTimes { get; init; }

    /// <summary>What each cell that ran used of others.</summary>
    public IReadOnlyList<CellUses> CellUses { get; init; } = [];

    /// <summary>The most memory the process held, in bytes; 0 when its first cell did not end.</summary>
    public required long PeakMemory { get; init; }

    /// <summary>
    /// The failure in one line, for example "cell 3, line 2: System.Exception: no"; null when it passed.
    /// </summary>
    public string? Message => Error is null ? null : Status switch
    {
        NotebookStatus.Crashed => Error.Message,
        NotebookStatus.TimedOut => FormattableString.Invariant(
            $"cell {FailedCell}: still running at the time limit; raise the limit if it needs longer"),
        _ => FormattableString.Invariant($"cell {FailedCell}, {Error}"),
    };
}
