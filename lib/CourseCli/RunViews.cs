using System.Globalization;
using NotebookKernel.Notebooks;
using Spectre.Console;

namespace CourseCli;

/// <summary>Shows a batch while it runs. Calls come one at a time.</summary>
internal interface IRunView
{
    /// <summary>Shows the batch for as long as the work takes.</summary>
    Task ShowAsync(IReadOnlyList<NotebookEntry> entries, Func<Task> work);

    void Started(NotebookEntry entry);

    void Progressed(NotebookEntry entry, NotebookProgress progress);

    void Finished(NotebookOutcome outcome);
}

/// <summary>One line a notebook, for files, pipes and logs.</summary>
internal sealed class PlainRunView(TextWriter output) : IRunView
{
    public Task ShowAsync(IReadOnlyList<NotebookEntry> entries, Func<Task> work) => work();

    public void Started(NotebookEntry entry)
    {
    }

    public void Progressed(NotebookEntry entry, NotebookProgress progress)
    {
    }

    public void Finished(NotebookOutcome outcome)
    {
        var message = outcome.Message.Length > 0 ? $": {outcome.Message}" : "";
        output.WriteLine($"{outcome.Word,-9} {outcome.Seconds,8}  {outcome.Entry.Name}{message}");
        output.Flush();
    }
}

/// <summary>A bar a running notebook, for a terminal.</summary>
internal sealed class LiveRunView(TextWriter output) : IRunView
{
    private readonly Dictionary<NotebookEntry, ProgressTask> _bars = [];
    private ProgressContext? _context;
    private ProgressTask? _all;

    public Task ShowAsync(IReadOnlyList<NotebookEntry> entries, Func<Task> work) => Terminal.On(output)
        .Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(),
            new ElapsedTimeColumn())
        .StartAsync(async context =>
        {
            _context = context;
            _all = context.AddTask("all notebooks", maxValue: entries.Count);
            await work().ConfigureAwait(false);
        });

    public void Started(NotebookEntry entry) => _bars[entry] = _context!.AddTask(Markup.Escape(entry.ShortName));

    public void Progressed(NotebookEntry entry, NotebookProgress progress)
    {
        var bar = _bars[entry];
        bar.MaxValue = progress.CellCount;
        bar.Value = progress.CellNumber - 1;
        bar.Description = string.Create(CultureInfo.InvariantCulture,
            $"{Markup.Escape(entry.ShortName)} [grey]cell {progress.CellNumber} of {progress.CellCount}[/]");
    }

    public void Finished(NotebookOutcome outcome)
    {
        var bar = _bars[outcome.Entry];
        var colour = outcome.IsPassed ? "green" : "red";
        bar.Description = $"[{colour}]{Markup.Escape(outcome.Entry.ShortName)} {outcome.Word}[/]";
        if (outcome.IsPassed) bar.Value = bar.MaxValue;
        bar.StopTask();
        _all!.Increment(1);
    }
}
