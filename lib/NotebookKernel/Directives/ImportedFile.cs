using System.Text.Json.Nodes;
using NotebookKernel.Notebooks;

namespace NotebookKernel.Directives;

/// <summary>A cell, or a file that stands for one.</summary>
/// <param name="File">What the compiler takes for its file.</param>
/// <param name="Code">Its text.</param>
/// <param name="Language">The directive that stands for its language; null for C#.</param>
/// <param name="SkipsMarkdown">True when Markdown in it is the author's prose rather than a cell's output.</param>
internal sealed record ImportedCell(
    string File, string Code, string? Language = null, bool SkipsMarkdown = false);

/// <summary>Reads what <c>#!import</c> names.</summary>
internal static class ImportedFile
{
    /// <summary>The cells of a file; a script is one cell.</summary>
    /// <exception cref="DirectiveException">There is no such file, or it is of a kind that holds no C#.</exception>
    public static IReadOnlyList<ImportedCell> Read(string path, string place, TextPiece.Instruction line)
    {
        if (!File.Exists(path))
            throw new DirectiveException(
                $"expected a file to import, but there is no {path}; a path is relative to the folder of the notebook "
                + "or script that imports it", place, line);
        try
        {
            return Path.GetExtension(path).ToUpperInvariant() switch
            {
                ".CS" or ".CSX" => [new ImportedCell(path, File.ReadAllText(path))],
                ".DIB" => [new ImportedCell(path, WithoutMetadata(File.ReadAllText(path)), SkipsMarkdown: true)],
                ".IPYNB" => [.. Cells(path)],
                var other => throw new DirectiveException(
                    $"expected a .cs, .csx, .ipynb or .dib file to import, got '{other}'", place, line),
            };
        }
        catch (InvalidDataException error)
        {
            throw new DirectiveException(error.Message, place, line);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"cannot read {path}: {error.Message}", place, line);
        }
    }

    private static IEnumerable<ImportedCell> Cells(string path) =>
        Notebook.Load(path).CodeCells.Select((cell, i) => new ImportedCell(
            FormattableString.Invariant($"{path}, cell {i + 1}"), cell.Source, Language(cell)));

    // Polyglot notebooks name a cell's language beside its text.
    private static string? Language(Cell cell)
    {
        var name = Text(cell, "polyglot_notebook", "kernelName") ?? Text(cell, "dotnet_interactive", "language");
        return name is null or "csharp" or ".NET" ? null : "#!" + name;
    }

    private static string? Text(Cell cell, string owner, string name) =>
        cell.Metadata[owner] is JsonObject metadata && metadata[name] is JsonValue value
            && value.TryGetValue(out string? text) ? text : null;

    // A .dib file may open with JSON about itself. Its lines stay, blank, so that those below keep their numbers.
    private static string WithoutMetadata(string text)
    {
        var lines = text.Split('\n');
        if (lines[0].Trim() != "#!meta") return text;
        for (var i = 0; i < lines.Length && (i == 0 || !lines[i].StartsWith("#!", StringComparison.Ordinal)); i++)
            lines[i] = "";
        return string.Join('\n', lines);
    }
}
