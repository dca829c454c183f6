namespace GenAiCourse.Statistics;

/// <summary>The regularised incomplete beta function I(x; a, b) and its complement I(1 − x; b, a).</summary>
/// <remarks>
/// The continued fraction on the side of the mean where it converges in some √(a + b) steps, as in DiDonato and Morris
/// (1992), with the term before it in Loader's form (2000).
/// </remarks>
internal static class IncompleteBeta
{
    private const double Tiny = 1e-300;     // stands for a zero denominator: Lentz, 1976, as changed by Thompson

    /// <summary>I(x; a, b) and 1 − I(x; a, b).</summary>
    /// <param name="a">Positive.</param>
    /// <param name="b">Positive.</param>
    /// <param name="x">In [0, 1].</param>
    /// <param name="y">1 − x, given for itself because it may be much smaller than x's rounding.</param>
    public static (double Lower, double Upper) Both(double a, double b, double x, double y)
    {
        if (double.IsNaN(x)) return (x, x);
        if (x <= 0) return (0, 1);
        if (y <= 0) return (1, 0);

        var power = (SaddlePoint.Binomial(a, b, x, y) * (a / (a + b) * b)).Value;       // xᵃ yᵇ / B(a, b)
        if (IsLowerSide(a, b, x))
        {
            var lower = power * Fraction(a, b, x, y);
            return (lower, 1 - lower);
        }
        var upper = power * Fraction(b, a, y, x);
        return (1 - upper, upper);
    }

    /// <summary>Whether <see cref="Fraction"/> converges fast for I(x; a, b), rather than for its complement.</summary>
    public static bool IsLowerSide(double a, double b, double x) => x <= (a + 1) / (a + b + 2);

    /// <summary>
    /// I(x; a, b) B(a, b) / (xᵃ yᵇ) = α₁ / (β₁ + α₂ / (β₂ + …)) (DiDonato and Morris, 1992, equation 9).
    /// </summary>
    /// <remarks>Evaluated forwards (Lentz, 1976; Thompson and Barnett, 1986).</remarks>
    public static double Fraction(double a, double b, double x, double y)
    {
        var fromMean = a * y - b * x;       // their λ, a − (a + b) x, which would cancel
        var d = 1 / (a / (a + 1) * (fromMean + 1));
        var (c, value) = (1 / Tiny, d);
        for (var n = 1; ; n++)
        {
            var step = a + 2 * n - 1;
            var alpha = (a + n - 1) / step * ((a + b + n - 1) / step) * n * (b - n) * x * x;
            var beta = n + n * (b - n) * x / step + (a + n) / (step + 2) * (fromMean + 1 + n * (1 + y));
            d = alpha * d + beta;
            if (Math.Abs(d) < Tiny) d = Tiny;
            c = beta + alpha / c;
            if (Math.Abs(c) < Tiny) c = Tiny;
            d = 1 / d;
            var change = c * d;
            value *= change;
            if (!(Math.Abs(change - 1) > 4.5e-16)) return value;     // two units in the last place
        }
    }
}
