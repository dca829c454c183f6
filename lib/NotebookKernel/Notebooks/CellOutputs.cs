using System.Text;
using System.Text.Json.Nodes;
using NotebookKernel.Worker;

namespace NotebookKernel.Notebooks;

/// <summary>Gathers a worker's messages into the outputs of cells, as nbformat stores them.</summary>
/// <param name="textLimit">Characters of text kept a cell; a cell that prints without end must not fill the
/// memory.</param>
internal sealed class CellOutputs(int textLimit)
{
    private readonly Dictionary<int, Page> _pages = [];
    private readonly Dictionary<string, List<JsonObject>> _displays = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Starts a cell afresh.</summary>
    public void Begin(int cell, int executionCount)
    {
        lock (_lock) _pages[cell] = new Page { ExecutionCount = executionCount };
    }

    /// <summary>Takes one message of the protocol; messages that are no output are left alone.</summary>
    public void Accept(JsonObject message)
    {
        lock (_lock)
        {
            if (message[Message.Cell] is not { } number || !_pages.TryGetValue((int)number, out var page)) return;
            switch ((string?)message[Message.Type])
            {
                case Message.Stream:
                    AddText(page, (string)message[Message.Name]!, (string)message[Message.Text]!);
                    break;
                case Message.Display: AddDisplay(page, message); break;
                case Message.Update: Update((string)message[Message.DisplayId]!, Data(message)); break;
                case Message.Result: Add(page, Rich("execute_result", Data(message), page.ExecutionCount)); break;
                case Message.Clear: Clear(page, (bool?)message[Message.Wait] ?? false); break;
            }
        }
    }

    /// <summary>Appends an error, as nbformat shows failures.</summary>
    public void AddError(int cell, CellError error)
    {
        lock (_lock)
        {
            if (_pages.TryGetValue(cell, out var page))
                Add(page, new JsonObject
                {
                    ["ename"] = error.Name,
                    ["evalue"] = error.Message,
                    ["output_type"] = "error",
                    ["traceback"] = new JsonArray([.. error.Traceback.Select(line => (JsonNode)line)]),
                });
        }
    }

    /// <summary>The outputs of a cell. What a cell's tasks write after its end is still added to them.</summary>
    public JsonArray End(int cell)
    {
        lock (_lock)
        {
            if (!_pages.TryGetValue(cell, out var page)) return [];
            CloseText(page);
            page.IsEnded = true;
            return page.Outputs;
        }
    }

    private void AddText(Page page, string name, string text)
    {
        var room = textLimit - page.Characters;
        if (room <= 0) return;
        page.Characters += text.Length;
        if (text.Length > room)
            text = string.Concat(
                text.AsSpan(0, room), "\n… output cut: the cell wrote more than a notebook should hold\n");
        if (page.TextName != name) CloseText(page);
        if (page.IsClearPending) ClearNow(page);
        page.TextName = name;
        page.Text.Append(text);
        if (page.IsEnded) CloseText(page);
    }

    // Consecutive pieces of one stream are one output; what was drawn over itself is kept as it looked in the end.
    private static void CloseText(Page page)
    {
        if (page.TextName is not { } name) return;
        page.Outputs.Add((JsonNode)new JsonObject
        {
            ["name"] = name,
            ["output_type"] = "stream",
            ["text"] = SourceLines.Split(TerminalText.Fold(page.Text.ToString())),
        });
        page.Text.Clear();
        page.TextName = null;
    }

    private void AddDisplay(Page page, JsonObject message)
    {
        var output = Rich("display_data", Data(message), executionCount: null);
        if ((string?)message[Message.DisplayId] is { } id)
        {
            if (!_displays.TryGetValue(id, out var shown)) _displays[id] = shown = [];
            shown.Add(output);
        }
        Add(page, output);
    }

    private void Update(string displayId, JsonObject data)
    {
        foreach (var output in _displays.GetValueOrDefault(displayId) ?? []) output["data"] = data.DeepClone();
    }

    private static void Clear(Page page, bool wait)
    {
        if (wait) page.IsClearPending = true;
        else ClearNow(page);
    }

    private static void ClearNow(Page page)
    {
        page.IsClearPending = false;
        page.Outputs.Clear();
        page.Text.Clear();
        page.TextName = null;
    }

    private static void Add(Page page, JsonObject output)
    {
        CloseText(page);
        if (page.IsClearPending) ClearNow(page);
        page.Outputs.Add((JsonNode)output);
    }

    private static JsonObject Rich(string type, JsonObject data, int? executionCount)
    {
        var output = new JsonObject { ["data"] = data };
        if (executionCount is { } count) output["execution_count"] = count;
        output["metadata"] = new JsonObject();
        output["output_type"] = type;
        return output;
    }

    // Text is stored as lines, as Jupyter does; that keeps the diffs of saved notebooks readable.
    private static JsonObject Data(JsonObject message)
    {
        var data = new JsonObject();
        foreach (var (mimeType, value) in ((JsonObject)message[Message.Data]!)
            .OrderBy(form => form.Key, StringComparer.Ordinal))
            data[mimeType] = value is JsonValue text && text.TryGetValue(out string? content)
                ? SourceLines.Split(content)
                : value?.DeepClone();
        return data;
    }

    private sealed class Page
    {
        public JsonArray Outputs { get; } = [];
        public StringBuilder Text { get; } = new();
        public string? TextName { get; set; }
        public int ExecutionCount { get; init; }
        public int Characters { get; set; }
        public bool IsClearPending { get; set; }
        public bool IsEnded { get; set; }
    }
}
