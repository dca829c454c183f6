using NotebookKernel.Scripting.Language;

namespace NotebookKernel.Tests.Scripting.Language;

public class SpecialCompletionTests : LanguageFixture
{
    [Theory]
    [InlineData("new |", "DateTime")]
    [InlineData("new |", "List")]
    [InlineData("new Sys|", "System")]
    [InlineData("new System.Text.|", "StringBuilder")]
    [InlineData("new in|", "int")]
    [InlineData("throw new |", "ArgumentException")]
    public void Complete_AfterNew_OffersWhatCanBeMade(string marked, string expected) =>
        Assert.Contains(expected, Texts(marked));

    [Theory]
    [InlineData("var number = 1; new |", "number")]
    [InlineData("new |", "Math")]                               // static
    [InlineData("new |", "IDisposable")]                        // an interface
    [InlineData("abstract class Form { public Form() { } } new |", "Form")]
    [InlineData("new |", "DayOfWeek")]                          // an enumeration
    [InlineData("new |", "if")]
    [InlineData("new System.|", "GC")]
    [InlineData("class Hidden { private Hidden() { } } new |", "Hidden")]
    public void Complete_AfterNew_OffersNothingElse(string marked, string absent) =>
        Assert.DoesNotContain(absent, Texts(marked));

    [Theory]
    [InlineData("List<int> xs = new |", "List<int>")]
    [InlineData("StringBuilder text; text = new |", "StringBuilder")]
    [InlineData("void F(Version v) { } F(new |", "Version")]
    [InlineData("Version F() { return new |", "Version")]
    [InlineData("Dictionary<string, int[]> d = new |", "Dictionary<string, int[]>")]
    public void Complete_AfterNew_OffersTheTargetFirst(string marked, string expected) =>
        Assert.Equal(expected, Texts(marked)[0]);

    [Theory]
    [InlineData("DayOfWeek day = |")]
    [InlineData("DayOfWeek? day = |")]
    [InlineData("var day = DayOfWeek.Sunday; day = |")]
    [InlineData("var day = DayOfWeek.Sunday; if (day == |")]
    [InlineData("var day = DayOfWeek.Sunday; if (day != |) { }")]
    [InlineData("var day = DayOfWeek.Sunday; if (1 < 2 && day == |")]
    [InlineData("var day = DayOfWeek.Sunday; switch (day) { case |")]
    [InlineData("var day = DayOfWeek.Sunday; var n = day switch { |")]
    [InlineData("var day = DayOfWeek.Sunday; var n = day switch { DayOfWeek.Sunday => 1, |")]
    [InlineData("var day = DayOfWeek.Sunday; if (day is |")]
    [InlineData("var day = DayOfWeek.Sunday; if (day is DayOfWeek.Monday or |")]
    [InlineData("void F(int n, DayOfWeek day) { } F(3, |")]
    [InlineData("void F(int n, DayOfWeek day) { } F(3, day: |)")]
    [InlineData("DayOfWeek F() { return |")]
    [InlineData("DayOfWeek F() => |")]
    [InlineData("Func<int, DayOfWeek> f = x => |")]
    [InlineData("DayOfWeek d = true ? |")]
    [InlineData("class P { public DayOfWeek Day; } new P { Day = |")]
    public void Complete_WhereAnEnumerationIsWanted_OffersItsMembersFirst(string marked) =>
        Assert.Equal(
            ["Friday", "Monday", "Saturday", "Sunday", "Thursday", "Tuesday", "Wednesday"],
            Texts(marked).Take(7).Select(text => text.Replace("DayOfWeek.", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("DayOfWeek day = Day|")]
    [InlineData("DayOfWeek day = Fri|")]
    public void Complete_AnEnumerationHalfTyped_IsFoundByEitherName(string marked)
    {
        Assert.Contains("DayOfWeek.Friday", Texts(marked));
        Assert.DoesNotContain("DayOfWeek.Friday", Texts(marked.Replace("|", "X|", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("new Box { |", "Size", "Label", "Open")]
    [InlineData("new Box { | }", "Size", "Label", "Open")]
    [InlineData("new Box { Size = 3, |", "Label", "Open")]
    [InlineData("new Box { Size = 3, La|", "Label")]
    [InlineData("Box b = new() { |", "Size", "Label", "Open")]
    [InlineData("var b = new Box() with { |", "Size", "Label", "Open")]
    public async Task Complete_InAnInitializer_OffersWhatCanBeSet(string marked, params string[] expected)
    {
        await Run("""
            record Box
            {
                public int Size { get; set; }
                public string Label { get; init; }
                public bool Open;
                public int Fixed { get; }
                public readonly int Frozen;
                public static int Count { get; set; }
            }
            """);

        Assert.Equal(expected.Order(), Texts(marked).Order());
    }

    [Fact]
    public void Complete_InAnInitializerOfACollection_OffersValuesToo()
    {
        var texts = Texts("var one = 1; new List<int> { |");

        Assert.Contains("Capacity", texts);
        Assert.Contains("one", texts);
    }

    [Fact]
    public void Complete_InAPropertyPattern_OffersWhatCanBeRead() =>
        Assert.Equal(["Length"], Texts("if (\"abc\" is { |"));

    [Fact]
    public void Complete_AfterOverride_OffersWhatIsNotOverriddenYet()
    {
        var texts = Texts("""
            abstract class P { public abstract int Area(double scale); public virtual string Name { get; set; } }
            class Q : P { public override string ToString() => ""; public override | }
            """);

        Assert.Equal(
            ["bool Equals(object obj)", "int Area(double scale)", "int GetHashCode()", "string Name"], texts.Order());
    }

    [Theory]
    [InlineData("class Q { public override To|", "string ToString()")]
    [InlineData("class Q { public override str|", "string ToString()")]
    public void Complete_AfterOverride_IsFoundByNameAndByType(string marked, string expected) =>
        Assert.Contains(expected, Texts(marked));

    [Theory]
    [InlineData("[|", "Obsolete", "Flags")]
    [InlineData("[Obs|]\nclass C { }", "Obsolete")]
    [InlineData("class C { [Obs|", "Obsolete")]
    public void Complete_InAnAttribute_OffersAttributesByTheirShortNames(string marked, params string[] expected)
    {
        var texts = Texts(marked);

        Assert.All(expected, text => Assert.Contains(text, texts));
        Assert.DoesNotContain("ObsoleteAttribute", texts);
        Assert.DoesNotContain("String", texts);
    }

    [Theory]
    [InlineData("void F(int size, bool loud) { } F(|", "size:", "loud:")]
    [InlineData("void F(int size, bool loud) { } F(3, |", "loud:")]
    [InlineData("void F(int size, bool loud) { } F(loud: true, |", "size:")]
    [InlineData("new Version(ma|", "major:")]
    [InlineData("\"a\".Split(opt|", "options:")]
    [InlineData("Func<int, int> f = x => x; f(|", "arg:")]
    public void Complete_InACall_OffersNamedArguments(string marked, params string[] expected)
    {
        var texts = Texts(marked);

        Assert.All(expected, text => Assert.Contains(text, texts));
    }

    [Theory]
    [InlineData("void F(int size, bool loud) { } F(3, |", "size:")]
    [InlineData("void F(int size, bool loud) { } F(loud: true, |", "loud:")]
    [InlineData("void F(int size, bool loud) { } F(size: |", "loud:")]
    [InlineData("void F(int size, bool loud) { } F(1 + |", "size:")]
    public void Complete_InACall_OffersNoArgumentTwice(string marked, string absent) =>
        Assert.DoesNotContain(absent, Texts(marked));

    [Theory]
    [InlineData("#r \"|", "lib.dll", "sub/", "../")]
    [InlineData("#r \"sub/|", "inner.dll")]
    [InlineData("#r \"sub/in|", "inner.dll")]
    [InlineData("#load \"|", "tool.csx")]
    [InlineData("#!import |", "next.ipynb", "tool.csx")]
    [InlineData("var x = 1;\n#!import ne|", "next.ipynb")]
    [InlineData("#|", "#r", "#load", "#!import")]
    [InlineData("#!ti|", "#!time")]
    [InlineData("  #!who|", "#!who", "#!whos")]
    public void Complete_InADirective_OffersFilesAndNames(string marked, params string[] expected)
    {
        foreach (var file in (string[])["lib.dll", "lib.txt", "sub/inner.dll", "tool.csx", "next.ipynb"])
            Folder.Write(file, "");

        var texts = Texts(marked);

        Assert.All(expected, text => Assert.Contains(text, texts));
        Assert.DoesNotContain("lib.txt", texts);
    }

    [Fact]
    public void Complete_InAPath_ReplacesTheLastPart()
    {
        Folder.Write("sub/inner.dll", "");

        var list = Complete("#r \"sub/in|");

        Assert.Equal((8, 10), (list.Start, list.End));
        Assert.Equal(CompletionKind.File, Assert.Single(list.Items).Kind);
    }

    [Theory]
    [InlineData("#!time\nvar x = 1;\nx.|")]
    [InlineData("#!csharp\r\n1.ToString().Length.|")]
    [InlineData("#r \"nuget: Some.Package, 1.0\"\n3.ToString().Length.|")]
    public void Complete_BelowADirective_IsNotDisturbed(string marked) =>
        Assert.Contains("CompareTo", Texts(marked));
}
