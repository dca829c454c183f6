using System.Buffers;
using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>
/// Batch, group and instance normalisation: y = (x − mean) / √(variance + eps) · weight + bias, and its gradients.
/// </summary>
/// <remarks>
/// Each segment (one channel of one image) gives its own sums, in float lanes; those are added up in double and in a
/// fixed order, so that neither the number of threads nor the size of a batch shows.
/// </remarks>
internal static class ChannelNorm
{
    /// <summary>The mean of the elements of a layout, and the variance (biased) or its inverse root.</summary>
    internal readonly record struct Statistics(double[] Mean, double[] Spread)
    {
        /// <summary>The same with 1 / √(variance + eps).</summary>
        public Statistics Inverse(double eps) => new(Mean, Array.ConvertAll(Spread, v => 1 / Math.Sqrt(v + eps)));
    }

    public static Statistics Measure<T>(NormLayout layout, T[] x, int offset)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (layout.Columns) return ColumnNorm.Measure<T>(layout, x.AsSpan(offset, layout.Segments));
        var (sums, squares) = (Rent(layout.Segments), Rent(layout.Segments));
        Parallel.For(layout.Segments, layout.Grain, (start, end) =>
        {
            for (var s = start; s < end; s++)
                Segment.Moments(x.AsSpan(offset + s * layout.Size, layout.Size), out sums[s], out squares[s]);
        });
        var (mean, variance) = (new double[layout.Count], new double[layout.Count]);
        var walk = layout.From(0);
        for (var s = 0; s < layout.Segments; s++, walk.Next()) mean[walk.Mean] += sums[s];
        for (var k = 0; k < mean.Length; k++) mean[k] /= layout.Elements;
        walk = layout.From(0);
        for (var s = 0; s < layout.Segments; s++, walk.Next())
        {
            var shift = sums[s] / layout.Size - mean[walk.Mean];
            variance[walk.Mean] += squares[s] + layout.Size * shift * shift;
        }
        for (var k = 0; k < variance.Length; k++) variance[k] /= layout.Elements;
        Return(sums, squares);
        return new Statistics(mean, variance);
    }

    /// <param name="layout">The shape of x and y.</param>
    /// <param name="x">From <paramref name="xOffset"/>.</param>
    /// <param name="inverse">Means and inverse standard deviations.</param>
    /// <param name="weight">[channels], or empty for 1.</param>
    /// <param name="bias">[channels], or empty for 0.</param>
    /// <param name="y">From <paramref name="yOffset"/>.</param>
    public static void Forward<T>(NormLayout layout, T[] x, int xOffset, Statistics inverse, ReadOnlyMemory<T> weight,
        ReadOnlyMemory<T> bias, T[] y, int yOffset) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (layout.Columns)
        {
            ColumnNorm.Forward(layout, x, xOffset, inverse, weight, bias, y, yOffset);
            return;
        }
        Parallel.For(layout.Segments, layout.Grain, (start, end) =>
        {
            var w = weight.Span;
            var b = bias.Span;
            var walk = layout.From(start);
            for (var s = start; s < end; s++, walk.Next())
            {
                var (k, c) = (walk.Mean, walk.Channel);
                var factor = T.CreateTruncating(inverse.Spread[k]) * (w.IsEmpty ? T.One : w[c]);
                Segment.Scale(x.AsSpan(xOffset + s * layout.Size, layout.Size), T.CreateTruncating(inverse.Mean[k]),
                    factor, b.IsEmpty ? T.Zero : b[c], y.AsSpan(yOffset + s * layout.Size, layout.Size));
            }
        });
    }

    /// <summary>
    /// With g = dy ∘ weight: dx = (g − mean(g) − x̂ · mean(g ∘ x̂)) / std, or g / std where the statistics were given;
    /// dweight = Σ dy ∘ x̂ and dbias = Σ dy over images and elements.
    /// </summary>
    public static void Backward<T>(NormLayout layout, bool measured, T[] x, int xOffset, T[] dy, int dyOffset,
        Statistics inverse, ReadOnlyMemory<T> weight, T[] dx, int dxOffset, Span<T> dWeight, Span<T> dBias)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (layout.Columns)
        {
            ColumnNorm.Backward(
                layout, measured, x, xOffset, dy, dyOffset, inverse, weight, dx, dxOffset, dWeight, dBias);
            return;
        }
        var (sums, dots) = (Rent(layout.Segments), Rent(layout.Segments));
        Parallel.For(layout.Segments, layout.Grain, (start, end) =>
        {
            var at = layout.From(start);
            for (var s = start; s < end; s++, at.Next())
                Segment.Dots(dy.AsSpan(dyOffset + s * layout.Size, layout.Size),
                    x.AsSpan(xOffset + s * layout.Size, layout.Size),
                    T.CreateTruncating(inverse.Mean[at.Mean]), out sums[s], out dots[s]);
        });
        var (shifts, slopes) = (new double[layout.Count], new double[layout.Count]);
        var (dw, db) = (new double[layout.Channels], new double[layout.Channels]);
        var walk = layout.From(0);
        for (var s = 0; s < layout.Segments; s++, walk.Next())
        {
            var (k, c) = (walk.Mean, walk.Channel);
            var w = weight.IsEmpty ? 1 : double.CreateTruncating(weight.Span[c]);
            dw[c] += dots[s] * inverse.Spread[k];
            db[c] += sums[s];
            shifts[k] += w * sums[s];
            slopes[k] += w * dots[s];
        }
        Return(sums, dots);
        for (var c = 0; c < dWeight.Length; c++) dWeight[c] = T.CreateTruncating(dw[c]);
        for (var c = 0; c < dBias.Length; c++) dBias[c] = T.CreateTruncating(db[c]);
        for (var k = 0; k < shifts.Length; k++)
        {
            var scale = measured ? inverse.Spread[k] / layout.Elements : 0;
            shifts[k] *= scale;
            slopes[k] *= scale * inverse.Spread[k] * inverse.Spread[k];
        }
        Parallel.For(layout.Segments, layout.Grain, (start, end) =>
        {
            var w = weight.Span;
            var at = layout.From(start);
            for (var s = start; s < end; s++, at.Next())
            {
                var k = at.Mean;
                var factor = T.CreateTruncating(inverse.Spread[k]) * (w.IsEmpty ? T.One : w[at.Channel]);
                Segment.Gradient(dy.AsSpan(dyOffset + s * layout.Size, layout.Size),
                    x.AsSpan(xOffset + s * layout.Size, layout.Size), factor, T.CreateTruncating(inverse.Mean[k]),
                    T.CreateTruncating(slopes[k]), T.CreateTruncating(shifts[k]),
                    dx.AsSpan(dxOffset + s * layout.Size, layout.Size));
            }
        });
    }

    private static double[] Rent(int length) => ArrayPool<double>.Shared.Rent(length);

    private static void Return(double[] a, double[] b)
    {
        ArrayPool<double>.Shared.Return(a);
        ArrayPool<double>.Shared.Return(b);
    }
}
