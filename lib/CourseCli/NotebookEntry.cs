using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NotebookKernel.Notebooks;

namespace CourseCli;

/// <summary>One notebook as the list shows it.</summary>
/// <param name="File">The full path.</param>
/// <param name="Name">The path from the repository's root.</param>
/// <param name="Number">From the file's name; null when the name does not start with one.</param>
public sealed record NotebookEntry(string File, string Name, int? Number)
{
    /// <summary>The folder the notebook is in, which is its level.</summary>
    public string Level => Path.GetFileName(Path.GetDirectoryName(File)) ?? "";

    /// <summary>The file's name without ending.</summary>
    public string ShortName => Path.GetFileNameWithoutExtension(File);

    /// <summary>The entry of a file.</summary>
    public static NotebookEntry Of(string file, CourseRepository repository)
    {
        var full = Path.GetFullPath(file);
        var digits = string.Concat(Path.GetFileName(full).TakeWhile(char.IsAsciiDigit));
        var isNumbered = int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return new NotebookEntry(full, repository.Relative(full), isNumbered ? number : null);
    }

    /// <summary>What the file says of itself: the first heading, and the minutes of its metadata.</summary>
    /// <returns>A title that says so when the file cannot be read.</returns>
    public (string Title, int? Minutes) Describe()
    {
        try
        {
            var notebook = Notebook.Load(File);
            return (Heading(notebook) ?? ShortName, Minutes(notebook));
        }
        catch (InvalidDataException error)
        {
            return ($"(cannot be read: {error.Message})", null);
        }
    }

    private static string? Heading(Notebook notebook) => notebook.Cells
        .Where(cell => cell.IsMarkdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim();

    // Either one number, or the minutes of each part (read, run, exercise, …), of which the sum is shown.
    private static int? Minutes(Notebook notebook) =>
        (notebook.Metadata["genai_course"] as JsonObject)?["minutes"] switch
        {
            JsonValue value when Amount(value) is { } minutes => (int)Math.Round(minutes),
            JsonObject parts => (int)Math.Round(
                parts.Sum(part => part.Value is JsonValue value ? Amount(value) ?? 0 : 0)),
            _ => null,
        };

    private static double? Amount(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;
}
