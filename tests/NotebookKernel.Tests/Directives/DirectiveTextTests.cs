using NotebookKernel.Directives;

namespace NotebookKernel.Tests.Directives;

public sealed class DirectiveTextTests
{
    [Theory]
    [InlineData("var s = \"\"\"\n#!time\n\"\"\";")]
    [InlineData("var s = $\"\"\"\n#!who {1}\n#!markdown\n\"\"\";")]
    [InlineData("var s = @\"\n#!html\n\";")]
    [InlineData("/*\n#!time\n#r \"nuget: A\"\n*/ 1")]
    [InlineData("/// <summary>\n/// #!who\n/// </summary>\nint F() => 1;")]
    [InlineData("#if false\n#!time\n#r \"nuget: A\"\n#endif\n1")]
    [InlineData("#nullable enable\n#region a\nint x = 1; // #!time\n#endregion")]
    [InlineData("#r \"System.Xml\"\n#load \"a.csx\"\n1")]
    [InlineData("")]
    [InlineData("1 + 1")]
    public void Split_WhatOnlyLooksLikeADirective_IsCode(string code)
    {
        Assert.IsType<TextPiece.Code>(Assert.Single(DirectiveText.Split(code)));
        Assert.Equal(code, DirectiveText.CodeOnly(code));
    }

    [Theory]
    [InlineData("#!time")]
    [InlineData("  #!time  ")]
    [InlineData("#!time\r\n1")]
    [InlineData("foo(\n#!time\n);")]
    [InlineData("var x = \"not closed\n#!time\nvar s = \"\"\"\n")]
    public void Split_DirectiveWhereALineBegins_IsFound(string code) => Assert.Equal(
        ("#!time", ""),
        Assert.Single(DirectiveText.Split(code).OfType<TextPiece.Instruction>().Select(l => (l.Name, l.Argument))));

    [Fact]
    public void Split_LanguageInTheMiddle_LeavesItsTextAlone()
    {
        const string Code = "1\n#!markdown\nit's \"/* open\n#!not-one\n#!time\nmore\n  #!C#\nvar s = 2;\n#!html\n<p>";

        Assert.Equal(
            [
                "Code 1|", "Instruction #!markdown|", "Foreign it's \"/* open|#!not-one|", "Instruction #!time|",
                "Foreign more|", "Instruction   #!C#|", "Code var s = 2;|", "Instruction #!html|", "Foreign <p>",
            ],
            DirectiveText.Split(Code).Select(piece =>
                $"{piece.GetType().Name} {Code[piece.Start..piece.End].Replace('\n', '|')}"));
    }

    [Fact]
    public void Split_Directive_SaysWhereItStands()
    {
        var line = DirectiveText.Split("var x = 1;\n\n  #r   \"nuget: A, 1.0\"\n")
            .OfType<TextPiece.Instruction>().Single();

        Assert.Equal(("#r", "\"nuget: A, 1.0\"", 3, 3), (line.Name, line.Argument, line.Line, line.Column));
    }

    [Theory]
    [InlineData("#!time\nx.Y", "      \nx.Y")]
    [InlineData("#r \"nuget: A\"\r\n#r \"a.dll\"\r\nx", "             \r\n#r \"a.dll\"\r\nx")]
    [InlineData("a\n#!markdown\nb\n#!csharp\nc", "a\n          \n \n        \nc")]
    [InlineData("#!html\n<b>", "      \n   ")]
    public void CodeOnly_KeepsEveryPosition(string cell, string code)
    {
        Assert.Equal(code, DirectiveText.CodeOnly(cell));
        Assert.Equal(cell.Length, code.Length);
    }
}
