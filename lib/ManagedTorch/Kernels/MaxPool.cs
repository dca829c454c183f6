using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>The greatest element of each window of [planes, depth, height, width], and where it was.</summary>
internal static class MaxPool
{
    /// <param name="planes">Images times channels.</param>
    /// <param name="d">The windows of the depth.</param>
    /// <param name="h">The windows of the height.</param>
    /// <param name="w">The windows of the width.</param>
    /// <param name="x">From <paramref name="xOffset"/>.</param>
    /// <param name="y">From <paramref name="yOffset"/>.</param>
    /// <param name="places">Where in its plane each maximum was, or empty.</param>
    public static void Forward<T>(int planes, PoolWindows d, PoolWindows h, PoolWindows w, T[] x, int xOffset, T[] y,
        int yOffset, int[] places) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (inputs, outputs) = (d.Inputs * h.Inputs * w.Inputs, d.Outputs * h.Outputs * w.Outputs);
        var pairs = h.Pairs && w.Pairs && d.Outputs == 1 && d.Inputs == 1;
        Parallel.For(planes, Pool.Grain(inputs), (start, end) =>
        {
            for (var p = start; p < end; p++)
            {
                var from = x.AsSpan(xOffset + p * inputs, inputs);
                var to = y.AsSpan(yOffset + p * outputs, outputs);
                var at = places.Length == 0 ? default : places.AsSpan(p * outputs, outputs);
                if (pairs) Squares<T>(h.Outputs, w.Outputs, w.Inputs, from, to, at);
                else Plane<T>(d, h, w, from, to, at);
            }
        });
    }

    // A NaN is greater than all numbers, and the last NaN the greatest, as in PyTorch.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Plane<T>(PoolWindows d, PoolWindows h, PoolWindows w, ReadOnlySpan<T> x, Span<T> y,
        Span<int> places) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var o = 0;
        var (first, end, step) = (w.Start, w.End, w.Step);
        for (var k = 0; k < d.Outputs; k++)
            for (var i = 0; i < h.Outputs; i++)
                for (var j = 0; j < first.Length; j++, o++)
                {
                    var place = (d.Start[k] * h.Inputs + h.Start[i]) * w.Inputs + first[j];
                    var max = T.NegativeInfinity;
                    for (var z = d.Start[k]; z < d.End[k]; z += d.Step)
                        for (var r = h.Start[i]; r < h.End[i]; r += h.Step)
                        {
                            var row = (z * h.Inputs + r) * w.Inputs;
                            for (var at = row + first[j]; at < row + end[j]; at += step)
                            {
                                var value = x[at];
                                if (!(value > max) && !T.IsNaN(value)) continue;
                                (max, place) = (value, at);
                            }
                        }
                    y[o] = max;
                    if (!places.IsEmpty) places[o] = place;
                }
    }

    // Windows of two by two that do not overlap: the case of nearly every network.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Squares<T>(int rows, int columns, int width, ReadOnlySpan<T> x, Span<T> y, Span<int> places)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (var i = 0; i < rows; i++)
        {
            var top = 2 * i * width;
            var above = x.Slice(top, 2 * columns);
            var below = x.Slice(top + width, 2 * columns);
            var to = y.Slice(i * columns, columns);
            var at = places.IsEmpty ? places : places.Slice(i * columns, columns);
            for (var j = Vectors<T>(above, below, to, at, top, width); j < to.Length; j++)
            {
                var (max, place) = (above[2 * j], top + 2 * j);
                Raise(above[2 * j + 1], top + 2 * j + 1, ref max, ref place);
                Raise(below[2 * j], top + width + 2 * j, ref max, ref place);
                Raise(below[2 * j + 1], top + width + 2 * j + 1, ref max, ref place);
                to[j] = max;
                if (!at.IsEmpty) at[j] = place;
            }
        }
    }

    // Four windows at a time, without branches that no processor can foresee; gives how many of the row that were.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Vectors<T>(
        ReadOnlySpan<T> above, ReadOnlySpan<T> below, Span<T> y, Span<int> places, int top, int width)
        where T : unmanaged
    {
        if (typeof(T) != typeof(float)) return 0;
        ref var upper = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(above));
        ref var lower = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(below));
        ref var maxima = ref Unsafe.As<T, float>(ref MemoryMarshal.GetReference(y));
        var first = Vector128.Create(0, 2, 4, 6) + Vector128.Create(top);
        var j = 0;
        for (; j + 4 <= y.Length; j += 4, first += Vector128.Create(8))
        {
            Split(ref upper, 2 * j, out var max, out var right);
            Split(ref lower, 2 * j, out var left, out var last);
            var place = first;
            Raise(right, first + Vector128<int>.One, ref max, ref place);
            Raise(left, first + Vector128.Create(width), ref max, ref place);
            Raise(last, first + Vector128.Create(width + 1), ref max, ref place);
            max.StoreUnsafe(ref maxima, (nuint)j);
            if (!places.IsEmpty) place.StoreUnsafe(ref MemoryMarshal.GetReference(places), (nuint)j);
        }
        return j;
    }

    // The even and the odd ones of eight elements.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split(ref float row, int at, out Vector128<float> even, out Vector128<float> odd)
    {
        var a = Vector128.Shuffle(Vector128.LoadUnsafe(ref row, (nuint)at), Vector128.Create(0, 2, 1, 3));
        var b = Vector128.Shuffle(Vector128.LoadUnsafe(ref row, (nuint)(at + 4)), Vector128.Create(0, 2, 1, 3));
        even = Vector128.Create(a.GetLower(), b.GetLower());
        odd = Vector128.Create(a.GetUpper(), b.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Raise(
        Vector128<float> value, Vector128<int> index, ref Vector128<float> max, ref Vector128<int> place)
    {
        var higher = Vector128.GreaterThan(value, max) | ~Vector128.Equals(value, value);
        max = Vector128.ConditionalSelect(higher, value, max);
        place = Vector128.ConditionalSelect(higher.AsInt32(), index, place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Raise<T>(T value, int index, ref T max, ref int place)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var higher = value > max || T.IsNaN(value);
        max = higher ? value : max;
        place = higher ? index : place;
    }

    /// <summary>Adds each gradient to the place that the maximum came from.</summary>
    public static void Backward<T>(int planes, int inputs, int outputs, T[] dy, int dyOffset, int[] places, T[] dx,
        int dxOffset) where T : unmanaged, INumber<T> =>
        Parallel.For(planes, Pool.Grain(inputs), (start, end) =>
        {
            for (var p = start; p < end; p++)
            {
                var to = dx.AsSpan(dxOffset + p * inputs, inputs);
                var from = dy.AsSpan(dyOffset + p * outputs, outputs);
                var at = places.AsSpan(p * outputs, outputs);
                to.Clear();
                for (var o = 0; o < from.Length; o++) to[at[o]] += from[o];
            }
        });
}
