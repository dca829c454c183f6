using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Copies blocks of A and B into the order in which the tiles read them.</summary>
internal static unsafe class GemmPacking
{
    /// <summary>
    /// Packs <paramref name="rows"/> rows of A (element (i, k) at i·rowStride + k·columnStride) as one panel: for each
    /// k, <paramref name="height"/> values side by side, the missing rows zero.
    /// </summary>
    public static void PackA<T>(int rows, int height, int depth, T* a, nint rowStride, nint columnStride, T* panel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (rows < height) new Span<T>(panel, height * depth).Clear();
        if (rowStride == 1) CopyRows(rows, height, depth, a, columnStride, panel);
        else if (columnStride == 1 && typeof(T) == typeof(float) && Sse.IsSupported)
            Transpose(rows, height, depth, (float*)a, rowStride, (float*)panel);
        else Gather(rows, height, depth, a, rowStride, columnStride, panel);
    }

    /// <summary>
    /// Packs <paramref name="columns"/> columns of B (element (k, j) at k·rowStride + j·columnStride) as one panel: for
    /// each k, <paramref name="width"/> values side by side, the missing columns zero.
    /// </summary>
    public static void PackB<T>(int columns, int width, int depth, T* b, nint rowStride, nint columnStride, T* panel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        PackA(columns, width, depth, b, columnStride, rowStride, panel);

    // The values of each k lie side by side already.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyRows<T>(int rows, int height, int depth, T* a, nint step, T* panel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var k = 0; k < depth; k++, a += step, panel += height)
        {
            var i = 0;
            for (; i + Vector512<T>.Count <= rows; i += Vector512<T>.Count) Vector512.Load(a + i).Store(panel + i);
            for (; i + Vector128<T>.Count <= rows; i += Vector128<T>.Count) Vector128.Load(a + i).Store(panel + i);
            for (; i < rows; i++) panel[i] = a[i];
        }
    }

    // Each row lies in order: squares of four by four are turned in registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(int rows, int height, int depth, float* a, nint rowStride, float* panel)
    {
        var i = 0;
        for (; i + 4 <= rows; i += 4, a += 4 * rowStride)
        {
            float* r0 = a, r1 = a + rowStride, r2 = a + 2 * rowStride, r3 = a + 3 * rowStride;
            var target = panel + i;
            var k = 0;
            for (; k + 4 <= depth; k += 4, target += 4 * height)
            {
                var (a0, a1) = (Vector128.Load(r0 + k), Vector128.Load(r1 + k));
                var (a2, a3) = (Vector128.Load(r2 + k), Vector128.Load(r3 + k));
                var (low0, high0) = (Sse.UnpackLow(a0, a1), Sse.UnpackHigh(a0, a1));
                var (low1, high1) = (Sse.UnpackLow(a2, a3), Sse.UnpackHigh(a2, a3));
                Sse.MoveLowToHigh(low0, low1).Store(target);
                Sse.MoveHighToLow(low1, low0).Store(target + height);
                Sse.MoveLowToHigh(high0, high1).Store(target + 2 * height);
                Sse.MoveHighToLow(high1, high0).Store(target + 3 * height);
            }
            for (; k < depth; k++, target += height)
                (target[0], target[1], target[2], target[3]) = (r0[k], r1[k], r2[k], r3[k]);
        }
        Gather(rows - i, height, depth, a, rowStride, 1, panel + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gather<T>(int rows, int height, int depth, T* a, nint rowStride, nint columnStride, T* panel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < rows; i++)
        {
            var source = a + i * rowStride;
            var target = panel + i;
            for (var k = 0; k < depth; k++, target += height, source += columnStride) *target = *source;
        }
    }
}
