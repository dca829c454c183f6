using NotebookKernel.Scripting.Language;

namespace NotebookKernel.Tests.Scripting.Language;

public class CompletionTests : LanguageFixture
{
    // What a place calls for, by the rules of the language.
    [Theory]
    [InlineData("var number = 1; nu|", "number")]
    [InlineData("int F(int size) { si|", "size")]
    [InlineData("Func<int, int> f = quantity => qua|", "quantity")]
    [InlineData("from item in new[] { 1 } select it|", "item")]
    [InlineData("int Twice(int x) => 2 * x; Tw|", "Twice")]
    [InlineData("for (var index = 0; ind|", "index")]
    [InlineData("if (int.TryParse(\"3\", out var parsed)) par|", "parsed")]
    [InlineData("if (3 is int whole) who|", "whole")]
    [InlineData("using Sys|", "System")]
    [InlineData("using System.Col|", "Collections")]
    [InlineData("using static System.Ma|", "Math")]
    [InlineData("using M = System.Ma|", "Math")]
    [InlineData("Lis|", "List")]
    [InlineData("List<str|", "string")]
    [InlineData("typeof(DateT|", "DateTime")]
    [InlineData("object o = 1; o as Lis|", "List")]
    [InlineData("class C : IDis|", "IDisposable")]
    [InlineData("try { } catch (Inv|", "InvalidOperationException")]
    [InlineData("void F(DateT|", "DateTime")]
    [InlineData("fore|", "foreach")]
    [InlineData("while (true) { bre|", "break")]
    [InlineData("switch (1) { ca|", "case")]
    [InlineData("if (true) { } el|", "else")]
    [InlineData("try { } fin|", "finally")]
    [InlineData("object o = 1; o i|", "is")]
    [InlineData("foreach (var x i|", "in")]
    [InlineData("from q in new[] { 1 } whe|", "where")]
    [InlineData("class C { pub|", "public")]
    [InlineData("class C { public overr|", "override")]
    [InlineData("object o = 1; if (o is no|", "not")]
    [InlineData("class C { int F() => thi|", "this")]
    [InlineData("int.TryParse(\"3\", ou|", "out")]
    [InlineData("Ma|th", "Math")]
    [InlineData("var @class = 1; cla|", "@class")]
    public void Complete_AWord_OffersWhatFits(string marked, string expected) =>
        Assert.Contains(expected, Texts(marked));

    [Theory]
    [InlineData("int | = 3;")]
    [InlineData("int x|")]
    [InlineData("var nu|")]
    [InlineData("class My|")]
    [InlineData("void Do|")]
    [InlineData("void F(int si|")]
    [InlineData("foreach (var it|")]
    [InlineData("enum E { Fi|")]
    [InlineData("from it| in new[] { 1 } select 1")]
    [InlineData("int.TryParse(\"3\", out var re|")]
    [InlineData("object o = 1; if (o is string te|")]
    public void Complete_ANewName_OffersNothing(string marked) => Assert.Empty(Texts(marked));

    [Theory]
    [InlineData("\"System.|\"")]
    [InlineData("\"System.|")]
    [InlineData("@\"System.|")]
    [InlineData("\"\"\"System.|\"\"\"")]
    [InlineData("\"\"\"\nSystem.|\n\"\"\"")]
    [InlineData("$\"System.|\"")]
    [InlineData("$\"Sys|\"")]
    [InlineData("$\"{1:F|}\"")]
    [InlineData("'|'")]
    [InlineData("// System.|")]
    [InlineData("/* System.| */")]
    [InlineData("/* System.|")]
    [InlineData("/// <see cref=\"System.|\nvoid F() { }")]
    [InlineData("#region System.|")]
    [InlineData("12|")]
    [InlineData("0x1F|")]
    [InlineData("1.5|")]
    public void Complete_InTextAndNumbers_OffersNothing(string marked) => Assert.Empty(Texts(marked));

    [Theory]
    [InlineData("$\"{System.|}\"")]
    [InlineData("$\"{System.|")]
    [InlineData("$\"half {Sys|}\"")]
    [InlineData("$\"\"\"{System.|}\"\"\"")]
    [InlineData("\"a\" + System.|")]
    [InlineData("/* a */ System.|")]
    [InlineData("// a\nSystem.|")]
    public void Complete_InHolesAndBesideText_OffersNames(string marked) => Assert.NotEmpty(Texts(marked));

    [Fact]
    public async Task Complete_NamesOfEarlierCells_ComeFirst()
    {
        await Run("var mean = 1.0; int Measure() => 1; class Median { }");

        var texts = Texts("me|");

        Assert.Equal("mean", texts[0]);
        Assert.Contains("Measure", texts);
        Assert.Contains("Median", Texts("Me|"));
    }

    [Fact]
    public async Task Complete_UsingsOfEarlierCells_Hold()
    {
        Assert.DoesNotContain("Stopwatch", Texts("Stopw|"));

        await Run("using System.Diagnostics;");

        Assert.Contains("Stopwatch", Texts("Stopw|"));
    }

    [Theory]
    [InlineData("void F() { lat|; int later = 1; }")]
    [InlineData("int later = lat|")]
    [InlineData("lat|;\nint later = 1;")]
    public void Complete_NamesNotDeclaredYet_AreNotOffered(string marked) =>
        Assert.DoesNotContain("later", Texts(marked));

    [Theory]
    [InlineData("Console.WL|", "WriteLine")]
    [InlineData("Console.WrL|", "WriteLine")]
    [InlineData("Console.wri|", "WriteLine")]
    [InlineData("class P { public int log_soft_max; } new P().l_m|", "log_soft_max")]
    public void Complete_CaseAndHumps_FindTheName(string marked, string expected) =>
        Assert.Contains(expected, Texts(marked));

    [Theory]
    [InlineData("Console.LW|", "WriteLine")]
    [InlineData("Console.ine|", "WriteLine")]
    [InlineData("Console.WriteX|", "WriteLine")]
    public void Complete_OtherLetters_DoNot(string marked, string absent) =>
        Assert.DoesNotContain(absent, Texts(marked));

    [Fact]
    public void Complete_ExactCase_ComesBeforeOtherCase()
    {
        var texts = Texts("class P { public int Abacus; public int about; public int abyss; } new P().ab|");

        Assert.Equal(["about", "abyss", "Abacus"], texts);
    }

    [Theory]
    [InlineData("Console.Wri|", 8, 11)]
    [InlineData("Console.W|ri(3)", 8, 11)]
    [InlineData("Console.|", 8, 8)]
    [InlineData("x + |y", 4, 4)]
    public void Complete_TheRange_IsTheWord(string marked, int start, int end)
    {
        var list = Complete(marked);

        Assert.Equal((start, end), (list.Start, list.End));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    public void Complete_PositionOutside_Refuses(string code)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Service.Complete(code, -1, Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => Service.Complete(code, code.Length + 1, Token));
        Assert.NotNull(Service.Complete(code, code.Length, Token));
    }

    [Fact]
    public void Complete_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Service.Complete("1.", 2, source.Token));
    }

    [Fact]
    public void Complete_SeveralTimes_SeesEachTextAlone()
    {
        Assert.Contains("first", Texts("var first = 1; fi|"));
        Assert.DoesNotContain("first", Texts("fi|"));
        Assert.Equal(CompletionKind.Variable, Complete("var first = 1; fir|").Items[0].Kind);
    }
}
