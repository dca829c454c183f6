using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>What normalisation does to one channel of one image, in vectors of 64 bytes and a fixed order.</summary>
internal static class Segment
{
    // Long segments are measured in parts that stay in the first cache, and whose float sums stay exact enough.
    private const int Part = 4096;

    /// <summary>Σ x and Σ (x − mean)².</summary>
    public static void Moments<T>(ReadOnlySpan<T> x, out double sum, out double squares)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (sum, squares) = (0, 0);
        if (x.Length == 1)
        {
            sum = double.CreateTruncating(x[0]);
            return;
        }
        for (var at = 0; at < x.Length; at += Part)
        {
            var part = x.Slice(at, Math.Min(Part, x.Length - at));
            var partSum = double.CreateTruncating(Lanes.Sum(part));
            var mean = T.CreateTruncating(partSum / part.Length);
            var lost = partSum - double.CreateTruncating(mean) * part.Length;      // what rounding the mean left
            var partSquares = double.CreateTruncating(Lanes.SumOfSquares(part, mean)) - lost * lost / part.Length;
            var shift = at == 0 ? 0 : partSum / part.Length - sum / at;
            squares += partSquares + shift * shift * at * part.Length / (at + part.Length);
            sum += partSum;
        }
    }

    /// <summary>y = (x − center) · factor + bias.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale<T>(ReadOnlySpan<T> x, T center, T factor, T bias, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        var i = 0;
        if (x.Length >= Vector512<T>.Count)
        {
            var (centers, factors, biases) =
                (Vector512.Create(center), Vector512.Create(factor), Vector512.Create(bias));
            for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
                Lanes.Store((Lanes.Load(x, i) - centers) * factors + biases, y, i);
        }
        for (; i < x.Length; i++) y[i] = (x[i] - center) * factor + bias;
    }

    /// <summary>Σ dy and Σ dy · (x − center).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Dots<T>(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, T center, out double sum, out double dot)
        where T : unmanaged, INumber<T>
    {
        var (s, d) = (T.Zero, T.Zero);
        var i = 0;
        if (x.Length >= Vector512<T>.Count)
        {
            var centers = Vector512.Create(center);
            var (sums, dots) = (Vector512<T>.Zero, Vector512<T>.Zero);
            for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
            {
                var g = Lanes.Load(dy, i);
                sums += g;
                dots += g * (Lanes.Load(x, i) - centers);
            }
            (s, d) = (Lanes.Fold(sums), Lanes.Fold(dots));
        }
        for (; i < x.Length; i++)
        {
            s += dy[i];
            d += dy[i] * (x[i] - center);
        }
        (sum, dot) = (double.CreateTruncating(s), double.CreateTruncating(d));
    }

    /// <summary>dx = dy · factor − (x − center) · slope − shift.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient<T>(ReadOnlySpan<T> dy, ReadOnlySpan<T> x, T factor, T center, T slope, T shift,
        Span<T> dx) where T : unmanaged, INumber<T>
    {
        var i = 0;
        if (x.Length >= Vector512<T>.Count)
        {
            var (factors, centers) = (Vector512.Create(factor), Vector512.Create(center));
            var (slopes, shifts) = (Vector512.Create(slope), Vector512.Create(shift));
            for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
                Lanes.Store(Lanes.Load(dy, i) * factors - (Lanes.Load(x, i) - centers) * slopes - shifts, dx, i);
        }
        for (; i < x.Length; i++) dx[i] = dy[i] * factor - (x[i] - center) * slope - shift;
    }
}
