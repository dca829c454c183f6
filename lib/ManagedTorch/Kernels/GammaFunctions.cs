namespace TorchSharp.Kernels;

/// <summary>The gamma function's relatives, in double precision.</summary>
/// <remarks>
/// Stirling's series and its derivatives for large arguments, reached by recurrence: Abramowitz and Stegun, Handbook of
/// Mathematical Functions (1964), 6.1.41, 6.3.18, 6.5.29, 6.5.31 and 23.2; https://dlmf.nist.gov/5.11.
/// </remarks>
internal static class GammaFunctions
{
    private const double Large = 12;
    private const int MostTerms = 10_000;

    // B₂ₖ for k = 1, 2, …
    private static readonly double[] Bernoulli =
    [
        1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798,
        -174611.0 / 330,
    ];

    /// <summary>log |Γ(x)|; ∞ at 0, −1, −2, ….</summary>
    public static double Log(double x)
    {
        if (double.IsNaN(x)) return x;
        if (double.IsInfinity(x)) return double.PositiveInfinity;
        if (x <= 0 && x == Math.Floor(x)) return double.PositiveInfinity;
        if (x < 0.5) return Math.Log(Math.PI / Math.Abs(double.SinPi(x))) - Log(1 - x);
        if (x is 1 or 2) return 0;
        var product = 1.0;
        for (; x < Large; x++) product *= x;
        var (sum, power) = (0.0, 1 / x);
        for (var k = 1; k <= 7; k++, power /= x * x) sum += Bernoulli[k - 1] / (2 * k * ((2 * k) - 1)) * power;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + sum - Math.Log(product);
    }

    /// <summary>The derivative of log Γ(x); NaN at −1, −2, …, ∓∞ at ±0.</summary>
    public static double Digamma(double x)
    {
        if (x == 0) return Math.CopySign(double.PositiveInfinity, -x);
        if (x < 0)
            return x == Math.Floor(x) ? double.NaN
                : Digamma(1 - x) - (Math.PI / Math.Tan(Math.PI * (x - Math.Truncate(x))));
        var shift = 0.0;
        for (; x < Large; x++) shift += 1 / x;
        if (double.IsInfinity(x)) return x;
        var (sum, power) = (0.0, 1 / (x * x));
        for (var k = 1; k <= 8; k++, power /= x * x) sum += Bernoulli[k - 1] / (2 * k) * power;
        return Math.Log(x) - (0.5 / x) - sum - shift;
    }

    /// <summary>The n-th derivative of digamma, n ≥ 1.</summary>
    public static double Polygamma(int n, double x)
    {
        var factorial = Math.Exp(Log(n + 1.0));
        return (n % 2 == 0 ? -1 : 1) * factorial * Zeta(n + 1, x);
    }

    /// <summary>Σ (q + k)^−s over k ≥ 0, by the sum formula of Euler and Maclaurin; NaN where it diverges.</summary>
    public static double Zeta(double s, double q)
    {
        if (s == 1) return double.PositiveInfinity;
        if (s < 1 || double.IsNaN(q)) return double.NaN;
        if (q <= 0 && q == Math.Floor(q)) return double.PositiveInfinity;
        if (q < 0 && s != Math.Floor(s)) return double.NaN;
        var sum = 0.0;
        for (; q < Large; q++) sum += Math.Pow(q, -s);
        var last = Math.Pow(q, -s);
        sum += (last * q / (s - 1)) + (0.5 * last);
        var factor = s * last / q;
        for (var k = 1; k <= Bernoulli.Length; k++)
        {
            sum += Bernoulli[k - 1] * factor / Factorial(2 * k);
            factor *= (s + (2 * k) - 1) * (s + (2 * k)) / (q * q);
        }

        return sum;
    }

    /// <summary>γ(a, x) / Γ(a): how much of the gamma distribution with shape a is below x.</summary>
    public static double Lower(double a, double x) => a < 0 || x < 0 || (a == 0 && x == 0) ? double.NaN
        : a == 0 ? 1 : x == 0 ? 0 : double.IsInfinity(a) ? double.IsInfinity(x) ? double.NaN : 0
        : double.IsInfinity(x) ? 1 : x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);

    /// <summary>Γ(a, x) / Γ(a): how much is above x.</summary>
    public static double Upper(double a, double x) => a < 0 || x < 0 || (a == 0 && x == 0) ? double.NaN
        : a == 0 ? 0 : x == 0 ? 1 : double.IsInfinity(a) ? double.IsInfinity(x) ? double.NaN : 1
        : double.IsInfinity(x) ? 0 : x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);

    private static double Series(double a, double x)
    {
        var (term, sum) = (1 / a, 1 / a);
        for (var n = 1; n < MostTerms && Math.Abs(term) > Math.Abs(sum) * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum * Math.Exp((a * Math.Log(x)) - x - Log(a));
    }

    // The continued fraction by Lentz's method.
    private static double Fraction(double a, double x)
    {
        const double Tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < MostTerms; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = (an * d) + b;
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = b + (an / c);
            if (Math.Abs(c) < Tiny) c = Tiny;
            h *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-16) break;
        }

        return Math.Exp((a * Math.Log(x)) - x - Log(a)) * h;
    }

    private static double Factorial(int n)
    {
        var product = 1.0;
        for (var i = 2; i <= n; i++) product *= i;
        return product;
    }
}
