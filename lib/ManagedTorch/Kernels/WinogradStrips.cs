using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Moves strips between images, channel by channel, and rows whose channels lie side by side.</summary>
internal static unsafe class WinogradStrips<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rows of an image from (y, x) on, zero outside it: [rows, columns, pitch].</summary>
    public static void Read(T* image, int channels, int height, int width, int y, int x, int rows, int columns,
        T* strip, int pitch, long[] places)
    {
        var first = Math.Clamp(-x, 0, columns);
        var end = Math.Clamp(width - x, first, columns);
        for (var i = 0; i < rows; i++, strip += columns * pitch)
        {
            if ((uint)(y + i) >= (uint)height)
            {
                new Span<T>(strip, columns * pitch).Clear();
                continue;
            }
            new Span<T>(strip, first * pitch).Clear();
            new Span<T>(strip + end * pitch, (columns - end) * pitch).Clear();
            ChannelsLast.Transpose(channels, end - first, image + (y + i) * width + x + first, (nint)height * width,
                strip + first * pitch, places);
        }
    }

    /// <summary>The places of the positions of a row whose channels are <paramref name="pitch"/> apart.</summary>
    public static long[] Places(int columns, int pitch)
    {
        var places = new long[columns];
        for (var i = 0; i < columns; i++) places[i] = (long)i * pitch;
        return places;
    }

    /// <summary>Writes a row of positions, each of <paramref name="pitch"/> channels, to the channels' rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Write(T* strip, int pitch, int channels, int columns, T* row, nint area)
    {
        var x = 0;
        if (typeof(T) == typeof(float) && Squares.CanTurn)
        {
            for (; x + 4 <= columns; x += 4)
            {
                float* from = (float*)strip + x * pitch, to = (float*)row + x;
                var c = 0;
                if (Avx.IsSupported && x + 8 <= columns)
                {
                    for (; c + 8 <= channels; c += 8) Write8(from + c, pitch, to + c * area, area);
                    for (; c < channels; c++)
                        for (var i = 0; i < 8; i++) to[c * area + i] = from[i * pitch + c];
                    x += 4;
                    continue;
                }
                for (; c + 4 <= channels; c += 4) Write4(from + c, pitch, to + c * area, area);
                for (; c < channels; c++)
                    for (var i = 0; i < 4; i++) to[c * area + i] = from[i * pitch + c];
            }
        }
        for (; x < columns; x++)
            for (var c = 0; c < channels; c++) row[c * area + x] = strip[x * pitch + c];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write4(float* from, nint pitch, float* to, nint area)
    {
        Squares.Turn(from, pitch, out var r0, out var r1, out var r2, out var r3);
        r0.Store(to);
        r1.Store(to + area);
        r2.Store(to + 2 * area);
        r3.Store(to + 3 * area);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write8(float* from, nint pitch, float* to, nint area)
    {
        Squares.Turn8(from, pitch, out var low, out var high);
        low.R0.Store(to);
        low.R1.Store(to + area);
        low.R2.Store(to + 2 * area);
        low.R3.Store(to + 3 * area);
        high.R0.Store(to + 4 * area);
        high.R1.Store(to + 5 * area);
        high.R2.Store(to + 6 * area);
        high.R3.Store(to + 7 * area);
    }
}
