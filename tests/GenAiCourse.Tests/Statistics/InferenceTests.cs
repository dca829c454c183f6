using System.Text.Json;
using GenAiCourse.Statistics;
using Testing;
using static GenAiCourse.Tests.Statistics.TestFixture;

namespace GenAiCourse.Tests.Statistics;

/// <summary>Against mpmath and scipy (tests/Fixtures/inference.json, made by make_inference_fixtures.py).</summary>
public class InferenceTests
{
    private static readonly JsonElement Fixture =
        JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture("inference.json"))).RootElement;

    [Fact]
    public void NoncentralT_EachPoint_IsTheExactTail()
    {
        foreach (var row in Fixture.GetProperty("noncentral_t").EnumerateArray().Select(Numbers))
            Near(row[3], NoncentralT.Survival(row[0], row[1], row[2]), $"({row[0]}, {row[1]}, {row[2]})", 1e-10);
    }

    [Fact]
    public void Power_EachRow_IsExact()
    {
        foreach (var row in Fixture.GetProperty("power").EnumerateArray())
            foreach (var (name, side) in Sides)
            {
                var (d, alpha) = (row.GetProperty("effect").GetDouble(), row.GetProperty("alpha").GetDouble());
                var (n, m) = (row.GetProperty("n").GetInt32(), row.GetProperty("m"));
                var actual = m.ValueKind == JsonValueKind.Null
                    ? TTestPower.OneSample(d, n, alpha, side)
                    : TTestPower.TwoSample(d, n, m.GetInt32(), alpha, side);
                Near(row.GetProperty("power").GetProperty(name).GetDouble(), actual, $"{name} {d} {n}", 1e-9);
            }
    }

    [Fact]
    public void Required_EachRow_IsTheSmallestSample()
    {
        foreach (var row in Fixture.GetProperty("required").EnumerateArray())
        {
            var (d, power) = (row.GetProperty("effect").GetDouble(), row.GetProperty("power").GetDouble());
            Assert.Equal(
                row.GetProperty("n").GetInt32(),
                row.GetProperty("two_samples").GetBoolean()
                    ? TTestPower.RequiredForTwoSamples(d, power)
                    : TTestPower.RequiredForOneSample(d, power));
        }
    }

    // Cohen, 1988, table 2.4.1: d = 0.5, α = 0.05 two-sided, power 0.80 needs 64 in each sample.
    [Fact]
    public void Required_CohensMediumEffect_Is64() => Assert.Equal(64, TTestPower.RequiredForTwoSamples(0.5));

    [Fact]
    public void Power_NoEffect_IsTheSignificance() =>
        Assert.Equal(0.03, TTestPower.TwoSample(0, 7, 9, 0.03), 1e-12);

    [Fact]
    public void Power_ArgumentsOutOfRange_SaysSo()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TTestPower.OneSample(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TTestPower.OneSample(double.NaN, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => TTestPower.TwoSample(1, 5, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TTestPower.OneSample(1, 5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TTestPower.RequiredForOneSample(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TTestPower.RequiredForOneSample(1, 0.01));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => TTestPower.RequiredForOneSample(1, alternative: Alternative.Less));
    }

    [Fact]
    public void BootstrapIntervals_OfGivenDraws_EqualScipysFormulas()
    {
        foreach (var row in Fixture.GetProperty("bootstrap").EnumerateArray())
        {
            var (x, draws) = (Numbers(row.GetProperty("x")), Numbers(row.GetProperty("draws")));
            Func<double[], double> statistic = row.GetProperty("statistic").GetString() switch
            {
                "mean" => v => Descriptive.Mean(v),
                "median" => v => Descriptive.Median(v),
                _ => v => Descriptive.Variance(v)
            };
            foreach (var (name, method) in new[]
            {
                ("percentile", BootstrapMethod.Percentile), ("basic", BootstrapMethod.Basic),
                ("bca", BootstrapMethod.Bca)
            })
            {
                var (_, low, high) = Bootstrap.OfDraws(x, statistic, draws, 0.9, method);
                var expected = Numbers(row.GetProperty("intervals").GetProperty(name));
                Near(expected[0], low, $"{name} low", 1e-10);
                Near(expected[1], high, $"{name} high", 1e-10);
            }
        }
    }

    [Fact]
    public void BootstrapInterval_OfAMean_HoldsTheTruthAboutAsOftenAsItSays()
    {
        var random = new Random(2);
        var held = 0;
        for (var trial = 0; trial < 200; trial++)
        {
            var sample = Enumerable.Range(0, 40).Select(_ => NormalDistribution.Standard.Sample(random)).ToArray();
            var (_, low, high) = Bootstrap.Interval(sample, x => x.Average(), seed: trial, level: 0.9, draws: 400);
            if (low <= 0 && 0 <= high) held++;
        }
        Assert.InRange(held, 165, 194);      // 180 ± 3.5 √(200 · 0.9 · 0.1)
    }

    [Fact]
    public void Bootstrap_SameSeed_GivesTheSameDrawsAndBadArgumentsSaySo()
    {
        double[] values = [1, 5, 2, 8];
        static double Mean(double[] x) => x.Average();
        Assert.Equal(Bootstrap.Draws(values, Mean, seed: 3), Bootstrap.Draws(values, Mean, seed: 3));
        Assert.NotEqual(Bootstrap.Draws(values, Mean, seed: 3), Bootstrap.Draws(values, Mean, seed: 4));
        Assert.Equal((2.0, 2.0, 2.0), Bootstrap.Interval([2, 2, 2], Mean, seed: 1));
        var twenty = Enumerable.Range(0, 20).Select(i => (double)i).ToArray();
        Assert.Equal(double.NaN, Bootstrap.Interval(twenty, x => x.Distinct().Count(), seed: 1).Low);
        Assert.Throws<ArgumentException>(() => Bootstrap.Interval([1], Mean, seed: 1));
        Assert.Throws<ArgumentException>(() => Bootstrap.Draws([1, double.NaN], Mean, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Draws(values, Mean, seed: 1, draws: 99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bootstrap.Interval(values, Mean, seed: 1, level: 1));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Bootstrap.Interval(values, Mean, seed: 1, method: (BootstrapMethod)9));
    }

    [Fact]
    public void PermutationTest_AllArrangements_EqualsScipy()
    {
        var row = Fixture.GetProperty("permutation");
        var (x, y) = (Numbers(row.GetProperty("x")), Numbers(row.GetProperty("y")));
        foreach (var (name, side) in Sides)
        {
            var two = PermutationTest.TwoSample(x, y, (a, b) => a.Average() - b.Average(), seed: 1, side);
            Near(Numbers(row.GetProperty("two_sample").GetProperty(name))[1], two.PValue, name);
            Near(Numbers(row.GetProperty("two_sample").GetProperty(name))[0], two.Statistic, name);
            Assert.Equal((1716, true), (two.Arrangements, two.IsExact));        // C(13, 6)
            var paired = PermutationTest.Paired(x, y.AsSpan(0, 6), d => d.Average(), seed: 1, side);
            Near(Numbers(row.GetProperty("paired").GetProperty(name))[1], paired.PValue, name);
            Assert.Equal((64, true), (paired.Arrangements, paired.IsExact));
        }
    }

    [Fact]
    public void PermutationTest_Draws_AreNearTheExactOnes()
    {
        var row = Fixture.GetProperty("permutation");
        var (x, y) = (Numbers(row.GetProperty("x")), Numbers(row.GetProperty("y")));
        static double Difference(double[] a, double[] b) => a.Average() - b.Average();
        PermutationResult exact = PermutationTest.TwoSample(x, y, Difference, seed: 1);
        var drawn = PermutationTest.TwoSample(x, y, Difference, seed: 1, limit: 1500);
        Assert.False(drawn.IsExact);
        Assert.Equal(exact.PValue, drawn.PValue, 0.05);
        Assert.Equal(drawn, PermutationTest.TwoSample(x, y, Difference, seed: 1, limit: 1500));
        var few = y.Take(6).ToArray();
        var paired = PermutationTest.Paired(
            [.. x, .. x, .. x], [.. few, .. few, .. few], d => d.Average(), seed: 5);
        Assert.False(paired.IsExact);
        Assert.InRange(paired.PValue, 1.0 / 10_001, 1);
        Assert.Throws<ArgumentException>(() => PermutationTest.TwoSample([], y, Difference, seed: 1));
        Assert.Throws<ArgumentException>(() => PermutationTest.Paired(x, y, d => d[0], seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => PermutationTest.TwoSample(x, y, Difference, seed: 1, limit: 10));
    }

    [Fact]
    public void Information_OfGivenProbabilities_EqualsScipy()
    {
        var row = Fixture.GetProperty("information");
        var (p, q) = (Numbers(row.GetProperty("p")), Numbers(row.GetProperty("q")));
        Near(Numbers(row.GetProperty("entropy"))[0], Information.Entropy(p), "H(p)");
        Near(Numbers(row.GetProperty("entropy"))[1], Information.Entropy(q), "H(q)");
        Near(Numbers(row.GetProperty("divergence"))[0], Information.Divergence(p, q), "D(p, q)");
        Near(Numbers(row.GetProperty("divergence"))[1], Information.Divergence(q, p), "D(q, p)");
        Near(row.GetProperty("jensen_shannon").GetDouble(), Information.JensenShannon(p, q), "JS");
        Near(Information.Entropy(p) + Information.Divergence(p, q), Information.CrossEntropy(p, q), "H(p, q)");
    }

    [Fact]
    public void Information_AtTheEdges_IsAsDocumented()
    {
        Assert.Equal(0, Information.Entropy([1, 0]));
        Assert.Equal(double.PositiveInfinity, Information.CrossEntropy([0.5, 0.5], [1, 0]));
        Assert.Equal(double.PositiveInfinity, Information.Divergence([0.5, 0.5], [1, 0]));
        Assert.Equal(1, Information.JensenShannon([1, 0], [0, 1]));
        Assert.Equal(0, Information.MutualInformation(new[,] { { 0.12, 0.28 }, { 0.18, 0.42 } }), 1e-15);
        Assert.Equal(1, Information.MutualInformation(new[,] { { 0.5, 0 }, { 0, 0.5 } }));
        Assert.Throws<ArgumentException>(() => Information.Entropy([0.5, 0.6]));
        Assert.Throws<ArgumentException>(() => Information.Entropy([]));
        Assert.Throws<ArgumentException>(() => Information.Entropy([1.5, -0.5]));
        Assert.Throws<ArgumentException>(() => Information.Entropy([double.NaN, 1]));
        Assert.Throws<ArgumentException>(() => Information.CrossEntropy([1], [0.5, 0.5]));
    }
}
