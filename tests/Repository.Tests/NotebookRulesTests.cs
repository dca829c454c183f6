using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Testing;

namespace Repository.Tests;

/// <summary>How every notebook is made.</summary>
public partial class NotebookRulesTests
{
    private const int MostLinesOfACell = 30;

    [GeneratedRegex(@"^Course\.Start\(""(\d\d)"", seed: \d+\)$")]
    private static partial Regex Start();

    public static TheoryData<string> Names => [.. NotebookFile.All().Select(notebook => notebook.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_FirstCodeCell_IsTheStandardOne(string name)
    {
        var notebook = Load(name);
        var lines = NotebookFile.Source(notebook.CodeCells[0]).Split('\n');

        Assert.InRange(lines.Length, 3, 5);
        Assert.Equal("#r \"../../.artifacts/course/GenAiCourse.dll\"", lines[0]);
        Assert.All(lines[1..^1], line => Assert.StartsWith("using ", line, StringComparison.Ordinal));
        Assert.Equal(name[..2], Start().Match(lines[^1]).Groups[1].Value);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Metadata_IsThatOfACSharpNotebook(string name)
    {
        var root = Load(name).Root;

        Assert.Equal((4, 5), ((int)root["nbformat"]!, (int)root["nbformat_minor"]!));
        Assert.Equal(".net-csharp", (string?)root["metadata"]!["kernelspec"]!["name"]);
        Assert.Equal("C#", (string?)root["metadata"]!["kernelspec"]!["language"]);
        var minutes = root["metadata"]!["genai_course"]!["minutes"]!;
        Assert.All(new[] { "read", "run", "exercises" }, part => Assert.True((int)minutes[part]! > 0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Cells_AreShortNamedAndWithoutMagics(string name)
    {
        var notebook = Load(name);
        var ids = notebook.Cells.Select(cell => (string)cell["id"]!).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[a-zA-Z0-9_-]{1,64}$", id));
        Assert.InRange(notebook.Cells.Count, 40, 70);
        foreach (var cell in notebook.CodeCells)
        {
            var lines = NotebookFile.Source(cell).Split('\n');
            Assert.True(lines.Length <= MostLinesOfACell, $"{name}, cell {cell["id"]}: {lines.Length} lines");
            Assert.DoesNotContain(lines, line => line.StartsWith("#!", StringComparison.Ordinal)
                || line.StartsWith("#load", StringComparison.Ordinal)
                || line.StartsWith("#i ", StringComparison.Ordinal)
                || line.Contains("nuget:", StringComparison.Ordinal));
        }
        Assert.Single(notebook.CodeCells, cell => NotebookFile.Source(cell).Contains("#r ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Outputs_AreThereInOrderAndWithoutErrors(string name)
    {
        var cells = Load(name).CodeCells;

        Assert.Equal(Enumerable.Range(1, cells.Count), cells.Select(cell => (int?)cell["execution_count"] ?? 0));
        Assert.DoesNotContain(
            cells,
            cell => cell["outputs"]!.AsArray().Any(output => (string?)output!["output_type"] == "error"));
        Assert.InRange(cells.Sum(cell => cell["outputs"]!.AsArray().Count(HasFigure)), 3, 12);

        static bool HasFigure(JsonNode? output) => output!["data"]?["image/svg+xml"] is not null;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Exercises_HaveStubCheckHintsSolutionAndVariants(string name)
    {
        var notebook = Load(name);
        var exercises = Ids(notebook, "exercise");
        var solutions = File.ReadAllText(Path.Combine(TestPaths.Root, "notebooks", "solutions", name + ".csx"));

        Assert.InRange(exercises.Count, 3, 6);
        Assert.Equal(exercises, Ids(notebook, "check"));
        foreach (var exercise in exercises)
            foreach (var kind in new[] { "hint", "solution", "right", "wrong" })
                Assert.True(
                    Regex.IsMatch(solutions, $@"(?m)^//# {kind} {Regex.Escape(exercise)}(?:$|\s)"),
                    $"{name}: no {kind} for {exercise}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_ExerciseCells_CarryValidNbgraderMetadata(string name)
    {
        var graded = Load(name).CodeCells
            .Where(cell => NotebookFile.Tags(cell).Any(tag => tag is "exercise" or "check"))
            .ToList();
        var ids = graded.Select(cell => (string)cell["metadata"]!["nbgrader"]!["grade_id"]!).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        foreach (var cell in graded)
        {
            var isCheck = NotebookFile.Tags(cell).Contains("check");
            var data = cell["metadata"]!["nbgrader"]!;
            Assert.Equal(3, (int)data["schema_version"]!);
            Assert.Equal((isCheck, !isCheck, isCheck, false),
                ((bool)data["grade"]!, (bool)data["solution"]!, (bool)data["locked"]!, (bool)data["task"]!));
            Assert.Equal(isCheck, data["points"] is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebook_Links_LeadToNotebooksAndNeighboursAreLinked(string name)
    {
        var notebook = Load(name);
        var text = notebook.Cells.Where(cell => (string?)cell["cell_type"] == "markdown").Select(NotebookFile.Source);
        var folder = Path.GetDirectoryName(notebook.Path)!;
        var targets = text.SelectMany(source => Regex.Matches(source, @"\]\(([^)#:]+\.ipynb)\)"))
            .Select(match => Path.Combine(folder, match.Groups[1].Value)).ToList();
        Assert.All(targets,
            target => Assert.True(File.Exists(target), $"{name} links to {target}, which is not there"));

        // "Before this" and "Next" name lessons that may not be written yet; those that are must be links.
        var last = text.SelectMany(source => source.Split('\n'))
            .Last(line => line.StartsWith("**Before this**", StringComparison.Ordinal)
                || line.StartsWith("**Next**", StringComparison.Ordinal));
        var plain = Regex.Replace(last, @"\[[^\]]*\]\([^)]*\)", "");
        var written = NotebookFile.All().Select(other => other.Name[..2]).ToHashSet();
        Assert.DoesNotContain(Regex.Matches(plain, @"\b\d\d\b"), match => written.Contains(match.Value));
    }

    [Fact]
    public void Readme_ListsEveryNotebook()
    {
        var readme = File.ReadAllText(Path.Combine(TestPaths.Root, "README.md"));
        Assert.All(NotebookFile.All(), notebook =>
            Assert.Contains($"({SourceFiles.Relative(notebook.Path)})", readme, StringComparison.Ordinal));
    }

    private static List<string> Ids(NotebookFile notebook, string kind) => [.. notebook.CodeCells
        .Where(cell => NotebookFile.Tags(cell).Contains(kind))
        .Select(cell => (string)cell["metadata"]!["genai_course"]!["exercise"]!)];

    private static NotebookFile Load(string name) => NotebookFile.All().Single(notebook => notebook.Name == name);
}
