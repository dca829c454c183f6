using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The innermost loops of the matrix product: a tile of C, two registers wide, is kept in registers over all of k.
/// </summary>
/// <remarks>
/// A is packed: for each k the tile's rows lie side by side. B may be packed (stride = tile width) or lie in place.
/// Every element is one chain of fused multiply-adds in the order of k, so all widths and heights give the same bits.
/// </remarks>
internal static unsafe class GemmTiles<TSimd, TVector, T>
    where TSimd : struct, IGemmSimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The height of the tile that computes <paramref name="rows"/> rows with the least waste.</summary>
    public static int Height(int rows) =>
        rows > 6 && TSimd.Rows == 12 ? 12 : rows > 3 ? 6 : rows > 1 ? 3 : 1;

    /// <summary>C (+)= A · B for one tile of <paramref name="height"/> (12, 6, 3 or 1) rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(int height, int k, T* a, T* b, nint bStride, T* c, nint ldc, bool accumulate)
    {
        switch (height)
        {
            case 12: Rows12(k, a, b, bStride, c, ldc, accumulate); break;
            case 6: Rows6(k, a, b, bStride, c, ldc, accumulate); break;
            case 3: Rows3(k, a, b, bStride, c, ldc, accumulate); break;
            default: Row1(k, a, b, bStride, c, accumulate); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows12(int k, T* a, T* b, nint bStride, T* c, nint ldc, bool accumulate)
    {
        var r0 = Row.Start(c, accumulate);
        var r1 = Row.Start(c + ldc, accumulate);
        var r2 = Row.Start(c + 2 * ldc, accumulate);
        var r3 = Row.Start(c + 3 * ldc, accumulate);
        var r4 = Row.Start(c + 4 * ldc, accumulate);
        var r5 = Row.Start(c + 5 * ldc, accumulate);
        var r6 = Row.Start(c + 6 * ldc, accumulate);
        var r7 = Row.Start(c + 7 * ldc, accumulate);
        var r8 = Row.Start(c + 8 * ldc, accumulate);
        var r9 = Row.Start(c + 9 * ldc, accumulate);
        var r10 = Row.Start(c + 10 * ldc, accumulate);
        var r11 = Row.Start(c + 11 * ldc, accumulate);
        for (; k > 0; k--, a += 12, b += bStride)
        {
            var (b0, b1) = (TSimd.Load(b), TSimd.Load(b + TSimd.Width));
            r0 = r0.Add(a[0], b0, b1);
            r1 = r1.Add(a[1], b0, b1);
            r2 = r2.Add(a[2], b0, b1);
            r3 = r3.Add(a[3], b0, b1);
            r4 = r4.Add(a[4], b0, b1);
            r5 = r5.Add(a[5], b0, b1);
            r6 = r6.Add(a[6], b0, b1);
            r7 = r7.Add(a[7], b0, b1);
            r8 = r8.Add(a[8], b0, b1);
            r9 = r9.Add(a[9], b0, b1);
            r10 = r10.Add(a[10], b0, b1);
            r11 = r11.Add(a[11], b0, b1);
        }
        r0.Store(c);
        r1.Store(c + ldc);
        r2.Store(c + 2 * ldc);
        r3.Store(c + 3 * ldc);
        r4.Store(c + 4 * ldc);
        r5.Store(c + 5 * ldc);
        r6.Store(c + 6 * ldc);
        r7.Store(c + 7 * ldc);
        r8.Store(c + 8 * ldc);
        r9.Store(c + 9 * ldc);
        r10.Store(c + 10 * ldc);
        r11.Store(c + 11 * ldc);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows6(int k, T* a, T* b, nint bStride, T* c, nint ldc, bool accumulate)
    {
        var r0 = Row.Start(c, accumulate);
        var r1 = Row.Start(c + ldc, accumulate);
        var r2 = Row.Start(c + 2 * ldc, accumulate);
        var r3 = Row.Start(c + 3 * ldc, accumulate);
        var r4 = Row.Start(c + 4 * ldc, accumulate);
        var r5 = Row.Start(c + 5 * ldc, accumulate);
        for (; k > 0; k--, a += 6, b += bStride)
        {
            var (b0, b1) = (TSimd.Load(b), TSimd.Load(b + TSimd.Width));
            r0 = r0.Add(a[0], b0, b1);
            r1 = r1.Add(a[1], b0, b1);
            r2 = r2.Add(a[2], b0, b1);
            r3 = r3.Add(a[3], b0, b1);
            r4 = r4.Add(a[4], b0, b1);
            r5 = r5.Add(a[5], b0, b1);
        }
        r0.Store(c);
        r1.Store(c + ldc);
        r2.Store(c + 2 * ldc);
        r3.Store(c + 3 * ldc);
        r4.Store(c + 4 * ldc);
        r5.Store(c + 5 * ldc);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows3(int k, T* a, T* b, nint bStride, T* c, nint ldc, bool accumulate)
    {
        var r0 = Row.Start(c, accumulate);
        var r1 = Row.Start(c + ldc, accumulate);
        var r2 = Row.Start(c + 2 * ldc, accumulate);
        for (; k > 0; k--, a += 3, b += bStride)
        {
            var (b0, b1) = (TSimd.Load(b), TSimd.Load(b + TSimd.Width));
            r0 = r0.Add(a[0], b0, b1);
            r1 = r1.Add(a[1], b0, b1);
            r2 = r2.Add(a[2], b0, b1);
        }
        r0.Store(c);
        r1.Store(c + ldc);
        r2.Store(c + 2 * ldc);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row1(int k, T* a, T* b, nint bStride, T* c, bool accumulate)
    {
        var r0 = Row.Start(c, accumulate);
        for (; k > 0; k--, a++, b += bStride) r0 = r0.Add(a[0], TSimd.Load(b), TSimd.Load(b + TSimd.Width));
        r0.Store(c);
    }

    /// <summary>One row of a tile: two registers.</summary>
    internal struct Row
    {
        private TVector _left;
        private TVector _right;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Row Start(T* c, bool accumulate)
        {
            Row row = default;
            if (accumulate) (row._left, row._right) = (TSimd.Load(c), TSimd.Load(c + TSimd.Width));
            return row;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly Row Add(T a, TVector b0, TVector b1)
        {
            var x = TSimd.Broadcast(a);
            Row sum;
            sum._left = TSimd.Fma(x, b0, _left);
            sum._right = TSimd.Fma(x, b1, _right);
            return sum;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Store(T* c)
        {
            TSimd.Store(c, _left);
            TSimd.Store(c + TSimd.Width, _right);
        }
    }
}
