namespace GenAiCourse.Statistics;

/// <summary>Logarithm and exponential near where they vanish, and ln Γ(1 + a) near a = 0.</summary>
internal static class Elementary
{
    public const double EulerGamma = 0.57721566490153286061;    // DLMF 5.2.3

    // ζ(k) − 1 for k = 2, 3, …: the coefficients of ln Γ(1 + a).
    private static readonly double[] ZetaLessOne = [.. Enumerable.Range(2, 40).Select(ZetaTail)];

    /// <summary>ln(1 + x) with all digits for small x (Kahan's correction: Goldberg, 1991, theorem 4).</summary>
    public static double Log1P(double x)
    {
        var u = 1 + x;
        if (u == 1) return x;
        return double.IsInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>eˣ − 1 with all digits for small x (Kahan's correction: Higham, 2002, section 1.14.1).</summary>
    public static double ExpM1(double x)
    {
        var u = Math.Exp(x);
        if (u == 1) return x;
        return Math.Abs(x) > 1 ? u - 1 : (u - 1) * (x / Math.Log(u));
    }

    /// <summary>ln Γ(1 + a) for 0 ≤ a ≤ 1, with all digits near its zeros a = 0 and a = 1.</summary>
    /// <remarks>
    /// ln Γ(1 + a) = −ln(1 + a) + a (1 − γ) + Σₖ₌₂ (−a)ᵏ (ζ(k) − 1) / k, |a| &lt; 2 (Abramowitz and Stegun, 1964,
    /// 6.1.33); above ½ through Γ(1 + a) = a Γ(a).
    /// </remarks>
    public static double LogGamma1P(double a)
    {
        if (a > 0.5) return Math.Log(a) + LogGamma1PSeries(a - 1);
        return LogGamma1PSeries(a);
    }

    private static double LogGamma1PSeries(double a)
    {
        var (sum, power) = (0.0, -a);
        for (var k = 2; k < ZetaLessOne.Length + 2; k++)
        {
            power *= -a;
            sum += power * ZetaLessOne[k - 2] / k;
        }
        return a * (1 - EulerGamma) + sum - Log1P(a);
    }

    // Σₙ₌₂ n⁻ᵏ: the terms below 20, and Euler and Maclaurin's formula for the rest.
    private static double ZetaTail(int k)
    {
        const int n = 20;
        var power = Math.Pow(n, -k);
        var rest = power * (n / (k - 1.0) + 0.5 + k / (12.0 * n)
            - k * (k + 1.0) * (k + 2) / (720.0 * n * n * n)
            + k * (k + 1.0) * (k + 2) * (k + 3) * (k + 4) / (30240 * Math.Pow(n, 5))
            - k * (k + 1.0) * (k + 2) * (k + 3) * (k + 4) * (k + 5) * (k + 6) / (1209600 * Math.Pow(n, 7)));
        for (var i = n - 1; i >= 2; i--) rest += Math.Pow(i, -k);
        return rest;
    }
}
