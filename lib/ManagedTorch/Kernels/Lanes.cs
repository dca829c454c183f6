using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Sums over a row in an order that no machine changes: 64 bytes of lanes, then the lanes by halves, then the rest.
/// </summary>
internal static class Lanes
{
    /// <summary>Σ x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Sum<T>(ReadOnlySpan<T> x) where T : unmanaged, INumberBase<T>
    {
        var lanes = Vector512<T>.Zero;
        var i = 0;
        for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count) lanes += Load(x, i);
        var sum = Fold(lanes);
        for (; i < x.Length; i++) sum += x[i];
        return sum;
    }

    /// <summary>Σ x·y, for rows of one length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y) where T : unmanaged, INumberBase<T>
    {
        var lanes = Vector512<T>.Zero;
        var i = 0;
        for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count) lanes += Load(x, i) * Load(y, i);
        var sum = Fold(lanes);
        for (; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }

    /// <summary>Σ (x − center)².</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T SumOfSquares<T>(ReadOnlySpan<T> x, T center) where T : unmanaged, INumberBase<T>
    {
        var lanes = Vector512<T>.Zero;
        var centers = Vector512.Create(center);
        var i = 0;
        for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
        {
            var d = Load(x, i) - centers;
            lanes += d * d;
        }
        var sum = Fold(lanes);
        for (; i < x.Length; i++) sum += (x[i] - center) * (x[i] - center);
        return sum;
    }

    /// <summary>The vector at <paramref name="index"/>; the caller sees to the bounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<T>(ReadOnlySpan<T> x, int index) where T : unmanaged =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(x), (nuint)index);

    /// <summary>Stores a vector at <paramref name="index"/>; the caller sees to the bounds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector512<T> vector, Span<T> x, int index) where T : unmanaged =>
        vector.StoreUnsafe(ref MemoryMarshal.GetReference(x), (nuint)index);

    /// <summary>The sum of the lanes, by halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Fold<T>(Vector512<T> lanes) where T : unmanaged, INumberBase<T>
    {
        var half = lanes.GetLower() + lanes.GetUpper();
        var quarter = half.GetLower() + half.GetUpper();
        return Vector128<T>.Count == 4 ? quarter[0] + quarter[2] + (quarter[1] + quarter[3]) : quarter[0] + quarter[1];
    }
}
