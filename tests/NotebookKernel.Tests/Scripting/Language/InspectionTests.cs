using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel.Tests.Scripting.Language;

public class InspectionTests : LanguageFixture
{
    // The words are those of the SDK's reference documentation.
    [Theory]
    [InlineData("Math.M|ax(1, 2)", "int Math.Max(int val1, int val2)")]
    [InlineData("Math.Max|(1, 2)", "int Math.Max(int val1, int val2)")]
    [InlineData("Math.Max(|", "Math.Max(")]
    [InlineData("Math.Max(1, |2)", "int Math.Max(int val1, int val2)")]
    [InlineData("Math.Max(1, 2|)", "int Math.Max(int val1, int val2)")]
    [InlineData("|Math.Max(1, 2)", "class System.Math")]
    [InlineData("\"abc\".Len|gth", "int string.Length { get; }")]
    [InlineData("\"abc\".Sub|", null)]
    [InlineData("new List<int>().Ad|d(3)", "void List<int>.Add(int item)")]
    [InlineData("new[] { 1 }.Wher|e(x => x > 1)", "Where<int>(Func<int, bool> predicate)")]
    [InlineData("new Versi|on(1, 2)", "Version.Version(int major, int minor)")]
    [InlineData("new Version(1, |", "Version.Version(")]
    [InlineData("DayOfWeek.Mon|day", "DayOfWeek.Monday = 1")]
    [InlineData("System.Collec|tions.ArrayList a;", "namespace System.Collections")]
    [InlineData("v|ar x = 3;", "Represents a 32-bit signed integer.")]
    [InlineData("new[] { 1 }.Select(nu|m => num)", "int num")]
    [InlineData("new[] { 1 }.Select(num => n|um)", "int num")]
    [InlineData("int F(int size) => si|ze;", "int size")]
    [InlineData("[Obso|lete] class C { }", "class System.ObsoleteAttribute")]
    [InlineData("Math.Max(val1: 3, va|l2: 4)", "int val2")]
    public void Inspect_AName_GivesItsSignature(string marked, string? expected)
    {
        var inspection = Inspect(marked);

        if (expected is null) Assert.Null(inspection);
        else Assert.Contains(expected, Assert.IsType<NotebookKernel.Scripting.Language.Inspection>(inspection).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("|")]
    [InlineData("fo|reach (var x in new[] { 1 }) { }")]
    [InlineData("1 |+ 2")]
    [InlineData("3|")]
    [InlineData("\"Ma|th\"")]
    [InlineData("// Ma|th")]
    [InlineData("   |   ")]
    [InlineData("unk|nown")]
    [InlineData("new[] { 1 }.Select(x => { | })")]
    public void Inspect_WhereNothingHasAName_IsNull(string marked) =>
        Assert.Null(Inspect(marked.Length == 0 ? "|" : marked));

    [Fact]
    public void Inspect_TheFramework_HasItsDocumentation()
    {
        var text = Inspect("Math.Ma|x(1, 2)")!.Text;

        Assert.Contains("Returns the larger of two 32-bit signed integers.", text, StringComparison.Ordinal);
        Assert.Contains("  val1: The first of two 32-bit signed integers to compare.", text, StringComparison.Ordinal);
        Assert.Contains(
            "Returns:\nParameter val1 or val2, whichever is larger.", text, StringComparison.Ordinal);
        Assert.Contains("Overloads:\n", text, StringComparison.Ordinal);
        Assert.Contains("double Math.Max(double val1, double val2)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new List<int>().Ad|d(3)", "Adds an object to the end of the List.")]
    [InlineData("new[] { 1 }.Wher|e(x => true)", "Filters a sequence of values based on a predicate.")]
    [InlineData("Console.Write|Line()", "Writes the current line terminator to the standard output stream.")]
    [InlineData("new List<int>().Remove(|)", "ArgumentNull", false)]
    [InlineData("int.Par|se(\"3\")", "FormatException: s is not in the correct format.")]
    [InlineData("DateT|ime.Now", "Represents an instant in time, typically expressed as a date and time of day.")]
    public void Inspect_TypesOfTheFramework_AreDocumented(string marked, string words, bool isThere = true) =>
        Assert.Equal(isThere, Inspect(marked)!.Text.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Inspect_Markdown_HasCodeFencesAndHeadings()
    {
        var markdown = Inspect("Math.Ma|x(1, 2)")!.Markdown;

        Assert.StartsWith("```csharp\nint Math.Max(int val1, int val2)\n```", markdown, StringComparison.Ordinal);
        Assert.Contains("**Parameters**\n\n- `val1`: The first", markdown, StringComparison.Ordinal);
        Assert.Contains("Parameter `val1` or `val2`, whichever is larger.", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_CodeOfACell_HasItsComments()
    {
        await Run("""
            /// <summary>Twice as much as <paramref name="value"/>; see <see cref="Math.Abs(int)"/>.</summary>
            /// <param name="value">How much.</param>
            /// <returns><c>2 * value</c></returns>
            /// <exception cref="OverflowException">Too much.</exception>
            /// <remarks><para>One.</para><para>Two:</para>
            /// <list type="bullet"><item>a</item><item><term>b</term><description>c</description></item></list>
            /// <code>
            /// Twice(2)
            /// </code>
            /// </remarks>
            int Twice(int value) => 2 * value;
            """);

        var text = Inspect("Twi|ce(3)")!.Text.ReplaceLineEndings("\n");

        Assert.StartsWith("int Twice(int value)\n\ndeclared in cell 1\n\n", text, StringComparison.Ordinal);
        Assert.Contains("Twice as much as value; see Math.Abs.", text, StringComparison.Ordinal);
        Assert.Contains("Parameters:\n  value: How much.", text, StringComparison.Ordinal);
        Assert.Contains("Returns:\n2 * value", text, StringComparison.Ordinal);
        Assert.Contains("OverflowException: Too much.", text, StringComparison.Ordinal);
        Assert.Contains("One.\n\nTwo:\n\n- a\n- b: c\n\n", text, StringComparison.Ordinal);
        Assert.Contains("Twice(2)", text, StringComparison.Ordinal);
        Assert.Contains("`2 * value`", Inspect("Twi|ce(3)")!.Markdown, StringComparison.Ordinal);
        Assert.Contains("How much.", Inspect("Twice(val|ue: 3)")!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Inspect_Inheritdoc_IsResolved()
    {
        const string Code = """
            interface IShape
            {
                /// <summary>How large it is.</summary>
                double Area();
            }
            abstract class Shape
            {
                /// <summary>What it is called.</summary>
                public virtual string Name => "";
            }
            class Circle : Shape, IShape
            {
                /// <inheritdoc/>
                public double Area() => 3;
                /// <inheritdoc/>
                public override string Name => "circle";
                /// <inheritdoc cref="Area"/>
                public double Size => 3;
                /// <summary>Own.</summary><inheritdoc/>
                public override string ToString() => "";
            }
            new Circle()
            """;

        Assert.Contains("How large it is.", Inspect(Code + ".Ar|ea()")!.Text, StringComparison.Ordinal);
        Assert.Contains("What it is called.", Inspect(Code + ".Na|me")!.Text, StringComparison.Ordinal);
        Assert.Contains("How large it is.", Inspect(Code + ".Si|ze")!.Text, StringComparison.Ordinal);
        Assert.Contains("Own.", Inspect(Code + ".ToStr|ing()")!.Text, StringComparison.Ordinal);
        // Of what object says, only what the method does not say itself.
        Assert.Contains(
            "A string that represents the current object.", Inspect(Code + ".ToStr|ing()")!.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_AReferencedLibrary_HasTheDocumentationBesideIt()
    {
        var file = Folder.Write("Shapes.dll", "");
        using (var library = File.Create(file))
        using (var comments = File.Create(Path.ChangeExtension(file, ".xml")))
        {
            var compilation = CSharpCompilation.Create(
                "Shapes",
                [CSharpSyntaxTree.ParseText("""
                    public static class Circle
                    {
                        /// <summary>Pi times <paramref name="radius"/> squared.</summary>
                        public static double Area(double radius) => 3;
                        /// <inheritdoc cref="Area(double)"/>
                        public static double Size(double radius) => 3;
                    }
                    """, cancellationToken: Token)],
                [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            Assert.True(compilation.Emit(library, xmlDocumentationStream: comments, cancellationToken: Token).Success);
        }
        await Run("#r \"Shapes.dll\"\nvar area = Circle.Area(2);");

        Assert.Contains("Pi times radius squared.", Inspect("Circle.Ar|ea(1)")!.Text, StringComparison.Ordinal);
        Assert.Contains("Pi times radius squared.", Inspect("Circle.Si|ze(1)")!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var x = 42;", "int x = 42")]
    [InlineData("var x = \"text\";", "string x = \"text\"")]
    [InlineData("var x = new[] { 1, 2, 3 };", "int[] x = [1, 2, 3]")]
    [InlineData("var x = new List<string> { \"a\" };", "List<string> x = [\"a\"]")]
    [InlineData("var x = new Dictionary<string, int> { [\"a\"] = 1 };", "x = { \"a\": 1 }")]
    [InlineData("var x = (1, \"b\");", "x = (1, \"b\")")]
    [InlineData("var x = new { A = 1 };", "x = { A = 1 }")]
    [InlineData("string x = null;", "string x = null")]
    [InlineData("var x = DayOfWeek.Friday;", "DayOfWeek x = Friday")]
    [InlineData("record P(int A); var x = new P(3);", "P x = P { A = 3 }")]
    [InlineData("var x = new Version(1, 2);", "Version x = 1.2")]
    public async Task Inspect_AVariable_ShowsItsValue(string cell, string expected)
    {
        await Run(cell);

        Assert.Contains(expected, Inspect("x|")!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var ran = 0; var x = Enumerable.Range(0, 3).Select(i => { ran++; return i; });")]
    [InlineData("var ran = 0; var x = new List<IEnumerable<int>> { new[] { 1 }.Where(i => { ran++; return true; }) };")]
    [InlineData("class C { public static int Count;" +
        " public override string ToString() => \"\" + Count++; } C x = new();")]
    [InlineData("class C { public static int Count; public int P => Count++; } var x = new C();")]
    [InlineData("IEnumerable<int> F() { while (true) yield return 1; } var x = F();")]
    public async Task Inspect_AVariable_RunsNothingToShowIt(string cell)
    {
        await Run(cell);

        Assert.DoesNotContain(" = ", Inspect("x|")!.Text, StringComparison.Ordinal);
        if (cell.StartsWith("var ran", StringComparison.Ordinal))
            Assert.Contains("ran = 0", Inspect("ran|")!.Text, StringComparison.Ordinal);
        if (cell.StartsWith("class", StringComparison.Ordinal))
            await Run("if (C.Count != 0) throw new Exception(\"it ran\");");
    }

    [Fact]
    public async Task Inspect_ALongValue_IsCut()
    {
        await Run("var x = new string('a', 5000);");

        Assert.InRange(Inspect("x|")!.Text.Length, 100, 400);
    }

    [Fact]
    public async Task Inspect_AVariableOfThisText_ShowsTheValueOfItsLastRun()
    {
        await Run("var x = 41 + 1;");

        Assert.Contains("int x = 42", Inspect("var x| = 41 + 1;")!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("42", Inspect("var x| = \"now a text\";")!.Text, StringComparison.Ordinal);
    }
}
