using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Rows scaled to mean 0 and variance 1, then times a weight, plus a bias; and the gradients of that.
/// </summary>
/// <remarks>Ba, Kiros and Hinton, 2016, equation 4: https://arxiv.org/abs/1607.06450</remarks>
internal static class LayerNorm<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What the forward pass leaves for the backward pass, one number a row.</summary>
    internal readonly record struct Statistics(T[] Mean, T[] InverseStd);

    /// <param name="x">[rows, width], from <paramref name="xOffset"/>.</param>
    /// <param name="weight">[width], or empty for 1.</param>
    /// <param name="bias">[width], or empty for 0.</param>
    /// <param name="y">[rows, width], from <paramref name="yOffset"/>.</param>
    public static Statistics Forward(
        int rows, int width, T[] x, int xOffset, ReadOnlyMemory<T> weight, ReadOnlyMemory<T> bias, double eps, T[] y,
        int yOffset)
    {
        var statistics = new Statistics(new T[rows], new T[rows]);
        var (count, epsilon) = (T.CreateTruncating(width), T.CreateTruncating(eps));
        Parallel.For(rows, Grain(width), (start, end) =>
        {
            var w = weight.Span;
            var b = bias.Span;
            for (var row = start; row < end; row++)
            {
                ReadOnlySpan<T> from = x.AsSpan(xOffset + row * width, width);
                var mean = Lanes.Sum(from) / count;
                var scale = T.One / T.Sqrt(Lanes.SumOfSquares(from, mean) / count + epsilon);
                (statistics.Mean[row], statistics.InverseStd[row]) = (mean, scale);
                Scale(from, mean, scale, w, b, y.AsSpan(yOffset + row * width, width));
            }
        });
        return statistics;
    }

    /// <summary>dx = (g − mean(g) − x̂ · mean(g ∘ x̂)) / std, with g = dy ∘ weight.</summary>
    public static void BackwardInput(
        int rows, int width, T[] x, int xOffset, T[] dy, int dyOffset, ReadOnlyMemory<T> weight, Statistics statistics,
        T[] dx, int dxOffset)
    {
        var count = T.CreateTruncating(width);
        Parallel.For(rows, Grain(width), (start, end) =>
        {
            var w = weight.Span;
            for (var row = start; row < end; row++)
            {
                Gradient(x.AsSpan(xOffset + row * width, width), statistics.Mean[row], statistics.InverseStd[row],
                    dy.AsSpan(dyOffset + row * width, width), w, count, dx.AsSpan(dxOffset + row * width, width));
            }
        });
    }

    // dx holds g for a while.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gradient(
        ReadOnlySpan<T> x, T center, T scale, ReadOnlySpan<T> dy, ReadOnlySpan<T> weight, T count, Span<T> dx)
    {
        dy.CopyTo(dx);
        var (centers, scales) = (Vector512.Create(center), Vector512.Create(scale));
        var (sums, dots) = (Vector512<T>.Zero, Vector512<T>.Zero);
        var i = 0;
        for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
        {
            var g = Lanes.Load(dy, i);
            if (!weight.IsEmpty) g *= Lanes.Load(weight, i);
            Lanes.Store(g, dx, i);
            sums += g;
            dots += g * ((Lanes.Load(x, i) - centers) * scales);
        }
        var (sum, dot) = (Lanes.Fold(sums), Lanes.Fold(dots));
        for (; i < x.Length; i++)
        {
            if (!weight.IsEmpty) dx[i] *= weight[i];
            sum += dx[i];
            dot += dx[i] * ((x[i] - center) * scale);
        }
        var (mean, slope) = (sum / count, dot / count);
        var (means, slopes) = (Vector512.Create(mean), Vector512.Create(slope));
        for (i = 0; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
        {
            var normal = (Lanes.Load(x, i) - centers) * scales;
            Lanes.Store(scales * (Lanes.Load<T>(dx, i) - means - normal * slopes), dx, i);
        }
        for (; i < x.Length; i++) dx[i] = scale * (dx[i] - mean - (x[i] - center) * scale * slope);
    }

    /// <summary>
    /// dweight = Σ dy ∘ x̂ and dbias = Σ dy over the rows, in their order; threads share the columns.
    /// </summary>
    public static void BackwardParameters(
        int rows, int width, T[] x, int xOffset, T[] dy, int dyOffset, Statistics statistics,
        Memory<T> dWeight, Memory<T> dBias)
    {
        var vectors = width / Vector512<T>.Count;
        Parallel.For(vectors, rows * width < Parallel.ManyElements ? vectors : 1, (start, end) =>
        {
            for (var v = start; v < end; v++)
                Column(rows, width, v * Vector512<T>.Count, x.AsSpan(xOffset), dy.AsSpan(dyOffset), statistics,
                    dWeight.Span, dBias.Span);
        });
        for (var i = vectors * Vector512<T>.Count; i < width; i++)
        {
            var (slope, sum) = (T.Zero, T.Zero);
            for (var (row, at) = (0, i); row < rows; row++, at += width)
            {
                slope += dy[dyOffset + at] * ((x[xOffset + at] - statistics.Mean[row]) * statistics.InverseStd[row]);
                sum += dy[dyOffset + at];
            }
            (dWeight.Span[i], dBias.Span[i]) = (slope, sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Column(int rows, int width, int column, ReadOnlySpan<T> x, ReadOnlySpan<T> dy,
        Statistics statistics, Span<T> dWeight, Span<T> dBias)
    {
        var (mean, scale) = (statistics.Mean, statistics.InverseStd);
        var (slopes, sums) = (Vector512<T>.Zero, Vector512<T>.Zero);
        for (var (row, at) = (0, column); row < rows; row++, at += width)
        {
            var g = Lanes.Load(dy, at);
            slopes += g * ((Lanes.Load(x, at) - Vector512.Create(mean[row])) * scale[row]);
            sums += g;
        }
        Lanes.Store(slopes, dWeight, column);
        Lanes.Store(sums, dBias, column);
    }

    private static int Grain(int width) => Math.Max(1, 8192 / Math.Max(1, width));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(
        ReadOnlySpan<T> x, T mean, T scale, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> y)
    {
        var (means, scales) = (Vector512.Create(mean), Vector512.Create(scale));
        var i = 0;
        for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
        {
            var value = (Lanes.Load(x, i) - means) * scales;
            if (!weight.IsEmpty) value *= Lanes.Load(weight, i);
            if (!bias.IsEmpty) value += Lanes.Load(bias, i);
            Lanes.Store(value, y, i);
        }
        for (; i < x.Length; i++)
        {
            var value = (x[i] - mean) * scale;
            if (!weight.IsEmpty) value *= weight[i];
            if (!bias.IsEmpty) value += bias[i];
            y[i] = value;
        }
    }
}
