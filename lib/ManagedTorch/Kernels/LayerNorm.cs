using System.Numerics;
using System.Numerics.Tensors;
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
        int rows, int width, T[] x, int xOffset, ReadOnlyMemory<T> weight, ReadOnlyMemory<T> bias, double eps, T[] y, int yOffset)
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
            var g = new T[width];
            var normal = new T[width];
            for (var row = start; row < end; row++)
            {
                var scale = statistics.InverseStd[row];
                Scale(x.AsSpan(xOffset + row * width, width), statistics.Mean[row], scale, [], [], normal);
                dy.AsSpan(dyOffset + row * width, width).CopyTo(g);
                if (!w.IsEmpty) TensorPrimitives.Multiply(g, w, g);
                var mean = Lanes.Sum<T>(g) / count;
                var slope = Lanes.Dot<T>(g, normal) / count;
                var target = dx.AsSpan(dxOffset + row * width, width);
                for (var i = 0; i < width; i++) target[i] = scale * (g[i] - mean - normal[i] * slope);
            }
        });
    }

    /// <summary>dweight = Σ dy ∘ x̂ and dbias = Σ dy over the rows, in their order.</summary>
    public static void BackwardParameters(
        int rows, int width, T[] x, int xOffset, T[] dy, int dyOffset, Statistics statistics, Span<T> dWeight, Span<T> dBias)
    {
        for (var row = 0; row < rows; row++)
        {
            ReadOnlySpan<T> from = x.AsSpan(xOffset + row * width, width);
            ReadOnlySpan<T> g = dy.AsSpan(dyOffset + row * width, width);
            var (mean, scale) = (statistics.Mean[row], statistics.InverseStd[row]);
            var (means, scales) = (Vector512.Create(mean), Vector512.Create(scale));
            var i = 0;
            for (; i + Vector512<T>.Count <= width; i += Vector512<T>.Count)
            {
                var slope = Lanes.Load(g, i);
                Lanes.Store(Lanes.Load<T>(dWeight, i) + slope * ((Lanes.Load(from, i) - means) * scales), dWeight, i);
                Lanes.Store(Lanes.Load<T>(dBias, i) + slope, dBias, i);
            }
            for (; i < width; i++)
            {
                dWeight[i] += g[i] * ((from[i] - mean) * scale);
                dBias[i] += g[i];
            }
        }
    }

    private static int Grain(int width) => Math.Max(1, 8192 / Math.Max(1, width));

    private static void Scale(ReadOnlySpan<T> x, T mean, T scale, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, Span<T> y)
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
