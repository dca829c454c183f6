using System.Text.Json;
using GenAiCourse.Statistics;
using static GenAiCourse.Tests.Statistics.TestFixture;

namespace GenAiCourse.Tests.Statistics;

public class TTestTests
{
    [Fact]
    public void OneSample_EachRow_EqualsScipy()
    {
        foreach (var row in Root.GetProperty("t_one_sample").EnumerateArray())
        {
            var (x, mean) = (Numbers(row.GetProperty("x")), row.GetProperty("mean0").GetDouble());
            EachSide(row.GetProperty("sides"), row, side => TTest.OneSample(x, mean, side));
            foreach (var interval in row.GetProperty("intervals").EnumerateObject())
                Interval(interval.Value, TTest.OneSample(x, mean), double.Parse(
                    interval.Name, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void TwoSampleAndWelch_EachRow_EqualScipy()
    {
        foreach (var row in Root.GetProperty("two_samples").EnumerateArray())
        {
            var (x, y) = (Numbers(row.GetProperty("x")), Numbers(row.GetProperty("y")));
            var (pooled, welch) = (row.GetProperty("pooled"), row.GetProperty("welch"));
            EachSide(pooled, pooled, side => TTest.TwoSample(x, y, side));
            EachSide(welch, welch, side => TTest.Welch(x, y, side));
            Interval(pooled.GetProperty("interval95"), TTest.TwoSample(x, y), 0.95);
            Interval(welch.GetProperty("interval95"), TTest.Welch(x, y), 0.95);
        }
    }

    [Fact]
    public void Paired_EachRow_EqualsScipy()
    {
        foreach (var row in Root.GetProperty("paired").EnumerateArray())
            EachSide(row.GetProperty("t"), row, side => TTest.Paired(
                Numbers(row.GetProperty("x")), Numbers(row.GetProperty("y")), side));
    }

    // mean ± s / √5 · 2.7764451051977987, the exact 97.5 % point of t with 4 degrees of freedom (mpmath, 30 digits).
    [Fact]
    public void Interval_OfFourDegreesOfFreedom_IsTheExactQuantilesWidth()
    {
        var result = TTest.OneSample([1, 2, 3, 4, 5], 0);
        var (low, high) = result.Interval();

        Assert.Equal(3 - Math.Sqrt(0.5) * 2.7764451051977987, low, 1e-13);
        Assert.Equal(3 + Math.Sqrt(0.5) * 2.7764451051977987, high, 1e-13);
    }

    [Fact]
    public void OneSample_ValuesThatDoNotVary_IsInfiniteOrNaN()
    {
        var apart = TTest.OneSample([2, 2, 2], 1);
        Assert.Equal((double.PositiveInfinity, 0.0), (apart.Statistic, apart.PValue));
        Assert.Equal(1, TTest.OneSample([2, 2, 2], 1, Alternative.Less).PValue);
        Assert.Equal(double.NaN, TTest.OneSample([2, 2, 2], 2).PValue);
        Assert.Equal(0, TTest.Welch([1, 1], [2, 2]).PValue);
        Assert.Equal(double.NaN, TTest.Welch([1, double.NaN], [2, 3]).PValue);
    }

    [Fact]
    public void EachTest_TooFewOrUnequalNumbers_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => TTest.OneSample([1], 0));
        Assert.Throws<ArgumentException>(() => TTest.TwoSample([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => TTest.Welch([1, 2], []));
        var error = Assert.Throws<ArgumentException>(() => TTest.Paired([1, 2, 3], [1, 2]));
        Assert.Contains("expected 3 values, as in x, got 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => TTest.OneSample([1, 2], 0).Interval(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TTest.OneSample([1, 2], 0, (Alternative)7));
    }

    private static void EachSide(JsonElement sides, JsonElement row, Func<Alternative, TTestResult> test)
    {
        foreach (var (name, alternative) in Sides)
        {
            var (expected, result) = (Numbers(sides.GetProperty(name)), test(alternative));
            Near(expected[0], result.Statistic, $"{name} t");
            Near(expected[1], result.PValue, $"{name} p");
            Near(row.GetProperty("df").GetDouble(), result.DegreesOfFreedom, "df");
        }
    }

    // scipy 1.10's quantile of t, unlike ours, is off by up to a relative 2e-9 (scipy_worst_relative_error in
    // distributions.json).
    private static void Interval(JsonElement expected, TTestResult result, double level)
    {
        var (low, high) = result.Interval(level);
        Assert.Equal(Numbers(expected)[0], low, 5e-9 * (high - low));
        Assert.Equal(Numbers(expected)[1], high, 5e-9 * (high - low));
    }
}
