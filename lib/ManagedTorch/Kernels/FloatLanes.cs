using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Functions of sixteen floats at once, by fused multiply-adds: the same bits on every machine that has them.
/// </summary>
internal static class FloatLanes
{
    private const float Log2E = 1.44269504f;
    private const float Ln2High = 0.693359375f, Ln2Low = -2.12194440e-4f;
    private const float RoundToInteger = 12582912f;         // 1.5 · 2²³: adding it leaves an integer in the low bits
    private const float SmallestExponent = -87.3f, LargestExponent = 88.7f;

    /// <summary>e^x to about one unit in the last place; 0 below −87.3, where floats lose precision.</summary>
    /// <remarks>
    /// e^x = 2ⁿ · e^r with |r| ≤ ½ ln 2, and Cephes' polynomial for e^r (S. Moshier, expf.c, 1992).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        var bounded = Vector512.MinNative(
            Vector512.MaxNative(x, Vector512.Create(SmallestExponent)), Vector512.Create(LargestExponent));
        var shifted = Fma(bounded, Log2E, Vector512.Create(RoundToInteger));
        var n = shifted - Vector512.Create(RoundToInteger);
        var r = Fma(n, -Ln2Low, Fma(n, -Ln2High, bounded));
        var p = Fma(Vector512.Create(1.9875691500e-4f), r, 1.3981999507e-3f);
        p = Fma(p, r, 8.3334519073e-3f);
        p = Fma(p, r, 4.1665795894e-2f);
        p = Fma(p, r, 1.6666665459e-1f);
        p = Fma(p, r, 5.0000001201e-1f);
        p = Vector512.MultiplyAddEstimate(p, r * r, r) + Vector512<float>.One;
        // 2ⁿ⁻¹ · 2, since 2¹²⁸ is no float.
        var half = ((shifted.AsInt32() << 23) + Vector512.Create(126 << 23)).AsSingle();
        var result = p * half * Vector512.Create(2f);
        result = Vector512.ConditionalSelect(
            Vector512.LessThan(x, Vector512.Create(SmallestExponent)), default, result);
        result = Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, Vector512.Create(LargestExponent)), Vector512.Create(float.PositiveInfinity),
            result);
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), result, x);
    }

    /// <summary>1 / (1 + e^(−x)) to about two units in the last place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        // e^(−|x|) neither overflows nor loses the digits of a small result.
        var e = Exp(-Vector512.Abs(x));
        var numerator = Vector512.ConditionalSelect(Vector512.LessThan(x, default), e, Vector512<float>.One);
        return numerator / (Vector512<float>.One + e);
    }

    /// <summary>The hyperbolic tangent to about two units in the last place.</summary>
    /// <remarks>
    /// 1 − 2 / (e^(2|x|) + 1), and below 0.625 Cephes' polynomial (S. Moshier, tanhf.c, 1992): no digits are lost to
    /// the difference there.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        var size = Vector512.Abs(x);
        var square = x * x;
        var p = Fma(Vector512.Create(-5.70498872745e-3f), square, 2.06390887954e-2f);
        p = Fma(p, square, -5.37397155531e-2f);
        p = Fma(p, square, 1.33314422036e-1f);
        p = Fma(p, square, -3.33332819422e-1f);
        var small = Vector512.MultiplyAddEstimate(p * square, x, x);
        var great = Vector512<float>.One - Vector512.Create(2f) / (Exp(size + size) + Vector512<float>.One);
        var sign = x & Vector512.Create(-0f);
        return Vector512.ConditionalSelect(Vector512.LessThan(size, Vector512.Create(0.625f)), small, great | sign);
    }

    /// <summary>Φ(x), the normal distribution function, and √(2π) · φ(x) = e^(−x²/2).</summary>
    /// <remarks>
    /// 1 − Φ(a) = e^(−a²/2) · t · P(1 − 2t) with t = 1 / (1 + 0.35 a) for a ≥ 0, as Shepherd and Laframboise, 1981, do
    /// for erfc; P is the Chebyshev series of degree 10, whose relative error is 2·10⁻⁸. The tail keeps its digits.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Normal(Vector512<float> x, out Vector512<float> density)
    {
        var square = x * x;
        var lost = Vector512.MultiplyAddEstimate(x, x, -square);           // what rounding took from the square
        density = Exp(square * -0.5f);
        density = Vector512.ConditionalSelect(Vector512.Equals(density, default), density,
            Vector512.MultiplyAddEstimate(density, lost * -0.5f, density));
        var t = Vector512<float>.One / Fma(Vector512.Abs(x), 0.35f, Vector512<float>.One);
        var u = Fma(t, -2f, Vector512<float>.One);
        var p = Fma(Vector512.Create(1.99415791486e-5f), u, 2.26585692539e-5f);
        p = Fma(p, u, -1.3876722564e-4f);
        p = Fma(p, u, -2.42802231033e-4f);
        p = Fma(p, u, 7.01407817916e-4f);
        p = Fma(p, u, 1.76648668822e-3f);
        p = Fma(p, u, -5.11110526071e-3f);
        p = Fma(p, u, -1.02357119606e-2f);
        p = Fma(p, u, 7.10991507383e-2f);
        p = Fma(p, u, -1.71495731253e-1f);
        p = Fma(p, u, 2.53244273417e-1f);
        var tail = density * (t * p);
        return Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, default), Vector512<float>.One - tail, tail);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fma(Vector512<float> x, float y, Vector512<float> z) =>
        Vector512.MultiplyAddEstimate(x, Vector512.Create(y), z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fma(Vector512<float> x, Vector512<float> y, float z) =>
        Vector512.MultiplyAddEstimate(x, y, Vector512.Create(z));
}
