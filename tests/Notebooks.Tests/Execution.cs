using System.Collections.Concurrent;
using GenAiCourse.Exercises;
using NotebookKernel.Notebooks;
using Testing;

namespace Notebooks.Tests;

/// <summary>One run of a notebook's cells at budget ci, shared by the tests that look at it.</summary>
internal sealed record Execution(
    IReadOnlyList<Cell> Cells,
    IReadOnlyList<CellResult> Results,
    IReadOnlyList<Variant> Variants,
    TimeSpan Duration)
{
    private const string CheckMimeType = "application/vnd.genai-course.check+json";
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(4);
    private static readonly ConcurrentDictionary<string, Lazy<Task<Execution>>> Committed = new(), Solved = new();

    /// <summary>Every notebook on disk, by its path inside the repository.</summary>
    public static IReadOnlyList<string> Notebooks { get; } = [.. Directory
        .EnumerateFiles(Path.Combine(TestPaths.Root, "notebooks"), "*.ipynb", SearchOption.AllDirectories)
        .Where(path => !path.Contains(".ipynb_checkpoints", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(TestPaths.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The notebook as it is committed, its exercises not attempted.</summary>
    public static Task<Execution> AsCommitted(string notebook) =>
        Committed.GetOrAdd(notebook, path => new(() => RunAsync(path, solved: false))).Value;

    /// <summary>
    /// The notebook with its solutions put in, in a German culture and on one processor; afterwards each variant of
    /// each exercise is tried by running the exercise's and the check's cells again.
    /// </summary>
    public static Task<Execution> WithSolutions(string notebook) =>
        Solved.GetOrAdd(notebook, path => new(() => RunAsync(path, solved: true))).Value;

    /// <summary>The solutions of a notebook.</summary>
    public static SolutionFile Solutions(string notebook) => SolutionFile.Load(
        Path.Combine(TestPaths.Root, "notebooks", "solutions", Path.GetFileNameWithoutExtension(notebook) + ".csx"));

    /// <summary>The exercise that a cell belongs to; null for an ordinary cell.</summary>
    public static string? ExerciseOf(Cell cell) => (string?)cell.Metadata["genai_course"]?["exercise"];

    /// <summary>What a check's cell showed: "right", "wrong" or "not attempted", and its message.</summary>
    public static (string Outcome, string Message) OutcomeOf(CellResult result)
    {
        var shown = result.Outputs
            .Select(output => output!["data"]?[CheckMimeType])
            .LastOrDefault(data => data is not null);
        return shown is null
            ? ("none", result.Error?.ToString() ?? "the cell shows no outcome")
            : ((string)shown["outcome"]!, (string)shown["message"]!);
    }

    private static async Task<Execution> RunAsync(string path, bool solved)
    {
        var notebook = Notebook.Load(Path.Combine(TestPaths.Root, path));
        var cells = notebook.CodeCells.ToList();
        var solutions = Solutions(path);
        using var limit = new CancellationTokenSource(TimeLimit);
        await using var process = NotebookProcess.Start(new NotebookProcessOptions
        {
            WorkingDirectory = Path.GetDirectoryName(Path.Combine(TestPaths.Root, path))!,
            Budget = "ci",
            Environment = solved
                ? new Dictionary<string, string?> { ["LC_ALL"] = "de_DE.UTF-8", ["DOTNET_PROCESSOR_COUNT"] = "1" }
                : new Dictionary<string, string?>(),
        });

        var results = new List<CellResult>();
        foreach (var (i, cell) in cells.Index())
        {
            var code = solved && cell.Tags.Contains("exercise")
                ? solutions.Of("solution", ExerciseOf(cell)!)[0].Text
                : cell.Source;
            results.Add(await process.ExecuteAsync(code, i + 1, limit.Token));
            if (results[^1].Status != CellStatus.Completed) break;
        }

        var duration = TimeSpan.FromTicks(results.Sum(result => result.Duration.Ticks));
        var variants = new List<Variant>();
        if (!solved || results[^1].Status != CellStatus.Completed) return new(cells, results, variants, duration);
        foreach (var exercise in solutions.Exercises)
        {
            var (stub, check) = (CellOf("exercise", exercise), CellOf("check", exercise));
            foreach (var section in solutions.Of("right", exercise).Concat(solutions.Of("wrong", exercise)))
            {
                var ran = await process.ExecuteAsync(section.Text, stub + 1, limit.Token);
                var outcome = ran.Status == CellStatus.Completed
                    ? OutcomeOf(await process.ExecuteAsync(cells[check].Source, check + 1, limit.Token))
                    : ("none", ran.Error?.ToString() ?? "");
                variants.Add(new Variant(section, outcome.Item1, outcome.Item2));
            }
        }
        return new(cells, results, variants, duration);

        int CellOf(string tag, string exercise) =>
            cells.FindIndex(cell => cell.Tags.Contains(tag) && ExerciseOf(cell) == exercise);
    }
}

/// <summary>A variant of a solution, and what the check made of it.</summary>
internal sealed record Variant(SolutionFile.Section Section, string Outcome, string Message);
