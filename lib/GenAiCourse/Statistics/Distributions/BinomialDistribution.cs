namespace GenAiCourse.Statistics;

/// <summary>
/// The binomial distribution, of the successes in n independent trials: P(X = k) = n! / (k! (n − k)!) pᵏ (1 − p)ⁿ⁻ᵏ for
/// k = 0 … n.
/// </summary>
/// <remarks>Its upper tail is the incomplete beta function I(p; k + 1, n − k) (DLMF 8.17.5).</remarks>
public sealed class BinomialDistribution : IDiscreteDistribution
{
    private const long MostTrials = 1L << 52;       // up to here each whole number and its half is a double

    /// <summary>The binomial distribution of this many trials.</summary>
    /// <param name="trials">n, from 0 to 2⁵².</param>
    /// <param name="success">p, the probability of success in one trial, in [0, 1].</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range or NaN.</exception>
    public BinomialDistribution(long trials, double success)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(trials, MostTrials);
        Trials = trials;
        Success = Check.Probability(success);
    }

    /// <summary>n.</summary>
    public long Trials { get; }

    /// <summary>p.</summary>
    public double Success { get; }

    /// <inheritdoc/>
    public double Mean => Trials * Success;

    /// <inheritdoc/>
    public double Variance => Trials * Success * (1 - Success);

    /// <inheritdoc/>
    public double Mass(long k) => Term(k).Value;

    /// <inheritdoc/>
    public double LogMass(long k) => Term(k).Log;

    /// <inheritdoc/>
    public double Cumulative(long k) => Both(k).Lower;

    /// <inheritdoc/>
    public double Survival(long k) => Both(k).Upper;

    /// <inheritdoc/>
    public long Quantile(double probability) => Quantile(probability, upper: false);

    /// <inheritdoc/>
    public long UpperQuantile(double probability) => Quantile(probability, upper: true);

    /// <inheritdoc/>
    /// <remarks>By inversion, the quantile of a uniform number; takes some √n log n steps.</remarks>
    public long Sample(Random random) => Quantile(random.NextDouble());

    private long Quantile(double probability, bool upper)
    {
        Check.Probability(probability);
        var (least, most) = (Success == 1 ? Trials : 0, Success == 0 ? 0 : Trials);
        if (probability is 0 or 1) return (probability == 0) == upper ? most : least;
        return Inverse.OnIntegers(this, probability, upper, least);
    }

    private Scaled Term(long k) =>
        k < 0 || k > Trials ? default : SaddlePoint.Binomial(k, Trials - k, Success, 1 - Success);

    private (double Lower, double Upper) Both(long k)
    {
        if (k < 0) return (0, 1);
        if (k >= Trials) return (1, 0);
        var (upper, lower) = IncompleteBeta.Both(k + 1, Trials - k, Success, 1 - Success);
        return (lower, upper);
    }
}
