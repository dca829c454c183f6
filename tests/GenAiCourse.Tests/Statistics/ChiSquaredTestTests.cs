using System.Text.Json;
using GenAiCourse.Statistics;
using static GenAiCourse.Tests.Statistics.TestFixture;

namespace GenAiCourse.Tests.Statistics;

public class ChiSquaredTestTests
{
    [Fact]
    public void GoodnessOfFit_EachRow_EqualsScipy()
    {
        foreach (var row in Root.GetProperty("chi_squared").GetProperty("goodness_of_fit").EnumerateArray())
        {
            var observed = Array.ConvertAll(Numbers(row.GetProperty("observed")), count => (int)count);
            var expected = row.GetProperty("expected");
            ChiSquaredTestResult result = ChiSquaredTest.GoodnessOfFit(
                observed, expected.ValueKind == JsonValueKind.Null ? [] : Numbers(expected),
                row.GetProperty("ddof").GetInt32());

            Near(row.GetProperty("statistic").GetDouble(), result.Statistic, "statistic");
            Near(row.GetProperty("p").GetDouble(), result.PValue, "p");
        }
    }

    [Fact]
    public void Independence_EachTable_EqualsScipy()
    {
        foreach (var row in Root.GetProperty("chi_squared").GetProperty("contingency").EnumerateArray())
        {
            var table = Table(row);
            foreach (var (name, isCorrected) in new[] { ("corrected", true), ("plain", false) })
            {
                var (expected, result) =
                    (Numbers(row.GetProperty(name)), ChiSquaredTest.Independence(table, isCorrected));
                Near(expected[0], result.Statistic, $"{name} statistic");
                Near(expected[1], result.PValue, $"{name} p");
                Assert.Equal(row.GetProperty("df").GetInt32(), result.DegreesOfFreedom);
            }
            Assert.Equal(
                row.GetProperty("expected").EnumerateArray().SelectMany(Numbers).Select(number => (float)number),
                ChiSquaredTest.Expected(table).Cast<double>().Select(number => (float)number));
        }
    }

    [Fact]
    public void GoodnessOfFit_NumbersOutOfRange_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => ChiSquaredTest.GoodnessOfFit([1, 2], [2, 2]));
        Assert.Contains("sum to the counts' 3, got 4", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ChiSquaredTest.GoodnessOfFit([1]));
        Assert.Throws<ArgumentException>(() => ChiSquaredTest.GoodnessOfFit([1, -1]));
        Assert.Throws<ArgumentException>(() => ChiSquaredTest.GoodnessOfFit([1, 2], [3, 0]));
        Assert.Throws<ArgumentException>(() => ChiSquaredTest.GoodnessOfFit([1, 2], [double.NaN, 2]));
        Assert.Throws<ArgumentException>(() => ChiSquaredTest.GoodnessOfFit([1, 2], [3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquaredTest.GoodnessOfFit([1, 2], [], 1));
    }

    [Fact]
    public void Independence_TablesOutOfRange_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => ChiSquaredTest.Independence(new[,] { { 1, 2 } }));
        Assert.Throws<ArgumentException>(() => ChiSquaredTest.Independence(new[,] { { 1, 2 }, { -1, 2 } }));
        var error = Assert.Throws<ArgumentException>(
            () => ChiSquaredTest.Independence(new[,] { { 1, 2 }, { 0, 0 } }));
        Assert.Contains("expected a count in each row and column", error.Message, StringComparison.Ordinal);
    }
}
