using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CourseCli;

/// <summary><c>course list</c>: the notebooks there are.</summary>
internal static class ListCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var json = new Option<bool>("--json") { Description = "Write JSON instead of a table." };
        var command = new Command("list", "Lists the notebooks.") { json };
        command.SetAction(parsed => List(surroundings, parsed.GetValue(json)));
        return command;
    }

    private static int List(Surroundings surroundings, bool asJson)
    {
        var repository = CourseRepository.Require(surroundings.CurrentDirectory);
        var catalog = new NotebookCatalog(repository, surroundings.CurrentDirectory);
        if (asJson)
        {
            surroundings.Output.WriteLine(Json.Text(new JsonArray([.. catalog.Entries.Select(Describe)])));
            return ExitCode.Success;
        }
        var table = new TextTable(">no", "title", "level", ">minutes");
        foreach (var entry in catalog.Entries)
        {
            var (title, minutes) = entry.Describe();
            table.Add(Text(entry.Number), title, entry.Level, Text(minutes));
        }
        table.Write(surroundings);
        if (catalog.Entries.Count == 0) surroundings.Output.WriteLine($"no notebooks under {repository.Notebooks}");
        return ExitCode.Success;
    }

    private static JsonNode Describe(NotebookEntry entry)
    {
        var (title, minutes) = entry.Describe();
        return new JsonObject
        {
            ["number"] = entry.Number,
            ["title"] = title,
            ["level"] = entry.Level,
            ["minutes"] = minutes,
            ["path"] = entry.Name,
        };
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
