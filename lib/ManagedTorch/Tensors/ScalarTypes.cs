using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What the engine knows of element types.</summary>
internal static class ScalarTypes
{
    /// <summary>The element type for a .NET type.</summary>
    public static ScalarType Of<T>() => Of(typeof(T));

    /// <inheritdoc cref="Of{T}()"/>
    public static ScalarType Of(Type type) =>
        type == typeof(float) ? ScalarType.Float32
        : type == typeof(double) ? ScalarType.Float64
        : type == typeof(long) ? ScalarType.Int64
        : type == typeof(int) ? ScalarType.Int32
        : type == typeof(bool) ? ScalarType.Bool
        : type == typeof(byte) ? ScalarType.Byte
        : type == typeof(sbyte) ? ScalarType.Int8
        : type == typeof(short) ? ScalarType.Int16
        : throw new NotSupportedException(
            $"Elements of type {type.Name} are not supported; use float, double, long, int, short, sbyte, " +
            "byte or bool.");

    public static bool IsFloating(this ScalarType type) => type is ScalarType.Float32 or ScalarType.Float64;

    public static bool IsIntegral(this ScalarType type) => type <= ScalarType.Int64;

    /// <summary>Bytes of one element.</summary>
    public static int Bytes(this ScalarType type) => type switch
    {
        ScalarType.Bool or ScalarType.Byte or ScalarType.Int8 => 1,
        ScalarType.Int16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 => 8,
        _ => throw NotSupported(type),
    };

    /// <summary>PyTorch's word for the type in its messages.</summary>
    public static string Word(this ScalarType type) => type switch
    {
        ScalarType.Float32 => "Float",
        ScalarType.Float64 => "Double",
        ScalarType.Int64 => "Long",
        ScalarType.Int32 => "Int",
        ScalarType.Int16 => "Short",
        ScalarType.Int8 => "Char",
        _ => type.ToString(),
    };

    public static NotSupportedException NotSupported(ScalarType type) =>
        new($"Tensors of type {type} are not supported; use Float32, Float64, Int64, Int32, Int16, Int8, Byte or " +
            "Bool.");

    /// <summary>The type that holds both: Bool below integers below floating point, the wider within a kind.</summary>
    public static ScalarType Promote(ScalarType a, ScalarType b)
    {
        if (a == b || b == ScalarType.Bool) return a;
        if (a == ScalarType.Bool) return b;
        if (a.IsFloating() || b.IsFloating())
            return !b.IsFloating() ? a : !a.IsFloating() ? b : ScalarType.Float64;
        if (a == ScalarType.Byte || b == ScalarType.Byte)      // unsigned with signed needs the next signed type
        {
            var other = a == ScalarType.Byte ? b : a;
            return other == ScalarType.Int8 ? ScalarType.Int16 : other;
        }

        return a > b ? a : b;
    }

    /// <summary>
    /// The result type of an operation on two tensors: one without dimensions counts only by its kind.
    /// </summary>
    public static ScalarType Promote(Tensor a, Tensor b)
    {
        var (x, y) = (a.dtype, b.dtype);
        if (x == y) return x;
        var (scalarA, scalarB) = (a.Shape_.Length == 0, b.Shape_.Length == 0);
        if (scalarA == scalarB) return Promote(x, y);
        return scalarA ? Weak(x, y) : Weak(y, x);
    }

    /// <summary>The result type of an operation on a tensor and a number.</summary>
    public static ScalarType Promote(Tensor a, Scalar b) =>
        b.Type.IsFloating() && !a.dtype.IsFloating() ? DefaultFloat : Weak(b.Type, a.dtype);

    private static ScalarType Weak(ScalarType weak, ScalarType strong) => Kind(weak) > Kind(strong) ? weak : strong;

    private static int Kind(ScalarType type) => type == ScalarType.Bool ? 0 : type.IsFloating() ? 2 : 1;

    /// <summary>The type of floating-point results that nothing else determines.</summary>
    public static ScalarType DefaultFloat { get; set; } = ScalarType.Float32;

    /// <summary>The type itself if it is floating point, else the default.</summary>
    public static ScalarType OrFloat(this ScalarType type) => type.IsFloating() ? type : DefaultFloat;
}
