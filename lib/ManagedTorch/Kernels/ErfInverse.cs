namespace TorchSharp.Kernels;

/// <summary>The inverses of the error function and of its complement.</summary>
/// <remarks>
/// A rational approximation to two or three digits (as in PyTorch's calc_erfinv), then Newton steps to the last digit.
/// </remarks>
internal static class ErfInverse
{
    private static readonly double Slope = 2 / Math.Sqrt(Math.PI);

    /// <summary>x with erf(x) = y; NaN outside of [−1, 1].</summary>
    public static double Of(double y)
    {
        if (!(Math.Abs(y) <= 1)) return double.NaN;
        if (Math.Abs(y) == 1) return Math.CopySign(double.PositiveInfinity, y);
        if (Math.Abs(y) > 0.7) return Math.CopySign(Tail(1 - Math.Abs(y)), y);
        var z = y * y;
        var x = y * ((((((-0.140543331 * z) + 0.914624893) * z) - 1.645349621) * z) + 0.886226899)
            / ((((((((0.012229801 * z) - 0.329097515) * z) + 1.442710462) * z) - 2.118377725) * z) + 1);
        for (var step = 0; step < 2; step++) x -= (Erf.Of(x) - y) / (Slope * Math.Exp(-x * x));
        return x;
    }

    /// <summary>x with 1 − erf(x) = y; NaN outside of [0, 2].</summary>
    public static double OfComplement(double y) => y switch
    {
        0 => double.PositiveInfinity,
        2 => double.NegativeInfinity,
        > 0 and < 0.3 => Tail(y),
        > 1.7 and < 2 => -Tail(2 - y),
        _ => Of(1 - y),
    };

    private static double Tail(double complement)
    {
        var z = Math.Sqrt(-Math.Log(complement / 2));
        var x = ((((((1.641345311 * z) + 3.429567803) * z) - 1.624906493) * z) - 1.970840454)
            / ((((1.637067800 * z) + 3.543889200) * z) + 1);
        for (var step = 0; step < 3; step++) x += (Erf.Complement(x) - complement) / (Slope * Math.Exp(-x * x));
        return x;
    }
}
