using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>The patches that a convolution reads as columns, and their sum back into images.</summary>
internal static class Patches
{
    /// <summary>columns[n, (c, k), p] = x[n, c, p · stride + k · dilation − padding], 0 outside.</summary>
    /// <param name="s">The sizes; of the channels only the inputs are used.</param>
    /// <param name="x">[N, C, input], contiguous.</param>
    /// <param name="columns">[N, C · taps, positions].</param>
    public static void Unfold(ConvolutionShape s, Tensor x, Tensor columns)
    {
        if (x.dtype == ScalarType.Float32) Run<float>(s, x, columns, false);
        else Run<double>(s, x, columns, false);
    }

    /// <summary>The transpose: every element of x is the sum of the columns' elements that were read from it.</summary>
    public static void Fold(ConvolutionShape s, Tensor columns, Tensor x)
    {
        if (x.dtype == ScalarType.Float32) Run<float>(s, x, columns, true);
        else Run<double>(s, x, columns, true);
    }

    private static void Run<T>(ConvolutionShape s, Tensor x, Tensor columns, bool fold) where T : unmanaged, INumber<T>
    {
        var (images, rows) = (x.Array<T>(out var imagesAt), columns.Array<T>(out var rowsAt));
        var (area, depth) = (s.InputArea, s.Taps * s.OutputArea);
        // Channels are shared out whole: the sums of an image stay in order.
        Parallel.For(s.Batch * s.Inputs, 1 + 16 * 1024 / Math.Max(1, depth), (start, end) =>
        {
            for (var channel = start; channel < end; channel++)
            {
                var image = images.AsSpan(imagesAt + channel * area, area);
                var column = rows.AsSpan(rowsAt + channel * depth, depth);
                if (fold) image.Clear();
                Channel(s, image, column, fold);
            }
        });
    }

    private static void Channel<T>(ConvolutionShape s, Span<T> image, Span<T> columns, bool fold)
        where T : unmanaged, INumber<T>
    {
        var at = 0;
        for (var ky = 0; ky < s.Kernel[1]; ky++)
            for (var kx = 0; kx < s.Kernel[2]; kx++)
                for (var y = 0; y < s.Output[1]; y++, at += s.Output[2])
                {
                    var line = columns.Slice(at, s.Output[2]);
                    var row = y * s.Stride[1] + ky * s.Dilation[1] - s.Padding[1];
                    var first = kx * s.Dilation[2] - s.Padding[2];
                    if ((uint)row < (uint)s.Input[1])
                        Line(s, image.Slice(row * s.Input[2], s.Input[2]), first, line, fold);
                    else if (!fold)
                        line.Clear();
                }
    }

    private static void Line<T>(ConvolutionShape s, Span<T> row, int first, Span<T> line, bool fold)
        where T : unmanaged, INumber<T>
    {
        for (var (i, x) = (0, first); i < line.Length; i++, x += s.Stride[2])
        {
            var inside = (uint)x < (uint)row.Length;
            if (!fold) line[i] = inside ? row[x] : T.Zero;
            else if (inside) row[x] += line[i];
        }
    }
}
