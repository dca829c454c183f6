using System.Numerics;
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
        var max = Rows.Max(x);
        var sum = Rows.ExpSum(x, max, y);
        if (!log)
        {
            Rows.Scale(y, T.One / sum, y);
            return;
        }

        Rows.Shift(x, -max, y);
        Rows.Shift(y, -T.Log(sum), y);
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
                    Rows.ExpSum(v, T.Zero, to);
                    Rows.AddScaled(g, -Lanes.Sum(g), to);
                }
                else
                {
                    Rows.SoftmaxGradient(g, v, T.One, to);
                }
            }
        });
    }
}
