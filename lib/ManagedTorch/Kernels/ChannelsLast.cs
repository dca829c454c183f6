using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Turns rows of channels into positions, where the channels lie side by side, and back.</summary>
internal static unsafe class ChannelsLast
{
    /// <summary>
    /// target[places[x] + c] = source[c · <paramref name="pitch"/> + x]; a negative place leaves the element out.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose<T>(int channels, int width, T* source, nint pitch, T* target, long[] places)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var x = 0;
        if (typeof(T) == typeof(float) && Squares.CanTurn)
        {
            fixed (long* to = places)
            {
                for (; x + 4 <= width; x += 4)
                {
                    var eight = Avx.IsSupported && x + 8 <= width && Inside(to + x, 8);
                    if (eight) Turn8(channels, (float*)source + x, pitch, (float*)target, to + x);
                    else if (Inside(to + x, 4)) Turn4(channels, (float*)source + x, pitch, (float*)target, to + x);
                    var side = eight ? 8 : 4;
                    var turned = eight ? channels / 8 * 8 : Inside(to + x, 4) ? channels / 4 * 4 : 0;
                    for (var i = 0; turned < channels && i < side; i++)
                        Column(source, pitch, target, places, x + i, turned, channels);
                    if (eight) x += 4;
                }
            }
        }
        for (; x < width; x++) Column(source, pitch, target, places, x, 0, channels);
    }

    /// <summary>The transpose of a matrix: target[j, i] = source[i, j].</summary>
    public static void Matrix<T>(int rows, int columns, T* source, T* target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int chunk = 512;
        var places = new long[chunk];
        for (var i = 0; i < chunk; i++) places[i] = (long)i * rows;
        var chunks = (columns + chunk - 1) / chunk;
        Parallel.For(chunks, 1 + 16 * 1024 / (chunk * Math.Max(1, rows)), (start, end) =>
        {
            for (var i = start; i < end; i++)
                Transpose(rows, Math.Min(chunk, columns - i * chunk), source + i * chunk, columns,
                    target + (long)i * chunk * rows, places);
        });
    }

    private static bool Inside(long* places, int count)
    {
        for (var i = 0; i < count; i++)
            if (places[i] < 0) return false;
        return true;
    }

    private static void Turn4(int channels, float* source, nint pitch, float* target, long* places)
    {
        float* t0 = target + places[0], t1 = target + places[1], t2 = target + places[2], t3 = target + places[3];
        for (var c = 0; c + 4 <= channels; c += 4, source += 4 * pitch)
        {
            Squares.Turn(source, pitch, out var r0, out var r1, out var r2, out var r3);
            r0.Store(t0 + c);
            r1.Store(t1 + c);
            r2.Store(t2 + c);
            r3.Store(t3 + c);
        }
    }

    private static void Turn8(int channels, float* source, nint pitch, float* target, long* places)
    {
        float* t0 = target + places[0], t1 = target + places[1], t2 = target + places[2], t3 = target + places[3];
        float* t4 = target + places[4], t5 = target + places[5], t6 = target + places[6], t7 = target + places[7];
        for (var c = 0; c + 8 <= channels; c += 8, source += 8 * pitch)
        {
            Squares.Turn8(source, pitch, out var low, out var high);
            low.R0.Store(t0 + c);
            low.R1.Store(t1 + c);
            low.R2.Store(t2 + c);
            low.R3.Store(t3 + c);
            high.R0.Store(t4 + c);
            high.R1.Store(t5 + c);
            high.R2.Store(t6 + c);
            high.R3.Store(t7 + c);
        }
    }

    private static void Column<T>(T* source, nint pitch, T* target, long[] places, int x, int first, int channels)
        where T : unmanaged
    {
        if (places[x] < 0) return;
        T* from = source + first * pitch + x, to = target + places[x];
        for (var c = first; c < channels; c++, from += pitch) to[c] = *from;
    }
}
