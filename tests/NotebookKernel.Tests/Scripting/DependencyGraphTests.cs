using NotebookKernel.Scripting;

namespace NotebookKernel.Tests.Scripting;

public sealed class DependencyGraphTests : IDisposable
{
    private readonly ScriptSession _session = new(Path.GetTempPath());
    private readonly DependencyGraph _graph = new();

    public void Dispose() => _session.Dispose();

    [Theory]
    [InlineData("var x = 1;", "x + 1", "x")]
    [InlineData("var x = 1;", "Console.WriteLine($\"{x}\")", "x")]
    [InlineData("var x = 1;", "int F() => x; F()", "x")]
    [InlineData("var x = 1;", "new[] { 1 }.Select(i => i + x).ToArray()", "x")]
    [InlineData("int F() => 1;", "F()", "F")]
    [InlineData("int F() => 1;", "Func<int> g = F;", "F")]
    [InlineData("record P(int A);", "new P(3).A", "P")]
    [InlineData("record P(int A);", "P p = new(3);", "P")]
    [InlineData("enum E { A }", "var e = E.A;", "E")]
    [InlineData("static int Twice(this int i) => 2 * i;", "3.Twice()", "Twice")]
    [InlineData("int P { get; set; }", "P", "P")]
    [InlineData("var (x, y) = (1, 2);", "x + y", "x", "y")]
    [InlineData("int.TryParse(\"3\", out var x);", "x", "x")]
    [InlineData("record P(int A); var p = new P(1);", "p.A", "P", "p")]
    public async Task UsesOf_NamesOfAnEarlierCell_AreFound(string first, string second, params string[] names)
    {
        await Run("a", 1, first);
        await Run("b", 2, second);

        var use = Assert.Single(_graph.UsesOf("b"));
        Assert.Equal(("a", 1), (use.CellKey, use.CellNumber));
        Assert.Equal(names, use.Names);
        Assert.Empty(_graph.UsesOf("a"));
    }

    [Theory]
    [InlineData("var y = 2; y")]
    [InlineData("int F(int x) => x; F(1)")]                     // a parameter of the same name
    [InlineData("{ var x = 3; Console.Write(x); }")]
    [InlineData("var x = 5; x")]                                // declared anew
    [InlineData("\"x\"")]
    [InlineData("// x")]
    [InlineData("new { x = 1 }.x")]
    public async Task UsesOf_OtherMeaningsOfAName_AreNotFound(string second)
    {
        await Run("a", 1, "var x = 1;");
        await Run("b", 2, second);

        Assert.Empty(_graph.UsesOf("b"));
    }

    [Fact]
    public async Task UsesOf_AShadowedName_IsTheLaterCellsOnly()
    {
        await Run("a", 1, "var x = 1; var y = 1;");
        await Run("b", 2, "var x = 2;");
        await Run("c", 3, "x + y");

        Assert.Equal(
            [("a", "y"), ("b", "x")], _graph.UsesOf("c").Select(use => (use.CellKey, Assert.Single(use.Names))));
        await Again("a");
        Assert.Equal(["c"], _graph.StaleAfter("a"));
    }

    [Fact]
    public async Task DeclaredBy_AndWrittenBy_NameWhatACellDoes()
    {
        await Run("a", 1, """
            var x = 1; int F() => 1; class C { public int Inner; }
            var xs = new int[3]; var c = new C();
            """);
        await Run("b", 2, "x = 2;");
        await Run("c", 3, "x++; xs[0] = 1; c.Inner = 3;");
        await Run("d", 4, "(x, var z) = (3, 4); int.TryParse(\"3\", out xs[1]);");
        await Run("e", 5, "Console.Write(x + xs[0] + c.Inner); xs.Max(); var local = x; local = 3;");

        Assert.Equal(["C", "F", "c", "x", "xs"], _graph.DeclaredBy("a"));
        Assert.Equal(["x"], _graph.WrittenBy("b"));
        Assert.Equal(["c", "x", "xs"], _graph.WrittenBy("c"));
        Assert.Equal(["x", "xs"], _graph.WrittenBy("d"));
        Assert.Equal(["z"], _graph.DeclaredBy("d"));
        Assert.Empty(_graph.WrittenBy("e"));
    }

    [Fact]
    public async Task StaleAfter_ARunAgain_GivesAllThatDependOnIt()
    {
        await Run("a", 1, "var x = 1;");
        await Run("b", 2, "var y = x + 1;");
        await Run("c", 3, "var z = y + 1;");
        await Run("d", 4, "var other = 3;");
        Assert.Empty(_graph.StaleAfter("a"));

        await Again("a");

        Assert.Equal(["b", "c"], _graph.StaleAfter("a"));
        Assert.Equal(["b", "c"], _graph.Stale);
        Assert.Empty(_graph.StaleAfter("b"));

        await Again("b");
        Assert.Equal(["c"], _graph.StaleAfter("a"));
        Assert.Equal(["c"], _graph.StaleAfter("b"));

        await Again("c");
        Assert.Empty(_graph.Stale);
    }

    [Fact]
    public async Task StaleAfter_AnAssignmentRunAgain_GivesThoseThatReadItsWork()
    {
        await Run("a", 1, "var x = 1;");
        await Run("early", 2, "var before = x;");
        await Run("b", 3, "x = 2;");
        await Run("c", 4, "var y = x;");

        await Again("b");

        Assert.Equal(["c"], _graph.StaleAfter("b"));
    }

    [Fact]
    public async Task SetSource_AChangedText_MakesTheCellAndItsReadersStale()
    {
        await Run("a", 1, "var x = 1;");
        await Run("b", 2, "x + 1");

        _graph.SetSource("a", "var x = 2;");

        Assert.Equal(["b"], _graph.StaleAfter("a"));
        Assert.Equal(["a", "b"], _graph.Stale);
        _graph.SetSource("a", "var x = 1;");
        Assert.Empty(_graph.Stale);
    }

    [Fact]
    public async Task NeededFor_ACell_GivesWhatItUsesAndTheUsingsAboveIt()
    {
        await Run("setup", 1, "using System.IO;");
        await Run("a", 2, "var x = 1;");
        await Run("b", 3, "var y = x + 1;");
        await Run("c", 4, "var unrelated = 3;");
        await Run("d", 5, "y = y + 1;");
        await Run("e", 6, "y");
        await Run("later", 7, "using System.Diagnostics;");

        Assert.Equal(["setup", "a", "b", "d"], _graph.NeededFor("e"));
        Assert.Equal(["setup"], _graph.NeededFor("c"));
        Assert.Empty(_graph.NeededFor("setup"));
        Assert.Empty(_graph.NeededFor("unknown"));
    }

    [Fact]
    public async Task Record_ACellThatDidNotCompile_ChangesNothing()
    {
        await Run("a", 1, "var x = 1;");
        await Run("b", 2, "x");

        Assert.IsType<SubmissionResult.DidNotCompile>(await _session.RunAsync("nonsense(", 2, Token));

        Assert.False(_graph.Record("b", 2, "nonsense(", _session));
        Assert.Equal("x", Assert.Single(_graph.UsesOf("b")).Names[0]);
    }

    [Fact]
    public async Task Record_ACellThatThrew_Counts()
    {
        await Run("a", 1, "var x = 1;");
        const string Code = "var y = x; throw new Exception();";
        Assert.IsType<SubmissionResult.Threw>(await _session.RunAsync(Code, 2, Token));

        Assert.True(_graph.Record("b", 2, Code, _session));
        Assert.Equal("a", Assert.Single(_graph.UsesOf("b")).CellKey);
    }

    [Fact]
    public async Task Record_SeveralPiecesOfOneCell_AreTheCells()
    {
        await Run("a", 1, "var x = 1;");
        await _session.RunAsync("var inner = x;", 2, Token);
        await Run("b", 2, "var outer = inner;");
        await Run("c", 3, "inner + outer");

        Assert.Equal(["inner", "outer"], _graph.DeclaredBy("b"));
        Assert.Equal("a", Assert.Single(_graph.UsesOf("b")).CellKey);
        Assert.Equal("b", Assert.Single(_graph.UsesOf("c")).CellKey);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly Dictionary<string, (int Number, string Code)> _cells = [];

    private Task Again(string key) => Run(key, _cells[key].Number, _cells[key].Code);

    private async Task Run(string key, int number, string code)
    {
        _cells[key] = (number, code);
        var result = await _session.RunAsync(code, number, Token);
        Assert.True(result is SubmissionResult.Ran, result is SubmissionResult.DidNotCompile failure
            ? string.Join('\n', failure.Diagnostics)
            : result.ToString());
        Assert.True(_graph.Record(key, number, code, _session));
    }
}
