namespace GenAiCourse.Statistics;

/// <summary>The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x).</summary>
/// <remarks>
/// The choice of method follows Gautschi (1979) and DiDonato and Morris (1986): a power series below x = a + 1,
/// Legendre's continued fraction above, and for small a the form of Q that does not subtract from one. Both take some
/// √a steps.
/// </remarks>
internal static class IncompleteGamma
{
    private const double Tiny = 1e-300;     // stands for a zero denominator: Lentz, 1976, as changed by Thompson

    /// <summary>P(a, x) and Q(a, x).</summary>
    /// <param name="a">Positive.</param>
    /// <param name="x">Any number; at or below 0 all of the mass lies above.</param>
    public static (double Lower, double Upper) Both(double a, double x)
    {
        if (double.IsNaN(x)) return (x, x);
        if (x <= 0) return (0, 1);
        if (double.IsInfinity(x)) return (1, 0);

        var term = SaddlePoint.Poisson(a, x).Value;
        if (a < 1 && x < 1) return (term * LowerSeries(a, x), UpperSmall(a, x));
        if (x < a + 1 && a >= 1)
        {
            var lower = term * LowerSeries(a, x);
            return (lower, 1 - lower);
        }
        var upper = term * a * UpperFraction(a, x);
        return (1 - upper, upper);
    }

    /// <summary>P(a, x) Γ(a + 1) / (xᵃ e⁻ˣ) = Σₙ xⁿ / ((a + 1) … (a + n)) (DLMF 8.7.1).</summary>
    public static double LowerSeries(double a, double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var n = 1; ; n++)
        {
            term *= x / (a + n);
            var next = sum + term;
            if (!(next > sum)) return sum;      // NaN ends it too
            sum = next;
        }
    }

    /// <summary>
    /// Q(a, x) Γ(a) / (xᵃ e⁻ˣ) = 1 / (x + 1 − a − 1 (1 − a) / (x + 3 − a − …)) (DLMF 8.9.2, contracted).
    /// </summary>
    /// <remarks>Evaluated forwards (Lentz, 1976; Thompson and Barnett, 1986).</remarks>
    public static double UpperFraction(double a, double x)
    {
        var b = x + 1 - a;
        var d = 1 / b;
        var (c, value) = (1 / Tiny, d);
        for (var n = 1; ; n++)
        {
            var numerator = n * (a - n);
            b += 2;
            d = numerator * d + b;
            if (Math.Abs(d) < Tiny) d = Tiny;
            c = b + numerator / c;
            if (Math.Abs(c) < Tiny) c = Tiny;
            d = 1 / d;
            var change = c * d;
            value *= change;
            if (!(Math.Abs(change - 1) > 4.5e-16)) return value;     // two units in the last place
        }
    }

    // For 0 < a, x < 1: P = xᵃ / Γ(1 + a) (1 + S) with S = a Σₙ₌₁ (−x)ⁿ / (n! (a + n)) (DLMF 8.7.1, the other series),
    // so that Q = −(xᵃ / Γ(1 + a) − 1) − S xᵃ / Γ(1 + a), of which either part is known to all digits.
    private static double UpperSmall(double a, double x)
    {
        var (sum, term) = (0.0, 1.0);
        for (var n = 1; n < 30; n++)
        {
            term *= -x / n;
            sum += term / (a + n);
        }
        var log = a * Math.Log(x) - Elementary.LogGamma1P(a);
        return -Elementary.ExpM1(log) - Math.Exp(log) * a * sum;
    }
}
