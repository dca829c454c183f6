namespace GenAiCourse.Statistics;

/// <summary>
/// Snedecor's F distribution, of the ratio (χ²₁ / d₁) / (χ²₂ / d₂): f(x) = wᵃ vᵇ / (x B(a, b)) for x > 0, with
/// a = d₁/2, b = d₂/2, w = d₁x / (d₁x + d₂) and v = 1 − w.
/// </summary>
/// <remarks>Its distribution function is I(w; a, b) (Abramowitz and Stegun, 1964, 26.6.2).</remarks>
public sealed class FDistribution : IContinuousDistribution
{
    /// <summary>The F distribution with these degrees of freedom.</summary>
    /// <param name="numerator">d₁, positive and finite; need not be whole.</param>
    /// <param name="denominator">d₂, positive and finite; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range or NaN.</exception>
    public FDistribution(double numerator, double denominator)
    {
        Numerator = Check.Positive(numerator);
        Denominator = Check.Positive(denominator);
    }

    /// <summary>d₁.</summary>
    public double Numerator { get; }

    /// <summary>d₂.</summary>
    public double Denominator { get; }

    /// <summary>d₂ / (d₂ − 2) for d₂ > 2, infinite below.</summary>
    public double Mean => Denominator > 2 ? Denominator / (Denominator - 2) : double.PositiveInfinity;

    /// <summary>
    /// 2 d₂² (d₁ + d₂ − 2) / (d₁ (d₂ − 2)² (d₂ − 4)) for d₂ > 4; infinite for 2 &lt; d₂ ≤ 4, and NaN below, where there
    /// is none.
    /// </summary>
    public double Variance => Denominator switch
    {
        > 4 => 2 * Mean * Mean * (Numerator + Denominator - 2) / (Numerator * (Denominator - 4)),
        > 2 => double.PositiveInfinity,
        _ => double.NaN
    };

    /// <inheritdoc/>
    public double Density(double x) => Term(x).Value;

    /// <inheritdoc/>
    public double LogDensity(double x) => Term(x).Log;

    /// <inheritdoc/>
    public double Cumulative(double x) => Both(x).Lower;

    /// <inheritdoc/>
    public double Survival(double x) => Both(x).Upper;

    /// <inheritdoc/>
    public double Quantile(double probability) => Inverse.OnPositive(this, probability, upper: false);

    /// <inheritdoc/>
    public double UpperQuantile(double probability) => Inverse.OnPositive(this, probability, upper: true);

    /// <inheritdoc/>
    public double Sample(Random random) =>
        Math.Exp(GammaDistribution.LogStandard(Numerator / 2, random)
            - GammaDistribution.LogStandard(Denominator / 2, random)) * (Denominator / Numerator);

    private (double Lower, double Upper) Both(double x)
    {
        var (w, v) = Shares(x);
        return IncompleteBeta.Both(Numerator / 2, Denominator / 2, w, v);
    }

    private Scaled Term(double x)
    {
        if (double.IsNaN(x)) return new Scaled(x, 0);
        if (x < 0 || double.IsInfinity(x)) return default;
        var (a, b) = (Numerator / 2, Denominator / 2);
        var (w, v) = Shares(x);
        if (a >= 1) return SaddlePoint.Binomial(a - 1, b, w, v) * (b * v * Numerator / Denominator);
        return x == 0
            ? new Scaled(double.PositiveInfinity, 0)
            : SaddlePoint.Binomial(a, b, w, v) * (a * (b / (a + b)) / x);
    }

    private (double W, double V) Shares(double x)
    {
        var ratio = Math.Max(x, 0) * Numerator / Denominator;
        return (double.IsInfinity(ratio) ? 1 : ratio / (1 + ratio), 1 / (1 + ratio));
    }
}
