using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Serialization;

/// <summary>
/// TorchSharp's bytes of a tensor: type, number of dimensions and sizes in LEB128, then the elements, little-endian.
/// </summary>
internal static class TensorFormat
{
    private const int MostDimensions = 64;

    public static void Write(BinaryWriter writer, Tensor tensor)
    {
        writer.Write7BitEncodedInt((int)tensor.dtype);
        writer.Write7BitEncodedInt(tensor.Shape_.Length);
        foreach (var size in tensor.Shape_) writer.Write7BitEncodedInt64(size);
        writer.Write(Bytes(tensor.AsContiguous()));
    }

    /// <exception cref="InvalidDataException">The stream does not hold a tensor, or ends within it.</exception>
    public static Tensor Read(BinaryReader reader)
    {
        var (type, shape) = ReadHeader(reader);
        var tensor = Tensor.New(type, shape);
        reader.BaseStream.ReadExactly(Bytes(tensor));
        return tensor;
    }

    /// <summary>Runs a read and turns its failures into the one for a bad file.</summary>
    /// <exception cref="InvalidDataException">The stream does not hold what <paramref name="what"/> says.</exception>
    public static TResult Guarded<TResult>(string what, Func<TResult> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is EndOfStreamException or FormatException or NotSupportedException)
        {
            throw new InvalidDataException(
                $"expected {what} in TorchSharp's format; the file is cut off or of another kind: " +
                error.Message, error);
        }
    }

    private static (ScalarType, long[]) ReadHeader(BinaryReader reader)
    {
        var type = (ScalarType)(sbyte)reader.Read7BitEncodedInt();
        if (!Enum.IsDefined(type))
            throw new InvalidDataException($"expected a tensor's element type, a number in [0, 15], got {(int)type}");
        var size = type.Bytes();
        var dimensions = reader.Read7BitEncodedInt();
        if (dimensions is < 0 or > MostDimensions)
            throw new InvalidDataException($"expected at most {MostDimensions} dimensions, got {dimensions}");
        var shape = new long[dimensions];
        for (var i = 0; i < dimensions; i++) shape[i] = reader.Read7BitEncodedInt64();
        var left = reader.BaseStream.CanSeek ? reader.BaseStream.Length - reader.BaseStream.Position : long.MaxValue;
        var needed = shape.Aggregate(
            (UInt128)(uint)size, (product, n) => n < 0 ? UInt128.MaxValue >> 64 : product * (ulong)n);
        if (needed > (UInt128)left)
            throw new InvalidDataException(
                $"expected {needed} bytes of a tensor {Shapes.Text(shape)} of {type}, but only {left} bytes are left");
        return (type, shape);
    }

    // The engine runs on little-endian machines only, as .NET does in practice; the elements are written as they lie.
    public static Span<byte> Bytes(Tensor tensor) => tensor.dtype switch
    {
        ScalarType.Float32 => MemoryMarshal.AsBytes(tensor.Elements<float>()),
        ScalarType.Float64 => MemoryMarshal.AsBytes(tensor.Elements<double>()),
        ScalarType.Int64 => MemoryMarshal.AsBytes(tensor.Elements<long>()),
        ScalarType.Int32 => MemoryMarshal.AsBytes(tensor.Elements<int>()),
        ScalarType.Int16 => MemoryMarshal.AsBytes(tensor.Elements<short>()),
        ScalarType.Float16 => MemoryMarshal.AsBytes(tensor.Elements<Half>()),
        ScalarType.BFloat16 => MemoryMarshal.AsBytes(tensor.Elements<BFloat16>()),
        ScalarType.ComplexFloat32 => MemoryMarshal.AsBytes(tensor.Elements<(float, float)>()),
        ScalarType.ComplexFloat64 => MemoryMarshal.AsBytes(tensor.Elements<System.Numerics.Complex>()),
        ScalarType.Int8 => MemoryMarshal.AsBytes(tensor.Elements<sbyte>()),
        ScalarType.Byte or ScalarType.Bool => tensor.Elements<byte>(),
        _ => throw ScalarTypes.NotSupported(tensor.dtype),
    };
}
