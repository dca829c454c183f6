using GenAiCourse.Display;

namespace GenAiCourse.Tests.Display;

public class TableTests
{
    private static readonly Table Sample =
        Table.Of(new[] { ("pi", 3.14159265), ("<e>", 2.71828) }, ("name", x => x.Item1), ("value", x => x.Item2));

    [Fact]
    public void ToString_WordsAndNumbers_SetsNumbersFlushRight() =>
        Assert.Equal("name  value\n----  -----\npi    3.142\n<e>   2.718", Sample.ToString());

    [Fact]
    public void ToHtml_ASpecialCharacter_IsEscaped()
    {
        Assert.Contains("&lt;e&gt;", Sample.ToHtml(), StringComparison.Ordinal);
        Assert.DoesNotContain("<e>", Sample.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_AShortRow_SaysWhichAndHowMany()
    {
        var error = Assert.Throws<ArgumentException>(() => new Table(["a", "b"], [[1, 2], [3]]));
        Assert.Contains("row 1: expected 2 cells", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(1234.5678, "1235")]
    [InlineData(0.00001234, "1.234e-5")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(123456789, "1.235e8")]
    [InlineData(double.NaN, "NaN")]
    public void Short_AnyNumber_KeepsAboutFourDigits(double value, string expected) =>
        Assert.Equal(expected, Numbers.Short(value));
}
