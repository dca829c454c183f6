using System.Globalization;
using MathNet.Numerics.Distributions;

namespace GenAiCourse.Tests.Statistics;

/// <summary>
/// Why the course has distributions of its own: MathNet.Numerics 5.0.0 on the same rows. It has no survival functions,
/// so upper tails vanish; beyond that its normal and beta distributions are exact, its t, χ², F, gamma, binomial and
/// Poisson are off by more than 1e-12 or fail in the tails.
/// </summary>
public class MathNetTests
{
    [Theory]
    [InlineData("normal", true)]
    [InlineData("student_t", false)]
    [InlineData("chi2", false)]
    [InlineData("f", false)]
    [InlineData("beta", true)]
    [InlineData("gamma", false)]
    public void Continuous_SameRows_MissTheTolerance(string name, bool isExactBelow)
    {
        var errors = DistributionFixture.Of(name).SelectMany(row =>
        {
            var distribution = Continuous(name, DistributionFixture.Parameters(row));
            return DistributionFixture.Numbers(row, "points").Select(point => (
                Density: DistributionFixture.Error(point[1], Or(() => distribution.Density(point[0]))),
                Cumulative: DistributionFixture.Error(
                    point[2], Or(() => distribution.CumulativeDistribution(point[0]))),
                Survival: DistributionFixture.Error(
                    point[3], Or(() => 1 - distribution.CumulativeDistribution(point[0])))));
        }).ToList();
        Report(name, isExactBelow, errors.Max(e => e.Density), errors.Max(e => e.Cumulative),
            errors.Max(e => e.Survival));
    }

    [Theory]
    [InlineData("binomial", false)]
    [InlineData("poisson", false)]
    public void Discrete_SameRows_MissTheTolerance(string name, bool isExactBelow)
    {
        var errors = DistributionFixture.Of(name).SelectMany(row =>
        {
            var parameters = DistributionFixture.Parameters(row);
            IDiscreteDistribution distribution = name == "binomial"
                ? new Binomial(parameters[1], (int)parameters[0])
                : new Poisson(parameters[0]);
            return DistributionFixture.Numbers(row, "points").Select(point => (
                Mass: DistributionFixture.Error(point[1], Or(() => distribution.Probability((int)point[0]))),
                Cumulative: DistributionFixture.Error(
                    point[2], Or(() => distribution.CumulativeDistribution(point[0]))),
                Survival: DistributionFixture.Error(
                    point[3], Or(() => 1 - distribution.CumulativeDistribution(point[0])))));
        }).ToList();
        Report(name, isExactBelow, errors.Max(e => e.Mass), errors.Max(e => e.Cumulative), errors.Max(e => e.Survival));
    }

    private static void Report(string name, bool isExactBelow, double density, double cumulative, double survival)
    {
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"MathNet's {name}: density {density:e1}, cumulative {cumulative:e1}, 1 - cumulative {survival:e1}"));
        Assert.Equal(isExactBelow, Math.Max(density, cumulative) <= 1e-12);
        Assert.True(survival > 1e-3, $"MathNet's {name} has an upper tail by now: use it");
    }

    private static IContinuousDistribution Continuous(string name, double[] p) => name switch
    {
        "normal" => new Normal(p[0], p[1]),
        "student_t" => new StudentT(0, 1, p[0]),
        "chi2" => new ChiSquared(p[0]),
        "f" => new FisherSnedecor(p[0], p[1]),
        "beta" => new Beta(p[0], p[1]),
        _ => new Gamma(p[0], 1 / p[1]),
    };

    // Where it throws, it has no value.
    private static double Or(Func<double> value)
    {
        try
        {
            return value();
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or OverflowException)
        {
            return double.NaN;
        }
    }
}
