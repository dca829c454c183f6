using System.Globalization;
using NotebookKernel.Notebooks;

namespace CourseCli;

/// <summary>What became of one notebook.</summary>
/// <param name="Entry">Which.</param>
/// <param name="Run">Its run; null when there was none to be had.</param>
/// <param name="Problem">Why there was none.</param>
internal sealed record NotebookOutcome(NotebookEntry Entry, NotebookRun? Run, string? Problem)
{
    public bool IsPassed => Run?.Status == NotebookStatus.Passed;

    /// <summary>One word for a table.</summary>
    public string Word => Run?.Status switch
    {
        NotebookStatus.Passed => "passed",
        NotebookStatus.Failed => "FAILED",
        NotebookStatus.TimedOut => "TIMED OUT",
        NotebookStatus.Crashed => "CRASHED",
        NotebookStatus.Cancelled => "cancelled",
        _ => "UNREADABLE",
    };

    /// <summary>Cell, line and message of a failure; empty when it passed.</summary>
    public string Message => Problem ?? Run?.Message ?? "";

    public string Seconds => string.Create(CultureInfo.InvariantCulture, $"{Run?.Duration.TotalSeconds ?? 0:F1} s");
}
