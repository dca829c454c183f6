namespace GenAiCourse.Statistics;

/// <summary>The beta distribution: f(x) = x^(a − 1) (1 − x)^(b − 1) / B(a, b) for 0 &lt; x &lt; 1.</summary>
/// <remarks>
/// Its distribution function is the regularised incomplete beta function I(x; a, b). With a shape far below 0.01 the
/// tail on that shape's far side is one less a number near one, and has digits to match.
/// </remarks>
public sealed class BetaDistribution : IContinuousDistribution
{
    /// <summary>The beta distribution with these shapes.</summary>
    /// <param name="a">The shape at 0, positive and finite.</param>
    /// <param name="b">The shape at 1, positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range or NaN.</exception>
    public BetaDistribution(double a, double b)
    {
        A = Check.Positive(a);
        B = Check.Positive(b);
    }

    /// <summary>The shape at 0.</summary>
    public double A { get; }

    /// <summary>The shape at 1.</summary>
    public double B { get; }

    /// <inheritdoc/>
    public double Mean => A / (A + B);

    /// <inheritdoc/>
    public double Variance => A / (A + B) * (B / (A + B)) / (A + B + 1);

    /// <inheritdoc/>
    public double Density(double x) => Term(x).Value;

    /// <inheritdoc/>
    public double LogDensity(double x) => Term(x).Log;

    /// <inheritdoc/>
    public double Cumulative(double x) => IncompleteBeta.Both(A, B, x, 1 - x).Lower;

    /// <inheritdoc/>
    public double Survival(double x) => IncompleteBeta.Both(A, B, x, 1 - x).Upper;

    /// <inheritdoc/>
    public double Quantile(double probability) => Quantile(probability, upper: false);

    /// <inheritdoc/>
    public double UpperQuantile(double probability) => Quantile(probability, upper: true);

    /// <inheritdoc/>
    /// <remarks>X / (X + Y) of two gamma numbers, by their logarithms: with small shapes both may underflow.</remarks>
    public double Sample(Random random) =>
        1 / (1 + Math.Exp(
            GammaDistribution.LogStandard(B, random) - GammaDistribution.LogStandard(A, random)));

    // Below ½ the quantile itself is sought, above it the distance from 1, which has more digits there.
    private double Quantile(double probability, bool upper)
    {
        Check.Probability(probability);
        if (probability is 0 or 1) return (probability == 0) == upper ? 1 : 0;
        var isLeft = upper ? probability >= Survival(0.5) : probability <= Cumulative(0.5);
        return isLeft ? QuantileBelowHalf(probability, upper)
            : 1 - new BetaDistribution(B, A).QuantileBelowHalf(probability, !upper);
    }

    private double QuantileBelowHalf(double probability, bool upper)
    {
        if (probability > 0.5) (probability, upper) = (1 - probability, !upper);    // exact: Sterbenz, 1974
        return Inverse.Solve(
            upper ? Survival : Cumulative, x => x * Density(x), rising: !upper, probability,
            Math.Min(Mean, 0.25), 1);
    }

    // In each case the power that would underflow before the density does stays out of the binomial term.
    private Scaled Term(double x)
    {
        var y = 1 - x;
        if (double.IsNaN(x)) return new Scaled(x, 0);
        if (x < 0 || y < 0) return default;
        if ((x == 0 && A < 1) || (y == 0 && B < 1)) return new Scaled(double.PositiveInfinity, 0);
        return (A >= 1, B >= 1) switch
        {
            (true, true) => SaddlePoint.Binomial(A - 1, B - 1, x, y) * (A + B - 1),
            (true, false) => SaddlePoint.Binomial(A - 1, B, x, y) * (B / y),
            (false, true) => SaddlePoint.Binomial(A, B - 1, x, y) * (A / x),
            _ => SaddlePoint.Binomial(A, B, x, y) * (A / x * (B / y) / (A + B)),
        };
    }
}
