using System.Numerics;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Tensors of given values.</summary>
internal static class Fill
{
    /// <summary>Sets every element of a contiguous tensor.</summary>
    public static void With(Tensor y, Scalar value)
    {
        switch (y.dtype)
        {
            case ScalarType.Float32: y.Elements<float>().Fill(value.To<float>()); break;
            case ScalarType.Float64: y.Elements<double>().Fill(value.To<double>()); break;
            case ScalarType.Int64: y.Elements<long>().Fill(value.To<long>()); break;
            case ScalarType.Int32: y.Elements<int>().Fill(value.To<int>()); break;
            case ScalarType.Int16: y.Elements<short>().Fill(value.To<short>()); break;
            case ScalarType.Int8: y.Elements<sbyte>().Fill(value.To<sbyte>()); break;
            case ScalarType.Byte: y.Elements<byte>().Fill(value.To<byte>()); break;
            case ScalarType.Float16: y.Elements<Half>().Fill((Half)(float)value.Double); break;
            case ScalarType.BFloat16: y.Elements<BFloat16>().Fill(new BFloat16((float)value.Double)); break;
            case ScalarType.ComplexFloat32: y.Elements<(float, float)>().Fill(((float)value.Double, 0)); break;
            case ScalarType.ComplexFloat64: y.Elements<Complex>().Fill(value.Double); break;
            default: y.Elements<bool>().Fill(value.Double != 0); break;
        }
    }

    /// <summary>y[i] = start + i · step, each element computed for itself.</summary>
    public static void Range(Tensor y, Scalar start, Scalar step)
    {
        if (y.dtype.IsReduced())
        {
            var exact = Tensor.NewLike(y, ScalarType.Float32);
            Range(exact.Elements<float>(), start.Double, step.Double);
            Copy.Convert(exact, y);
            return;
        }

        switch (y.dtype)
        {
            case ScalarType.Float32: Range(y.Elements<float>(), start.Double, step.Double); break;
            case ScalarType.Float64: Range(y.Elements<double>(), start.Double, step.Double); break;
            case ScalarType.Int64: Range(y.Elements<long>(), start.Int64, step.Int64); break;
            case ScalarType.Int32: Range(y.Elements<int>(), start.Int64, step.Int64); break;
            case ScalarType.Int16: Range(y.Elements<short>(), start.Int64, step.Int64); break;
            case ScalarType.Int8: Range(y.Elements<sbyte>(), start.Int64, step.Int64); break;
            default: Range(y.Elements<byte>(), start.Int64, step.Int64); break;
        }
    }

    private static void Range<T, U>(Span<T> y, U start, U step) where T : unmanaged, INumber<T> where U : INumber<U>
    {
        for (var i = 0; i < y.Length; i++) y[i] = T.CreateTruncating(start + (U.CreateTruncating(i) * step));
    }

    /// <summary>Copies an array of any rank whose elements are of the tensor's type.</summary>
    public static void From(Array source, Tensor y)
    {
        var bytes = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(source),
            source.Length * y.dtype.Bytes());
        switch (y.dtype)
        {
            case ScalarType.Float32: bytes.CopyTo(MemoryMarshal.AsBytes(y.Elements<float>())); break;
            case ScalarType.Float64: bytes.CopyTo(MemoryMarshal.AsBytes(y.Elements<double>())); break;
            case ScalarType.Int64: bytes.CopyTo(MemoryMarshal.AsBytes(y.Elements<long>())); break;
            case ScalarType.Int32: bytes.CopyTo(MemoryMarshal.AsBytes(y.Elements<int>())); break;
            case ScalarType.Float16: bytes.CopyTo(MemoryMarshal.AsBytes(y.Elements<Half>())); break;
            case ScalarType.BFloat16: bytes.CopyTo(MemoryMarshal.AsBytes(y.Elements<BFloat16>())); break;
            case ScalarType.ComplexFloat32: bytes.CopyTo(MemoryMarshal.AsBytes(y.Elements<(float, float)>())); break;
            case ScalarType.ComplexFloat64: bytes.CopyTo(MemoryMarshal.AsBytes(y.Elements<Complex>())); break;
            case ScalarType.Int16: bytes.CopyTo(MemoryMarshal.AsBytes(y.Elements<short>())); break;
            case ScalarType.Int8: bytes.CopyTo(MemoryMarshal.AsBytes(y.Elements<sbyte>())); break;
            default: bytes.CopyTo(y.Elements<byte>()); break;
        }
    }

    /// <summary>Ones on the main diagonal of a zero matrix.</summary>
    public static void Diagonal(Tensor y)
    {
        var (count, step) = (Math.Min(y.Shape_[0], y.Shape_[1]), y.Shape_[1] + 1);
        if (count == 0) return;
        var diagonal = y.Alias([count], [step], y.Offset_);
        var one = Tensor.New(y.dtype, [count]);
        With(one, 1);
        Copy.Strided(one, diagonal);
    }
}
