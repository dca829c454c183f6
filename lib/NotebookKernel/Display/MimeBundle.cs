using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Display;

/// <summary>One value in several forms, by MIME type; a front end shows the richest that it can.</summary>
public sealed class MimeBundle
{
    private readonly Dictionary<string, string> _forms = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>An empty bundle.</summary>
    public MimeBundle()
    {
    }

    /// <summary>A bundle of one form.</summary>
    public MimeBundle(string mimeType, string text) => this[mimeType] = text;

    /// <summary>The MIME types, in the order in which they were added.</summary>
    public IReadOnlyList<string> MimeTypes => _order;

    /// <summary>The form of the given type.</summary>
    /// <exception cref="KeyNotFoundException">There is none (when reading).</exception>
    public string this[string mimeType]
    {
        get => _forms[mimeType];
        set
        {
            if (_forms.TryAdd(mimeType, value)) _order.Add(mimeType);
            else _forms[mimeType] = value;
        }
    }

    /// <summary>True when the bundle has a form of the given type.</summary>
    public bool Contains(string mimeType) => _forms.ContainsKey(mimeType);

    /// <summary>The <c>data</c> object of an nbformat output: JSON types as JSON, everything else as text.</summary>
    public JsonObject ToJson()
    {
        var data = new JsonObject();
        foreach (var mimeType in _order) data[mimeType] = Node(mimeType, _forms[mimeType]);
        return data;
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static MimeBundle FromJson(JsonObject data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var bundle = new MimeBundle();
        foreach (var (mimeType, node) in data)
            bundle[mimeType] = node is JsonValue value && value.TryGetValue(out string? text)
                ? text
                : node?.ToJsonString() ?? "null";
        return bundle;
    }

    private static JsonNode? Node(string mimeType, string text)
    {
        if (!IsJson(mimeType)) return JsonValue.Create(text);
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static bool IsJson(string mimeType) =>
        mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);
}
