using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>x·Wᵀ + b: the product is added onto rows that hold the bias.</summary>
internal static class Affine
{
    /// <param name="x">[..., in], contiguous.</param>
    /// <param name="w">[out, in], contiguous.</param>
    /// <param name="b">[out], or null.</param>
    /// <param name="y">[..., out].</param>
    public static void Forward<T>(Tensor x, Tensor w, Tensor? b, Tensor y) where T : unmanaged, INumberBase<T>
    {
        var (outputs, inputs) = ((int)w.Shape_[0], (int)w.Shape_[1]);
        var rows = outputs == 0 ? 0 : (int)(y.Count_ / outputs);
        var target = y.Array<T>(out var yOffset);
        if (b is not null)
        {
            ReadOnlySpan<T> bias = b.Elements<T>();
            for (var row = 0; row < rows; row++) bias.CopyTo(target.AsSpan(yOffset + row * outputs, outputs));
        }
        var left = x.Array<T>(out var xOffset);
        var right = w.Array<T>(out var wOffset);
        if (target is float[] single)
        {
            Gemm.Multiply(rows, outputs, inputs, (float[])(object)left, xOffset, inputs, 1,
                (float[])(object)right, wOffset, 1, inputs, single, yOffset, outputs, b is not null);
        }
        else
        {
            Gemm.Multiply(rows, outputs, inputs, (double[])(object)left, xOffset, inputs, 1,
                (double[])(object)right, wOffset, 1, inputs, (double[])(object)target, yOffset, outputs, b is not null);
        }
    }
}
