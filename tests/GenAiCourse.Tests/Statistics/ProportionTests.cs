using System.Globalization;
using GenAiCourse.Statistics;
using static GenAiCourse.Tests.Statistics.TestFixture;

namespace GenAiCourse.Tests.Statistics;

public class ProportionTests
{
    private static readonly (string Name, ProportionMethod Method)[] Methods =
    [
        ("exact", ProportionMethod.Exact), ("wilson", ProportionMethod.Wilson),
        ("wilson_corrected", ProportionMethod.WilsonCorrected), ("wald", ProportionMethod.Wald)
    ];

    [Fact]
    public void IntervalAndTest_EachRow_EqualScipy()
    {
        foreach (var row in Root.GetProperty("proportions").EnumerateArray())
        {
            var (k, n) = (row.GetProperty("successes").GetInt64(), row.GetProperty("trials").GetInt64());
            foreach (var level in row.GetProperty("intervals").EnumerateObject())
                foreach (var (name, method) in Methods)
                {
                    var (low, high) = Proportion.Interval(
                        k, n, double.Parse(level.Name, CultureInfo.InvariantCulture), method);
                    var expected = Numbers(level.Value.GetProperty(name));
                    Near(expected[0], low, $"{name} {k} of {n}", 1e-9);     // scipy's search for the exact ends
                    Near(expected[1], high, $"{name} {k} of {n}", 1e-9);
                }
            foreach (var (name, alternative) in Sides)
                Near(
                    row.GetProperty("p").GetProperty(name).GetDouble(),
                    Proportion.Test(k, n, row.GetProperty("p0").GetDouble(), alternative).PValue,
                    $"{name} {k} of {n}");
        }
    }

    [Theory]
    [InlineData(7, 0.3)]
    [InlineData(12, 0.5)]
    [InlineData(25, 0.06)]
    [InlineData(9, 0)]
    [InlineData(9, 1)]
    public void Test_TwoSided_IsTheSumOfAllCountsNoMoreProbable(int n, double chance)
    {
        var binomial = new BinomialDistribution(n, chance);
        for (var k = 0; k <= n; k++)
        {
            var expected = Enumerable.Range(0, n + 1).Select(j => binomial.Mass(j))
                .Where(mass => mass <= binomial.Mass(k) * (1 + 1e-7)).Sum();
            Assert.Equal(expected, Proportion.Test(k, n, chance).PValue, 1e-12);
        }
    }

    [Fact]
    public void Fisher_EachTable_EqualsScipy()
    {
        var tables = Root.GetProperty("chi_squared").GetProperty("contingency").EnumerateArray().ToArray();
        foreach (var row in tables)
        {
            var table = Table(row);
            Near(row.GetProperty("cramers_v").GetDouble(), ChiSquaredTest.CramersV(table), "V");
            if (!row.TryGetProperty("fisher_exact", out var sides)) continue;
            foreach (var (name, alternative) in Sides)
                Same(sides.GetProperty(name), FisherExactTest.Of(table, alternative), name);
        }
    }

    // Fisher's lady tasting tea: all 8 cups right has the chance 1 / C(8, 4) = 1 / 70.
    [Fact]
    public void Fisher_LadyTastingTea_IsOneInSeventy()
    {
        var result = FisherExactTest.Of(new[,] { { 4, 0 }, { 0, 4 } }, Alternative.Greater);
        Near(1.0 / 70, result.PValue, "p");
        Assert.Equal(double.PositiveInfinity, result.Statistic);
        Near(2.0 / 70, FisherExactTest.Of(new[,] { { 4, 0 }, { 0, 4 } }).PValue, "p");
    }

    [Fact]
    public void EachMethod_NumbersOutOfRange_SaysSo()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Interval(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Interval(-1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Interval(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Interval(1, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Interval(1, 2, 0.9, (ProportionMethod)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Test(1, 2, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Test(1, 2, double.NaN));
        Assert.Throws<ArgumentException>(() => FisherExactTest.Of(new[,] { { 1, 2, 3 }, { 1, 2, 3 } }));
        Assert.Throws<ArgumentException>(() => FisherExactTest.Of(new[,] { { 1, -2 }, { 1, 2 } }));
        Assert.Throws<ArgumentException>(() => FisherExactTest.Of(new[,] { { 0, 0 }, { 1, 2 } }));
    }
}
