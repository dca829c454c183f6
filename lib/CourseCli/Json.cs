using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseCli;

/// <summary>JSON as the commands write it.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,  // read by programs and people, never inside a page
        NewLine = "\n",
    };

    /// <summary>The text of a node, indented.</summary>
    public static string Text(JsonNode node) => node.ToJsonString(Options);
}
