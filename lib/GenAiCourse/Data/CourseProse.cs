using System.Text.Json;

namespace GenAiCourse.Data;

/// <summary>The course's own prose: the fallback text for a machine whose SDK has no documentation.</summary>
/// <remarks>
/// Much smaller than <see cref="DotNetDocumentation"/>: the documentation of the course's libraries (which the build
/// writes beside them) and the paragraphs of its notebooks.
/// </remarks>
public static class CourseProse
{
    /// <summary>The documents, in a fixed order: the libraries' members, then the notebooks' paragraphs.</summary>
    /// <param name="courseRoot">The course's folder; null for the one around the current directory, if any.</param>
    public static IEnumerable<Document> Documents(string? courseRoot = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Ordered(AppFolder(), "*.xml"))
        {
            using var stream = File.OpenRead(file);
            foreach (var document in DocumentationXml.Read(stream, seen)) yield return document;
        }

        courseRoot ??= CourseFolder.Find();
        if (courseRoot is null) yield break;
        var notebooks = Path.Combine(courseRoot, "notebooks");
        if (!Directory.Exists(notebooks)) yield break;
        foreach (var file in Ordered(notebooks, "*.ipynb", SearchOption.AllDirectories))
            foreach (var document in Paragraphs(file)) yield return document;
    }

    private static IEnumerable<Document> Paragraphs(string notebook)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(notebook));
        var name = Path.GetFileNameWithoutExtension(notebook);
        var number = 0;
        foreach (var cell in json.RootElement.GetProperty("cells").EnumerateArray())
        {
            if (cell.GetProperty("cell_type").GetString() != "markdown") continue;
            var source = cell.GetProperty("source");
            var text = source.ValueKind == JsonValueKind.Array
                ? string.Concat(source.EnumerateArray().Select(line => line.GetString()))
                : source.GetString() ?? "";
            foreach (var paragraph in text.Split(
                    "\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                yield return new Document($"N:{name}.{++number}", paragraph.ReplaceLineEndings(" "));
        }
    }

    private static string AppFolder() => Path.GetDirectoryName(typeof(CourseProse).Assembly.Location) ?? ".";

    private static IOrderedEnumerable<string> Ordered(
        string folder, string pattern, SearchOption search = SearchOption.TopDirectoryOnly) =>
        Directory.EnumerateFiles(folder, pattern, search).OrderBy(file => file, StringComparer.Ordinal);
}
