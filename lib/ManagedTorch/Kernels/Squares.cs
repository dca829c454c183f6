using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Squares of four by four or eight by eight floats, turned in registers: rows become columns.</summary>
internal static unsafe class Squares
{
    /// <summary>Whether the processor has instructions for it.</summary>
    public static bool CanTurn => Sse.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>The columns of eight rows of eight floats, the first four and the last four; needs AVX.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Turn8(float* rows, nint pitch, out Four low, out Four high)
    {
        // Each half of a register holds a square of four by four; the lower rows go to its upper half.
        var left0 = Pair(rows, rows + 4 * pitch);
        var left1 = Pair(rows + pitch, rows + 5 * pitch);
        var left2 = Pair(rows + 2 * pitch, rows + 6 * pitch);
        var left3 = Pair(rows + 3 * pitch, rows + 7 * pitch);
        low = Columns(left0, left1, left2, left3);
        rows += 4;
        var right0 = Pair(rows, rows + 4 * pitch);
        var right1 = Pair(rows + pitch, rows + 5 * pitch);
        var right2 = Pair(rows + 2 * pitch, rows + 6 * pitch);
        var right3 = Pair(rows + 3 * pitch, rows + 7 * pitch);
        high = Columns(right0, right1, right2, right3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pair(float* lower, float* upper) =>
        Avx.InsertVector128(Vector128.Load(lower).ToVector256Unsafe(), Vector128.Load(upper), 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Four Columns(Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        var (low0, high0) = (Avx.UnpackLow(a, b), Avx.UnpackHigh(a, b));
        var (low1, high1) = (Avx.UnpackLow(c, d), Avx.UnpackHigh(c, d));
        return new Four(
            Avx.Shuffle(low0, low1, 0b01_00_01_00), Avx.Shuffle(low0, low1, 0b11_10_11_10),
            Avx.Shuffle(high0, high1, 0b01_00_01_00), Avx.Shuffle(high0, high1, 0b11_10_11_10));
    }

    /// <summary>Four registers.</summary>
    public readonly record struct Four(
        Vector256<float> R0, Vector256<float> R1, Vector256<float> R2, Vector256<float> R3);

    /// <summary>Every other of eight floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Evens(float* x) => Sse.IsSupported
        ? Sse.Shuffle(Vector128.Load(x), Vector128.Load(x + 4), 0b10_00_10_00)
        : AdvSimd.Arm64.UnzipEven(Vector128.Load(x), Vector128.Load(x + 4));

    /// <summary>The columns of four rows of four floats, <paramref name="pitch"/> from row to row.</summary>
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
        else if (AdvSimd.Arm64.IsSupported)
        {
            var (low0, high0) = (AdvSimd.Arm64.ZipLow(a, c), AdvSimd.Arm64.ZipHigh(a, c));
            var (low1, high1) = (AdvSimd.Arm64.ZipLow(b, d), AdvSimd.Arm64.ZipHigh(b, d));
            (r0, r1) = (AdvSimd.Arm64.ZipLow(low0, low1), AdvSimd.Arm64.ZipHigh(low0, low1));
            (r2, r3) = (AdvSimd.Arm64.ZipLow(high0, high1), AdvSimd.Arm64.ZipHigh(high0, high1));
        }
        else
        {
            r0 = Vector128.Create(a[0], b[0], c[0], d[0]);
            r1 = Vector128.Create(a[1], b[1], c[1], d[1]);
            r2 = Vector128.Create(a[2], b[2], c[2], d[2]);
            r3 = Vector128.Create(a[3], b[3], c[3], d[3]);
        }
    }

    /// <summary>to[c, r] = from[r, c] for a matrix of elements of four bytes; neither has gaps inside a row.</summary>
    /// <param name="from">[rows, columns], a row every <paramref name="fromRow"/> elements.</param>
    /// <param name="to">[columns, rows], a row every <paramref name="toRow"/> elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(int rows, int columns, float* from, nint fromRow, float* to, nint toRow)
    {
        var r = 0;
        for (; r + 4 <= rows; r += 4, from += 4 * fromRow)
        {
            var target = to + r;
            var c = 0;
            for (; c + 4 <= columns; c += 4, target += 4 * toRow)
            {
                Turn(from + c, fromRow, out var r0, out var r1, out var r2, out var r3);
                r0.Store(target);
                r1.Store(target + toRow);
                r2.Store(target + 2 * toRow);
                r3.Store(target + 3 * toRow);
            }
            for (; c < columns; c++, target += toRow)
                for (var i = 0; i < 4; i++) target[i] = from[i * fromRow + c];
        }
        for (; r < rows; r++, from += fromRow)
            for (var c = 0; c < columns; c++) to[c * toRow + r] = from[c];
    }
}
