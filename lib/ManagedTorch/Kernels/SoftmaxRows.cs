using System.Numerics;
using System.Numerics.Tensors;
using static TorchSharp.torch;
using Tensor = TorchSharp.torch.Tensor;

namespace TorchSharp.Kernels;

/// <summary>Softmax and its logarithm over the rows of a contiguous [rows, n], and their gradients.</summary>
internal static class SoftmaxRows
{
    public static void Forward(Tensor x, int n, bool log, Tensor y)
    {
        if (x.dtype == ScalarType.Float32) Forward<float>(x, n, log, y);
        else Forward<double>(x, n, log, y);
    }

    private static void Forward<T>(Tensor x, int n, bool log, Tensor y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = x.Array<T>(out var fromAt);
        var to = y.Array<T>(out var toAt);
        Parallel.For((int)(x.Count_ / n), Math.Max(1, 8192 / n), (start, end) =>
        {
            for (var r = start; r < end; r++)
                Row<T>(from.AsSpan(fromAt + (r * n), n), log, to.AsSpan(toAt + (r * n), n));
        });
    }

    private static void Row<T>(ReadOnlySpan<T> x, bool log, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var max = TensorPrimitives.Max(x);
        TensorPrimitives.Subtract(x, max, y);
        if (log)
        {
            var scratch = System.Buffers.ArrayPool<T>.Shared.Rent(x.Length);
            var e = scratch.AsSpan(0, x.Length);
            TensorPrimitives.Exp(y, e);
            TensorPrimitives.Subtract(y, T.Log(Sums.Row<T>(e)), y);
            System.Buffers.ArrayPool<T>.Shared.Return(scratch);
            return;
        }

        TensorPrimitives.Exp(y, y);
        TensorPrimitives.Multiply(y, T.One / Sums.Row<T>(y), y);
    }

    /// <summary>dx = y ∘ (dy − Σ dy ∘ y), or dy − e^y Σ dy for the logarithm.</summary>
    public static void Backward(Tensor dy, Tensor y, int n, bool log, Tensor dx)
    {
        if (y.dtype == ScalarType.Float32) Backward<float>(dy, y, n, log, dx);
        else Backward<double>(dy, y, n, log, dx);
    }

    private static void Backward<T>(Tensor gradient, Tensor output, int n, bool log, Tensor result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var dy = gradient.Array<T>(out var dyAt);
        var y = output.Array<T>(out var yAt);
        var dx = result.Array<T>(out var dxAt);
        Parallel.For((int)(output.Count_ / n), Math.Max(1, 8192 / n), (start, end) =>
        {
            for (var r = start; r < end; r++)
            {
                ReadOnlySpan<T> g = dy.AsSpan(dyAt + (r * n), n);
                ReadOnlySpan<T> v = y.AsSpan(yAt + (r * n), n);
                var to = dx.AsSpan(dxAt + (r * n), n);
                if (log)
                {
                    TensorPrimitives.Exp(v, to);
                    TensorPrimitives.MultiplyAdd(to, -Sums.Row(g), g, to);
                }
                else
                {
                    TensorPrimitives.Multiply(g, v, to);
                    TensorPrimitives.Subtract(g, Sums.Row<T>(to), to);
                    TensorPrimitives.Multiply(to, v, to);
                }
            }
        });
    }
}
