using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>x·Wᵀ + b, the product added onto rows that hold the bias; and its gradients.</summary>
internal static class Affine
{
    /// <param name="x">[..., in], contiguous.</param>
    /// <param name="w">[out, in], contiguous.</param>
    /// <param name="b">[out], or null.</param>
    /// <param name="y">[..., out].</param>
    public static void Forward<T>(Tensor x, Tensor w, Tensor? b, Tensor y) where T : unmanaged, INumberBase<T>
    {
        var (outputs, inputs, rows) = Sizes(w, y);
        var target = y.Array<T>(out var yOffset);
        if (b is not null)
        {
            var bias = b.Array<T>(out var bOffset);
            Parallel.For(rows, 1 + 16 * 1024 / Math.Max(1, outputs), (start, end) =>
            {
                for (var row = start; row < end; row++)
                    bias.AsSpan(bOffset, outputs).CopyTo(target.AsSpan(yOffset + row * outputs, outputs));
            });
        }
        Multiply<T>(rows, outputs, inputs, x, inputs, 1, w, 1, inputs, y, b is not null);
    }

    /// <summary>dx = dy·W.</summary>
    public static void BackwardInput<T>(Tensor dy, Tensor w, Tensor dx) where T : unmanaged
    {
        var (outputs, inputs, rows) = Sizes(w, dy);
        Multiply<T>(rows, inputs, outputs, dy, outputs, 1, w, inputs, 1, dx, false);
    }

    /// <summary>dW = dyᵀ·x.</summary>
    public static void BackwardWeight<T>(Tensor dy, Tensor x, Tensor dw) where T : unmanaged
    {
        var (outputs, inputs, rows) = Sizes(dw, dy);
        Multiply<T>(outputs, inputs, rows, dy, 1, outputs, x, inputs, 1, dw, false);
    }

    private static (int Outputs, int Inputs, int Rows) Sizes(Tensor w, Tensor y)
    {
        var outputs = (int)w.Shape_[0];
        return (outputs, (int)w.Shape_[1], outputs == 0 ? 0 : (int)(y.Count_ / outputs));
    }

    private static void Multiply<T>(int m, int n, int k, Tensor a, int aRow, int aColumn, Tensor b, int bRow,
        int bColumn, Tensor c, bool accumulate) where T : unmanaged
    {
        var (left, right) = (a.Array<T>(out var aOffset), b.Array<T>(out var bOffset));
        var target = c.Array<T>(out var cOffset);
        if (target is float[] single)
        {
            Gemm.Multiply(m, n, k, (float[])(object)left, aOffset, aRow, aColumn,
                (float[])(object)right, bOffset, bRow, bColumn, single, cOffset, n, accumulate);
        }
        else
        {
            Gemm.Multiply(m, n, k, (double[])(object)left, aOffset, aRow, aColumn,
                (double[])(object)right, bOffset, bRow, bColumn, (double[])(object)target, cOffset, n, accumulate);
        }
    }
}
