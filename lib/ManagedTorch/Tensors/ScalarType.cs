namespace TorchSharp;

public static partial class torch
{
    /// <summary>The element type of a tensor.</summary>
    /// <remarks>
    /// The engine computes with Bool, Byte, Int8, Int16, Int32, Int64, Float32 and Float64; it stores Float16 and
    /// BFloat16; of complex numbers it has what Fourier transforms need.
    /// </remarks>
    public enum ScalarType : sbyte
    {
        /// <summary>Unsigned, 8 bits.</summary>
        Byte = 0,

        /// <summary>Signed, 8 bits.</summary>
        Int8 = 1,

        /// <summary>Signed, 16 bits.</summary>
        Int16 = 2,

        /// <summary>Signed, 32 bits.</summary>
        Int32 = 3,

        /// <summary>Signed, 64 bits; the type of indices.</summary>
        Int64 = 4,

        /// <summary>Half precision: stored so, computed with as Float32.</summary>
        Float16 = 5,

        /// <summary>Single precision; the default.</summary>
        Float32 = 6,

        /// <summary>Double precision.</summary>
        Float64 = 7,

        /// <summary>A complex number of two singles.</summary>
        ComplexFloat32 = 9,

        /// <summary>A complex number of two doubles.</summary>
        ComplexFloat64 = 10,

        /// <summary>True or false.</summary>
        Bool = 11,

        /// <summary>Quantized; not supported by the engine.</summary>
        QInt8 = 12,

        /// <summary>Quantized; not supported by the engine.</summary>
        QUInt8 = 13,

        /// <summary>Quantized; not supported by the engine.</summary>
        QInt32 = 14,

        /// <summary>The upper half of a single's bits: stored so, computed with as Float32.</summary>
        BFloat16 = 15,
    }
}
