namespace GenAiCourse.Statistics;

/// <summary>A distribution of real numbers: what a course asks of one, in the same words for each.</summary>
/// <remarks>
/// Numbers are within a relative 1e-12 of the exact ones, far into both tails: a small probability is computed for
/// itself and never as one less its complement. <see cref="Survival"/> and <see cref="UpperQuantile"/> are for the
/// upper tail, where 1 − <see cref="Cumulative"/> would have no digits left.
/// </remarks>
public interface IContinuousDistribution
{
    /// <summary>The mean ∫ x f(x) dx; infinite or NaN where the integral is.</summary>
    double Mean { get; }

    /// <summary>The mean squared distance from the mean; infinite or NaN where the integral is.</summary>
    double Variance { get; }

    /// <summary>The density f(x).</summary>
    /// <param name="x">Any number; outside the support the density is 0, at NaN it is NaN.</param>
    /// <returns>A number that is not negative; infinite where the density has a pole.</returns>
    double Density(double x);

    /// <summary>ln f(x), also where f(x) itself is too small or too large for a double.</summary>
    /// <param name="x">Any number; outside the support the logarithm is −∞, at NaN it is NaN.</param>
    double LogDensity(double x);

    /// <summary>The distribution function F(x) = P(X ≤ x).</summary>
    /// <param name="x">Any number, infinities included; at NaN the result is NaN.</param>
    double Cumulative(double x);

    /// <summary>The upper tail P(X > x) = 1 − F(x), exact where it is small.</summary>
    /// <param name="x">Any number, infinities included; at NaN the result is NaN.</param>
    double Survival(double x);

    /// <summary>The x with F(x) = <paramref name="probability"/>.</summary>
    /// <param name="probability">In [0, 1]; 0 and 1 give the ends of the support.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability lies outside [0, 1] or is NaN.</exception>
    double Quantile(double probability);

    /// <summary>The x with P(X > x) = <paramref name="probability"/>, exact where that is small.</summary>
    /// <param name="probability">In [0, 1]; 0 and 1 give the ends of the support.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability lies outside [0, 1] or is NaN.</exception>
    double UpperQuantile(double probability);

    /// <summary>Draws one number.</summary>
    /// <param name="random">The source of chance; the same seed gives the same numbers.</param>
    double Sample(Random random);
}
