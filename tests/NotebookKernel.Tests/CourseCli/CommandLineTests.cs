using System.Text.Json.Nodes;
using CourseCli;

namespace NotebookKernel.Tests.CourseCli;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly Dictionary<string, string> _variables = [];

    public CommandLineTests()
    {
        _folder.Write("GenAiCourse.sln", "");
        _folder.Notebook("notebooks/0-prerequisites/01-vectors.ipynb", "1 + 1");
        _folder.Notebook("notebooks/1-beginner/07-bayes.ipynb",
            "Console.WriteLine(Environment.GetEnvironmentVariable(\"COURSE_BUDGET\"));");
        _folder.Notebook("notebooks/1-beginner/08-trees.ipynb", "var x = 1;", "var y = x +\n  nothing;");
        _folder.Notebook("notebooks/1-beginner/draft.ipynb", "1");
        _folder.Write("notebooks/2-advanced/36-attention.ipynb", "{ \"cells\": [");
    }

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public async Task List_Notebooks_ShowsNumberTitleLevelAndMinutes()
    {
        Assert.Equal(ExitCode.Success, await Course("list"));

        var lines = Lines(_output);
        Assert.Matches(@"^no  title +level +minutes$", lines[0]);
        Assert.Equal(5, lines.Length);
        Assert.Matches(@"^ 1  A small notebook +0-prerequisites +7$", lines[1]);
        Assert.Contains("36", lines[4], StringComparison.Ordinal);
        Assert.Contains("not valid JSON", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Json_IsTheSameAsData()
    {
        Assert.Equal(ExitCode.Success, await Course("list", "--json"));

        var first = JsonNode.Parse(_output.ToString())![0]!;
        Assert.Equal(
            (1, "A small notebook", 7, "notebooks/0-prerequisites/01-vectors.ipynb"),
            ((int)first["number"]!, (string)first["title"]!, (int)first["minutes"]!, (string)first["path"]!));
    }

    [Fact]
    public async Task Run_PassingNotebookSelectedThreeWays_RunsOnceAndReturnsZero()
    {
        var code = await Course(
            "run", "7", "07-bayes", "notebooks/1-beginner/07-bayes.ipynb", "--budget", "ci", "--json", "report.json");

        Assert.Equal(ExitCode.Success, code);
        Assert.Contains("1 passed, 0 did not.", _output.ToString(), StringComparison.Ordinal);
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.Path, "report.json")))!;
        Assert.Equal("Passed", (string?)Assert.Single(report["notebooks"]!.AsArray())!["status"]);
        Assert.DoesNotContain("\u001b", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Report_SaysWhichCellsEachCellUses()
    {
        _folder.Notebook("notebooks/0-prerequisites/02-uses.ipynb", "var x = 1;", "var y = 2;", "x + y + x");

        Assert.Equal(ExitCode.Success, await Course("run", "2", "--json", "report.json"));

        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.Path, "report.json")))!;
        var cells = report["notebooks"]![0]!["cells"]!.AsArray();
        Assert.Equal("[]", cells[0]!["uses"]!.ToJsonString());
        Assert.Equal(
            """[{"cell":1,"names":["x"]},{"cell":2,"names":["y"]}]""", cells[2]!["uses"]!.ToJsonString());
    }

    [Fact]
    public async Task Run_FailingAndBrokenNotebooks_GoesOnAndNamesCellAndLine()
    {
        Assert.Equal(ExitCode.Failure, await Course("run", "all", "--jobs", "2"));

        var text = _output.ToString();
        Assert.Contains(
            "notebooks/1-beginner/08-trees.ipynb: cell 2, line 2: CompilationError: CS0103", text,
                StringComparison.Ordinal);
        Assert.Matches("UNREADABLE .*36-attention.ipynb: .*not valid JSON at line 1", text);
        Assert.Contains("2 passed, 2 did not.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Save_WritesOnlyNotebooksThatPassed()
    {
        var failing = Path.Combine(_folder.Path, "notebooks/1-beginner/08-trees.ipynb");
        var passing = Path.Combine(_folder.Path, "notebooks/1-beginner/07-bayes.ipynb");
        var before = File.ReadAllText(failing);
        _variables["COURSE_BUDGET"] = "deep";

        Assert.Equal(ExitCode.Failure, await Course("run", "1-beginner", "--save"));

        Assert.Equal(before, File.ReadAllText(failing));
        Assert.Contains("deep\\n", File.ReadAllText(passing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EndlessNotebook_TimesOut()
    {
        _folder.Notebook("notebooks/0-prerequisites/00-endless.ipynb", "while (true) { }");

        Assert.Equal(ExitCode.Failure, await Course("run", "0", "--timeout", "3"));

        Assert.Matches("TIMED OUT .*00-endless.ipynb: cell 1: still running at the time limit", _output.ToString());
    }

    [Fact]
    public async Task Run_CrashingNotebook_SaysWhyAndTheNextOneRuns()
    {
        _folder.Notebook("notebooks/0-prerequisites/00-crash.ipynb", "int Deep(int n) => Deep(n + 1) + 1;\nDeep(0)");

        Assert.Equal(ExitCode.Failure, await Course("run", "0-prerequisites"));

        Assert.Matches("CRASHED .*00-crash.ipynb: stack overflow in cell 1", _output.ToString());
        Assert.Matches("passed .*01-vectors", _output.ToString());
    }

    [Theory]
    [InlineData("no notebook '99'; there are 4: 1 to 36, in 0-prerequisites, 1-beginner, 2-advanced, or all", "run",
        "99")]
    [InlineData("no notebook '07-baies'; did you mean 07-bayes?", "run", "07-baies")]
    [InlineData("no notebook 'attention'; did you mean 36-attention?", "run", "attention")]
    [InlineData("expected COURSE_BUDGET to be ci, lesson, deep, got 'huge'", "run", "1")]
    [InlineData("expected --jobs to be at least 1", "run", "1", "--jobs", "0")]
    [InlineData("expected --timeout in (0, 1000000] seconds, got -1", "run", "1", "--timeout", "-1")]
    [InlineData("--json none/report.json: no folder", "run", "1", "--json", "none/report.json")]
    [InlineData("no option '--budgett'", "run", "1", "--budgett", "ci")]
    [InlineData("Unrecognized command or argument 'dance'", "dance")]
    [InlineData("Required argument missing", "run")]
    public async Task InvokeAsync_WrongArguments_SaysWhatAndReturnsTwo(string message, params string[] arguments)
    {
        if (message.Contains("huge", StringComparison.Ordinal)) _variables["COURSE_BUDGET"] = "huge";

        Assert.Equal(ExitCode.Usage, await Course(arguments));

        Assert.Contains(message, _error.ToString(), StringComparison.Ordinal);
        Assert.Single(Lines(_error));
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public void Find_OutsideARepository_IsTheOneOfTheProgram()
    {
        var repository = CourseRepository.Find(Path.GetTempPath());
        Assert.Equal(Testing.TestPaths.Root.TrimEnd('/'), repository?.Root.TrimEnd('/'));
        Assert.Equal(_folder.Path, CourseRepository.Find(Path.Combine(_folder.Path, "notebooks"))?.Root);
    }

    [Fact]
    public async Task Doctor_WithoutTheLibrary_SaysHowToMendItAndReturnsOne()
    {
        Assert.Equal(ExitCode.Failure, await Course("doctor"));

        Assert.Matches(@"OK +\.NET SDK +1\d\.", _output.ToString());
        Assert.Matches(@"MISSING +course library", _output.ToString());
        Assert.Contains("-> dotnet build lib/GenAiCourse", _output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"optional +COURSE_DATA", _output.ToString());
        Assert.Matches(@"MISSING +package feed", _output.ToString());
    }

    [Fact]
    public async Task Doctor_Json_IsOkWhenAllIsThere()
    {
        _folder.Write(".artifacts/course/GenAiCourse.dll", "");
        _variables["COURSE_DATA"] = _folder.Path;

        Assert.Equal(ExitCode.Success, await Course("doctor", "--json"));

        var report = JsonNode.Parse(_output.ToString())!;
        Assert.True((bool)report["ok"]!);
        Assert.All(report["checks"]!.AsArray(), check =>
        {
            Assert.Equal(["name", "status", "detail", "mend"], check!.AsObject().Select(field => field.Key));
            Assert.Contains((string?)check["status"], new[] { "ok", "optional" });
        });
        Assert.Contains(report["checks"]!.AsArray(), check => (string?)check!["name"] == "COURSE_DATA"
            && (string?)check["status"] == "ok");
    }

    [Fact]
    public async Task Run_Interactive_DrawsATable()
    {
        Assert.Equal(ExitCode.Success, await Course(isInteractive: true, "run", "1"));

        Assert.Contains("│ 01-vectors", _output.ToString(), StringComparison.Ordinal);
    }

    private Task<int> Course(params string[] arguments) => Course(isInteractive: false, arguments);

    private Task<int> Course(bool isInteractive, params string[] arguments) => CommandLine.InvokeAsync(
        arguments,
        new Surroundings
        {
            Output = _output,
            Error = _error,
            CurrentDirectory = _folder.Path,
            IsInteractive = isInteractive,
            Variable = name => _variables.GetValueOrDefault(name),
            // The doctor's checks have tests of their own; here it asks nothing outside.
            Machine = new Machine { Find = _ => null, Ask = (_, _, _) => Task.FromResult<string?>(null) },
        },
        TestContext.Current.CancellationToken);

    private static string[] Lines(StringWriter writer) => writer.ToString()
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
