using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>An element-wise function that every type of number has.</summary>
internal interface INumberFunction
{
    static abstract void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, INumber<T>;
}

/// <summary>An element-wise function of floating-point numbers.</summary>
internal interface IFloatFunction
{
    static abstract void Of<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T>;
}

/// <summary>Element-wise functions of one contiguous tensor.</summary>
internal static class Unary
{
    public static void Number<TOp>(Tensor x, Tensor y) where TOp : INumberFunction
    {
        switch (y.dtype)
        {
            case ScalarType.Float32: Number<float, TOp>(x, y); break;
            case ScalarType.Float64: Number<double, TOp>(x, y); break;
            case ScalarType.Int64: Number<long, TOp>(x, y); break;
            case ScalarType.Int32: Number<int, TOp>(x, y); break;
            case ScalarType.Int16: Number<short, TOp>(x, y); break;
            case ScalarType.Int8: Number<sbyte, TOp>(x, y); break;
            default: Number<byte, TOp>(x, y); break;
        }
    }

    public static void Float<TOp>(Tensor x, Tensor y) where TOp : IFloatFunction
    {
        if (y.dtype == ScalarType.Float32) Float<float, TOp>(x, y);
        else Float<double, TOp>(x, y);
    }

    private static void Number<T, TOp>(Tensor x, Tensor y) where T : unmanaged, INumber<T> where TOp : INumberFunction
    {
        if (y.Count_ < Parallel.ManyElements) TOp.Of<T>(x.Elements<T>(), y.Elements<T>());
        else Share<T>(x, y, static (from, to) => TOp.Of(from, to));
    }

    private static void Float<T, TOp>(Tensor x, Tensor y)
        where T : unmanaged, IFloatingPointIeee754<T> where TOp : IFloatFunction
    {
        if (y.Count_ < Parallel.ManyElements) TOp.Of<T>(x.Elements<T>(), y.Elements<T>());
        else Share<T>(x, y, static (from, to) => TOp.Of(from, to));
    }

    private delegate void Loop<T>(ReadOnlySpan<T> x, Span<T> y);

    private static void Share<T>(Tensor x, Tensor y, Loop<T> loop) where T : unmanaged
    {
        var from = x.Array<T>(out var fromAt);
        var to = y.Array<T>(out var toAt);
        Parallel.Elements((int)y.Count_, (start, end) =>
            loop(from.AsSpan(fromAt + start, end - start), to.AsSpan(toAt + start, end - start)));
    }
}
