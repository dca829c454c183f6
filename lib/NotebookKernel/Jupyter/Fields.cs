using System.Text.Json.Nodes;

namespace NotebookKernel.Jupyter;

/// <summary>
/// Reads the fields of a message that anybody may have written; what has the wrong type counts as absent.
/// </summary>
internal static class Fields
{
    /// <summary>A text; null when the field is absent or no text.</summary>
    public static string? Text(this JsonObject fields, string name) =>
        fields[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>A whole number; null when the field is absent or no whole number.</summary>
    public static int? Number(this JsonObject fields, string name) =>
        fields[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    /// <summary>A truth value; <paramref name="otherwise"/> when the field is absent or something else.</summary>
    public static bool Flag(this JsonObject fields, string name, bool otherwise) =>
        fields[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;
}
