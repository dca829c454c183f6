namespace TorchSharp;

public static partial class torch
{
    /// <summary>½ (1 − cos(2πk / n)).</summary>
    /// <param name="len">How many numbers.</param>
    /// <param name="periodic">Whether n = len, for spectra; else n = len − 1, and both ends are alike.</param>
    /// <param name="dtype">Floating point; the default type if null.</param>
    /// <param name="device">The CPU.</param>
    /// <param name="requires_grad">Whether gradients are computed for the result.</param>
    public static Tensor hann_window(long len, bool periodic = true, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Window(len, periodic, dtype, device, requires_grad, x => 0.5 - (0.5 * double.CosPi(2 * x)));

    /// <summary>α − β cos(2πk / n).</summary>
    /// <inheritdoc cref="hann_window"/>
    public static Tensor hamming_window(long len, bool periodic = true, float alpha = 0.54f, float beta = 0.46f,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Window(len, periodic, dtype, device, requires_grad,
            x => Exact(alpha) - (Exact(beta) * double.CosPi(2 * x)));

    /// <summary>0.42 − ½ cos(2πk / n) + 0.08 cos(4πk / n).</summary>
    /// <inheritdoc cref="hann_window"/>
    public static Tensor blackman_window(long len, bool periodic = true, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) => Window(len, periodic, dtype, device, requires_grad,
            x => 0.42 - (0.5 * double.CosPi(2 * x)) + (0.08 * double.CosPi(4 * x)));

    /// <summary>1 − |2k / n − 1|.</summary>
    /// <inheritdoc cref="hann_window"/>
    public static Tensor bartlett_window(long len, bool periodic = true, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) =>
        Window(len, periodic, dtype, device, requires_grad, x => 1 - Math.Abs((2 * x) - 1));

    /// <summary>I₀(β √(1 − (2k / n − 1)²)) / I₀(β).</summary>
    /// <inheritdoc cref="hann_window"/>
    public static Tensor kaiser_window(long len, bool periodic = true, float beta = 12f, ScalarType? dtype = null,
        Device? device = null, bool requires_grad = false) => Window(len, periodic, dtype, device, requires_grad,
            x => Kernels.BesselFunctions.Of(0, beta * Math.Sqrt(Math.Max(0, 1 - Math.Pow((2 * x) - 1, 2))))
                / Kernels.BesselFunctions.Of(0, beta));

    // The decimal number that was written, where it was written as a single.
    private static double Exact(float value) => (double)(decimal)value;

    private static Tensor Window(long len, bool periodic, ScalarType? dtype, Device? device, bool requires_grad,
        Func<double, double> shape)
    {
        Devices.Check(device);
        ArgumentOutOfRangeException.ThrowIfNegative(len);
        var n = periodic ? len : len - 1;
        var values = new double[len];
        for (var k = 0; k < len; k++) values[k] = len == 1 ? 1 : shape((double)k / n);
        return tensor(values).to_type(dtype ?? ScalarTypes.DefaultFloat).requires_grad_(requires_grad);
    }
}
