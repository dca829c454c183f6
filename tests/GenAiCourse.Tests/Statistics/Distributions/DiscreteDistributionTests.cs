using GenAiCourse.Statistics;

namespace GenAiCourse.Tests.Statistics;

public class DiscreteDistributionTests
{
    private static readonly Dictionary<string, Func<double[], IDiscreteDistribution>> Named = new()
    {
        ["binomial"] = p => new BinomialDistribution((long)p[0], p[1]),
        ["poisson"] = p => new PoissonDistribution(p[0]),
    };

    private static readonly Dictionary<string, IDiscreteDistribution> Examples = new()
    {
        ["binomial"] = new BinomialDistribution(30, 0.2),
        ["large binomial"] = new BinomialDistribution(100_000, 0.75),
        ["poisson"] = new PoissonDistribution(3.5),
        ["large poisson"] = new PoissonDistribution(5000),
        ["geometric"] = new GeometricDistribution(0.15),
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
            return Errors("mass", points, 1, k => distribution.Mass((long)k))
                .Concat(Errors("cumulative", points, 2, k => distribution.Cumulative((long)k)))
                .Concat(Errors("survival", points, 3, k => distribution.Survival((long)k)))
                .Concat(Errors(
                    "quantile", DistributionFixture.Numbers(row, "quantiles"), 1, p => distribution.Quantile(p)))
                .Concat(Errors(
                    "upper quantile", DistributionFixture.Numbers(row, "upper_quantiles"), 1,
                    p => distribution.UpperQuantile(p)));

            IEnumerable<(string, string, double)> Errors(
                string function, IEnumerable<double[]> values, int column, Func<double, double> actual) =>
                values.Select(value => (
                    function, $"({string.Join(", ", parameters)}) {value[0]:g17}",
                    DistributionFixture.Error(value[column], actual(value[0]))));
        }));
    }

    // mpmath's p (1 − p)ᵏ⁻¹, 1 − (1 − p)ᵏ and (1 − p)ᵏ with 50 digits, p being the double.
    [Theory]
    [InlineData(0.3, 1, 0.3, 0.3, 0.7)]
    [InlineData(0.3, 12, 0.0059319802290000008154, 0.98615871279899999737, 0.013841287201000002634)]
    [InlineData(1e-9, 5, 9.9999999600000006828e-10, 4.9999999900000003214e-9, 0.99999999500000001)]
    [InlineData(1e-9, 10_000_000_000, 4.5399929580885107272e-14, 0.99995460007046451483, 0.000045399929535485174864)]
    [InlineData(0.75, 400, 4.4990904416868928645e-241, 1, 1.4996968138956309548e-241)]
    public void Geometric_EachRow_IsWithinARelative1EMinus12OfTheExactValue(
        double success, long k, double mass, double cumulative, double survival)
    {
        var geometric = new GeometricDistribution(success);

        Assert.Equal(1, geometric.Mass(k) / mass, 1e-12);
        Assert.Equal(1, geometric.Cumulative(k) / cumulative, 1e-12);
        Assert.Equal(1, geometric.Survival(k) / survival, 1e-12);
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void Quantile_OfEachCumulative_GivesTheNumberBack(string name)
    {
        var distribution = Examples[name];
        var (middle, spread) = ((long)distribution.Mean, (long)Math.Sqrt(distribution.Variance));
        for (var k = middle - 2 * spread; k <= middle + 3 * spread; k += Math.Max(1, spread / 3))
        {
            if (distribution.Mass(k) == 0) continue;
            Assert.Equal(k, distribution.Quantile(distribution.Cumulative(k)));
            Assert.Equal(k, distribution.UpperQuantile(distribution.Survival(k)));
        }
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void Mass_OfEachNumber_IsTheStepOfCumulativeAndSumsToOne(string name)
    {
        var distribution = Examples[name];
        var (sum, last) = (0.0, distribution.UpperQuantile(1e-16));
        for (var k = distribution.Quantile(1e-16); k <= last; k++)
        {
            var mass = distribution.Mass(k);
            Assert.Equal(mass, distribution.Cumulative(k) - distribution.Cumulative(k - 1), 1e-13);
            Assert.Equal(Math.Log(mass), distribution.LogMass(k), 1e-12);
            sum += mass;
        }
        Assert.Equal(1, sum, 1e-12);
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void OutsideTheSupport_NothingLies(string name)
    {
        var distribution = Examples[name];
        var least = distribution.Quantile(0);

        Assert.Equal((0, double.NegativeInfinity), (distribution.Mass(least - 1), distribution.LogMass(least - 1)));
        Assert.Equal((0, 1), (distribution.Cumulative(least - 1), distribution.Survival(least - 1)));
        Assert.Equal((0, 1), (distribution.Cumulative(long.MinValue), distribution.Survival(long.MinValue)));
        Assert.Equal((1, 0), (distribution.Cumulative(long.MaxValue), distribution.Survival(long.MaxValue)));
        Assert.Equal(distribution.Quantile(1), distribution.UpperQuantile(0));
        Assert.Equal(least, distribution.UpperQuantile(1));
        Assert.Equal(
            distribution is BinomialDistribution binomial ? binomial.Trials : long.MaxValue, distribution.Quantile(1));
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void Sample_ManyTimes_HasTheMomentsItShould(string name)
    {
        var distribution = Examples[name];
        const int count = 10_000;
        var random = new Random(8);
        var sample = Enumerable.Range(0, count).Select(_ => (double)distribution.Sample(random)).ToArray();

        var error = Math.Sqrt(distribution.Variance / count);
        Assert.InRange(Descriptive.Mean(sample), distribution.Mean - 5 * error, distribution.Mean + 5 * error);
        Assert.InRange(Descriptive.Variance(sample) / distribution.Variance, 0.9, 1.1);
        Assert.Equal(distribution.Sample(new Random(4)), distribution.Sample(new Random(4)));
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void Quantile_AProbabilityOutside_IsRefused(string name)
    {
        foreach (var probability in new[] { -1e-9, 1.1, double.NaN })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Examples[name].Quantile(probability));
            Assert.Throws<ArgumentOutOfRangeException>(() => Examples[name].UpperQuantile(probability));
        }
    }

    [Fact]
    public void Binomial_BothSides_AreEachOthersMirror()
    {
        var (few, many) = (new BinomialDistribution(40, 0.25), new BinomialDistribution(40, 0.75));
        for (var k = 0; k <= 40; k++)
        {
            Assert.Equal(1, few.Mass(k) / many.Mass(40 - k), 1e-13);
            if (k > 0) Assert.Equal(1, few.Cumulative(k - 1) / many.Survival(40 - k), 1e-13);
        }
    }

    [Fact]
    public void SureOrImpossibleSuccess_IsAPointMass()
    {
        foreach (var (distribution, at) in new (IDiscreteDistribution, long)[]
        {
            (new BinomialDistribution(5, 0), 0), (new BinomialDistribution(5, 1), 5),
            (new BinomialDistribution(0, 0.3), 0), (new GeometricDistribution(1), 1)
        })
        {
            Assert.Equal((0, 1, 0), (distribution.Mass(at - 1), distribution.Mass(at), distribution.Mass(at + 1)));
            Assert.Equal((0, 1), (distribution.Cumulative(at - 1), distribution.Cumulative(at)));
            Assert.Equal((1, 0), (distribution.Survival(at - 1), distribution.Survival(at)));
            foreach (var p in new[] { 0, 0.3, 1 })
                Assert.Equal((at, at), (distribution.Quantile(p), distribution.UpperQuantile(p)));
            Assert.Equal(at, distribution.Sample(new Random(1)));
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void New_AParameterOutside_IsRefused(double bad)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new BinomialDistribution(3, bad));
        Assert.Contains("expected a success in [0, 1]", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeometricDistribution(bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GeometricDistribution(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BinomialDistribution(-1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoissonDistribution(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PoissonDistribution(Math.Min(bad, -bad)));
    }
}
