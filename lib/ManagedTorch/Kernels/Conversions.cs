using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Conversions from and to the types that no arithmetic runs on: 16-bit floats and complex numbers.</summary>
internal static class Conversions
{
    /// <summary>Elements of a 16-bit type as Float32; both contiguous.</summary>
    public static void Widen(Tensor source, Tensor destination)
    {
        var y = destination.Elements<float>();
        if (source.dtype == ScalarType.Float16)
        {
            System.Numerics.Tensors.TensorPrimitives.ConvertToSingle(source.Elements<Half>(), y);
            return;
        }

        var x = source.Elements<BFloat16>();
        for (var i = 0; i < y.Length; i++) y[i] = x[i].ToSingle();
    }

    /// <summary>Float32 elements as a 16-bit type, rounded to the nearest; both contiguous.</summary>
    public static void Narrow(Tensor source, Tensor destination)
    {
        var x = source.Elements<float>();
        if (destination.dtype == ScalarType.Float16)
        {
            System.Numerics.Tensors.TensorPrimitives.ConvertToHalf(x, destination.Elements<Half>());
            return;
        }

        var y = destination.Elements<BFloat16>();
        for (var i = 0; i < y.Length; i++) y[i] = new BFloat16(x[i]);
    }

    /// <summary>Real and imaginary parts of contiguous complex numbers, as Float32 or Float64.</summary>
    public static void Split(Tensor source, Tensor? real, Tensor? imaginary)
    {
        if (source.dtype == ScalarType.ComplexFloat32)
        {
            var x = source.Elements<(float Real, float Imaginary)>();
            var re = Parts<float>(real);
            var im = Parts<float>(imaginary);
            for (var i = 0; i < re.Length; i++) re[i] = x[i].Real;
            for (var i = 0; i < im.Length; i++) im[i] = x[i].Imaginary;
        }
        else
        {
            var x = source.Elements<Complex>();
            var re = Parts<double>(real);
            var im = Parts<double>(imaginary);
            for (var i = 0; i < re.Length; i++) re[i] = x[i].Real;
            for (var i = 0; i < im.Length; i++) im[i] = x[i].Imaginary;
        }
    }

    /// <summary>Complex numbers of contiguous parts; without imaginary part they are real.</summary>
    public static void Join(Tensor real, Tensor? imaginary, Tensor destination)
    {
        if (destination.dtype == ScalarType.ComplexFloat32)
        {
            var y = destination.Elements<(float, float)>();
            var re = Parts<float>(real);
            var im = Parts<float>(imaginary);
            for (var i = 0; i < y.Length; i++) y[i] = (re[i], im.IsEmpty ? 0 : im[i]);
        }
        else
        {
            var y = destination.Elements<Complex>();
            var re = Parts<double>(real);
            var im = Parts<double>(imaginary);
            for (var i = 0; i < y.Length; i++) y[i] = new Complex(re[i], im.IsEmpty ? 0 : im[i]);
        }
    }

    private static Span<T> Parts<T>(Tensor? tensor) where T : unmanaged => tensor is null ? [] : tensor.Elements<T>();
}
