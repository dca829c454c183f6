namespace GenAiCourse.Statistics;

/// <summary>
/// The χ² distribution, of the sum of ν squared standard normal numbers: the gamma distribution of shape ν/2 and
/// scale 2.
/// </summary>
public sealed class ChiSquaredDistribution : IContinuousDistribution
{
    private readonly GammaDistribution _gamma;

    /// <summary>The χ² distribution with this many degrees of freedom.</summary>
    /// <param name="degreesOfFreedom">ν, positive and finite; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is out of its range or NaN.</exception>
    public ChiSquaredDistribution(double degreesOfFreedom)
    {
        DegreesOfFreedom = Check.Positive(degreesOfFreedom);
        _gamma = new GammaDistribution(degreesOfFreedom / 2, 2);
    }

    /// <summary>ν.</summary>
    public double DegreesOfFreedom { get; }

    /// <inheritdoc/>
    public double Mean => DegreesOfFreedom;

    /// <inheritdoc/>
    public double Variance => 2 * DegreesOfFreedom;

    /// <inheritdoc/>
    public double Density(double x) => _gamma.Density(x);

    /// <inheritdoc/>
    public double LogDensity(double x) => _gamma.LogDensity(x);

    /// <inheritdoc/>
    public double Cumulative(double x) => _gamma.Cumulative(x);

    /// <inheritdoc/>
    public double Survival(double x) => _gamma.Survival(x);

    /// <inheritdoc/>
    public double Quantile(double probability) => _gamma.Quantile(probability);

    /// <inheritdoc/>
    public double UpperQuantile(double probability) => _gamma.UpperQuantile(probability);

    /// <inheritdoc/>
    public double Sample(Random random) => _gamma.Sample(random);
}
