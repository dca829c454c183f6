using System.Text.Json.Nodes;

namespace NotebookKernel.Notebooks;

/// <summary>One cell of a notebook: a view of its JSON, which keeps everything that this class does not know.</summary>
public sealed class Cell
{
    private readonly JsonObject _json;

    internal Cell(JsonObject json) => _json = json;

    /// <summary>The cell's id; empty in notebooks older than nbformat 4.5.</summary>
    public string Id => Text("id");

    /// <summary>True for code, false for Markdown and raw text.</summary>
    public bool IsCode => Text("cell_type") == "code";

    /// <summary>True for Markdown.</summary>
    public bool IsMarkdown => Text("cell_type") == "markdown";

    /// <summary>The text of the cell, with <c>\n</c> between its lines.</summary>
    public string Source
    {
        get => SourceLines.Join(_json["source"]);
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value != Source) _json["source"] = SourceLines.Split(value);
        }
    }

    /// <summary>The cell's tags, from its metadata.</summary>
    public IReadOnlyList<string> Tags =>
        _json["metadata"] is JsonObject metadata && metadata["tags"] is JsonArray tags
            ? [.. tags.OfType<JsonValue>().Select(tag => tag.ToString())]
            : [];

    /// <summary>The cell's metadata; live.</summary>
    public JsonObject Metadata => Member("metadata", () => new JsonObject());

    /// <summary>The outputs of a code cell, in nbformat's shape; live when read, taken over when set.</summary>
    /// <exception cref="InvalidOperationException">The cell is not a code cell.</exception>
    public JsonArray Outputs
    {
        get
        {
            RequireCode();
            return Member("outputs", () => new JsonArray());
        }
        set
        {
            RequireCode();
            _json["outputs"] = value;
        }
    }

    /// <summary>How many cells had run when this one ran last; null when it did not run.</summary>
    /// <exception cref="InvalidOperationException">The cell is not a code cell (when setting).</exception>
    public int? ExecutionCount
    {
        get => (int?)_json["execution_count"];
        set
        {
            RequireCode();
            _json["execution_count"] = value;
        }
    }

    private string Text(string name) => _json[name] is JsonValue value ? value.ToString() : "";

    private T Member<T>(string name, Func<T> create) where T : JsonNode
    {
        if (_json[name] is T member) return member;
        var added = create();
        _json[name] = added;
        return added;
    }

    private void RequireCode()
    {
        if (!IsCode)
            throw new InvalidOperationException($"expected a code cell, but cell '{Id}' is {Text("cell_type")}");
    }
}
