using NotebookKernel.Scripting.Language;

namespace NotebookKernel.Tests.Scripting.Language;

public class CompletenessTests : LanguageFixture
{
    [Theory]
    [InlineData("")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("Console.WriteLine(1);")]
    [InlineData("if (true) { }")]
    [InlineData("int F() { return 1; }")]
    [InlineData("int F() => 1;")]
    [InlineData("class C { }")]
    [InlineData("using System.IO;")]
    [InlineData("// only a comment")]
    [InlineData("/* closed */")]
    [InlineData("\"text\"")]
    [InlineData("from x in new[] { 1 } select x")]
    [InlineData("#!time")]
    [InlineData("#!time\n1 + 1")]
    [InlineData("#r \"nuget: Some.Package, 1.0\"")]
    [InlineData("#r \"a.dll\"")]
    [InlineData("#!import next.ipynb")]
    public void IsComplete_WholeStatements_AreComplete(string code) =>
        Assert.IsType<Completeness.Complete>(Service.IsComplete(code));

    [Theory]
    [InlineData("if (true)", "")]
    [InlineData("if (true) {", "    ")]
    [InlineData("for (var i = 0; i < 3; i++)\n{", "    ")]
    [InlineData("class C\n{\n    void F()\n    {", "        ")]
    [InlineData("class C\n{\n    void F()\n    {\n    }", "    ")]
    [InlineData("int F()\n{\n    var text = $\"{1}\";", "    ")]
    [InlineData("Console.WriteLine(", "")]
    [InlineData("var x =", "")]
    [InlineData("1 +", "")]
    [InlineData("/* open", "")]
    [InlineData("\"\"\"\nopen", "")]
    [InlineData("@\"open", "")]
    [InlineData("var xs = new[] {", "    ")]
    [InlineData("#!time\nif (true) {", "    ")]
    [InlineData("xs.Select(x => {", "    ")]
    public void IsComplete_OpenEnds_AreIncompleteAndIndent(string code, string indent) =>
        Assert.Equal(new Completeness.Incomplete(indent), Service.IsComplete(code));

    [Theory]
    [InlineData("}")]
    [InlineData("var x = ) 3;")]
    [InlineData("1 +/ 2")]
    [InlineData("if true { }")]
    [InlineData("class 3 { }")]
    [InlineData("foo bar baz;")]
    [InlineData("var x = ) 3; if (true) {")]
    [InlineData("\"not closed\nvar y = 1;")]
    public void IsComplete_MistakesBeforeTheEnd_AreInvalid(string code) =>
        Assert.IsType<Completeness.Invalid>(Service.IsComplete(code));
}
