using System.Globalization;
using System.Text.Json.Nodes;
using NotebookKernel.Notebooks;

namespace CourseCli;

/// <summary>The end of <c>course run</c>: a table for people, a report for programs.</summary>
internal static class RunSummary
{
    private const int Mebi = 20;

    /// <summary>Writes the table and one line with the counts.</summary>
    public static void Write(Surroundings surroundings, IReadOnlyList<NotebookOutcome> outcomes)
    {
        var table = new TextTable("notebook", "result", ">time", ">memory", "what");
        foreach (var outcome in outcomes)
            table.Add(outcome.Entry.ShortName, outcome.Word, outcome.Seconds, Memory(outcome), outcome.Message);
        surroundings.Output.WriteLine();
        if (outcomes.Count > 0) table.Write(surroundings);
        var passed = outcomes.Count(outcome => outcome.IsPassed);
        surroundings.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{passed} passed, {outcomes.Count - passed} did not."));
    }

    /// <summary>The report as JSON.</summary>
    public static string Report(IReadOnlyList<NotebookOutcome> outcomes, string budget) => Json.Text(new JsonObject
    {
        ["budget"] = budget,
        ["passed"] = outcomes.Count(outcome => outcome.IsPassed),
        ["failed"] = outcomes.Count(outcome => !outcome.IsPassed),
        ["notebooks"] = new JsonArray([.. outcomes.Select(Describe)]),
    });

    private static JsonNode Describe(NotebookOutcome outcome) => new JsonObject
    {
        ["path"] = outcome.Entry.Name,
        ["number"] = outcome.Entry.Number,
        ["status"] = outcome.Run?.Status.ToString() ?? "Unreadable",
        ["seconds"] = outcome.Run?.Duration.TotalSeconds,
        ["peak_memory"] = outcome.Run?.PeakMemory,
        ["failed_cell"] = outcome.Run?.FailedCell,
        ["failed_cell_id"] = outcome.Run?.FailedCellId,
        ["line"] = outcome.Run?.Error is { Line: > 0 } error ? error.Line : null,
        ["message"] = outcome.IsPassed ? null : outcome.Message,
        ["cells"] = new JsonArray([.. (outcome.Run?.CellTimes ?? []).Select(time => (JsonNode)new JsonObject
        {
            ["cell"] = time.CellNumber,
            ["seconds"] = time.Duration.TotalSeconds,
            ["uses"] = Uses(outcome.Run!, time.CellNumber),
        })]),
    };

    private static JsonArray Uses(NotebookRun run, int cell) =>
    [
        .. run.CellUses.Where(uses => uses.CellNumber == cell).SelectMany(uses => uses.Uses)
            .Select(use => (JsonNode)new JsonObject
            {
                ["cell"] = use.CellNumber,
                ["names"] = new JsonArray([.. use.Names.Select(name => (JsonNode)name)]),
            }),
    ];

    private static string Memory(NotebookOutcome outcome) => outcome.Run is { PeakMemory: > 0 } run
        ? string.Create(CultureInfo.InvariantCulture, $"{run.PeakMemory >> Mebi} MB")
        : "";
}
