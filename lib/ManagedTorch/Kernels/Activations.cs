using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>x · Φ(x); the derivative is Φ(x) + x · φ(x).</summary>
internal readonly struct ExactGelu : IActivation
{
    private const float InverseRootTwoPi = 0.398942280401f;

    // At the limits 0 times infinity would give NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Of(Vector512<float> x)
    {
        var y = x * FloatLanes.Normal(x, out _);
        return Vector512.ConditionalSelect(Vector512.Equals(x, Vector512.Create(float.NegativeInfinity)), default, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Slope(Vector512<float> x)
    {
        var bounded = Vector512.Min(Vector512.Max(x, Vector512.Create(-20f)), Vector512.Create(20f));
        var share = FloatLanes.Normal(bounded, out var density);
        var slope = Vector512.MultiplyAddEstimate(bounded * InverseRootTwoPi, density, share);
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), slope, x);
    }

    public double Of(double x) => Gelu.Of(x);

    public double Slope(double x) => GeluSlope.Of(x);
}

/// <summary>x · σ(x); the derivative is σ(x) · (1 + x · (1 − σ(x))).</summary>
internal readonly struct Swish : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Of(Vector512<float> x) => x / (Vector512<float>.One + FloatLanes.Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Slope(Vector512<float> x)
    {
        var s = Vector512<float>.One / (Vector512<float>.One + FloatLanes.Exp(-x));
        return s * Vector512.MultiplyAddEstimate(x, Vector512<float>.One - s, Vector512<float>.One);
    }

    public double Of(double x) => x / (1 + Math.Exp(-x));

    public double Slope(double x)
    {
        var s = 1 / (1 + Math.Exp(-x));
        return s * (1 + x * (1 - s));
    }
}

/// <summary>x, or slope · x below 0.</summary>
internal readonly struct LeakyRelu(double slope) : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Of(Vector512<float> x) => Vector512.ConditionalSelect(
        Vector512.GreaterThan(x, default), x, x * (float)slope);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Slope(Vector512<float> x) => Vector512.ConditionalSelect(
        Vector512.GreaterThan(x, default), Vector512<float>.One, Vector512.Create((float)slope));

    public double Of(double x) => x > 0 ? x : x * slope;

    public double Slope(double x) => x > 0 ? 1 : slope;
}
