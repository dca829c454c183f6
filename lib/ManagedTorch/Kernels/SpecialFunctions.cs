using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>A function of one floating-point number, for those without a vector form.</summary>
internal interface IScalarFunction
{
    static abstract T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>Runs a function number by number.</summary>
internal readonly struct Each<TFunction> : IFloatFunction where TFunction : IScalarFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < y.Length; i++) y[i] = TFunction.Of(x[i]);
    }
}

internal readonly struct ErrorFunction : IScalarFunction
{
    public static T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateTruncating(Erf.Of(double.CreateTruncating(x)));
}

internal readonly struct ErrorFunctionComplement : IScalarFunction
{
    public static T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> =>
        T.CreateTruncating(Erf.Complement(double.CreateTruncating(x)));
}

/// <summary>e^x − 1 without cancellation near 0.</summary>
/// <remarks>W. Kahan's correction: (u − 1) · x / log u with u = e^x.</remarks>
internal readonly struct ExpMinusOne : IScalarFunction
{
    public static T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var u = T.Exp(x);
        if (u == T.One) return x;
        var less = u - T.One;
        return less == -T.One || T.IsInfinity(u) ? less : less * x / T.Log(u);
    }
}

/// <summary>log(1 + x) without cancellation near 0.</summary>
/// <remarks>W. Kahan's correction: log u · x / (u − 1) with u = 1 + x.</remarks>
internal readonly struct LogOnePlus : IScalarFunction
{
    public static T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var u = T.One + x;
        return u == T.One ? x : T.IsFinite(u) ? T.Log(u) * x / (u - T.One) : T.Log(u);
    }
}

internal readonly struct ReciprocalSqrt : IScalarFunction
{
    public static T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => T.One / T.Sqrt(x);
}

internal readonly struct LogSigmoid : IScalarFunction
{
    public static T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Min(x, T.Zero) - LogOnePlus.Of(T.Exp(-T.Abs(x)));
}

internal readonly struct Mish : IScalarFunction
{
    public static T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> => x * T.Tanh(Softplus(x));

    // log(1 + e^x), whatever the size of x.
    internal static T Softplus<T>(T x) where T : unmanaged, IFloatingPointIeee754<T> =>
        T.Max(x, T.Zero) + LogOnePlus.Of(T.Exp(-T.Abs(x)));
}

/// <summary>x · Φ(x), Φ the normal distribution function.</summary>
internal readonly struct Gelu : IScalarFunction
{
    public static T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var value = double.CreateTruncating(x);
        return T.CreateTruncating(0.5 * value * (1 + Erf.Of(value * (1 / Math.Sqrt(2)))));
    }
}

/// <summary>The derivative of <see cref="Gelu"/>: Φ(x) + x · φ(x).</summary>
internal readonly struct GeluSlope : IScalarFunction
{
    public static T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var v = double.CreateTruncating(x);
        var density = Math.Exp(-0.5 * v * v) / Math.Sqrt(2 * Math.PI);
        return T.CreateTruncating((0.5 * (1 + Erf.Of(v / Math.Sqrt(2)))) + (v * density));
    }
}

/// <summary>½ x (1 + tanh(√(2/π) (x + 0.044715 x³))).</summary>
internal readonly struct GeluTanh : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        TensorPrimitives.Multiply(x, x, y);
        TensorPrimitives.Multiply(y, T.CreateTruncating(0.044715), y);
        TensorPrimitives.Add(y, T.One, y);
        TensorPrimitives.Multiply(y, x, y);
        TensorPrimitives.Multiply(y, T.CreateTruncating(Math.Sqrt(2 / Math.PI)), y);
        TensorPrimitives.Tanh(y, y);
        TensorPrimitives.AddMultiply(y, T.One, x, y);
        TensorPrimitives.Multiply(y, T.CreateTruncating(0.5), y);
    }
}

/// <summary>The derivative of <see cref="GeluTanh"/>.</summary>
internal readonly struct GeluTanhSlope : IScalarFunction
{
    public static T Of<T>(T x) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (c, k) = (T.CreateTruncating(Math.Sqrt(2 / Math.PI)), T.CreateTruncating(0.044715));
        var half = T.CreateTruncating(0.5);
        var t = T.Tanh(c * (x + (k * x * x * x)));
        var inner = c * (T.One + (T.CreateTruncating(3) * k * x * x));
        return (half * (T.One + t)) + (half * x * (T.One - (t * t)) * inner);
    }
}

internal readonly struct Relu : INumberFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, INumber<T> =>
        TensorPrimitives.Max(x, T.Zero, y);
}

/// <summary>−1, 0 or 1; NaN stays.</summary>
internal readonly struct Sign : INumberFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = x[i] > T.Zero ? T.One : x[i] < T.Zero ? T.Zero - T.One : T.IsNaN(x[i]) ? x[i] : T.Zero;
    }
}

/// <summary>dy where x is positive, else 0.</summary>
internal readonly struct WherePositive : IBinaryOperator
{
    public static T Of<T>(T dy, T x) where T : unmanaged, INumber<T> => x > T.Zero ? dy : T.Zero;

    public static Vector<T> Of<T>(Vector<T> dy, Vector<T> x) where T : unmanaged, INumber<T> =>
        Vector.ConditionalSelect(Vector.GreaterThan(x, Vector<T>.Zero), dy, Vector<T>.Zero);
}
