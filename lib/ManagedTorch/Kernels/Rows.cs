using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>What softmax and its relatives do to a row, in vectors of 64 bytes and a fixed order.</summary>
internal static class Rows
{
    /// <summary>The greatest element; where there is a NaN, any.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Max<T>(ReadOnlySpan<T> x) where T : unmanaged, INumber<T>
    {
        var i = 0;
        var max = x[0];
        if (x.Length >= Vector512<T>.Count)
        {
            var lanes = Lanes.Load(x, 0);
            for (i = Vector512<T>.Count; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
                lanes = Vector512.MaxNative(lanes, Lanes.Load(x, i));
            var half = Vector256.MaxNative(lanes.GetLower(), lanes.GetUpper());
            var quarter = Vector128.MaxNative(half.GetLower(), half.GetUpper());
            max = quarter[0];
            for (var lane = 1; lane < Vector128<T>.Count; lane++) max = T.Max(max, quarter[lane]);
        }
        for (; i < x.Length; i++) max = T.Max(max, x[i]);
        return max;
    }

    /// <summary>y = e^(x − shift); gives the sum of y.</summary>
    public static T ExpSum<T>(ReadOnlySpan<T> x, T shift, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
            return T.CreateTruncating(ExpSum(
                MemoryMarshal.Cast<T, float>(x), float.CreateTruncating(shift), MemoryMarshal.Cast<T, float>(y)));
        TensorPrimitives.Subtract(x, shift, y);
        TensorPrimitives.Exp<T>(y, y);
        return Lanes.Sum<T>(y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float ExpSum(ReadOnlySpan<float> x, float shift, Span<float> y)
    {
        var (shifts, sums, i) = (Vector512.Create(shift), Vector512<float>.Zero, 0);
        for (; i + 16 <= x.Length; i += 16)
        {
            var e = FloatLanes.Exp(Lanes.Load(x, i) - shifts);
            Lanes.Store(e, y, i);
            sums += e;
        }
        if (i == x.Length) return Lanes.Fold(sums);
        // The last elements in a vector of their own, the other lanes at e^(−∞) = 0.
        Span<float> rest = stackalloc float[16];
        rest.Fill(float.NegativeInfinity);
        x[i..].CopyTo(rest);
        var last = FloatLanes.Exp(Lanes.Load<float>(rest, 0) - shifts);
        Lanes.Store(last, rest, 0);
        rest[..(x.Length - i)].CopyTo(y[i..]);
        for (var j = x.Length - i; j < 16; j++) rest[j] = 0;
        return Lanes.Fold(sums + Lanes.Load<float>(rest, 0));
    }

    /// <summary>y = y + x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, INumber<T>
    {
        var i = 0;
        for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
            Lanes.Store(Lanes.Load<T>(y, i) + Lanes.Load(x, i), y, i);
        for (; i < x.Length; i++) y[i] += x[i];
    }

    /// <summary>y = x · factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale<T>(ReadOnlySpan<T> x, T factor, Span<T> y) where T : unmanaged, INumber<T>
    {
        var i = 0;
        for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
            Lanes.Store(Lanes.Load(x, i) * factor, y, i);
        for (; i < x.Length; i++) y[i] = x[i] * factor;
    }

    /// <summary>y = x + number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Shift<T>(ReadOnlySpan<T> x, T number, Span<T> y) where T : unmanaged, INumber<T>
    {
        var (numbers, i) = (Vector512.Create(number), 0);
        for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
            Lanes.Store(Lanes.Load(x, i) + numbers, y, i);
        for (; i < x.Length; i++) y[i] = x[i] + number;
    }

    /// <summary>y = x + factor · y.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled<T>(ReadOnlySpan<T> x, T factor, Span<T> y) where T : unmanaged, INumber<T>
    {
        var i = 0;
        for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
            Lanes.Store(Lanes.Load(x, i) + Lanes.Load<T>(y, i) * factor, y, i);
        for (; i < x.Length; i++) y[i] = x[i] + y[i] * factor;
    }

    /// <summary>y = y + factor · x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTimes<T>(ReadOnlySpan<T> x, T factor, Span<T> y) where T : unmanaged, INumber<T>
    {
        var i = 0;
        for (; i + Vector512<T>.Count <= x.Length; i += Vector512<T>.Count)
            Lanes.Store(Lanes.Load<T>(y, i) + Lanes.Load(x, i) * factor, y, i);
        for (; i < x.Length; i++) y[i] += x[i] * factor;
    }

    /// <summary>dx = y ∘ (dy − Σ dy ∘ y) · factor: the gradient of y = softmax(factor · x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SoftmaxGradient<T>(ReadOnlySpan<T> dy, ReadOnlySpan<T> y, T factor, Span<T> dx)
        where T : unmanaged, INumber<T>
    {
        var mean = Lanes.Dot(dy, y);
        var (means, i) = (Vector512.Create(mean), 0);
        for (; i + Vector512<T>.Count <= y.Length; i += Vector512<T>.Count)
            Lanes.Store((Lanes.Load(dy, i) - means) * Lanes.Load(y, i) * factor, dx, i);
        for (; i < y.Length; i++) dx[i] = (dy[i] - mean) * y[i] * factor;
    }
}
