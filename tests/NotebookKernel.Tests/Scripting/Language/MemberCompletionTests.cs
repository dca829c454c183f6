using NotebookKernel.Scripting.Language;

namespace NotebookKernel.Tests.Scripting.Language;

public class MemberCompletionTests : LanguageFixture
{
    [Theory]
    [InlineData("\"abc\".|", "Length", "Substring", "Where", "Select")]
    [InlineData("\"abc\"?.|", "Length", "Where")]
    [InlineData("string.|", "IsNullOrEmpty", "Empty", "Join")]
    [InlineData("System.|", "Math", "Collections", "IO")]
    [InlineData("System.Collections.|", "Generic", "IList", "ArrayList")]
    [InlineData("Environment.SpecialFolder.|", "Desktop", "MyDocuments")]
    [InlineData("global::|", "System")]
    [InlineData("int? n = 3; n?.|", "CompareTo")]
    [InlineData("var t = (a: 1, b: 2); t.|", "a", "b")]
    [InlineData("unsafe { int x = 1; int* p = &x; p->|", "CompareTo")]
    [InlineData("T Most<T>(T a) where T : IComparable<T> => a.|", "CompareTo")]
    [InlineData("Console.|\nvar later = 1;", "WriteLine")]
    [InlineData("var s = \"a\";\ns.|\nvar later = 1;", "Length", "Trim")]
    [InlineData("var s = \"a\";\ns.|\nConsole.WriteLine(s);", "Length")]
    [InlineData("\"abc\".ToUpper().|", "Length")]
    [InlineData("new int[3].|", "Length", "Sum")]
    [InlineData("nameof(System.|", "String")]
    [InlineData("Random.Shared.|", "Next", "NextDouble")]
    public void Complete_AfterADot_OffersTheMembers(string marked, params string[] expected)
    {
        var texts = Texts(marked);

        Assert.All(expected, text => Assert.Contains(text, texts));
    }

    [Theory]
    [InlineData("\"abc\".|", "IsNullOrEmpty", "get_Length", "op_Equality", ".ctor", "Finalize")]
    [InlineData("string.|", "Length", "Substring", "Where", "ReferenceEquals")]
    [InlineData("Console.WriteLine.|", "Length", "ToString", "Invoke")]
    [InlineData("new List<int>().|", "get_Item", "set_Item", "this[]", "Enumerator")]
    [InlineData("class P { private int Hidden; protected int Kept; public int Open; } new P().|", "Hidden", "Kept")]
    [InlineData("Console.|", "get_Out", "add_CancelKeyPress")]
    [InlineData("dynamic d = 1; d.|", "CompareTo")]
    public void Complete_AfterADot_OffersNothingThatCannotBeWritten(string marked, params string[] absent)
    {
        var texts = Texts(marked);

        Assert.All(absent, text => Assert.DoesNotContain(text, texts));
    }

    // A lambda in a call that is not finished: its parameter has a type all the same.
    [Theory]
    [InlineData("var xs = new List<string>(); xs.Select(q => q.|", "Length")]
    [InlineData("var xs = new List<string>(); xs.Select(q => q.|)", "Length")]
    [InlineData("var xs = new List<string>(); xs.Where(q => q.Length > 1).Select(q => q.|", "Length")]
    [InlineData("var xs = new List<string>(); xs.OrderBy(q => q.Length).ThenBy((q) => { return q.|", "Length")]
    [InlineData("var xs = new List<string>(); xs.Aggregate(\"\", (a, b) => a.|", "Length")]
    [InlineData("var xs = new List<string>(); from q in xs where q.|", "Length")]
    [InlineData("var xs = new List<string>(); from q in xs let w = q.Length orderby w.|", "CompareTo")]
    [InlineData("var xs = new List<string>(); foreach (var q in xs) { q.|", "Length")]
    [InlineData("Func<string, int> f = q => q.|", "Length")]
    [InlineData("Enumerable.Range(0, 3).Select(i => new { Half = i }).Where(h => h.|", "Half")]
    public void Complete_InALambda_KnowsTheTypeOfItsParameter(string marked, string expected) =>
        Assert.Contains(expected, Texts(marked));

    // In the middle of code that goes on: what follows the caret must not change what stands before it.
    [Theory]
    [InlineData("void F(string a, int b) { } F(\"x\".|, 3);")]
    [InlineData("if (\"x\".|) {\n    Console.Write(1);\n}")]
    [InlineData("string F(string s)\n{\n    return s.|\n}")]
    [InlineData("string F(string s)\n{\n    s.|\n    return s;\n}")]
    [InlineData("string F(string s)\n{\n    s.|\n    var t = s;\n    return t;\n}")]
    [InlineData("var s = \"x\";\nforeach (var c in s.|)\n{\n}")]
    [InlineData("var xs = new[] { \"x\" };\nforeach (var s in xs)\n{\n    s.|\n}")]
    [InlineData("var xs = new[] { \"x\" };\nxs\n  .Select(s => s.|)\n  .ToList();\nvar after = 1;")]
    [InlineData("var s = \"x\";\nConsole.WriteLine($\"{s.|} and {s}\");")]
    [InlineData("var s = \"x\"; var n = s is { Length: > 1 } ? s.| : 0;")]
    [InlineData("object o = \"x\"; var n = o is string s && s.|")]
    [InlineData("var n = 1 switch\n{\n    1 => \"x\".|,\n    _ => 2,\n};")]
    [InlineData("switch (1)\n{\n    case 1:\n        \"x\".|\n        break;\n}")]
    [InlineData("Task.Run(async () => { await Task.Yield(); \"x\".|")]
    [InlineData("string s = \"x\";\ns.|;\nvar after = 1;")]
    public void Complete_InTheMiddleOfCode_OffersTheMembers(string marked) =>
        Assert.Contains("Length", Texts(marked));

    [Fact]
    public void Complete_HiddenAndForbiddenMembers_AreNotOffered()
    {
        var texts = Texts("""
            class P
            {
                [System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
                public int Secret;
                [Obsolete("gone", true)] public int Gone;
                [Obsolete("old")] public int Old;
                public int Plain;
            }
            new P().|
            """);

        Assert.Contains("Old", texts);
        Assert.Contains("Plain", texts);
        Assert.DoesNotContain("Secret", texts);
        Assert.DoesNotContain("Gone", texts);
    }

    [Fact]
    public async Task Complete_MembersOfEarlierCells_AreOffered()
    {
        await Run("record Point(double X, double Y); static int Twice(this int value) => 2 * value;");
        await Run("var corner = new Point(1, 2); var points = new[] { corner };");

        Assert.Contains("X", Texts("corner.|"));
        Assert.Contains("Y", Texts("points.Select(p => p.|"));
        Assert.Contains("Twice", Texts("3.ToString().Length.|"));
    }

    [Fact]
    public void Complete_PropertyNamedAsItsType_OffersBoth()
    {
        var texts = Texts("enum Shade { Dark } class P { public Shade Shade; int F() => Shade.| }");

        Assert.Contains("Dark", texts);
        Assert.Contains("HasFlag", texts);
    }

    [Fact]
    public void Complete_Base_OffersWhatIsInherited()
    {
        var texts = Texts("class P { protected int Kept; } class Q : P { int Own; int F() => base.| }");

        Assert.Contains("Kept", texts);
        Assert.DoesNotContain("Own", texts);
    }

    [Fact]
    public void Complete_Overloads_AreOneItemWithTheirNumber()
    {
        var item = Assert.Single(Complete("Math.Sig|").Items);

        // System.Math.Sign: Decimal, Double, Int16, Int32, Int64, IntPtr, SByte, Single.
        Assert.Equal(("Sign", CompletionKind.Method), (item.Text, item.Kind));
        Assert.StartsWith("int Math.Sign(", item.Description, StringComparison.Ordinal);
        Assert.EndsWith(" (+ 7 overloads)", item.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"a\".Len|", "Length", CompletionKind.Property, "int string.Length { get; }")]
    [InlineData("int.MaxV|", "MaxValue", CompletionKind.Constant, "int.MaxValue = 2147483647")]
    [InlineData("DayOfWeek.Mon|", "Monday", CompletionKind.EnumMember, "DayOfWeek.Monday = 1")]
    [InlineData("System.Tex|", "Text", CompletionKind.Namespace, "namespace System.Text")]
    [InlineData("System.Ac|", "AccessViolationException", CompletionKind.Class, "class System.AccessV")]
    [InlineData("new[] { 1 }.Tak|", "Take", CompletionKind.ExtensionMethod, "IEnumerable<int>")]
    [InlineData("System.IDisp|", "IDisposable", CompletionKind.Interface, "interface System.IDisposable")]
    [InlineData("System.DayO|", "DayOfWeek", CompletionKind.Enum, "enum System.DayOfWeek")]
    [InlineData("System.DateTimeO|", "DateTimeOffset", CompletionKind.Struct, "struct System.DateTimeOffset")]
    public void Complete_Items_SayWhatTheyAre(string marked, string text, CompletionKind kind, string description)
    {
        var item = Assert.Single(Complete(marked).Items, item => item.Text == text);

        Assert.Equal(kind, item.Kind);
        Assert.Contains(description, item.Description, StringComparison.Ordinal);
    }
}
