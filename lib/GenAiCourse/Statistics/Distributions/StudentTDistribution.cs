namespace GenAiCourse.Statistics;

/// <summary>
/// Student's t distribution: f(t) = Γ((ν + 1) / 2) / (Γ(ν / 2) √(νπ)) (1 + t² / ν)^(−(ν + 1) / 2).
/// </summary>
/// <remarks>
/// The tail is half of I(ν / (ν + t²); ν/2, ½) (Abramowitz and Stegun, 1964, 26.7.1), and its middle half of
/// I(t² / (ν + t²); ½, ν/2).
/// </remarks>
public sealed class StudentTDistribution : IContinuousDistribution
{
    // ln of √(2 / ν) Γ((ν + 1) / 2) / Γ(ν / 2), which tends to 0
    private readonly double _logRatio;

    /// <summary>The t distribution with this many degrees of freedom.</summary>
    /// <param name="degreesOfFreedom">ν, positive and finite; need not be whole.</param>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is out of its range or NaN.</exception>
    public StudentTDistribution(double degreesOfFreedom)
    {
        DegreesOfFreedom = Check.Positive(degreesOfFreedom);
        var half = DegreesOfFreedom / 2;
        _logRatio = SaddlePoint.StirlingError(half + 0.5) - SaddlePoint.StirlingError(half)
            - SaddlePoint.Deviance(half, half + 0.5);
    }

    /// <summary>ν.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>0 for ν > 1; NaN below, where there is none.</summary>
    public double Mean => DegreesOfFreedom > 1 ? 0 : double.NaN;

    /// <summary>ν / (ν − 2) for ν > 2; infinite for 1 &lt; ν ≤ 2, and NaN below, where there is none.</summary>
    public double Variance => DegreesOfFreedom switch
    {
        > 2 => DegreesOfFreedom / (DegreesOfFreedom - 2),
        > 1 => double.PositiveInfinity,
        _ => double.NaN
    };

    /// <inheritdoc/>
    public double Density(double x) => Term(x).Value;

    /// <inheritdoc/>
    public double LogDensity(double x) => Term(x).Log;

    /// <inheritdoc/>
    public double Cumulative(double x) => x <= 0 ? Tail(-x) : 0.5 + Centre(x);

    /// <inheritdoc/>
    public double Survival(double x) => Cumulative(-x);

    /// <inheritdoc/>
    public double Quantile(double probability) => Inverse.OnSymmetric(Tail, Centre, Weight, probability);

    /// <inheritdoc/>
    public double UpperQuantile(double probability)
    {
        var quantile = Quantile(probability);
        return quantile == 0 ? 0 : -quantile;
    }

    /// <inheritdoc/>
    /// <remarks>Z / √(χ² / ν), as Student (1908) has it.</remarks>
    public double Sample(Random random) =>
        NormalDistribution.Standard.Sample(random)
            / Math.Sqrt(GammaDistribution.Standard(DegreesOfFreedom / 2, random) / (DegreesOfFreedom / 2));

    private Scaled Term(double t)
    {
        var (_, x, y, log) = Shares(t);
        var root = x > 0 ? Math.Sqrt(x) : Math.Sqrt(DegreesOfFreedom) / Math.Abs(t);
        return double.IsNaN(y)
            ? new Scaled(double.NaN, 0)
            : new Scaled(root / Math.Sqrt(2 * Math.PI), _logRatio - DegreesOfFreedom / 2 * log);
    }

    // t f(t) = xᵃ yᵇ / B(a, b), the term before both continued fractions.
    private double Weight(double t)
    {
        var (_, _, y, log) = Shares(t);
        return new Scaled(
            Math.Sqrt(DegreesOfFreedom * y / (2 * Math.PI)), _logRatio - DegreesOfFreedom / 2 * log).Value;
    }

    // P(T > t) for t ≥ 0
    private double Tail(double t)
    {
        var (isLower, x, y, _) = Shares(t);
        return isLower
            ? Weight(t) / 2 * IncompleteBeta.Fraction(DegreesOfFreedom / 2, 0.5, x, y)
            : 0.5 - Centre(t);
    }

    // P(0 < T ≤ t) for t ≥ 0
    private double Centre(double t)
    {
        var (isLower, x, y, _) = Shares(t);
        return isLower ? 0.5 - Tail(t) : Weight(t) / 2 * IncompleteBeta.Fraction(0.5, DegreesOfFreedom / 2, y, x);
    }

    // ν / (ν + t²), t² / (ν + t²), the logarithm of 1 + t² / ν, and which of the two fractions converges.
    private (bool IsLower, double X, double Y, double Log) Shares(double t)
    {
        var root = t / Math.Sqrt(DegreesOfFreedom);
        var ratio = Math.Abs(t) < 1e150 ? t * t / DegreesOfFreedom : root * root;
        var x = 1 / (1 + ratio);
        var y = double.IsInfinity(ratio) ? 1 : ratio / (1 + ratio);
        var log = double.IsInfinity(ratio) ? 2 * Math.Log(Math.Abs(root)) : Elementary.Log1P(ratio);
        return (IncompleteBeta.IsLowerSide(DegreesOfFreedom / 2, 0.5, x), x, y, log);
    }
}
