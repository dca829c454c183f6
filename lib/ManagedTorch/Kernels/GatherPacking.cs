using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Packs panels of the right side of a <see cref="GatherConvolution{TSimd, TVector, T}"/>: for each (channel, tap) what
/// the panel's positions read, side by side.
/// </summary>
internal static unsafe class GatherPacking<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Lines of a panel that stay in the nearest cache while its runs are copied one after the other.
    private const int LinesAtOnce = 32;

    public static void Panel(
        GatherPlan p, int k, int depth, T* staged, GatherRun* runs, int count, T* panel, int width)
    {
        fixed (int* places = p.TapPlaces)
        {
            for (var end = k + depth; k < end; k += LinesAtOnce, panel += LinesAtOnce * width)
            {
                var (c, tap) = Math.DivRem(k, p.TapPlaces.Length);
                var lines = new Lines(
                    places, p.TapPlaces.Length, tap, Math.Min(LinesAtOnce, end - k), p.SourceArea, width);
                for (var run = runs; run < runs + count; run++)
                    Copy(lines, staged + (long)c * p.SourceArea + run->Source, panel + run->Column, run->Length);
            }
        }
    }

    private static void Copy(in Lines lines, T* from, T* to, int length)
    {
        if (length >= Vector512<T>.Count) Copy<Block512>(lines, from, to, length);
        else if (length >= Vector256<T>.Count) Copy<Block256>(lines, from, to, length);
        else if (length >= Vector128<T>.Count) Copy<Block128>(lines, from, to, length);
        else for (var i = 0; i < length; i++) Copy<Single>(lines, from + i, to + i, 1);
    }

    // A run is a block, or two that overlap.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Copy<TBlock>(in Lines lines, T* from, T* to, int length) where TBlock : IBlock
    {
        var (second, places, taps) = (length - TBlock.Length, (nint)lines.Places, lines.Taps);
        var (tap, area, width) = (lines.FirstTap, lines.Area, lines.Width);
        for (var i = lines.Depth; i > 0; i--, to += width)
        {
            var source = from + ((int*)places)[tap];
            TBlock.Copy(source, to);
            if (second > 0) TBlock.Copy(source + second, to + second);
            if (++tap < taps) continue;
            tap = 0;
            from += area;
        }
    }

    private readonly struct Lines(int* places, int taps, int firstTap, int depth, nint area, nint width)
    {
        public readonly int* Places = places;
        public readonly int Taps = taps, FirstTap = firstTap, Depth = depth;
        public readonly nint Area = area, Width = width;
    }

    private interface IBlock
    {
        static abstract int Length { get; }

        static abstract void Copy(T* from, T* to);
    }

    private readonly struct Block512 : IBlock
    {
        public static int Length => Vector512<T>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Copy(T* from, T* to) => Vector512.Load(from).Store(to);
    }

    private readonly struct Block256 : IBlock
    {
        public static int Length => Vector256<T>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Copy(T* from, T* to) => Vector256.Load(from).Store(to);
    }

    private readonly struct Block128 : IBlock
    {
        public static int Length => Vector128<T>.Count;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Copy(T* from, T* to) => Vector128.Load(from).Store(to);
    }

    private readonly struct Single : IBlock
    {
        public static int Length => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Copy(T* from, T* to) => *to = *from;
    }
}
