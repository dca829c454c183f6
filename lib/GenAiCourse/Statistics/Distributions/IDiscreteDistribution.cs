namespace GenAiCourse.Statistics;

/// <summary>A distribution of whole numbers: what a course asks of one, in the same words for each.</summary>
/// <remarks>
/// Numbers are within a relative 1e-12 of the exact ones, far into both tails: a small probability is computed for
/// itself and never as one less its complement. A quantile takes a probability that misses by a relative 1e-14, a few
/// roundings, as reached.
/// </remarks>
public interface IDiscreteDistribution
{
    /// <summary>The mean Σ k P(X = k).</summary>
    double Mean { get; }

    /// <summary>The mean squared distance from the mean.</summary>
    double Variance { get; }

    /// <summary>The mass P(X = k).</summary>
    /// <param name="k">Any whole number; outside the support the mass is 0.</param>
    double Mass(long k);

    /// <summary>ln P(X = k), also where the mass itself is too small for a double.</summary>
    /// <param name="k">Any whole number; outside the support the logarithm is −∞.</param>
    double LogMass(long k);

    /// <summary>The distribution function F(k) = P(X ≤ k).</summary>
    /// <param name="k">Any whole number.</param>
    double Cumulative(long k);

    /// <summary>The upper tail P(X > k) = 1 − F(k), exact where it is small.</summary>
    /// <param name="k">Any whole number.</param>
    double Survival(long k);

    /// <summary>The smallest k with F(k) ≥ <paramref name="probability"/>.</summary>
    /// <param name="probability">
    /// In [0, 1]; 0 gives the smallest number of the support, 1 the largest (<see cref="long.MaxValue"/> where there is
    /// no largest).
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The probability lies outside [0, 1] or is NaN.</exception>
    long Quantile(double probability);

    /// <summary>The smallest k with P(X > k) ≤ <paramref name="probability"/>.</summary>
    /// <param name="probability">
    /// In [0, 1]; 1 gives the smallest number of the support, 0 the largest (<see cref="long.MaxValue"/> where there is
    /// no largest).
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The probability lies outside [0, 1] or is NaN.</exception>
    long UpperQuantile(double probability);

    /// <summary>Draws one number.</summary>
    /// <param name="random">The source of chance; the same seed gives the same numbers.</param>
    long Sample(Random random);
}
