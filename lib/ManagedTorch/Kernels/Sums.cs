using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Sums and products over the middle of [outer, n, inner], always in the same order.</summary>
/// <remarks>
/// Rows are added in the lanes of a 512-bit vector, which narrower hardware emulates, and in blocks whose sums are
/// added in double precision: the result depends neither on the machine nor on the number of threads.
/// </remarks>
internal static class Sums
{
    private const int Block = 4096;

    /// <summary>y[outer, inner] = Σ x[outer, n, inner], for Float32, Float64 and Int64.</summary>
    public static void Sum(Tensor x, int outer, int n, int inner, Tensor y)
    {
        switch (x.dtype)
        {
            case ScalarType.Float32 when outer == 1 && inner >= 128 && x.Count_ >= Parallel.ManyElements:
                SharedColumns(x, n, inner, y);
                break;
            case ScalarType.Float32: Sum(x.Elements<float>(), outer, n, inner, y.Elements<float>()); break;
            case ScalarType.Float64: Sum(x.Elements<double>(), outer, n, inner, y.Elements<double>()); break;
            default: Sum(x.Elements<long>(), outer, n, inner, y.Elements<long>()); break;
        }
    }

    private static void Sum<T>(ReadOnlySpan<T> x, int outer, int n, int inner, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        for (var o = 0; o < outer; o++)
        {
            if (inner == 1) y[o] = Row(x.Slice(o * n, n));
            else Columns(x.Slice(o * n * inner, n * inner), n, inner, 0, inner, y.Slice(o * inner, inner));
        }
    }

    // Threads share the columns: each is added in the order of its rows.
    private static void SharedColumns(Tensor x, int n, int inner, Tensor y)
    {
        var (from, to) = (x.Array<float>(out var fromAt), y.Array<float>(out var toAt));
        var blocks = inner / 64;
        Parallel.For(blocks, 1, (start, end) => Columns(from.AsSpan(fromAt, n * inner), n, inner, start * 64,
            end == blocks ? inner : end * 64, to.AsSpan(toAt, inner)));
    }

    /// <summary>The sum of a row.</summary>
    public static T Row<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>
    {
        if (x.Length <= Block) return BlockSum(x);
        if (!typeof(T).Equals(typeof(float)))
        {
            var total = T.Zero;
            for (var i = 0; i < x.Length; i += Block) total += BlockSum(x.Slice(i, Math.Min(Block, x.Length - i)));
            return total;
        }

        var sum = 0.0;
        for (var i = 0; i < x.Length; i += Block)
            sum += double.CreateTruncating(BlockSum(x.Slice(i, Math.Min(Block, x.Length - i))));
        return T.CreateTruncating(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T BlockSum<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>
    {
        var lanes = Vector512<T>.Count;
        var (i, total) = (0, T.Zero);
        if (x.Length >= lanes)
        {
            var sums = Vector512.Create(x);
            for (i = lanes; i <= x.Length - lanes; i += lanes) sums += Vector512.Create(x[i..]);
            for (var lane = 0; lane < lanes; lane++) total += sums[lane];
        }

        for (; i < x.Length; i++) total += x[i];
        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<T>(ReadOnlySpan<T> x, int n, int inner, int first, int end, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        // Four vectors of columns at a time stay in registers.
        var (lanes, i) = (Vector512<T>.Count, first);
        for (; i + 4 * lanes <= end; i += 4 * lanes)
        {
            var (a, b, c, d) = (Vector512<T>.Zero, Vector512<T>.Zero, Vector512<T>.Zero, Vector512<T>.Zero);
            for (var (k, at) = (0, i); k < n; k++, at += inner)
            {
                a += Lanes.Load(x, at);
                b += Lanes.Load(x, at + lanes);
                c += Lanes.Load(x, at + 2 * lanes);
                d += Lanes.Load(x, at + 3 * lanes);
            }
            Lanes.Store(a, y, i);
            Lanes.Store(b, y, i + lanes);
            Lanes.Store(c, y, i + 2 * lanes);
            Lanes.Store(d, y, i + 3 * lanes);
        }
        for (; i + lanes <= end; i += lanes)
        {
            var sum = Vector512<T>.Zero;
            for (var (k, at) = (0, i); k < n; k++, at += inner) sum += Lanes.Load(x, at);
            Lanes.Store(sum, y, i);
        }
        for (; i < end; i++)
        {
            y[i] = T.Zero;
            for (var (k, at) = (0, i); k < n; k++, at += inner) y[i] += x[at];
        }
    }

    /// <summary>The sum of the squares of a contiguous floating-point tensor.</summary>
    public static double Squares(Tensor x) =>
        x.dtype == ScalarType.Float32 ? Squares<float>(x.Elements<float>()) : Squares<double>(x.Elements<double>());

    private static double Squares<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i += Block)
        {
            var block = x.Slice(i, Math.Min(Block, x.Length - i));
            sum += double.CreateTruncating(Lanes.Dot(block, block));
        }

        return sum;
    }

    /// <summary>y[outer, inner] = Π x[outer, n, inner], for Float32, Float64 and Int64.</summary>
    public static void Product(Tensor x, int outer, int n, int inner, Tensor y)
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Product(x.Elements<float>(), outer, n, inner, y.Elements<float>()); break;
            case ScalarType.Float64: Product(x.Elements<double>(), outer, n, inner, y.Elements<double>()); break;
            default: Product(x.Elements<long>(), outer, n, inner, y.Elements<long>()); break;
        }
    }

    private static void Product<T>(ReadOnlySpan<T> x, int outer, int n, int inner, Span<T> y)
        where T : unmanaged, INumber<T>
    {
        y.Fill(T.One);
        for (var o = 0; o < outer; o++)
            for (var k = 0; k < n; k++)
                for (var i = 0; i < inner; i++) y[o * inner + i] *= x[(o * n + k) * inner + i];
    }
}
