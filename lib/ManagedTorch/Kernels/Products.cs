using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Matrix products of strided, batched tensors.</summary>
internal static class Products
{
    /// <summary>
    /// y[..., M, N] = Σ a[..., M, K] · b[..., K, N]. Batch dimensions broadcast; where y has size 1 and an operand
    /// more, the products are added up, in order. All have as many dimensions as y, which is contiguous.
    /// </summary>
    public static void Run(Tensor a, Tensor b, Tensor y)
    {
        if (y.Count_ == 0) return;
        if (y.dtype == ScalarType.Float32) Run<float>(a, b, y);
        else Run<double>(a, b, y);
    }

    private static void Run<T>(Tensor a, Tensor b, Tensor y) where T : unmanaged
    {
        var (m, n, k) = ((int)y.Shape_[^2], (int)y.Shape_[^1], (int)a.Shape_[^1]);
        long[] batch = Shapes.Broadcast(a.Shape_[..^2], b.Shape_[..^2]);
        var count = (int)Shapes.Count(batch);
        var aOffsets = Offsets(a, batch, count);
        var bOffsets = Offsets(b, batch, count);
        var yOffsets = Offsets(y, batch, count);
        var (aRow, aColumn, bRow, bColumn) =
            ((int)a.Strides_[^2], (int)a.Strides_[^1], (int)b.Strides_[^2], (int)b.Strides_[^1]);
        var adds = Shapes.Count(y.Shape_.AsSpan(0, y.Shape_.Length - 2)) != count;
        if (adds || k == 0) y.Elements<T>().Clear();
        if (k == 0 || count == 0) return;
        if (typeof(T) == typeof(float))
            Multiply(a.Array<float>(out _), b.Array<float>(out _), y.Array<float>(out _));
        else
            MultiplyDouble(a.Array<double>(out _), b.Array<double>(out _), y.Array<double>(out _));

        void Multiply(float[] p, float[] q, float[] r)
        {
            if (!adds)
                Gemm.MultiplyBatched(
                    count, aOffsets, bOffsets, yOffsets, m, n, k, p, aRow, aColumn, q, bRow, bColumn, r, n);
            else
                for (var i = 0; i < count; i++)
                    Gemm.Multiply(
                        m, n, k, p, aOffsets[i], aRow, aColumn, q, bOffsets[i], bRow, bColumn, r, yOffsets[i], n, true);
        }

        void MultiplyDouble(double[] p, double[] q, double[] r)
        {
            if (!adds)
                Gemm.MultiplyBatched(
                    count, aOffsets, bOffsets, yOffsets, m, n, k, p, aRow, aColumn, q, bRow, bColumn, r, n);
            else
                for (var i = 0; i < count; i++)
                    Gemm.Multiply(
                        m, n, k, p, aOffsets[i], aRow, aColumn, q, bOffsets[i], bRow, bColumn, r, yOffsets[i], n, true);
        }
    }

    // Where each matrix of the batch begins.
    internal static int[] Offsets(Tensor x, long[] batch, int count)
    {
        var strides = Shapes.BroadcastStrides(x.Shape_[..^2], x.Strides_[..^2], batch);
        var (offsets, index, at) = (new int[count], new long[batch.Length], x.Offset_);
        for (var i = 0; i < count; i++)
        {
            offsets[i] = (int)at;
            for (var d = batch.Length - 1; d >= 0; d--)
            {
                at += strides[d];
                if (++index[d] < batch[d]) break;
                at -= strides[d] * batch[d];
                index[d] = 0;
            }
        }

        return offsets;
    }
}
