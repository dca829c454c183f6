using System.Diagnostics;

namespace NotebookKernel.Notebooks;

/// <summary>Runs whole notebooks without a front end, each in a process of its own.</summary>
/// <remarks>
/// Tags as other runners know them: <c>raises-exception</c> lets a cell fail and goes on, <c>skip-execution</c> leaves
/// a cell out.
/// </remarks>
public static class NotebookRunner
{
    private const string MayRaise = "raises-exception";
    private const string Skip = "skip-execution";

    /// <summary>Runs the notebook in a file, in the file's folder. The file itself is not changed.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is not a notebook.</exception>
    public static Task<NotebookRun> RunAsync(
        string path,
        NotebookRunOptions? options = null,
        IProgress<NotebookProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new NotebookRunOptions();
        var folder = options.WorkingDirectory ?? Path.GetDirectoryName(Path.GetFullPath(path))!;
        return RunAsync(Notebook.Load(path), options with { WorkingDirectory = folder }, progress, cancellationToken);
    }

    /// <summary>Runs a notebook up to its first failure and puts outputs and execution counts into it.</summary>
    /// <returns>How it went. Whatever the cells do is a result, never an exception.</returns>
    public static async Task<NotebookRun> RunAsync(
        Notebook notebook,
        NotebookRunOptions? options = null,
        IProgress<NotebookProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        options ??= new NotebookRunOptions();
        var clock = Stopwatch.StartNew();
        var cells = notebook.CodeCells.ToArray();
        foreach (var cell in cells)
        {
            cell.Outputs = [];
            cell.ExecutionCount = null;
        }
        var times = new List<CellTime>();
        var uses = new List<CellUses>();
        CellResult? failure = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Timeout);
        var process = NotebookProcess.Start(new NotebookProcessOptions
        {
            WorkingDirectory = options.WorkingDirectory ?? Environment.CurrentDirectory,
            Budget = options.Budget,
            Environment = options.Environment,
            Grace = options.Grace,
        });
        await using (process.ConfigureAwait(false))
        {
            for (var i = 0; i < cells.Length && failure is null; i++)
            {
                if (IsSkipped(cells[i])) continue;
                progress?.Report(new NotebookProgress(i + 1, cells.Length));
                var result = await process.ExecuteAsync(cells[i].Source, i + 1, limit.Token).ConfigureAwait(false);
                times.Add(new CellTime(i + 1, result.Duration));
                uses.Add(new CellUses(
                    i + 1, [.. result.Uses.Select(use => use with { CellKey = cells[use.CellNumber - 1].Id })]));
                cells[i].Outputs = result.Outputs;
                cells[i].ExecutionCount = result.ExecutionCount;
                if (IsFailure(result, cells[i])) failure = result;
            }
        }
        return new NotebookRun
        {
            Notebook = notebook,
            Status = Status(failure, cancellationToken),
            FailedCell = failure?.CellNumber,
            FailedCellId = failure is null ? null : cells[failure.CellNumber - 1].Id,
            Error = failure?.Error,
            Duration = clock.Elapsed,
            CellTimes = times,
            CellUses = uses,
            PeakMemory = process.PeakMemory,
        };
    }

    private static bool IsSkipped(Cell cell) =>
        cell.Tags.Contains(Skip, StringComparer.Ordinal) || string.IsNullOrWhiteSpace(cell.Source);

    private static bool IsFailure(CellResult result, Cell cell) => result.Status switch
    {
        CellStatus.Completed => false,
        CellStatus.Failed => !cell.Tags.Contains(MayRaise, StringComparer.Ordinal),
        _ => true,
    };

    private static NotebookStatus Status(CellResult? failure, CancellationToken cancellationToken) =>
        failure?.Status switch
        {
            null => NotebookStatus.Passed,
            CellStatus.Cancelled when cancellationToken.IsCancellationRequested => NotebookStatus.Cancelled,
            CellStatus.Cancelled => NotebookStatus.TimedOut,
            CellStatus.Crashed => NotebookStatus.Crashed,
            _ => NotebookStatus.Failed,
        };
}
