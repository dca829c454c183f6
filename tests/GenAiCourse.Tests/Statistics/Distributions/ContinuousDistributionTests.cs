using GenAiCourse.Statistics;

namespace GenAiCourse.Tests.Statistics;

public class ContinuousDistributionTests
{
    private static readonly Dictionary<string, Func<double[], IContinuousDistribution>> Named = new()
    {
        ["normal"] = p => new NormalDistribution(p[0], p[1]),
        ["student_t"] = p => new StudentTDistribution(p[0]),
        ["chi2"] = p => new ChiSquaredDistribution(p[0]),
        ["f"] = p => new FDistribution(p[0], p[1]),
        ["beta"] = p => new BetaDistribution(p[0], p[1]),
        ["gamma"] = p => new GammaDistribution(p[0], p[1]),
        ["exponential"] = p => new ExponentialDistribution(p[0]),
    };

    private static readonly Dictionary<string, IContinuousDistribution> Examples = new()
    {
        ["normal"] = new NormalDistribution(-2, 3),
        ["t"] = new StudentTDistribution(7.5),
        ["chi-squared"] = new ChiSquaredDistribution(4),
        ["F"] = new FDistribution(6, 14),
        ["beta"] = new BetaDistribution(2, 0.7),
        ["gamma"] = new GammaDistribution(0.9, 3),
        ["large gamma"] = new GammaDistribution(20, 0.5),
        ["exponential"] = new ExponentialDistribution(0.25),
        ["uniform"] = new UniformDistribution(-1, 4),
    };

    public static TheoryData<string> Names => [.. Named.Keys];

    public static TheoryData<string> ExampleNames => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachFunction_EachRow_IsWithinARelative1EMinus12OfTheExactValue(string name)
    {
        var rows = DistributionFixture.Of(name).ToList();
        Assert.NotEmpty(rows);
        DistributionFixture.Report(name, rows.SelectMany(row =>
        {
            var parameters = DistributionFixture.Parameters(row);
            var distribution = Named[name](parameters);
            var points = DistributionFixture.Numbers(row, "points");
            return Errors("density", points, 1, distribution.Density)
                .Concat(Errors("cumulative", points, 2, distribution.Cumulative))
                .Concat(Errors("survival", points, 3, distribution.Survival))
                .Concat(Errors("quantile", DistributionFixture.Numbers(row, "quantiles"), 1, distribution.Quantile))
                .Concat(Errors(
                    "upper quantile", DistributionFixture.Numbers(row, "upper_quantiles"), 1,
                    distribution.UpperQuantile));

            IEnumerable<(string, string, double)> Errors(
                string function, IEnumerable<double[]> values, int column, Func<double, double> actual) =>
                values.Select(value => (
                    function, $"({string.Join(", ", parameters)}) {value[0]:g17}",
                    DistributionFixture.Error(value[column], actual(value[0]))));
        }));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LogDensity_WhereTheDensityIsANumber_IsItsLogarithm(string name)
    {
        foreach (var row in DistributionFixture.Of(name))
        {
            var distribution = Named[name](DistributionFixture.Parameters(row));
            foreach (var point in DistributionFixture.Numbers(row, "points").Where(point => point[1] > 1e-300))
            {
                var (expected, actual) = (Math.Log(point[1]), distribution.LogDensity(point[0]));
                Assert.True(
                    expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-12 * Math.Max(1, Math.Abs(expected)),
                    $"{name} at {point[0]}: expected {expected:g17}, got {actual:g17}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void Quantile_OfEachProbability_TakesCumulativeBack(string name)
    {
        var distribution = Examples[name];
        foreach (var p in new[] { 1e-250, 1e-30, 1e-9, 0.01, 0.2, 0.5, 0.51, 0.9, 0.999 })
        {
            if (distribution is UniformDistribution && p < 1e-6) continue;      // rounds to its end
            if (distribution is not NormalDistribution || p > 1e-6)
                Assert.Equal(1, distribution.Cumulative(distribution.Quantile(p)) / p, 1e-12);
            if (distribution is not (BetaDistribution or UniformDistribution) || p > 1e-3)
                Assert.Equal(1, distribution.Survival(distribution.UpperQuantile(p)) / p, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void Quantile_OfZeroAndOne_IsTheEndOfTheSupport(string name)
    {
        var distribution = Examples[name];
        var (low, high) = (distribution.Quantile(0), distribution.Quantile(1));

        Assert.Equal((high, low), (distribution.UpperQuantile(0), distribution.UpperQuantile(1)));
        Assert.Equal((0.0, 1.0), (distribution.Cumulative(low), distribution.Survival(low)));
        Assert.Equal((1.0, 0.0), (distribution.Cumulative(high), distribution.Survival(high)));
        Assert.True(distribution.Quantile(0.5) > low && distribution.Quantile(0.5) < high);
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void EachFunction_OfNaN_IsNaNAndTheQuantilesRefuse(string name)
    {
        var distribution = Examples[name];
        foreach (var function in new[]
            { distribution.Density, distribution.LogDensity, distribution.Cumulative, distribution.Survival })
            Assert.Equal(double.NaN, function(double.NaN));
        foreach (var probability in new[] { -1e-9, 1.1, double.NaN })
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(() => distribution.Quantile(probability));
            Assert.Contains("expected a probability in [0, 1]", error.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentOutOfRangeException>(() => distribution.UpperQuantile(probability));
        }
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void EachFunction_OfTheInfinities_IsItsLimit(string name)
    {
        var distribution = Examples[name];
        foreach (var x in new[] { double.NegativeInfinity, double.PositiveInfinity, double.MinValue, double.MaxValue })
        {
            var (below, above) = x < 0 ? (0.0, 1.0) : (1.0, 0.0);
            Assert.Equal(below, distribution.Cumulative(x), 1e-300);
            Assert.Equal(above, distribution.Survival(x), 1e-300);
            Assert.Equal(0, distribution.Density(x), 1e-300);
        }
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void Sample_ManyTimes_HasTheMomentsAndTheSharesItShould(string name)
    {
        var distribution = Examples[name];
        const int count = 40_000;
        var random = new Random(20);
        var sample = Enumerable.Range(0, count).Select(_ => distribution.Sample(random)).ToArray();

        // Five standard errors of the mean; the variance has no such simple one.
        var error = Math.Sqrt(distribution.Variance / count);
        Assert.InRange(Descriptive.Mean(sample), distribution.Mean - 5 * error, distribution.Mean + 5 * error);
        Assert.InRange(Descriptive.Variance(sample) / distribution.Variance, 0.9, 1.1);

        // Kolmogorov's distance: above 1.95 / √n in one seed of a thousand (Smirnov, 1948).
        Array.Sort(sample);
        var distance = sample.Select((x, i) => Math.Abs(distribution.Cumulative(x) - (i + 0.5) / count)).Max();
        Assert.True(distance < 1.95 / Math.Sqrt(count), $"{name}: distance {distance}");
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void Sample_TheSameSeed_GivesTheSameNumber(string name) =>
        Assert.Equal(Examples[name].Sample(new Random(4)), Examples[name].Sample(new Random(4)));

    [Fact]
    public void BothSides_OfASymmetricDistribution_AreEqual()
    {
        foreach (var x in new[] { 1e-200, 1e-8, 0.3, 1, 2.2, 17 })
        {
            IContinuousDistribution[] symmetric = [NormalDistribution.Standard, new StudentTDistribution(3)];
            foreach (var d in symmetric)
            {
                Assert.Equal(d.Density(x), d.Density(-x));
                Assert.Equal(d.Survival(x), d.Cumulative(-x));
            }
            var p = Math.Min(x, 0.4);
            Assert.Equal(-NormalDistribution.Standard.Quantile(p), NormalDistribution.Standard.UpperQuantile(p));
        }
        Assert.Equal(
            new BetaDistribution(2, 5).Cumulative(0.25), new BetaDistribution(5, 2).Survival(0.75), 1e-15);
        Assert.Equal(0.5, new BetaDistribution(3.3, 3.3).Quantile(0.5), 1e-15);
    }

    [Fact]
    public void Moments_WhereTheIntegralsDiverge_AreInfiniteOrNaN()
    {
        var (infinite, none) = (double.PositiveInfinity, double.NaN);
        Assert.Equal((none, none), Moments(new StudentTDistribution(1)));
        Assert.Equal((0, infinite), Moments(new StudentTDistribution(2)));
        Assert.Equal((0, 1.5), Moments(new StudentTDistribution(6)));
        Assert.Equal((infinite, none), Moments(new FDistribution(3, 2)));
        Assert.Equal((2, infinite), Moments(new FDistribution(3, 4)));
        Assert.Equal((1.25, 2 * 100 * 13 / (5.0 * 64 * 6)), Moments(new FDistribution(5, 10)));
        Assert.Equal((0.25, 3.0 / 16 / 5), Moments(new BetaDistribution(1, 3)));
        Assert.Equal((6, 18), Moments(new GammaDistribution(2, 3)));

        static (double, double) Moments(IContinuousDistribution distribution) =>
            (distribution.Mean, distribution.Variance);
    }

    [Fact]
    public void Uniform_APencilsNumbers()
    {
        var uniform = new UniformDistribution(2, 6);

        Assert.Equal((4, 16.0 / 12), (uniform.Mean, uniform.Variance));
        Assert.Equal((0, 0.25, 0), (uniform.Density(1.9), uniform.Density(2), uniform.Density(6.1)));
        Assert.Equal((0.25, 0.75), (uniform.Cumulative(3), uniform.Survival(3)));
        Assert.Equal((3.0, 5.0), (uniform.Quantile(0.25), uniform.UpperQuantile(0.25)));
        Assert.Equal(-Math.Log(4), uniform.LogDensity(3));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void New_AScaleOrShapeThatIsNotPositive_SaysSo(double bad)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new NormalDistribution(0, bad));
        Assert.Contains("expected a positive, finite standardDeviation", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new StudentTDistribution(bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChiSquaredDistribution(bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FDistribution(bad, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FDistribution(1, bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaDistribution(bad, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BetaDistribution(1, bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaDistribution(bad, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaDistribution(1, bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExponentialDistribution(bad));
    }

    [Fact]
    public void New_EndsThatAreNotInOrderOrAMeanThatIsNotFinite_IsRefused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new UniformDistribution(1, 1));
        Assert.Contains("expected a high end above low (1)", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new UniformDistribution(double.NaN, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UniformDistribution(double.MinValue, double.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => new NormalDistribution(double.NaN, 1));
    }
}
