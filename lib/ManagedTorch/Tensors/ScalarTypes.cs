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
        : type == typeof(Half) ? ScalarType.Float16
        : type == typeof(BFloat16) ? ScalarType.BFloat16
        : type == typeof((float, float)) ? ScalarType.ComplexFloat32
        : type == typeof(System.Numerics.Complex) ? ScalarType.ComplexFloat64
        : throw new NotSupportedException(
            $"Elements of type {type.Name} are not supported; use float, double, Half, BFloat16, long, int, short, " +
            "sbyte, byte, bool, (float, float) or Complex.");

    public static bool IsFloating(this ScalarType type) =>
        type is ScalarType.Float32 or ScalarType.Float64 || type.IsReduced();

    /// <summary>Whether the type has 16 bits: arithmetic runs in Float32 and is rounded back.</summary>
    public static bool IsReduced(this ScalarType type) => type is ScalarType.Float16 or ScalarType.BFloat16;

    public static bool IsComplex(this ScalarType type) =>
        type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>Whether numbers of the type can have a gradient.</summary>
    public static bool IsDifferentiable(this ScalarType type) => type.IsFloating() || type.IsComplex();

    /// <summary>The type of the parts of a complex type.</summary>
    public static ScalarType Real(this ScalarType type) => type switch
    {
        ScalarType.ComplexFloat32 => ScalarType.Float32,
        ScalarType.ComplexFloat64 => ScalarType.Float64,
        _ => type,
    };

    /// <summary>The complex type with parts of a type.</summary>
    public static ScalarType Complex(ScalarType type) => type switch
    {
        ScalarType.Float64 => ScalarType.ComplexFloat64,
        _ when type.IsComplex() => type,
        _ => ScalarType.ComplexFloat32,
    };

    public static bool IsIntegral(this ScalarType type) => type <= ScalarType.Int64;

    /// <summary>Bytes of one element.</summary>
    public static int Bytes(this ScalarType type) => type switch
    {
        ScalarType.Bool or ScalarType.Byte or ScalarType.Int8 => 1,
        ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
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
        ScalarType.Float16 => "Half",
        ScalarType.ComplexFloat32 => "ComplexFloat",
        ScalarType.ComplexFloat64 => "ComplexDouble",
        _ => type.ToString(),
    };

    public static NotSupportedException NotSupported(ScalarType type) =>
        new($"Tensors of type {type} are not supported; use Float32, Float64, Float16, BFloat16, Int64, Int32, " +
            "Int16, Int8, Byte, Bool, ComplexFloat32 or ComplexFloat64.");

    /// <summary>For operations that need numbers of another type.</summary>
    public static NotSupportedException NotHere(ScalarType type) => type.IsComplex()
        ? new($"This operation is not supported for {type}. Of complex tensors there are real, imag, abs, angle, " +
            "conj, add, sub, mul, div, neg, exp, sum, mean, views and fft; for others compute with view_as_real().")
        : new($"This operation is not supported for {type}; convert with to(ScalarType.Float32) first.");

    /// <summary>The type that holds both: Bool below integers below floating point, the wider within a kind.</summary>
    public static ScalarType Promote(ScalarType a, ScalarType b)
    {
        if (a == b || b == ScalarType.Bool) return a;
        if (a == ScalarType.Bool) return b;
        if (a.IsComplex() || b.IsComplex())
            return Complex(Promote(a.Real(), b.Real()));
        if (a.IsFloating() || b.IsFloating())
            return !b.IsFloating() ? a : !a.IsFloating() ? b
                : a == ScalarType.Float64 || b == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
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
        b.Type.IsFloating() && !a.dtype.IsDifferentiable() ? DefaultFloat : Weak(b.Type, a.dtype);

    private static ScalarType Weak(ScalarType weak, ScalarType strong) => Kind(weak) <= Kind(strong) ? strong
        : weak.IsComplex() ? Promote(weak, strong) : weak;

    private static int Kind(ScalarType type) =>
        type == ScalarType.Bool ? 0 : type.IsComplex() ? 3 : type.IsFloating() ? 2 : 1;

    /// <summary>The type of floating-point results that nothing else determines.</summary>
    public static ScalarType DefaultFloat { get; set; } = ScalarType.Float32;

    /// <summary>The type itself if it is floating point, else the default.</summary>
    public static ScalarType OrFloat(this ScalarType type) => type.IsDifferentiable() ? type : DefaultFloat;
}
