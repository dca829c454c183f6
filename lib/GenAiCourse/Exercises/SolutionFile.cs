namespace GenAiCourse.Exercises;

/// <summary>The hints, the solutions and the variants of a notebook's exercises, from one C# script file.</summary>
/// <remarks>
/// <c>notebooks/solutions/NAME.csx</c> is cut into sections by lines <c>//# kind exercise</c>, where kind is hint,
/// solution, right (another solution) or wrong (a mistake that the check must find); after the exercise's id may stand
/// what is special about a variant. A hint's lines are comments, the others' are the code of the exercise's cell.
/// </remarks>
public sealed class SolutionFile
{
    private const string Mark = "//# ";
    private static readonly string[] Kinds = ["hint", "solution", "right", "wrong"];
    private readonly List<Section> _sections;

    private SolutionFile(List<Section> sections) => _sections = sections;

    /// <summary>One section.</summary>
    /// <param name="Kind">hint, solution, right or wrong.</param>
    /// <param name="Exercise">The exercise's id.</param>
    /// <param name="Note">What is special about it; often empty.</param>
    /// <param name="Text">The hint's words, or code.</param>
    public sealed record Section(string Kind, string Exercise, string Note, string Text);

    /// <summary>The ids of the exercises, in order of appearance.</summary>
    public IReadOnlyList<string> Exercises =>
        [.. _sections.Select(section => section.Exercise).Distinct(StringComparer.Ordinal)];

    /// <summary>The sections of one kind for one exercise, in order of appearance.</summary>
    public IReadOnlyList<Section> Of(string kind, string exercise) =>
        [.. _sections.Where(section => section.Kind == kind && section.Exercise == exercise)];

    /// <summary>Reads a file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">A section's first line is not as described above.</exception>
    public static SolutionFile Load(string path)
    {
        var sections = new List<Section>();
        List<string>? lines = null;
        var head = (Kind: "", Exercise: "", Note: "");
        foreach (var (number, line) in File.ReadAllLines(path).Index())
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                Close();
                (head, lines) = (ParseHead(path, number + 1, line), []);
            }
            else
            {
                lines?.Add(line);
            }
        }
        Close();
        return new SolutionFile(sections);

        void Close()
        {
            if (lines is null) return;
            var text = string.Join('\n', lines).Trim('\n');
            if (head.Kind == "hint")
                text = string.Join(' ', text.Split('\n').Select(line => line.TrimStart('/').Trim()));
            sections.Add(new Section(head.Kind, head.Exercise, head.Note, text));
        }
    }

    private static (string Kind, string Exercise, string Note) ParseHead(string path, int number, string line)
    {
        var words = line[Mark.Length..].Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 2 && Kinds.Contains(words[0], StringComparer.Ordinal)
            ? (words[0], words[1], words.Length == 3 ? words[2].TrimStart(':', ' ') : "")
            : throw new InvalidDataException(
                $"{path}, line {number}: expected \"{Mark}KIND EXERCISE\" " +
                $"with a kind of {string.Join(", ", Kinds)}, got \"{line}\"");
    }
}
