using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>How a tile's sum walks through unpacked operands: lines of steps, with a jump after each line.</summary>
internal readonly record struct GemmWalk(int Lines, int Length, nint AStep, nint AJump, nint BStep, nint BJump);

/// <summary>The distance between the rows of a tile in A, known when the code is compiled.</summary>
internal interface IRowDistance
{
    static abstract int Value { get; }
}

/// <summary>The rows' values lie side by side.</summary>
internal readonly struct AdjacentRows : IRowDistance
{
    public static int Value => 1;
}

/// <summary>Each row has a strip of a vector's width of its own.</summary>
internal readonly struct StripRows<TSimd, TVector, T> : IRowDistance
    where TSimd : struct, IGemmSimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static int Value => TSimd.Width;
}

/// <summary>
/// Tiles of a matrix product as in <see cref="GemmTiles{TSimd, TVector, T}"/>, over operands that lie as they are.
/// </summary>
internal static unsafe class WalkTiles<TSimd, TVector, T, TRows>
    where TSimd : struct, IGemmSimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TRows : struct, IRowDistance
{
    /// <summary>The height of the tile for <paramref name="rows"/> rows; it reads and writes all of it.</summary>
    public static int Height(int rows) => rows > 6 && TSimd.Rows == 12 ? 12 : 6;

    /// <summary>C (+)= A · B for one tile of <paramref name="height"/> (12 or 6) rows, two registers wide.</summary>
    public static void Run(int height, in GemmWalk walk, T* a, T* b, T* c, nint ldc, bool accumulate)
    {
        if (height == 12) Rows12(walk, a, b, c, ldc, accumulate);
        else Rows6(walk, a, b, c, ldc, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rows12(in GemmWalk walk, T* a, T* b, T* c, nint ldc, bool accumulate)
    {
        var r0 = GemmTiles<TSimd, TVector, T>.Row.Start(c, accumulate);
        var r1 = GemmTiles<TSimd, TVector, T>.Row.Start(c + ldc, accumulate);
        var r2 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 2 * ldc, accumulate);
        var r3 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 3 * ldc, accumulate);
        var r4 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 4 * ldc, accumulate);
        var r5 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 5 * ldc, accumulate);
        var r6 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 6 * ldc, accumulate);
        var r7 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 7 * ldc, accumulate);
        var r8 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 8 * ldc, accumulate);
        var r9 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 9 * ldc, accumulate);
        var r10 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 10 * ldc, accumulate);
        var r11 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 11 * ldc, accumulate);
        var (aStep, bStep, length) = (walk.AStep, walk.BStep, walk.Length);
        for (var line = walk.Lines; line > 0; line--, a += walk.AJump, b += walk.BJump)
        {
            for (var k = length; k > 0; k--, a += aStep, b += bStep)
            {
                var (b0, b1) = (TSimd.Load(b), TSimd.Load(b + TSimd.Width));
                r0 = r0.Add(a[0], b0, b1);
                r1 = r1.Add(a[TRows.Value], b0, b1);
                r2 = r2.Add(a[2 * TRows.Value], b0, b1);
                r3 = r3.Add(a[3 * TRows.Value], b0, b1);
                r4 = r4.Add(a[4 * TRows.Value], b0, b1);
                r5 = r5.Add(a[5 * TRows.Value], b0, b1);
                r6 = r6.Add(a[6 * TRows.Value], b0, b1);
                r7 = r7.Add(a[7 * TRows.Value], b0, b1);
                r8 = r8.Add(a[8 * TRows.Value], b0, b1);
                r9 = r9.Add(a[9 * TRows.Value], b0, b1);
                r10 = r10.Add(a[10 * TRows.Value], b0, b1);
                r11 = r11.Add(a[11 * TRows.Value], b0, b1);
            }
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
    private static void Rows6(in GemmWalk walk, T* a, T* b, T* c, nint ldc, bool accumulate)
    {
        var r0 = GemmTiles<TSimd, TVector, T>.Row.Start(c, accumulate);
        var r1 = GemmTiles<TSimd, TVector, T>.Row.Start(c + ldc, accumulate);
        var r2 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 2 * ldc, accumulate);
        var r3 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 3 * ldc, accumulate);
        var r4 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 4 * ldc, accumulate);
        var r5 = GemmTiles<TSimd, TVector, T>.Row.Start(c + 5 * ldc, accumulate);
        var (aStep, bStep, length) = (walk.AStep, walk.BStep, walk.Length);
        for (var line = walk.Lines; line > 0; line--, a += walk.AJump, b += walk.BJump)
        {
            for (var k = length; k > 0; k--, a += aStep, b += bStep)
            {
                var (b0, b1) = (TSimd.Load(b), TSimd.Load(b + TSimd.Width));
                r0 = r0.Add(a[0], b0, b1);
                r1 = r1.Add(a[TRows.Value], b0, b1);
                r2 = r2.Add(a[2 * TRows.Value], b0, b1);
                r3 = r3.Add(a[3 * TRows.Value], b0, b1);
                r4 = r4.Add(a[4 * TRows.Value], b0, b1);
                r5 = r5.Add(a[5 * TRows.Value], b0, b1);
            }
        }
        r0.Store(c);
        r1.Store(c + ldc);
        r2.Store(c + 2 * ldc);
        r3.Store(c + 3 * ldc);
        r4.Store(c + 4 * ldc);
        r5.Store(c + 5 * ldc);
    }
}
