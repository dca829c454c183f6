using System.Globalization;
using NotebookKernel.Display;

namespace NotebookKernel.Tests.Display;

public sealed class FormatterTests
{
    [Fact]
    public void Format_Scalars_AreInvariantText()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.Equal("1.5", Plain(1.5));
            Assert.Equal("1.5", Html(1.5));
            Assert.Equal("null", Plain(null));
            Assert.Equal("True", Plain(true));
            Assert.Equal("[1.5, 2.25]", Plain(new[] { 1.5, 2.25 }));
            Assert.Equal("(1.5, \"a\")", Plain((1.5, "a")));
            Assert.Equal("Point { X = 1.5, Y = [1] }", Plain(new Point(1.5, [1])));
            Assert.Equal("List<Int32>", Plain(typeof(List<int>)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Format_String_IsPlainTextOnlyAndUnchanged()
    {
        var bundle = Formatter.Format("a <b>\n\"c\"");

        Assert.Equal(["text/plain"], bundle.MimeTypes);
        Assert.Equal("a <b>\n\"c\"", bundle["text/plain"]);
    }

    [Fact]
    public void Format_LongSequence_ShowsTwentyAndHowManyMore()
    {
        var text = Plain(Enumerable.Range(0, 25).ToArray());

        Assert.EndsWith("18, 19, … 5 more]", text, StringComparison.Ordinal);
        Assert.Contains("… 5 more", Html(Enumerable.Range(0, 25).ToList()), StringComparison.Ordinal);
        Assert.DoesNotContain("20", text, StringComparison.Ordinal);
        Assert.DoesNotContain("more", Plain(Enumerable.Range(0, 20).ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Format_EndlessSequence_StopsAtTheLimit()
    {
        var taken = 0;
        IEnumerable<int> Endless()
        {
            while (true) yield return taken++;
        }

        Assert.EndsWith("19, … more]", Plain(Endless()), StringComparison.Ordinal);
        Assert.InRange(taken, 20, 21);
    }

    [Fact]
    public void Format_Records_AreATableWithAColumnAProperty()
    {
        Assert.Equal(
            "<table><thead><tr><th></th><th>Name</th><th>N</th></tr></thead><tbody>"
            + "<tr><th>0</th><td>a&lt;b</td><td>1</td></tr>"
            + "<tr><th>1</th><td>c</td><td><i>null</i></td></tr></tbody></table>",
            Html(new Row[] { new("a<b", 1), new("c", null) }));
        Assert.Equal("[Row { Name = \"a<b\", N = 1 }]", Plain(new Row[] { new("a<b", 1) }));
    }

    [Fact]
    public void Format_Object_IsATableOfItsProperties()
    {
        Assert.Equal(
            "<table><tbody><tr><th>A</th><td>1</td></tr>"
            + "<tr><th>B</th><td>&quot;x&quot;</td></tr></tbody></table>",
            Html(new { A = 1, B = "\"x\"" }));
        Assert.Equal("{ A = 1, B = \"x\" }", Plain(new { A = 1, B = "x" }));
    }

    [Fact]
    public void Format_Dictionary_IsATableOfKeysAndValues()
    {
        var value = new Dictionary<string, double> { ["a&b"] = 0.5 };

        Assert.Contains("<tr><td>a&amp;b</td><td>0.5</td></tr>", Html(value), StringComparison.Ordinal);
        Assert.Equal("{ \"a&b\": 0.5 }", Plain(value));
    }

    [Fact]
    public void Format_Matrix_IsATableAndNestedText()
    {
        Assert.Equal("<table><tbody><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></tbody></table>",
            Html(new[,] { { 1, 2 }, { 3, 4 } }));
        Assert.Equal("[[1, 2], [3, 4]]", Plain(new[,] { { 1, 2 }, { 3, 4 } }));
    }

    [Fact]
    public void Format_SelfReferenceAndThrowingGetter_EndAndAreShown()
    {
        var node = new Node();
        node.Next = node;

        Assert.Contains("Broken = <InvalidOperationException>", Plain(node), StringComparison.Ordinal);
        Assert.Contains("&lt;InvalidOperationException&gt;", Html(node), StringComparison.Ordinal);
    }

    [Fact]
    public void Format_OwnToString_IsHowTheValueIsShown()
    {
        Assert.Equal("mine", Plain(new Named()));
        Assert.Equal("<pre>mine</pre>", Html(new Named()));
        Assert.Equal("[mine]", Plain(new[] { new Named() }));
        Assert.Contains("<td><pre>mine</pre></td>", Html(new { A = new Named() }), StringComparison.Ordinal);
    }

    [Fact]
    public void Format_ObjectsInsideObjects_AreOpenedTwice() =>
        Assert.Equal("Outer { In = Outer { In = Outer } }", Plain(new Outer(new Outer(new Outer(null)))));

    [Fact]
    public void Format_MarkupAndMimeTypes_AreTakenAsTheyAre()
    {
        Assert.Equal("<b>x</b>", Html(CellFunctions.HTML("<b>x</b>")));
        var markdown = Formatter.Format("# x", ["text/markdown"]);
        Assert.Equal(["text/markdown", "text/plain"], markdown.MimeTypes);
        Assert.Equal("# x", markdown["text/markdown"]);
        Assert.Equal("{\"A\":1}", Formatter.Format(new { A = 1 }, ["application/json"])["application/json"]);
    }

    [Fact]
    public void Format_Exception_HasTypeAndMessage() =>
        Assert.Equal("ArgumentException: <no>", Plain(new ArgumentException("<no>")));

    private static string Plain(object? value) => Formatter.Format(value)["text/plain"];

    private static string Html(object? value) => Formatter.Format(value)["text/html"];

    private sealed record Point(double X, int[] Y);

    private sealed record Row(string Name, int? N);

    private sealed class Node
    {
        public Node? Next { get; set; }

        public int Broken => throw new InvalidOperationException($"{Next}");
    }

    private sealed record Outer(object? In);

    private sealed class Named
    {
        public int Hidden => 1;

        public override string ToString() => "mine";
    }
}
