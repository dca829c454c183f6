using System.IO.Enumeration;
using System.Text.Json.Nodes;

namespace NotebookKernel.Jupyter;

/// <summary>What was run in this session, for consoles that offer it again. It ends with the kernel.</summary>
internal sealed class ExecutionHistory
{
    private const int ThisSession = 1;
    private readonly List<Entry> _entries = [];

    /// <summary>Adds a cell that has run.</summary>
    /// <param name="number">Its execution count.</param>
    /// <param name="source">Its text.</param>
    /// <param name="result">Its result as text; null for none.</param>
    public void Add(int number, string source, string? result) => _entries.Add(new Entry(number, source, result));

    /// <summary>Answers a history_request: its last cells, a range of them, or those that match a pattern.</summary>
    public JsonObject Answer(JsonObject request)
    {
        var most = request.Number("n") is { } n and >= 0 ? n : int.MaxValue;
        var chosen = request.Text("hist_access_type") switch
        {
            "range" => Range(request),
            "search" => Search(request.Text("pattern") ?? "*", request.Flag("unique", otherwise: false)).TakeLast(most),
            _ => _entries.TakeLast(most),
        };
        var withOutput = request.Flag("output", otherwise: false);
        return new JsonObject
        {
            ["status"] = "ok",
            ["history"] = new JsonArray([.. chosen.Select(entry => (JsonNode)Row(entry, withOutput))]),
        };
    }

    // Sessions before this one are not kept: 0 and 1 both mean this one.
    private IEnumerable<Entry> Range(JsonObject request)
    {
        if (request.Number("session") is { } session && session is not (0 or ThisSession)) return [];
        var start = request.Number("start") ?? 0;
        var stop = request.Number("stop") ?? int.MaxValue;
        return _entries.Where(entry => entry.Number >= start && entry.Number < stop);
    }

    // Of equal texts the latest counts.
    private IEnumerable<Entry> Search(string pattern, bool isUnique)
    {
        var found = _entries.Where(
            entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Source, ignoreCase: false));
        return isUnique
            ? found.Reverse().DistinctBy(entry => entry.Source, StringComparer.Ordinal).Reverse()
            : found;
    }

    private static JsonArray Row(Entry entry, bool withOutput)
    {
        JsonNode source = entry.Source;
        return new JsonArray(
            ThisSession, entry.Number, withOutput ? new JsonArray(source, entry.Result) : source);
    }

    private sealed record Entry(int Number, string Source, string? Result);
}
