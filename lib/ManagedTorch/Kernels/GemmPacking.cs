using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
        else if (columnStride == 1 && typeof(T) == typeof(float))
            Squares.Transpose(rows, depth, (float*)a, rowStride, (float*)panel, height);
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
