using System.Globalization;
using System.Text;
using GenAiCourse.Data;

namespace GenAiCourse.Tests.Data;

public sealed class CsvTableTests : IDisposable
{
    private readonly DataFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Parse_QuotedFields_MayHoldDelimitersQuotesAndLineEnds()
    {
        var table = CsvTable.Parse("name,said\r\nAda,\"a, \"\"b\"\"\nc\"\nBob,\n");

        Assert.Equal(["name", "said"], table.Columns);
        Assert.Equal(["a, \"b\"\nc", ""], table["said"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Numbers_AnyCulture_ReadAPoint(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal([1.5, -2e-3, double.NaN], CsvTable.Parse("x\n1.5\n -2e-3 \n?\n").Numbers("x", missing: "?"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Numbers_NoNumber_NamesRowAndColumn()
    {
        var error = Assert.Throws<InvalidDataException>(() => CsvTable.Parse("a,b\n1,2\n3,four\n").Numbers("b"));
        Assert.Contains("row 2, column b: expected a number, got \"four\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_Unknown_NamesThoseThatAre() =>
        Assert.Contains("has no column c; it has a, b",
            Assert.Throws<ArgumentException>(() => CsvTable.Parse("a,b\n")["c"]).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "line 3: expected 2 fields, got 1")]
    [InlineData("a,b\n1,2,3\n", "line 2: expected 2 fields, got 3")]
    [InlineData("a,a\n1,2\n", "two columns named \"a\"")]
    [InlineData("a\nx\"y\n", "a quote inside a field")]
    public void Parse_DamagedText_NamesTheLine(string text, string message) =>
        Assert.Contains(
            message, Assert.Throws<InvalidDataException>(() => CsvTable.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void GroupBy_Column_MakesATableOfEachValueInOrderOfAppearance()
    {
        var table = CsvTable.Parse("kind,n\nb,1\na,2\nb,3\n");

        var groups = table.GroupBy("kind");

        Assert.Equal([("b", 4.0), ("a", 2.0)], groups.Select(group => (group.Key, group.Table.Numbers("n").Sum())));
        Assert.Equal(["2", "3"], table.Where(row => row[1] != "1")["n"]);
        Assert.Throws<ArgumentException>(() => table.GroupBy("x"));
    }

    [Fact]
    public void Parse_EmptyText_IsATableOfNothing()
    {
        var table = CsvTable.Parse("");
        Assert.Empty(table.Columns);
        Assert.Empty(table.Rows);
    }

    [Fact]
    public void Read_TabsCommentsAndLatin1_AreOptions()
    {
        var path = _files.Write("beer.tsv.gz", Encoding.Latin1.GetBytes("// sizes\nMaß\t1\nKrügerl\t0.5\n"));

        Assert.Throws<InvalidDataException>(() => CsvTable.Read(path, hasHeader: false, "\t", '/'));
        var table = CsvTable.Read(path, hasHeader: false, "\t", '/', Encoding.Latin1);

        Assert.Equal(["0", "1"], table.Columns);
        Assert.Equal(["Maß", "Krügerl"], table["0"]);
        Assert.Equal([1, 0.5], table.Numbers("1"));
    }

    [Fact]
    public void Read_Iris_HasFishersMeans()
    {
        var iris = CsvTable.Read(DataFiles.Real("uci_iris/iris.data"), hasHeader: false);

        Assert.Equal(150, iris.Rows.Count);
        Assert.Equal(3, iris["4"].Distinct().Count());
        // The means that iris.names states.
        Assert.Equal([5.84, 3.05, 3.76, 1.20], Enumerable.Range(0, 4)
            .Select(i => Math.Round(iris.Numbers($"{i}").Average(), 2)));
    }
}
