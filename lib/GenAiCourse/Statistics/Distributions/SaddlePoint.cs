namespace GenAiCourse.Statistics;

/// <summary>The terms xᵃ e⁻ˣ / Γ(a + 1) and Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) xᵃ yᵇ, for real a and b.</summary>
/// <remarks>
/// Loader, "Fast and accurate computation of binomial probabilities" (2000): Stirling's formula taken apart into its
/// error and a deviance, both small where the term is large, so that no large logarithms cancel.
/// </remarks>
internal static class SaddlePoint
{
    // B₂ₖ / (2k (2k − 1)), the coefficients of Stirling's series: DLMF 5.11.1.
    private static readonly double[] Stirling =
        [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156];

    /// <summary>xᵃ e⁻ˣ / Γ(a + 1), the Poisson mass for a whole number a.</summary>
    /// <param name="a">Not negative.</param>
    /// <param name="x">Not negative.</param>
    public static Scaled Poisson(double a, double x) =>
        a == 0
            ? new Scaled(1, -x)
            : new Scaled(1 / Math.Sqrt(2 * Math.PI * a), -StirlingError(a) - Deviance(a, x));

    /// <summary>Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) xᵃ yᵇ, the binomial mass for whole numbers.</summary>
    /// <param name="a">Not negative.</param>
    /// <param name="b">Not negative.</param>
    /// <param name="x">In [0, 1].</param>
    /// <param name="y">1 − x, given for itself because it may be much smaller than x's rounding.</param>
    public static Scaled Binomial(double a, double b, double x, double y)
    {
        if (a == 0) return new Scaled(1, b == 0 ? 0 : b * Log(y, x));
        if (b == 0) return new Scaled(1, a * Log(x, y));
        var n = a + b;
        var factor = Math.Sqrt(n / a / (2 * Math.PI * b));
        return new Scaled(
            factor,
            StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x) - Deviance(b, n * y));
    }

    /// <summary>δ(n) = ln Γ(n + 1) − (n + ½) ln n + n − ½ ln 2π: what Stirling's formula leaves out.</summary>
    /// <param name="n">Positive.</param>
    /// <remarks>The series from 16 on; below, δ(n) = δ(n + 1) + (n + ½) ln(1 + 1/n) − 1.</remarks>
    public static double StirlingError(double n)
    {
        var below = 0.0;
        for (; n < 16; n++) below += (n + 0.5) * Elementary.Log1P(1 / n) - 1;
        var (sum, square) = (0.0, 1 / (n * n));
        for (var k = Stirling.Length - 1; k >= 0; k--) sum = sum * square + Stirling[k];
        return below + sum / n;
    }

    /// <summary>a ln(a / m) + m − a, which is not negative and 0 at m = a.</summary>
    public static double Deviance(double a, double m)
    {
        if (double.IsInfinity(m)) return m;
        if (Math.Abs(a - m) >= 0.1 * (a + m))
        {
            var ratio = a / m;
            return a * (double.IsInfinity(ratio) ? Math.Log(a) - Math.Log(m) : Math.Log(ratio)) + m - a;
        }

        // With v = (a − m) / (a + m): (a − m) v + 2 a Σⱼ₌₁ v²ʲ⁺¹ / (2j + 1), from ln(a / m) = 2 artanh v.
        var v = (a - m) / (a + m);
        var (sum, term) = ((a - m) * v, 2 * a * v);
        for (var j = 1; ; j++)
        {
            term *= v * v;
            var next = sum + term / (2 * j + 1);
            if (next == sum) return next;
            sum = next;
        }
    }

    // ln x where y = 1 − x may hold the digits.
    private static double Log(double x, double y) => x > 0.5 ? Elementary.Log1P(-y) : Math.Log(x);
}
