using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

/// <summary>Tensors and what computes with them, under the names of PyTorch.</summary>
[SuppressMessage("Usage", "CA2211", Justification = "TorchSharp's element types are writable fields.")]
public static partial class torch
{
    /// <summary>The element type <see cref="ScalarType.Bool"/>.</summary>
    public static ScalarType @bool = ScalarType.Bool;

    /// <summary>The element type <see cref="ScalarType.Byte"/>.</summary>
    public static ScalarType @uint8 = ScalarType.Byte;

    /// <summary>The element type <see cref="ScalarType.Int8"/>.</summary>
    public static ScalarType @int8 = ScalarType.Int8;

    /// <summary>The element type <see cref="ScalarType.Int16"/>.</summary>
    public static ScalarType @int16 = ScalarType.Int16;

    /// <summary>The element type <see cref="ScalarType.Int16"/>.</summary>
    public static ScalarType @short = ScalarType.Int16;

    /// <summary>The element type <see cref="ScalarType.Int32"/>.</summary>
    public static ScalarType @int32 = ScalarType.Int32;

    /// <summary>The element type <see cref="ScalarType.Int32"/>.</summary>
    public static ScalarType @int = ScalarType.Int32;

    /// <summary>The element type <see cref="ScalarType.Int64"/>.</summary>
    public static ScalarType @int64 = ScalarType.Int64;

    /// <summary>The element type <see cref="ScalarType.Int64"/>.</summary>
    public static ScalarType @long = ScalarType.Int64;

    /// <summary>The element type <see cref="ScalarType.Float32"/>.</summary>
    public static ScalarType @float32 = ScalarType.Float32;

    /// <summary>The element type <see cref="ScalarType.Float32"/>.</summary>
    public static ScalarType @float = ScalarType.Float32;

    /// <summary>The element type <see cref="ScalarType.Float64"/>.</summary>
    public static ScalarType @float64 = ScalarType.Float64;

    /// <summary>The element type <see cref="ScalarType.Float64"/>.</summary>
    public static ScalarType @double = ScalarType.Float64;

    /// <summary>
    /// The element type of floating-point tensors that are made without saying which; Float32 at first.
    /// </summary>
    public static ScalarType get_default_dtype() => ScalarTypes.DefaultFloat;

    /// <summary>Sets the element type of floating-point tensors that are made without saying which.</summary>
    /// <exception cref="ArgumentException"><paramref name="dtype"/> is not Float32 or Float64.</exception>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!dtype.IsFloating())
            throw new ArgumentException($"only floating-point types are supported as the default type, got {dtype}");
        ScalarTypes.DefaultFloat = dtype;
    }

    /// <summary>The type that holds the values of both types.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => ScalarTypes.Promote(type1, type2);

    /// <summary>The element type of the result of an operation on both tensors.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => ScalarTypes.Promote(tensor1, tensor2);
}
