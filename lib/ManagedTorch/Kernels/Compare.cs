using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using static TorchSharp.torch;

namespace TorchSharp.Kernels;

/// <summary>Element-wise comparisons; the result is Bool.</summary>
internal static class Compare
{
    /// <summary>y = a ? b, of tensors of one type that broadcast to y, which is contiguous.</summary>
    public static void Run<TOp>(Tensor a, Tensor b, Tensor y) where TOp : IComparison
    {
        switch (a.dtype)
        {
            case ScalarType.Float32: Run<float, TOp>(a, b, y); break;
            case ScalarType.Float64: Run<double, TOp>(a, b, y); break;
            case ScalarType.Int64: Run<long, TOp>(a, b, y); break;
            case ScalarType.Int32: Run<int, TOp>(a, b, y); break;
            case ScalarType.Int16: Run<short, TOp>(a, b, y); break;
            case ScalarType.Int8: Run<sbyte, TOp>(a, b, y); break;
            default: Run<byte, TOp>(a, b, y); break;
        }
    }

    private static void Run<T, TOp>(Tensor a, Tensor b, Tensor y)
        where T : unmanaged, INumber<T> where TOp : IComparison
    {
        if (y.Count_ == 0) return;
        var (x, z) = (a.Array<T>(out var aOffset), b.Array<T>(out var bOffset));
        var to = y.Array<bool>(out var offset);
        RowWalk Start() => new(y.Shape_, Shapes.BroadcastStrides(a.Shape_, a.Strides_, y.Shape_),
            Shapes.BroadcastStrides(b.Shape_, b.Strides_, y.Shape_), y.Strides_);
        RowWalk.Each(Start, walk =>
        {
            var (aStep, bStep) = (walk.Step(0), walk.Step(1));
            var (i, j) = (aOffset + (int)walk.Offsets[0], bOffset + (int)walk.Offsets[1]);
            var result = to.AsSpan(offset + (int)walk.Offsets[2], walk.Width);
            // Shorter vectors narrow their results too slowly to gain anything.
            var k = Vector512.IsHardwareAccelerated && aStep is 0 or 1 && bStep is 0 or 1
                && Unsafe.SizeOf<T>() == sizeof(float)
                ? Vectors<T, TOp>(x.AsSpan(i), aStep, z.AsSpan(j), bStep, result) : 0;
            (i, j) = (i + k * aStep, j + k * bStep);
            for (; k < result.Length; k++, i += aStep, j += bStep) result[k] = TOp.Of(x[i], z[j]);
        });
    }

    // As many elements of four bytes as fill four vectors, of which the results make one; a step of 0 repeats one
    // element.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Vectors<T, TOp>(ReadOnlySpan<T> x, int xStep, ReadOnlySpan<T> y, int yStep, Span<bool> result)
        where T : unmanaged, INumber<T> where TOp : IComparison
    {
        ref var to = ref Unsafe.As<bool, byte>(ref MemoryMarshal.GetReference(result));
        var i = 0;
        for (; i + 64 <= result.Length; i += 64)
        {
            var low = Vector512.Narrow(Lane(x, xStep, y, yStep, i), Lane(x, xStep, y, yStep, i + 16));
            var high = Vector512.Narrow(Lane(x, xStep, y, yStep, i + 32), Lane(x, xStep, y, yStep, i + 48));
            (Vector512.Narrow(low, high) & Vector512<byte>.One).StoreUnsafe(ref to, (nuint)i);
        }
        return i;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector512<uint> Lane(ReadOnlySpan<T> x, int xStep, ReadOnlySpan<T> y, int yStep, int i) =>
            TOp.Of(xStep == 0 ? Vector512.Create(x[0]) : Lanes.Load(x, i),
                yStep == 0 ? Vector512.Create(y[0]) : Lanes.Load(y, i)).AsUInt32();
    }
}

internal readonly struct Equal : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x == y;

    public static Vector512<T> Of<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> =>
        Vector512.Equals(x, y);
}

internal readonly struct NotEqual : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x != y;

    public static Vector512<T> Of<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> =>
        ~Vector512.Equals(x, y);
}

internal readonly struct Less : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x < y;

    public static Vector512<T> Of<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> =>
        Vector512.LessThan(x, y);
}

internal readonly struct LessOrEqual : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x <= y;

    public static Vector512<T> Of<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> =>
        Vector512.LessThanOrEqual(x, y);
}

internal readonly struct Greater : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x > y;

    public static Vector512<T> Of<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> =>
        Vector512.GreaterThan(x, y);
}

internal readonly struct GreaterOrEqual : IComparison
{
    public static bool Of<T>(T x, T y) where T : unmanaged, INumber<T> => x >= y;

    public static Vector512<T> Of<T>(Vector512<T> x, Vector512<T> y) where T : unmanaged, INumber<T> =>
        Vector512.GreaterThanOrEqual(x, y);
}
