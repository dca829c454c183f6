using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Squares of four by four, turned in registers.</summary>
internal static unsafe class Squares
{
    /// <summary>Rows to columns: row i of the result holds element i of each argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Turn(
        ref Vector128<float> r0, ref Vector128<float> r1, ref Vector128<float> r2, ref Vector128<float> r3)
    {
        if (Sse.IsSupported)
        {
            var (low0, high0) = (Sse.UnpackLow(r0, r1), Sse.UnpackHigh(r0, r1));
            var (low1, high1) = (Sse.UnpackLow(r2, r3), Sse.UnpackHigh(r2, r3));
            (r0, r1) = (Sse.MoveLowToHigh(low0, low1), Sse.MoveHighToLow(low1, low0));
            (r2, r3) = (Sse.MoveLowToHigh(high0, high1), Sse.MoveHighToLow(high1, high0));
        }
        else if (AdvSimd.Arm64.IsSupported)
        {
            var (even, odd) = (AdvSimd.Arm64.ZipLow(r0, r2), AdvSimd.Arm64.ZipLow(r1, r3));
            var (evenHigh, oddHigh) = (AdvSimd.Arm64.ZipHigh(r0, r2), AdvSimd.Arm64.ZipHigh(r1, r3));
            (r0, r1) = (AdvSimd.Arm64.ZipLow(even, odd), AdvSimd.Arm64.ZipHigh(even, odd));
            (r2, r3) = (AdvSimd.Arm64.ZipLow(evenHigh, oddHigh), AdvSimd.Arm64.ZipHigh(evenHigh, oddHigh));
        }
        else
        {
            var (a, b, c, d) = (r0, r1, r2, r3);
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
                var (r0, r1) = (Vector128.Load(from + c), Vector128.Load(from + fromRow + c));
                var (r2, r3) = (Vector128.Load(from + 2 * fromRow + c), Vector128.Load(from + 3 * fromRow + c));
                Turn(ref r0, ref r1, ref r2, ref r3);
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
