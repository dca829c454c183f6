using NotebookKernel.Notebooks;
using Testing;

namespace NotebookKernel.Tests.Scripting.Language;

/// <summary>Whatever a reader types, the questions have an answer: no code makes them throw.</summary>
public class AnyCodeTests : LanguageFixture
{
    private const string Sampler = """"
        #!time
        using System.IO;
        record Point(double X, double Y) { public double Length => Math.Sqrt(X * X + Y * Y); }
        enum Kind { A, B = 3 }
        class Box<T> : IDisposable where T : new()
        {
            private readonly List<T> _items = [];
            public T this[int i] => _items[i];
            public event EventHandler? Changed;
            public override string ToString() => $"{_items.Count:F1} and {string.Join(", ", _items)}";
            public void Dispose() { Changed?.Invoke(this, EventArgs.Empty); }
            public static Box<T> operator +(Box<T> a, Box<T> b) => a;
        }
        var points = new[] { new Point(1, 2), new Point(3, 4) with { X = 5 } };
        var far = from p in points where p.Length > 2 orderby p.X descending select new { p.X, Name = "p" };
        async Task<int> Later(int n = 3, params string[] rest) { await Task.Yield(); return n + rest.Length; }
        switch (points[0]) { case { X: > 1, Y: var y } when y > 0: break; case (1, _): goto default; default: break; }
        var text = points.Length switch { 0 => "none", 1 or 2 => "few", _ => @"m""any" };
        if (points is [var first, .., { Y: 4 } last] && text is not null) Console.WriteLine($@"{first} {last,5}");
        for (int i = 0, j = 1; i < 3; i++) { unsafe { int* q = &j; (*q)++; } }
        try { throw new ArgumentException(nameof(points)); } catch (Exception e) when (e is { Source: "x" }) { }
        Func<int, int> twice = static x => x * 2; int Local<T>(T t) => t!.GetHashCode(); /* done */ // really
        (int a, var (b, c)) = (1, (2, 3)); var raw = """raw {x}"""; int? n = null; n ??= a; 'c'.ToString()
        """";

    [Fact]
    public void Anything_AtEveryPosition_IsAnswered()
    {
        // Several at a time: the service may be asked from any thread.
        Parallel.For(0, Sampler.Length + 1, position => Ask(Sampler, position));
    }

    [Fact]
    public void Anything_CutAnywhere_IsAnswered()
    {
        for (var end = 0; end <= Sampler.Length; end += 9) Ask(Sampler[..end], end);
    }

    [Fact]
    public void Anything_WithPiecesMissing_IsAnswered()
    {
        var random = new Random(7);
        for (var i = 0; i < 80; i++)
        {
            var code = Sampler;
            for (var cut = 0; cut < 1 + i % 4; cut++)
            {
                var start = random.Next(code.Length);
                code = code.Remove(start, Math.Min(random.Next(1, 40), code.Length - start));
            }
            Ask(code, random.Next(code.Length + 1));
        }
    }

    [Theory]
    [InlineData("#")]
    [InlineData("#r")]
    [InlineData("#r \"")]
    [InlineData("#r \"\0\"")]
    [InlineData("#load \"nothing.csx\"\n1.")]
    [InlineData("#if true\nx.\n#endif")]
    [InlineData("\ud83d\ude00.")]
    [InlineData("\u0000\u0001.")]
    [InlineData("@")]
    [InlineData("new")]
    [InlineData("new (")]
    [InlineData("override")]
    [InlineData("}}}}{{{{.")]
    [InlineData("a?.b?.c?.")]
    [InlineData("x => y => z => .")]
    [InlineData("namespace A.B;\nclass C { }")]
    [InlineData("using static ")]
    [InlineData("[[[[")]
    [InlineData("$\"{$\"{$\"{")]
    [InlineData("record R(int A) { A")]
    public void Oddities_AreAnswered(string code)
    {
        for (var position = 0; position <= code.Length; position++) Ask(code, position);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("{ ")]
    [InlineData("a.")]
    [InlineData("x => ")]
    [InlineData("1 + ")]
    [InlineData("[")]
    public void NestingWithoutEnd_IsAnswered(string piece)
    {
        var code = string.Concat(Enumerable.Repeat(piece, 150));
        Ask(code, code.Length);
        Ask(code, code.Length / 2);
    }

    [Fact]
    public async Task Notebooks_AtPositionsThroughout_AreAnswered()
    {
        var library = Path.Combine(TestPaths.Root, ".artifacts", "course", "GenAiCourse.dll");
        Assert.SkipUnless(File.Exists(library), "build lib/GenAiCourse first");
        var file = Directory.GetFiles(Path.Combine(TestPaths.Root, "notebooks"), "*.ipynb", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Last();
        var cells = Notebook.Load(file).CodeCells.Select(cell => cell.Source).ToArray();
        await Run(cells[0].Split('\n')[0].Replace("../../.artifacts/course/GenAiCourse.dll", library,
            StringComparison.Ordinal) + "\n" + string.Join('\n', cells[0].Split('\n')[1..^1]));
        var random = new Random(11);

        foreach (var code in cells.Skip(1).Take(12))
            for (var i = 0; i < 12; i++)
                Ask(code, random.Next(code.Length + 1));
    }

    private void Ask(string code, int position)
    {
        var list = Service.Complete(code, position, Token);
        Assert.InRange(list.Start, 0, position);
        Assert.InRange(list.End, position, code.Length);
        foreach (var item in list.Items.Take(3)) Assert.NotEmpty(item.Description);
        _ = Service.Inspect(code, position, Token);
        _ = Service.IsComplete(code[..position]);
    }
}
