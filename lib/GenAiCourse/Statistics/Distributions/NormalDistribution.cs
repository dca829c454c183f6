namespace GenAiCourse.Statistics;

/// <summary>The normal distribution: f(x) = e^(−z² / 2) / (σ √(2π)) with z = (x − μ) / σ.</summary>
/// <remarks>
/// The tail is half of Q(½, z² / 2) (DLMF 7.11.2), so the incomplete gamma function's methods serve here too. Far from
/// μ the result is only as exact as z, which is rounded when μ is not 0.
/// </remarks>
public sealed class NormalDistribution : IContinuousDistribution
{
    /// <summary>The standard normal distribution, μ = 0 and σ = 1.</summary>
    public static NormalDistribution Standard { get; } = new(0, 1);

    /// <summary>The normal distribution with this mean and this standard deviation.</summary>
    /// <param name="mean">μ, finite.</param>
    /// <param name="standardDeviation">σ, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range or NaN.</exception>
    public NormalDistribution(double mean, double standardDeviation)
    {
        Mean = Check.Finite(mean);
        StandardDeviation = Check.Positive(standardDeviation);
    }

    /// <inheritdoc/>
    public double Mean { get; }

    /// <summary>σ, the square root of the variance.</summary>
    public double StandardDeviation { get; }

    /// <inheritdoc/>
    public double Variance => StandardDeviation * StandardDeviation;

    /// <inheritdoc/>
    public double Density(double x) => Bell(Z(x)) / StandardDeviation;

    /// <inheritdoc/>
    public double LogDensity(double x)
    {
        var z = Z(x);
        return -z * z / 2 - Math.Log(StandardDeviation) - Math.Log(2 * Math.PI) / 2;
    }

    /// <inheritdoc/>
    public double Cumulative(double x) => Survival(Z(x), -1);

    /// <inheritdoc/>
    public double Survival(double x) => Survival(Z(x), 1);

    /// <inheritdoc/>
    public double Quantile(double probability) =>
        Math.FusedMultiplyAdd(StandardDeviation, Standardised(probability), Mean);

    /// <inheritdoc/>
    public double UpperQuantile(double probability) =>
        Math.FusedMultiplyAdd(-StandardDeviation, Standardised(probability), Mean);

    /// <inheritdoc/>
    /// <remarks>Box and Muller, 1958.</remarks>
    public double Sample(Random random) =>
        Mean + StandardDeviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()))
            * Math.Cos(2 * Math.PI * random.NextDouble());

    private double Z(double x) => (x - Mean) / StandardDeviation;

    private static double Standardised(double probability) =>
        Inverse.OnSymmetric(Tail, Centre, z => z * Bell(z), probability);

    // P(sign Z > sign z)
    private static double Survival(double z, int sign) =>
        z * sign >= 0 ? Tail(Math.Abs(z)) : 0.5 + Centre(Math.Abs(z));

    private static double Tail(double z)
    {
        if (z < 1) return 0.5 - Centre(z);
        return double.IsInfinity(z * z) ? 0 : z * Bell(z) / 2 * IncompleteGamma.UpperFraction(0.5, z * z / 2);
    }

    // P(0 < Z ≤ z) = z φ(z) (1 + z² / 3 + z⁴ / (3 · 5) + …)
    private static double Centre(double z) =>
        z < 1 || double.IsNaN(z) ? z * Bell(z) * IncompleteGamma.LowerSeries(0.5, z * z / 2) : 0.5 - Tail(z);

    // The rounding of z² would cost z² / 2 units in the last place; the fused multiplication keeps it.
    private static double Bell(double z)
    {
        var square = z * z;
        if (double.IsInfinity(square)) return 0;
        var rest = Math.FusedMultiplyAdd(z, z, -square);
        return Math.Exp(-square / 2) * (1 - rest / 2) / Math.Sqrt(2 * Math.PI);
    }
}
