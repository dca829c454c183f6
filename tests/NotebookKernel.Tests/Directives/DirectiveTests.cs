using NotebookKernel.Directives;
using NotebookKernel.Scripting;

namespace NotebookKernel.Tests.Directives;

public sealed class DirectiveTests : IDisposable
{
    private readonly DirectiveCells _cells = new();

    public void Dispose() => _cells.Dispose();

    [Fact]
    public async Task Languages_InOneCell_ComeInTheirOrder()
    {
        await _cells.Ran(
            """
            40
            #!markdown

            # A *title*
            #!html
            <b>bold</b>
            #!js
            alert(1)
            #!mermaid
            graph TD
              A --> B
            #!csharp
            42
            """);

        Assert.Equal(
            [
                "display: 40", "display: # A *title*", "display: <b>bold</b>",
                "display: <script type=\"text/javascript\">alert(1)</script>", "display: graph TD\n  A --> B",
                "result: 42",
            ],
            _cells.Host.Events);
        Assert.Equal(
            ["text/html", "text/markdown", "text/html", "text/html", "text/vnd.mermaid", "text/html"],
            _cells.Host.Bundles.Select(bundle => bundle.MimeTypes[0]));
        Assert.Equal("```mermaid\ngraph TD\n  A --> B\n```", _cells.Host.Bundles[4]["text/markdown"]);
    }

    [Fact]
    public async Task CSharp_OnTheFirstLine_ChangesNothing() => Assert.Equal(3, await _cells.Ran("#!csharp\n1 + 2"));

    [Theory]
    [InlineData("#!time\n\n  y", 3, 3)]
    [InlineData("var x = 1;\n#!markdown\ntext\n#!csharp\n  y", 5, 3)]
    [InlineData("#!who\r\n#!time\r\n  y", 3, 3)]
    public async Task CompileError_BehindDirectives_HasTheLineOfTheCell(string code, int line, int column)
    {
        var error = await _cells.Fails(code);

        Assert.Equal(("CS0103", "cell 1", line, column), (error.Id, error.Place, error.Line, error.Column));
    }

    [Fact]
    public async Task Exception_BehindDirectives_HasTheLineOfTheCell()
    {
        var threw = Assert.IsType<SubmissionResult.Threw>(await _cells.Run(
            "var kept = 1;\n#!markdown\ntext\n#!csharp\nvar y = 0;\nvar z = 1 / y;"));

        Assert.Equal((1, 6), (threw.Trace.Cell, threw.Trace.Line));
        Assert.Equal(1, await _cells.Ran("kept"));
    }

    [Fact]
    public async Task Time_SaysHowLongTheWholeCellTook()
    {
        await _cells.Ran("await Task.Delay(20);\n#!time\n#!markdown\ntext");

        Assert.Equal("display: text", _cells.Host.Events[0]);
        Assert.Matches(@"^display: Wall time: \d{2,}(\.\d{1,2})?ms$", _cells.Host.Events[^1]);
    }

    [Fact]
    public async Task Time_OfACellThatThrows_IsShownAsWell()
    {
        Assert.IsType<SubmissionResult.Threw>(await _cells.Run("#!time\nthrow new Exception();"));

        Assert.StartsWith("display: Wall time: ", Assert.Single(_cells.Host.Events), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_ListsEachNameOnce()
    {
        await _cells.Ran("#!who\n#!whos");
        await _cells.Ran("var b = 1; var a = 2;");
        await _cells.Ran("var b = \"x\";");
        await _cells.Ran("#!who");

        Assert.Equal(["display: no variables yet", "display: no variables yet", "display: a\nb"], _cells.Host.Events);
    }

    [Fact]
    public async Task Whos_ShowsTypesAndShortValuesAndRunsNothing()
    {
        await _cells.Ran(
            """
            var runs = 0;
            var lazy = Enumerable.Range(0, 3).Select(i => runs++);
            var nested = new List<object> { lazy };
            var numbers = new[] { 1, 2 };
            var text = new string('x', 500) + "<b>";
            class Bad { public override string ToString() => throw new FormatException(); }
            var bad = new Bad();
            var point = (1, "a");
            """);
        await _cells.Ran("#!whos");

        var rows = _cells.Host.Bundles[0]["text/plain"].Split('\n')
            .Select(row => row.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToDictionary(row => row[0], row => (Type: row[1], Value: row[2]));
        Assert.Equal(("Int32[]", "[1, 2]"), rows["numbers"]);
        Assert.Equal("IEnumerable<Int32>", rows["lazy"].Type);
        Assert.StartsWith("(", rows["lazy"].Value, StringComparison.Ordinal);
        Assert.Equal(("List<Object>", "(List<Object>)"), rows["nested"]);
        Assert.Equal("(1, \"a\")", rows["point"].Value);
        Assert.Equal(("Bad", "(Bad)"), rows["bad"]);
        Assert.Equal(("String", "\"" + new string('x', 199) + "…"), rows["text"]);
        Assert.Contains("<td>numbers</td><td>Int32[]</td><td>[1, 2]</td>", _cells.Host.Bundles[0]["text/html"],
            StringComparison.Ordinal);
        Assert.Equal(0, await _cells.Ran("runs"));
    }

    [Fact]
    public async Task Lsmagic_ListsEveryDirective()
    {
        await _cells.Ran("#!lsmagic");

        var text = _cells.Host.Bundles[0]["text/plain"];
        Assert.All(Directive.All, known => Assert.Contains(known.Usage, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task About_NamesKernelAndRuntime()
    {
        await _cells.Ran("#!about");

        var text = _cells.Host.Bundles[0]["text/plain"];
        Assert.Contains("NotebookKernel 1.0.0", text, StringComparison.Ordinal);
        Assert.Contains($".NET {Environment.Version}", text, StringComparison.Ordinal);
        Assert.Matches(@"C# \d+\.0 \(script\)", text);
    }

    [Theory]
    [InlineData("using Microsoft.DotNet.Interactive.Formatting;\n1", "take the line out")]
    [InlineData("Formatter.Register<int>(x => \"\", \"text/html\");", "show HTML(text)")]
    [InlineData("var x = await Kernel.GetInputAsync(\"?\");", "input(prompt)")]
    [InlineData("%%time\n1", "#!lsmagic")]
    public async Task Code_ForAnotherKernel_IsAnErrorWithAdvice(string code, string advice) =>
        Assert.Contains(advice, (await _cells.Fails(code)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("#!share --from fsharp x", "#!share is not supported here")]
    [InlineData("#!set --name x --value 1", "assign a C# variable")]
    [InlineData("#!value --name x", "assign a C# variable")]
    [InlineData("#!fsharp\nlet x = 1", "only C# runs here")]
    [InlineData("#!F#", "only C# runs here")]
    [InlineData("#!pwsh", "only C# runs here")]
    [InlineData("#!powershell", "only C# runs here")]
    [InlineData("#!sql", "database library")]
    [InlineData("#!kql-x", "did you mean")]
    [InlineData("#!http", "HttpClient")]
    [InlineData("#!connect jupyter", "no other kernels")]
    [InlineData("#!markdwon", "did you mean #!markdown?")]
    [InlineData("#!tiem", "did you mean #!time?")]
    [InlineData("#! time", "expected a directive, got '#!'")]
    [InlineData("#:package A@1.0", "#r \"nuget: Name, Version\"")]
    [InlineData("#!import", "expected a file after #!import")]
    [InlineData("#!import none.csx", "relative to the folder of the notebook")]
    [InlineData("#!import picture.png", "expected a .cs, .csx, .ipynb or .dib file to import, got '.PNG'")]
    [InlineData("#!import broken.ipynb", "not valid JSON at line 1")]
    [InlineData("#r nuget: A", "expected #r \"nuget: Name, Version\", got #r nuget: A")]
    [InlineData("#r \"nuget: A B\"", "expected #r \"nuget: Name, Version\"")]
    [InlineData("#r \"nuget: A, 1;2\"", "a version is a number such as 1.2.3")]
    [InlineData("#i \"https://example.com\"", "expected #i \"nuget: folder or address\"")]
    [InlineData("#i \"nuget: no-such-folder\"", "there is no folder")]
    public async Task Directive_ThatCannotBeObeyed_SaysWhatToDoBeforeAnythingRuns(string line, string expected)
    {
        _cells.Folder.Write("picture.png", "");
        _cells.Folder.Write("broken.ipynb", "{");
        var error = await _cells.Fails("Console.Write(\"ran\");\n#!markdown\ntext\n#!csharp\n  " + line);

        Assert.Equal(("DIRECTIVE", "cell 1", 5, 3), (error.Id, error.Place, error.Line, error.Column));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Empty(_cells.Host.Events);
    }
}
