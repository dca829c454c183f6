using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
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
        var whole = typeof(T) == typeof(float) && CanTurn ? channels / 4 * 4 : 0;
        for (var x = 0; x < width;)
        {
            if (whole > 0 && x + 4 <= width && places[x] >= 0 && places[x + 1] >= 0 && places[x + 2] >= 0
                && places[x + 3] >= 0)
            {
                float* t0 = (float*)(target + places[x]), t1 = (float*)(target + places[x + 1]);
                float* t2 = (float*)(target + places[x + 2]), t3 = (float*)(target + places[x + 3]);
                var from = (float*)source + x;
                for (var c = 0; c < whole; c += 4, from += 4 * pitch)
                {
                    Turn(from, pitch, out var r0, out var r1, out var r2, out var r3);
                    r0.Store(t0 + c);
                    r1.Store(t1 + c);
                    r2.Store(t2 + c);
                    r3.Store(t3 + c);
                }
                for (var i = 0; i < 4; i++) Column(source, pitch, target, places, x + i, whole, channels);
                x += 4;
            }
            else
            {
                Column(source, pitch, target, places, x, 0, channels);
                x++;
            }
        }
    }

    private static void Column<T>(T* source, nint pitch, T* target, long[] places, int x, int first, int channels)
        where T : unmanaged
    {
        if (places[x] < 0) return;
        T* from = source + first * pitch + x, to = target + places[x];
        for (var c = first; c < channels; c++, from += pitch) to[c] = *from;
    }

    /// <summary>Whether <see cref="Turn"/> has instructions for it.</summary>
    public static bool CanTurn => Sse.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>Every other of eight floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Evens(float* x) => Sse.IsSupported
        ? Sse.Shuffle(Vector128.Load(x), Vector128.Load(x + 4), 0b10_00_10_00)
        : AdvSimd.Arm64.UnzipEven(Vector128.Load(x), Vector128.Load(x + 4));

    /// <summary>The columns of four rows of four floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Turn(float* rows, nint pitch,
        out Vector128<float> r0, out Vector128<float> r1, out Vector128<float> r2, out Vector128<float> r3)
    {
        var (a, b) = (Vector128.Load(rows), Vector128.Load(rows + pitch));
        var (c, d) = (Vector128.Load(rows + 2 * pitch), Vector128.Load(rows + 3 * pitch));
        if (Sse.IsSupported)
        {
            var (low0, high0) = (Sse.UnpackLow(a, b), Sse.UnpackHigh(a, b));
            var (low1, high1) = (Sse.UnpackLow(c, d), Sse.UnpackHigh(c, d));
            (r0, r1) = (Sse.MoveLowToHigh(low0, low1), Sse.MoveHighToLow(low1, low0));
            (r2, r3) = (Sse.MoveLowToHigh(high0, high1), Sse.MoveHighToLow(high1, high0));
        }
        else
        {
            var (low0, high0) = (AdvSimd.Arm64.ZipLow(a, c), AdvSimd.Arm64.ZipHigh(a, c));
            var (low1, high1) = (AdvSimd.Arm64.ZipLow(b, d), AdvSimd.Arm64.ZipHigh(b, d));
            (r0, r1) = (AdvSimd.Arm64.ZipLow(low0, low1), AdvSimd.Arm64.ZipHigh(low0, low1));
            (r2, r3) = (AdvSimd.Arm64.ZipLow(high0, high1), AdvSimd.Arm64.ZipHigh(high0, high1));
        }
    }
}
