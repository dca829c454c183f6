using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>
/// Batch normalisation of [images, channels]: what <see cref="ChannelNorm"/> does, by rows, since a channel of one
/// image is one number.
/// </summary>
internal static class ColumnNorm
{
    // Rows whose sum is taken in the element type before it goes on in double.
    private const int Part = 256;

    // Rows of a thread's share; few enough that the columns' numbers stay in the first cache.
    private static int Grain(int channels) => Math.Max(1, 16 * 1024 / Math.Max(1, channels));

    public static ChannelNorm.Statistics Measure<T>(NormLayout layout, ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (mean, variance) = (new double[layout.Channels], new double[layout.Channels]);
        // From the first row on: sums of differences keep the digits that sums of numbers far from 0 lose.
        var first = x[..layout.Channels];
        Sum(layout, x, default, first, mean);
        for (var c = 0; c < mean.Length; c++) mean[c] = double.CreateTruncating(first[c]) + mean[c] / layout.Images;
        T[] centers = Array.ConvertAll(mean, T.CreateTruncating);
        Sum(layout, x, x, centers, variance);
        for (var c = 0; c < mean.Length; c++)
        {
            var lost = mean[c] - double.CreateTruncating(centers[c]);        // what rounding the mean left
            variance[c] = Math.Max(0, variance[c] / layout.Images - lost * lost);
        }
        return new ChannelNorm.Statistics(mean, variance);
    }

    public static void Forward<T>(NormLayout layout, T[] x, int xOffset, ChannelNorm.Statistics inverse,
        ReadOnlyMemory<T> weight, ReadOnlyMemory<T> bias, T[] y, int yOffset)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var channels = layout.Channels;
        var (centers, factors) = Numbers(inverse, weight);
        Parallel.For(layout.Images, Grain(channels), (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                var target = y.AsSpan(yOffset + row * channels, channels);
                TensorPrimitives.Subtract(x.AsSpan(xOffset + row * channels, channels), centers, target);
                if (bias.IsEmpty) TensorPrimitives.Multiply<T>(target, factors, target);
                else TensorPrimitives.MultiplyAdd<T>(target, factors, bias.Span, target);
            }
        });
    }

    public static void Backward<T>(NormLayout layout, bool measured, T[] x, int xOffset, T[] dy, int dyOffset,
        ChannelNorm.Statistics inverse, ReadOnlyMemory<T> weight, T[] dx, int dxOffset, Span<T> dWeight, Span<T> dBias)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var channels = layout.Channels;
        var (centers, factors) = Numbers(inverse, weight);
        var (sums, dots) = (new double[channels], new double[channels]);
        ReadOnlySpan<T> slopes = dy.AsSpan(dyOffset, layout.Images * channels);
        Sum(layout, slopes, default, default, sums);
        Sum(layout, slopes, x.AsSpan(xOffset, layout.Images * channels), centers, dots);
        for (var c = 0; c < dWeight.Length; c++) dWeight[c] = T.CreateTruncating(dots[c] * inverse.Spread[c]);
        for (var c = 0; c < dBias.Length; c++) dBias[c] = T.CreateTruncating(sums[c]);
        for (var c = 0; c < channels; c++)
        {
            var scale = measured ? double.CreateTruncating(factors[c]) / layout.Images : 0;
            sums[c] *= -scale;
            dots[c] *= -scale * inverse.Spread[c] * inverse.Spread[c];
        }
        T[] shifts = Array.ConvertAll(sums, T.CreateTruncating), tilts = Array.ConvertAll(dots, T.CreateTruncating);
        Parallel.For(layout.Images, Grain(channels), (start, end) =>
        {
            var spare = new T[channels];
            for (var row = start; row < end; row++)
            {
                var target = dx.AsSpan(dxOffset + row * channels, channels);
                TensorPrimitives.MultiplyAdd(dy.AsSpan(dyOffset + row * channels, channels), factors, shifts, target);
                if (!measured) continue;
                TensorPrimitives.Subtract(x.AsSpan(xOffset + row * channels, channels), centers, spare);
                TensorPrimitives.MultiplyAdd<T>(spare, tilts, target, target);
            }
        });
    }

    // Σ (a − center), or Σ a · (b − center), over the rows; in that the centre is taken from both where they are one.
    private static void Sum<T>(NormLayout layout, ReadOnlySpan<T> a, ReadOnlySpan<T> b, ReadOnlySpan<T> centers,
        double[] sums) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var channels = layout.Channels;
        var (part, spare) = (new T[channels], new T[channels]);
        for (var row = 0; row < layout.Images; row++)
        {
            var values = a.Slice(row * channels, channels);
            if (b.IsEmpty && centers.IsEmpty)
            {
                Rows.Add(values, part);
            }
            else if (b.IsEmpty)
            {
                TensorPrimitives.Subtract(values, centers, spare);
                Rows.Add(spare, part);
            }
            else
            {
                TensorPrimitives.Subtract(b.Slice(row * channels, channels), centers, spare);
                TensorPrimitives.MultiplyAdd<T>(a == b ? spare : values, spare, part, part);
            }
            if ((row + 1) % Part != 0 && row + 1 != layout.Images) continue;
            for (var c = 0; c < channels; c++) sums[c] += double.CreateTruncating(part[c]);
            Array.Clear(part);
        }
    }

    private static (T[] Centers, T[] Factors) Numbers<T>(ChannelNorm.Statistics inverse, ReadOnlyMemory<T> weight)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] factors = Array.ConvertAll(inverse.Spread, T.CreateTruncating);
        if (!weight.IsEmpty) TensorPrimitives.Multiply<T>(factors, weight.Span, factors);
        return (Array.ConvertAll(inverse.Mean, T.CreateTruncating), factors);
    }
}
