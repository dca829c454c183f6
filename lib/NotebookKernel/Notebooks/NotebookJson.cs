using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Notebooks;

/// <summary>Writes JSON exactly as Jupyter does, so that saving an untouched notebook changes no byte.</summary>
/// <remarks>
/// Python's <c>json.dumps(indent=1, ensure_ascii=False)</c>: only quotes, backslashes and control characters are
/// escaped.
/// System.Text.Json's own writer escapes emoji and other characters under every encoder.
/// </remarks>
internal static class NotebookJson
{
    /// <summary>The text of a node, without a final line end.</summary>
    /// <param name="node">What to write.</param>
    /// <param name="indent">Spaces a level; nbformat has 1.</param>
    public static string Write(JsonNode? node, int indent)
    {
        var text = new StringBuilder();
        Append(text, node, indent, level: 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int indent, int level)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonObject members:
                var opening = "{";
                foreach (var (name, value) in members)
                {
                    NewLine(text.Append(opening), indent, level + 1);
                    AppendString(text, name);
                    Append(text.Append(": "), value, indent, level + 1);
                    opening = ",";
                }
                NewLine(text, indent, level);
                text.Append('}');
                break;
            case JsonArray items:
                var start = "[";
                foreach (var item in items)
                {
                    NewLine(text.Append(start), indent, level + 1);
                    Append(text, item, indent, level + 1);
                    start = ",";
                }
                NewLine(text, indent, level);
                text.Append(']');
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                AppendString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node.ToJsonString());               // a number keeps the digits it was read with
                break;
        }
    }

    private static void NewLine(StringBuilder text, int indent, int level) =>
        text.Append('\n').Append(' ', indent * level);

    private static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var character = value[i];
            var isPair = i + 1 < value.Length && char.IsSurrogatePair(character, value[i + 1]);
            if (isPair) text.Append(character).Append(value[++i]);
            else if (char.IsSurrogate(character) || character < ' ') AppendEscape(text, character);
            else if (character is '"' or '\\') text.Append('\\').Append(character);
            else text.Append(character);
        }
        text.Append('"');
    }

    private static void AppendEscape(StringBuilder text, char character) => _ = character switch
    {
        '\n' => text.Append("\\n"),
        '\r' => text.Append("\\r"),
        '\t' => text.Append("\\t"),
        '\b' => text.Append("\\b"),
        '\f' => text.Append("\\f"),
        _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
    };
}
