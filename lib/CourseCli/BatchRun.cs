using NotebookKernel.Notebooks;

namespace CourseCli;

/// <summary>
/// One call of <c>course run</c>: several notebooks, some at a time; a failure never stops the others.
/// </summary>
internal sealed class BatchRun(Surroundings surroundings)
{
    private readonly Lock _lock = new();

    public required IReadOnlyList<NotebookEntry> Entries { get; init; }

    public required string Budget { get; init; }

    public required int Jobs { get; init; }

    public required bool Save { get; init; }

    public required string? ReportFile { get; init; }

    public required TimeSpan TimeLimit { get; init; }

    /// <summary>Runs all, shows how it goes and how it went.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        CheckReportFile();
        var outcomes = new NotebookOutcome?[Entries.Count];
        IRunView view = surroundings.IsInteractive
            ? new LiveRunView(surroundings.Output)
            : new PlainRunView(surroundings.Output);
        await view.ShowAsync(Entries, () => RunAllAsync(outcomes, view, cancellationToken)).ConfigureAwait(false);
        var finished = outcomes.OfType<NotebookOutcome>().ToArray();
        RunSummary.Write(surroundings, finished);
        if (ReportFile is not null)
            await File.WriteAllTextAsync(
                Path.Combine(surroundings.CurrentDirectory, ReportFile),
                RunSummary.Report(finished, Budget) + "\n", CancellationToken.None).ConfigureAwait(false);
        if (cancellationToken.IsCancellationRequested) return ExitCode.Cancelled;
        return finished.All(outcome => outcome.IsPassed) ? ExitCode.Success : ExitCode.Failure;
    }

    // Found out before the work, not after an hour of it.
    private void CheckReportFile()
    {
        if (ReportFile is null) return;
        var folder = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(surroundings.CurrentDirectory, ReportFile)));
        if (!Directory.Exists(folder)) throw new UsageException($"--json {ReportFile}: no folder {folder}");
    }

    private async Task RunAllAsync(NotebookOutcome?[] outcomes, IRunView view, CancellationToken cancellationToken)
    {
        using var places = new SemaphoreSlim(Jobs);
        await Task.WhenAll(Entries.Select(async (entry, i) =>
        {
            await places.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            try
            {
                if (cancellationToken.IsCancellationRequested) return;
                lock (_lock) view.Started(entry);
                outcomes[i] = await RunOneAsync(entry, view, cancellationToken).ConfigureAwait(false);
                lock (_lock) view.Finished(outcomes[i]!);
            }
            finally
            {
                places.Release();
            }
        })).ConfigureAwait(false);
    }

    private async Task<NotebookOutcome> RunOneAsync(
        NotebookEntry entry, IRunView view, CancellationToken cancellationToken)
    {
        try
        {
            var run = await NotebookRunner.RunAsync(
                entry.File,
                new NotebookRunOptions { Budget = Budget, Timeout = TimeLimit },
                new Forward(progress =>
                {
                    lock (_lock) view.Progressed(entry, progress);
                }),
                cancellationToken).ConfigureAwait(false);
            if (Save && run.Status == NotebookStatus.Passed) run.Notebook.Save(entry.File);
            return new NotebookOutcome(entry, run, null);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException
            or InvalidOperationException)
        {
            return new NotebookOutcome(entry, null, error.Message);
        }
    }

    private sealed class Forward(Action<NotebookProgress> action) : IProgress<NotebookProgress>
    {
        public void Report(NotebookProgress value) => action(value);
    }
}
