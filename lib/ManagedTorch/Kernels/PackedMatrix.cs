using System.Numerics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// A matrix B[depth, groups · columns], packed once for many products with a few rows, a block of columns at a time.
/// </summary>
/// <remarks>
/// What a recurrent layer needs: its weight is the same at every step, and the thread that computed a block of all
/// gates goes on with those units. The products give the same bits as <see cref="Gemm"/>.
/// </remarks>
internal abstract unsafe class PackedMatrix<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The columns of a block; the last of a group may have fewer.</summary>
    public abstract int Width { get; }

    /// <summary>The blocks of a group.</summary>
    public abstract int Blocks { get; }

    /// <summary>Takes the left operand: A(i, k) = a[i · stride + k].</summary>
    public abstract void Take(int rows, T* a, nint stride);

    /// <summary>C (+)= A · B for one block of columns of one group; c points to its first element.</summary>
    public abstract void Multiply(int group, int block, T* c, nint ldc, bool accumulate);

    /// <summary>Gives the memory back.</summary>
    public abstract void Release();

    /// <param name="depth">Rows of B.</param>
    /// <param name="groups">Groups of columns that are cut into blocks by themselves.</param>
    /// <param name="columns">Columns of a group.</param>
    /// <param name="rows">The most rows that the left operand will have.</param>
    /// <param name="b">B(k, j) is b[k · bRow + j · bCol].</param>
    /// <param name="bRow">From one row of B to the next.</param>
    /// <param name="bCol">From one column of B to the next.</param>
    public static PackedMatrix<T> Pack(int depth, int groups, int columns, int rows, T* b, nint bRow, nint bCol)
    {
        if (typeof(T) == typeof(float))
        {
            return (PackedMatrix<T>)(object)(
                Vector512.IsHardwareAccelerated ? Of<Float512, Vector512<float>, float>()
                : Vector256.IsHardwareAccelerated ? Of<Float256, Vector256<float>, float>()
                : Of<Float128, Vector128<float>, float>());
        }
        return (PackedMatrix<T>)(object)(
            Vector512.IsHardwareAccelerated ? Of<Double512, Vector512<double>, double>()
            : Vector256.IsHardwareAccelerated ? Of<Double256, Vector256<double>, double>()
            : Of<Double128, Vector128<double>, double>());

        PackedMatrix<TElement> Of<TSimd, TVector, TElement>()
            where TSimd : struct, IGemmSimd<TVector, TElement>
            where TVector : struct
            where TElement : unmanaged, IBinaryFloatingPointIeee754<TElement> =>
            new PackedMatrix<TSimd, TVector, TElement>(
                depth, groups, columns, rows, (TElement*)b, bRow, bCol);
    }
}

/// <inheritdoc cref="PackedMatrix{T}"/>
internal sealed unsafe class PackedMatrix<TSimd, TVector, T> : PackedMatrix<T>
    where TSimd : struct, IGemmSimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _depth, _columns;
    private readonly T[] _block;
    private readonly T* _b, _a;
    private int _rows;

    public PackedMatrix(int depth, int groups, int columns, int rows, T* b, nint bRow, nint bCol)
    {
        (_depth, _columns) = (depth, columns);
        var panels = groups * Blocks;
        var bLength = panels * Width * depth;
        _block = PinnedBlocks<T>.Rent(bLength + (rows + TSimd.Rows) * depth, out _b);
        _a = _b + bLength;
        Parallel.For(panels, 8, (start, end) =>
        {
            for (var p = start; p < end; p++)
            {
                var (group, column) = (p / Blocks, p % Blocks * Width);
                GemmPacking.PackB(Math.Min(Width, columns - column), Width, depth,
                    b + (group * columns + column) * bCol, bRow, bCol, _b + p * Width * depth);
            }
        });
    }

    public override int Width => 2 * TSimd.Width;

    public override int Blocks => (_columns + Width - 1) / Width;

    // As deep as in GemmBlocked: a panel of B then takes 32 KiB and stays in the first cache.
    private int Depth => 32 * 1024 / (Width * sizeof(T));

    public override void Take(int rows, T* a, nint stride)
    {
        _rows = rows;
        for (var row = 0; row < rows;)
        {
            var height = Height(rows - row);
            GemmPacking.PackA(Math.Min(height, rows - row), height, _depth, a + row * stride, stride, 1,
                _a + row * _depth);
            row += height;
        }
    }

    public override void Multiply(int group, int block, T* c, nint ldc, bool accumulate)
    {
        var panel = _b + (group * Blocks + block) * Width * _depth;
        var columns = Math.Min(Width, _columns - block * Width);
        for (var k = 0; k < _depth; k += Depth)
        {
            var (deep, adds) = (Math.Min(Depth, _depth - k), accumulate || k > 0);
            for (var row = 0; row < _rows;)
            {
                var height = Height(_rows - row);
                var rows = Math.Min(height, _rows - row);
                T* a = _a + row * _depth + k * height, target = c + row * ldc;
                if (rows == height && columns == Width)
                    GemmTiles<TSimd, TVector, T>.Run(height, deep, a, panel + k * Width, Width, target, ldc, adds);
                else
                    GemmBlocked<TSimd, TVector, T>.Edge(
                        rows, columns, height, deep, a, panel + k * Width, Width, target, ldc, adds);
                row += height;
            }
        }
    }

    public override void Release() => PinnedBlocks<T>.Return(_block);

    // The tallest tile that the rows fill; three for the last two.
    private static int Height(int rows) =>
        rows >= 12 && TSimd.Rows == 12 ? 12 : rows >= 6 ? 6 : rows > 1 ? 3 : 1;
}
