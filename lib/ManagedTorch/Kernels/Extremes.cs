using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>
/// The largest or smallest over the middle of [outer, n, inner], and where it is; NaN wins, then the first.
/// </summary>
internal static class Extremes
{
    public static void Run(Tensor x, bool largest, int outer, int n, int inner, Tensor values, Tensor indices)
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Run<float>(x, largest, outer, n, inner, values, indices); break;
            case ScalarType.Float64: Run<double>(x, largest, outer, n, inner, values, indices); break;
            case ScalarType.Int64: Run<long>(x, largest, outer, n, inner, values, indices); break;
            case ScalarType.Int32: Run<int>(x, largest, outer, n, inner, values, indices); break;
            case ScalarType.Int16: Run<short>(x, largest, outer, n, inner, values, indices); break;
            case ScalarType.Int8: Run<sbyte>(x, largest, outer, n, inner, values, indices); break;
            default: Run<byte>(x, largest, outer, n, inner, values, indices); break;
        }
    }

    private static void Run<T>(Tensor input, bool largest, int outer, int n, int inner, Tensor values, Tensor indices)
        where T : unmanaged, INumber<T>
    {
        var x = input.Array<T>(out var from);
        var best = values.Array<T>(out var to);
        var place = indices.Array<long>(out var at);
        Parallel.For(outer, Math.Max(1, 8192 / Math.Max(1, n * inner)), (start, end) =>
        {
            for (var o = start; o < end; o++)
            {
                var rows = x.AsSpan(from + o * n * inner, n * inner);
                var y = best.AsSpan(to + o * inner, inner);
                var p = place.AsSpan(at + o * inner, inner);
                if (inner == 1)
                {
                    p[0] = First<T>(rows, largest);
                    y[0] = rows[(int)p[0]];
                    continue;
                }
                rows[..inner].CopyTo(y);
                p.Clear();
                for (var k = 1; k < n; k++) Better(rows.Slice(k * inner, inner), largest, k, y, p);
            }
        });
    }

    /// <summary>The place of the extreme: of the first NaN, else of the first that equals it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int First<T>(ReadOnlySpan<T> x, bool largest) where T : unmanaged, INumber<T>
    {
        var (best, i) = (x[0], 0);
        if (x.Length >= Vector512<T>.Count)
        {
            var lanes = Lanes.Load(x, 0);       // Vector512.Max and Min keep NaN
            for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
                lanes = largest ? Vector512.Max(lanes, Lanes.Load(x, i)) : Vector512.Min(lanes, Lanes.Load(x, i));
            for (var lane = 0; lane < Vector512<T>.Count; lane++) best = Better(best, lanes[lane], largest);
        }
        for (; i < x.Length; i++) best = Better(best, x[i], largest);

        i = 0;
        var wanted = Vector512.Create(best);
        for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
        {
            var found = Vector512.Equals(Lanes.Load(x, i), wanted).ExtractMostSignificantBits();
            if (found != 0) return i + BitOperations.TrailingZeroCount(found);
        }
        while (i < x.Length && x[i] != best) i++;
        if (i < x.Length) return i;
        i = 0;
        while (!T.IsNaN(x[i])) i++;
        return i;
    }

    private static T Better<T>(T x, T y, bool largest) where T : INumber<T> => largest ? T.Max(x, y) : T.Min(x, y);

    private static void Better<T>(ReadOnlySpan<T> row, bool largest, int k, Span<T> y, Span<long> p)
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < row.Length; i++)
        {
            var better = largest ? row[i] > y[i] : row[i] < y[i];
            if (!better && !(T.IsNaN(row[i]) && !T.IsNaN(y[i]))) continue;
            if (T.IsNaN(y[i])) continue;
            (y[i], p[i]) = (row[i], k);
        }
    }
}
