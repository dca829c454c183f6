using NotebookKernel.Scripting;

namespace NotebookKernel.Tests.Scripting;

public class SourceExcerptTests
{
    private const string Code = "var a = 1;\r\n\tvar b = missing;\n\n" + "last";

    [Theory]
    [InlineData(1, 5, "   1 | var a = 1;\n     |     ^")]
    [InlineData(2, 10, "   2 | \tvar b = missing;\n     | \t        ^")]
    [InlineData(4, 0, "   4 | last")]
    [InlineData(4, 5, "   4 | last\n     |     ^")]
    [InlineData(4, 6, "   4 | last")]
    [InlineData(3, 1, null)]
    [InlineData(0, 1, null)]
    [InlineData(5, 1, null)]
    public void Of_ALine_ShowsItWithAMark(int line, int column, string? expected) =>
        Assert.Equal(expected, SourceExcerpt.Of(Code, line, column));

    [Fact]
    public void Of_ALineTooLongToRead_ShowsNothing() =>
        Assert.Null(SourceExcerpt.Of(new string('x', 1000), 1, 1));
}
