using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

internal readonly struct Negate : INumberFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Negate(x, y);
}

internal readonly struct Absolute : INumberFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Abs(x, y);
}

internal readonly struct Square : INumberFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(x, x, y);
}

internal readonly struct Exp : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Exp(x, y);
}

internal readonly struct Exp2 : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Exp2(x, y);
}

internal readonly struct Log : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Log(x, y);
}

internal readonly struct Log2 : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Log2(x, y);
}

internal readonly struct Log10 : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Log10(x, y);
}

internal readonly struct Sin : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Sin(x, y);
}

internal readonly struct Cos : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Cos(x, y);
}

internal readonly struct Tan : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Tan(x, y);
}

internal readonly struct Asin : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Asin(x, y);
}

internal readonly struct Acos : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Acos(x, y);
}

internal readonly struct Atan : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Atan(x, y);
}

internal readonly struct Sinh : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Sinh(x, y);
}

internal readonly struct Cosh : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Cosh(x, y);
}

internal readonly struct Tanh : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Tanh(x, y);
}

internal readonly struct Asinh : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Asinh(x, y);
}

internal readonly struct Acosh : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Acosh(x, y);
}

internal readonly struct Atanh : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Atanh(x, y);
}

internal readonly struct Sqrt : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Sqrt(x, y);
}

internal readonly struct Sigmoid : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Sigmoid(x, y);
}

internal readonly struct Floor : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Floor(x, y);
}

internal readonly struct Ceiling : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Ceiling(x, y);
}

internal readonly struct Truncate : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Truncate(x, y);
}

internal readonly struct Round : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Round(x, MidpointRounding.ToEven, y);
}

internal readonly struct Reciprocal : IFloatFunction
{
    public static void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> =>
        TensorPrimitives.Reciprocal(x, y);
}
