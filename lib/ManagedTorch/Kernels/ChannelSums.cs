using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>The sum of each channel of [N, C, ...]: the gradient of a bias.</summary>
internal static class ChannelSums
{
    /// <param name="x">[N, C, ...], contiguous.</param>
    /// <param name="y">[C].</param>
    public static void Run(Tensor x, Tensor y)
    {
        if (x.dtype == ScalarType.Float32) Run<float>(x, y);
        else Run<double>(x, y);
    }

    private static void Run<T>(Tensor x, Tensor y) where T : unmanaged, INumber<T>
    {
        var channels = (int)y.Count_;
        if (channels == 0) return;
        var (images, area) = ((int)x.Shape_[0], (int)Shapes.Count(x.Shape_.AsSpan(2)));
        var (from, to) = (x.Array<T>(out var fromAt), y.Array<T>(out var toAt));
        Parallel.For(channels, 1 + Parallel.ManyElements / Math.Max(1, images * area), (start, end) =>
        {
            for (var c = start; c < end; c++)
            {
                var sum = 0.0;
                for (var n = 0; n < images; n++)
                    sum += double.CreateTruncating(
                        Sums.Row<T>(from.AsSpan(fromAt + (n * channels + c) * area, area)));
                to[toAt + c] = T.CreateTruncating(sum);
            }
        });
    }
}
