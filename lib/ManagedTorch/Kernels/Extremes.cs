using System.Numerics;
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
        ReadOnlySpan<T> x = input.Elements<T>();
        var best = values.Elements<T>();
        var place = indices.Elements<long>();
        for (var o = 0; o < outer; o++)
        {
            var y = best.Slice(o * inner, inner);
            var p = place.Slice(o * inner, inner);
            x.Slice(o * n * inner, inner).CopyTo(y);
            p.Clear();
            for (var k = 1; k < n; k++)
                Better(x.Slice(((o * n) + k) * inner, inner), largest, k, y, p);
        }
    }

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
