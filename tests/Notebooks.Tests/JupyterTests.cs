using System.Text.Json.Nodes;
using NotebookKernel.Jupyter;
using NotebookKernel.Notebooks;
using Testing;

namespace Notebooks.Tests;

/// <summary>Every notebook runs in Jupyter's own runner too, and shows there what it shows here.</summary>
public sealed class JupyterTests(JupyterTests.Installation installation, ITestOutputHelper output)
    : IClassFixture<JupyterTests.Installation>
{
    private const string Validate = "import nbformat, sys; nbformat.validate(nbformat.read(sys.argv[1], 4))";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static TheoryData<string> Notebooks => [.. Execution.Notebooks];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task NbConvert_Execute_GivesAValidNotebookWithTheSameOutputs(string notebook)
    {
        var python = PythonClient.Require("nbconvert", "nbclient", "nbformat");
        var executed = Path.Combine(installation.Folder, Path.GetFileName(notebook));

        var (code, _, errors) = await PythonClient.RunAsync(
            python,
            [
                "-m", "nbconvert", "--to", "notebook", "--execute", "--ExecutePreprocessor.timeout=240",
                "--output-dir", installation.Folder, Path.Combine(TestPaths.Root, notebook),
            ],
            Limit,
            installation.Environment);
        Assert.True(code == 0, errors);
        output.WriteLine(errors);
        var (isValid, _, complaint) = await PythonClient.RunAsync(python, ["-c", Validate, executed], Limit);
        Assert.True(isValid == 0, complaint);

        var here = await Execution.AsCommitted(notebook);
        var there = Notebook.Load(executed).CodeCells.Where(cell => cell.Outputs.Count > 0).ToList();
        Assert.NotEmpty(there);
        foreach (var cell in there)
        {
            var (_, result) = here.Cells.Zip(here.Results).Single(pair => pair.First.Id == cell.Id);
            if (Execution.ExerciseOf(cell) is not null) continue;
            var (expected, actual) = (Shown(result.Outputs), Shown(cell.Outputs));
            Assert.True(JsonNode.DeepEquals(expected, actual), $"cell {cell.Id}:\n{expected}\nin Jupyter:\n{actual}");
        }
    }

    // What is seen, without what each runner adds of its own. What was drawn over itself counts as it looks in the end.
    private static JsonArray Shown(JsonArray outputs) =>
        [.. outputs.Select(output => (JsonNode)Shown(output!.AsObject()))];

    private static JsonObject Shown(JsonObject output) => (string?)output["output_type"] switch
    {
        "stream" => new JsonObject { ["text"] = TerminalText.Fold(SourceLines.Join(output["text"])) },
        "error" => new JsonObject { ["error"] = (string)output["evalue"]! },
        _ => new JsonObject(output["data"]!.AsObject().Select(form => KeyValuePair.Create<string, JsonNode?>(
            form.Key, form.Value is JsonObject json ? json.DeepClone() : SourceLines.Join(form.Value)))),
    };

    /// <summary>The kernel, installed for these tests alone.</summary>
    public sealed class Installation : IDisposable
    {
        public Installation()
        {
            KernelInstaller.Install(Path.Combine(Folder, "jupyter", "kernels"), ".net-csharp", ".NET (C#)");
            Environment = new Dictionary<string, string>
            {
                ["JUPYTER_PATH"] = Path.Combine(Folder, "jupyter"),
                ["COURSE_BUDGET"] = "ci",
            };
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("jupyter-tests-").FullName;

        public IReadOnlyDictionary<string, string> Environment { get; }

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
