using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Short forms for tensors.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The only element, converted.</summary>
    public static byte ToByte(this Tensor value) => value.ToScalar().To<byte>();

    /// <summary>The only element, converted.</summary>
    public static sbyte ToSByte(this Tensor value) => value.ToScalar().To<sbyte>();

    /// <summary>The only element, converted.</summary>
    public static short ToInt16(this Tensor value) => value.ToScalar().To<short>();

    /// <summary>The only element, converted.</summary>
    public static int ToInt32(this Tensor value) => value.ToScalar().To<int>();

    /// <summary>The only element, converted.</summary>
    public static long ToInt64(this Tensor value) => value.ToScalar().To<long>();

    /// <summary>The only element, converted.</summary>
    public static float ToSingle(this Tensor value) => value.ToScalar().To<float>();

    /// <summary>The only element, converted.</summary>
    public static double ToDouble(this Tensor value) => value.ToScalar().To<double>();

    /// <summary>Whether the only element is not zero.</summary>
    public static bool ToBoolean(this Tensor value) => value.ToScalar().Double != 0;

    /// <summary>Bytes of one element of the type.</summary>
    public static int ElementSize(this ScalarType type) => type.Bytes();

    /// <summary>The number of elements of a shape.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => Shapes.Count([.. shape]);
}
