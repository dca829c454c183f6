namespace TorchSharp.Kernels;

/// <summary>Modified Bessel functions of the first kind of order 0 and 1, scaled by e^−|x|.</summary>
/// <remarks>
/// The power series, whose terms are all positive, and the asymptotic series for large x: Abramowitz and Stegun,
/// Handbook of Mathematical Functions (1964), 9.6.10 and 9.7.1.
/// </remarks>
internal static class BesselFunctions
{
    private const double Large = 30;

    /// <summary>e^−|x| I_order(x).</summary>
    public static double Scaled(int order, double x)
    {
        var a = Math.Abs(x);
        if (double.IsInfinity(a)) return 0;
        var value = a < Large ? Math.Exp(-a) * Series(order, a) : Asymptotic(order, a);
        return order == 1 && x < 0 ? -value : value;
    }

    /// <summary>I_order(x).</summary>
    public static double Of(int order, double x)
    {
        var a = Math.Abs(x);
        var value = a < Large ? Series(order, a) : Asymptotic(order, a) * Math.Exp(a);
        return order == 1 && x < 0 ? -value : value;
    }

    private static double Series(int order, double x)
    {
        var quarter = x * x / 4;
        var term = order == 0 ? 1 : x / 2;
        var sum = term;
        for (var k = 1; term > sum * 1e-17; k++)
        {
            term *= quarter / (k * (double)(k + order));
            sum += term;
        }

        return sum;
    }

    private static double Asymptotic(int order, double x)
    {
        var (term, sum, mu) = (1.0, 1.0, 4.0 * order * order);
        for (var k = 1; k < 20; k++)
        {
            term *= -(mu - (((2 * k) - 1) * (double)((2 * k) - 1))) / (k * 8 * x);
            sum += term;
        }

        return sum / Math.Sqrt(2 * Math.PI * x);
    }
}
