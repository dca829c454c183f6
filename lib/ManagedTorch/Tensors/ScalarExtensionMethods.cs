namespace TorchSharp;

/// <summary>Numbers as Scalars, and back.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>The number as a Scalar.</summary>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>The number as a Scalar.</summary>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>The number as a Scalar.</summary>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>The number as a Scalar.</summary>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>The number as a Scalar.</summary>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>The number as a Scalar.</summary>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>The number as a Scalar.</summary>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>The number as a Scalar.</summary>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>The number, converted.</summary>
    public static byte ToByte(this Scalar value) => value.To<byte>();

    /// <summary>The number, converted.</summary>
    public static sbyte ToSByte(this Scalar value) => value.To<sbyte>();

    /// <summary>The number, converted.</summary>
    public static short ToInt16(this Scalar value) => value.To<short>();

    /// <summary>The number, converted.</summary>
    public static int ToInt32(this Scalar value) => value.To<int>();

    /// <summary>The number, converted.</summary>
    public static long ToInt64(this Scalar value) => value.To<long>();

    /// <summary>The number, converted.</summary>
    public static float ToSingle(this Scalar value) => value.To<float>();

    /// <summary>The number, converted.</summary>
    public static double ToDouble(this Scalar value) => value.To<double>();

    /// <summary>Whether the number is not zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.Double != 0;
}
