namespace GenAiCourse.Statistics;

/// <summary>The Poisson distribution: P(X = k) = λᵏ e^(−λ) / k! for k = 0, 1, ….</summary>
/// <remarks>Its distribution function is the incomplete gamma function Q(k + 1, λ) (DLMF 8.4.10).</remarks>
public sealed class PoissonDistribution : IDiscreteDistribution
{
    private const double LargestMean = 1L << 52;        // up to here each whole number and its half is a double

    /// <summary>The Poisson distribution with this mean.</summary>
    /// <param name="mean">λ, positive and at most 2⁵².</param>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is out of its range or NaN.</exception>
    public PoissonDistribution(double mean)
    {
        Mean = Check.Positive(mean);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(mean, LargestMean);
    }

    /// <summary>λ.</summary>
    public double Mean { get; }

    /// <summary>λ.</summary>
    public double Variance => Mean;

    /// <inheritdoc/>
    public double Mass(long k) => Term(k).Value;

    /// <inheritdoc/>
    public double LogMass(long k) => Term(k).Log;

    /// <inheritdoc/>
    public double Cumulative(long k) => k < 0 ? 0 : IncompleteGamma.Both(k + 1.0, Mean).Upper;

    /// <inheritdoc/>
    public double Survival(long k) => k < 0 ? 1 : IncompleteGamma.Both(k + 1.0, Mean).Lower;

    /// <inheritdoc/>
    public long Quantile(double probability) => Quantile(probability, upper: false);

    /// <inheritdoc/>
    public long UpperQuantile(double probability) => Quantile(probability, upper: true);

    /// <inheritdoc/>
    /// <remarks>By inversion, the quantile of a uniform number; takes some √λ log λ steps.</remarks>
    public long Sample(Random random) => Quantile(random.NextDouble());

    private long Quantile(double probability, bool upper)
    {
        Check.Probability(probability);
        if (probability is 0 or 1) return (probability == 0) == upper ? long.MaxValue : 0;
        return Inverse.OnIntegers(this, probability, upper, 0);
    }

    private Scaled Term(long k) => k < 0 ? default : SaddlePoint.Poisson(k, Mean);
}
