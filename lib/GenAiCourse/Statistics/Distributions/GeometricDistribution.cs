namespace GenAiCourse.Statistics;

/// <summary>
/// The geometric distribution, of the number of trials up to and including the first success:
/// P(X = k) = p (1 − p)ᵏ⁻¹ for k = 1, 2, ….
/// </summary>
/// <remarks>Some texts count the failures before the success instead, which are one fewer.</remarks>
public sealed class GeometricDistribution : IDiscreteDistribution
{
    private readonly double _logFailure;        // ln(1 − p)

    /// <summary>The geometric distribution with this probability of success.</summary>
    /// <param name="success">p, in (0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is out of its range or NaN.</exception>
    public GeometricDistribution(double success)
    {
        Success = Check.Positive(Check.Probability(success));
        _logFailure = success == 1 ? double.NegativeInfinity : Elementary.Log1P(-success);
    }

    /// <summary>p.</summary>
    public double Success { get; }

    /// <inheritdoc/>
    public double Mean => 1 / Success;

    /// <inheritdoc/>
    public double Variance => (1 - Success) / Success / Success;

    /// <inheritdoc/>
    public double Mass(long k) => k < 1 ? 0 : k == 1 ? Success : Success * Math.Exp((k - 1) * _logFailure);

    /// <inheritdoc/>
    public double LogMass(long k) =>
        k < 1 ? double.NegativeInfinity : Math.Log(Success) + (k == 1 ? 0 : (k - 1) * _logFailure);

    /// <inheritdoc/>
    public double Cumulative(long k) => k < 1 ? 0 : -Elementary.ExpM1(k * _logFailure);

    /// <inheritdoc/>
    public double Survival(long k) => k < 1 ? 1 : Math.Exp(k * _logFailure);

    /// <inheritdoc/>
    public long Quantile(double probability) => Quantile(probability, upper: false);

    /// <inheritdoc/>
    public long UpperQuantile(double probability) => Quantile(probability, upper: true);

    /// <inheritdoc/>
    /// <remarks>By inversion: ⌊ln U / ln(1 − p)⌋ + 1.</remarks>
    public long Sample(Random random) =>
        1 + (long)Math.Min(Math.Log(1 - random.NextDouble()) / _logFailure, long.MaxValue / 2);

    private long Quantile(double probability, bool upper)
    {
        Check.Probability(probability);
        if (probability is 0 or 1)
            return (probability == 0) == upper && Success < 1 ? long.MaxValue : 1;
        return Inverse.OnIntegers(this, probability, upper, 1);
    }
}
