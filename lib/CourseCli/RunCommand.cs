using System.CommandLine;

namespace CourseCli;

/// <summary><c>course run</c>: runs notebooks and says which passed.</summary>
internal static class RunCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var selectors = new Argument<string[]>("selector")
        {
            Description = "What to run: a number (36), a file, a folder (1-beginner), or all.",
            Arity = ArgumentArity.OneOrMore,
        };
        var budget = new Option<string?>("--budget")
        {
            Description = $"How much work: ci, lesson or deep; by default {RunBudget.Variable}, else lesson.",
        };
        var jobs = new Option<int>("--jobs") { Description = "Notebooks at a time.", DefaultValueFactory = _ => 1 };
        var save = new Option<bool>("--save")
        {
            Description = "Write the outputs of notebooks that passed into their files.",
        };
        var json = new Option<string?>("--json") { Description = "Write a report to this file." };
        var timeout = new Option<double?>("--timeout")
        {
            Description = "Seconds a notebook may take; by default set by the budget.",
        };
        budget.AcceptOnlyFromAmong(RunBudget.Names);
        jobs.Validators.Add(result =>
        {
            if (result.Errors.Any()) return;
            if (result.GetValueOrDefault<int>() < 1) result.AddError("expected --jobs to be at least 1");
        });
        timeout.Validators.Add(result =>
        {
            if (result.Errors.Any()) return;
            if (result.GetValueOrDefault<double?>() is { } seconds and not (> 0 and <= MaxSeconds))
                result.AddError(FormattableString.Invariant(
                    $"expected --timeout in (0, {MaxSeconds}] seconds, got {seconds}"));
        });
        var command = new Command("run", "Runs notebooks, each in a process of its own.")
        {
            selectors, budget, jobs, save, json, timeout,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var repository = CourseRepository.Require(surroundings.CurrentDirectory);
            var chosen = RunBudget.Choose(parsed.GetValue(budget), surroundings);
            return new BatchRun(surroundings)
            {
                Entries = new NotebookCatalog(repository, surroundings.CurrentDirectory)
                    .Select(parsed.GetValue(selectors)!),
                Budget = chosen,
                Jobs = parsed.GetValue(jobs),
                Save = parsed.GetValue(save),
                ReportFile = parsed.GetValue(json),
                TimeLimit = parsed.GetValue(timeout) is { } seconds
                    ? TimeSpan.FromSeconds(seconds)
                    : RunBudget.TimeLimit(chosen),
            }.RunAsync(cancellationToken);
        });
        return command;
    }

    private const double MaxSeconds = 1_000_000;                // what a timer of .NET can still count
}
