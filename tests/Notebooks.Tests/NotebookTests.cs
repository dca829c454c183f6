using System.Text.Json.Nodes;
using NotebookKernel.Notebooks;

namespace Notebooks.Tests;

/// <summary>Every notebook on disk runs, its exercises tell right from wrong, and it says the same twice.</summary>
public class NotebookTests(ITestOutputHelper output)
{
    public static TheoryData<string> Notebooks => [.. Execution.Notebooks];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task AsCommitted_EveryCell_RunsWithoutError(string notebook)
    {
        var run = await Execution.AsCommitted(notebook);

        output.WriteLine($"{notebook}: {run.Results.Count} cells in {run.Duration.TotalSeconds:F1} s");
        NoError(run);
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task AsCommitted_EveryCheck_SaysNotAttempted(string notebook)
    {
        var run = await Execution.AsCommitted(notebook);

        var checks = Checks(run);
        Assert.NotEmpty(checks);
        Assert.All(checks, check => Assert.Equal("not attempted", Execution.OutcomeOf(check.Result).Outcome));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task WithSolutions_EveryCheck_SaysRight(string notebook)
    {
        var run = await Execution.WithSolutions(notebook);

        output.WriteLine($"{notebook}: {run.Results.Count} cells in {run.Duration.TotalSeconds:F1} s");
        NoError(run);
        Assert.Equal(Execution.Solutions(notebook).Exercises.Count, Checks(run).Count);
        Assert.All(Checks(run), check =>
            Assert.True(
                Execution.OutcomeOf(check.Result).Outcome == "right",
                $"{check.Exercise}: {Execution.OutcomeOf(check.Result)}"));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task Variants_RightAndWrong_AreToldApart(string notebook)
    {
        var run = await Execution.WithSolutions(notebook);

        foreach (var exercise in Execution.Solutions(notebook).Exercises)
        {
            Assert.Contains(
                run.Variants,
                variant => variant.Section.Exercise == exercise && variant.Section.Kind == "right");
            Assert.Contains(
                run.Variants,
                variant => variant.Section.Exercise == exercise && variant.Section.Kind == "wrong");
        }
        Assert.All(run.Variants, variant => Assert.True(variant.Section.Kind == variant.Outcome,
            $"{variant.Section.Exercise}, the {variant.Section.Kind} variant \"{variant.Section.Note}\": " +
            $"{variant.Outcome}: {variant.Message}"));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task TwoExecutions_OutsideTheExercises_AgreeToTheLetter(string notebook)
    {
        var (first, second) = (await Execution.AsCommitted(notebook), await Execution.WithSolutions(notebook));

        foreach (var (cell, a, b) in first.Cells.Zip(first.Results, second.Results))
        {
            if (Execution.ExerciseOf(cell) is not null) continue;
            Assert.True(JsonNode.DeepEquals(a.Outputs, b.Outputs),
                $"cell {a.CellNumber} ({cell.Id}) differs between two executions:\n" +
                $"{Short(a.Outputs)}\n{Short(b.Outputs)}");
        }
    }

    private static void NoError(Execution run)
    {
        var failed = run.Results.FirstOrDefault(result => result.Status != CellStatus.Completed);
        Assert.True(
            failed is null,
            failed is null
                ? ""
                : $"cell {failed.CellNumber} ({run.Cells[failed.CellNumber - 1].Id}), {failed.Error}");
        Assert.Equal(run.Cells.Count, run.Results.Count);
    }

    private static List<(string Exercise, CellResult Result)> Checks(Execution run) => [.. run.Cells.Zip(run.Results)
        .Where(pair => pair.First.Tags.Contains("check"))
        .Select(pair => (Execution.ExerciseOf(pair.First)!, pair.Second))];

    private static string Short(JsonArray outputs) =>
        outputs.ToJsonString() is { Length: > 1500 } text
            ? text[..1500] + "…"
            : outputs.ToJsonString();
}
