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
            case ScalarType.Float32: TOp.Of<float>(x.Elements<float>(), y.Elements<float>()); break;
            case ScalarType.Float64: TOp.Of<double>(x.Elements<double>(), y.Elements<double>()); break;
            case ScalarType.Int64: TOp.Of<long>(x.Elements<long>(), y.Elements<long>()); break;
            case ScalarType.Int32: TOp.Of<int>(x.Elements<int>(), y.Elements<int>()); break;
            case ScalarType.Int16: TOp.Of<short>(x.Elements<short>(), y.Elements<short>()); break;
            case ScalarType.Int8: TOp.Of<sbyte>(x.Elements<sbyte>(), y.Elements<sbyte>()); break;
            default: TOp.Of<byte>(x.Elements<byte>(), y.Elements<byte>()); break;
        }
    }

    public static void Float<TOp>(Tensor x, Tensor y) where TOp : IFloatFunction
    {
        if (y.dtype == ScalarType.Float32) TOp.Of<float>(x.Elements<float>(), y.Elements<float>());
        else TOp.Of<double>(x.Elements<double>(), y.Elements<double>());
    }
}
