using System.Text.Json.Nodes;

namespace NotebookKernel.Notebooks;

/// <summary>Text as nbformat stores it: a list of lines, each with its line end.</summary>
internal static class SourceLines
{
    /// <summary>The lines of a text; none for an empty one.</summary>
    public static JsonArray Split(string text)
    {
        var lines = new JsonArray();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            lines.Add((JsonNode)text[start..next]);
            start = next;
        }
        return lines;
    }

    /// <summary>The text of a list of lines, or of a plain string.</summary>
    public static string Join(JsonNode? lines) => lines switch
    {
        JsonArray array => string.Concat(array.Select(line => (string?)line)),
        JsonValue value => value.GetValue<string>(),
        _ => "",
    };
}
