using System.Text.Json;
using System.Text.Json.Nodes;

namespace Repository.Tests;

/// <summary>A notebook read as plain JSON, independent of the library that runs it.</summary>
internal sealed record NotebookFile(string Path, JsonObject Root)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IReadOnlyList<JsonObject> Cells => [.. Root["cells"]!.AsArray().Select(cell => cell!.AsObject())];

    public IReadOnlyList<JsonObject> CodeCells => [.. Cells.Where(cell => (string?)cell["cell_type"] == "code")];

    public static IEnumerable<NotebookFile> All() => SourceFiles.Under("notebooks", ".ipynb")
        .Select(file => new NotebookFile(
            file,
            JsonNode.Parse(
                File.ReadAllText(file),
                documentOptions: new JsonDocumentOptions { MaxDepth = 256 })!.AsObject()));

    public static string Source(JsonObject cell) =>
        cell["source"] is JsonArray lines
            ? string.Concat(lines.Select(line => (string?)line))
            : (string?)cell["source"] ?? "";

    public static IReadOnlyList<string> Tags(JsonObject cell) =>
        [.. cell["metadata"]?["tags"]?.AsArray().Select(tag => (string)tag!) ?? []];
}
