using System.Text.Json.Nodes;

namespace NotebookKernel.Tests;

/// <summary>A folder that lasts as long as a test, and notebooks in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("notebook-tests-").FullName;

    /// <summary>
    /// Writes a notebook of the given code cells; a cell may be tagged by a first line <c>// tags: a, b</c>.
    /// </summary>
    public string Notebook(string name, params string[] cells)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Json(cells).ToJsonString());
        return path;
    }

    public string Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Windows: a killed process may hold its folder for a moment.
        }
    }

    private static JsonObject Json(string[] cells)
    {
        var title = new JsonObject
        {
            ["cell_type"] = "markdown",
            ["id"] = "title",
            ["metadata"] = new JsonObject(),
            ["source"] = new JsonArray("# A small notebook"),
        };
        var code = cells.Select((text, i) => new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = null,
            ["id"] = $"code-{i + 1}",
            ["metadata"] = new JsonObject { ["tags"] = Tags(text) },
            ["outputs"] = new JsonArray(),
            ["source"] = new JsonArray(text),
        });
        return new JsonObject
        {
            ["cells"] = new JsonArray([title, .. code]),
            ["metadata"] = new JsonObject { ["genai_course"] = new JsonObject { ["minutes"] = 7 } },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
    }

    private static JsonArray Tags(string text)
    {
        const string Marker = "// tags: ";
        return text.StartsWith(Marker, StringComparison.Ordinal)
            ? [.. text.Split('\n')[0][Marker.Length..].Split(", ").Select(tag => (JsonNode)tag)]
            : [];
    }
}
