using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Copies blocks of A and B into the order in which the tiles read them.</summary>
internal static unsafe class GemmPacking
{
    /// <summary>
    /// Packs <paramref name="rows"/> rows of A (element (i, k) at i·rowStride + k·columnStride) as one panel: for each
    /// k,
    /// <paramref name="height"/> values side by side, the missing rows zero.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void PackA<T>(int rows, int height, int depth, T* a, nint rowStride, nint columnStride, T* panel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (rows < height) new Span<T>(panel, height * depth).Clear();
        for (var i = 0; i < rows; i++)
        {
            var source = a + i * rowStride;
            var target = panel + i;
            if (columnStride == 1)
            {
                for (var k = 0; k < depth; k++, target += height) *target = source[k];
            }
            else
            {
                for (var k = 0; k < depth; k++, target += height, source += columnStride) *target = *source;
            }
        }
    }

    /// <summary>
    /// Packs <paramref name="columns"/> columns of B (element (k, j) at k·rowStride + j·columnStride) as one panel: for
    /// each
    /// k, <paramref name="width"/> values side by side, the missing columns zero.
    /// </summary>
    public static void PackB<T>(int columns, int width, int depth, T* b, nint rowStride, nint columnStride, T* panel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (columnStride != 1)
        {
            PackA(columns, width, depth, b, columnStride, rowStride, panel);
            return;
        }
        for (var k = 0; k < depth; k++, b += rowStride, panel += width)
        {
            new ReadOnlySpan<T>(b, columns).CopyTo(new Span<T>(panel, columns));
            if (columns < width) new Span<T>(panel + columns, width - columns).Clear();
        }
    }
}
