using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>A matrix product by blocks: pack what fits the caches, then run the tiles over it.</summary>
/// <remarks>
/// The order of the loops is that of Goto and van de Geijn, 2008 ("Anatomy of High-Performance Matrix Multiplication").
/// Only rows and columns of C are given to threads, never k.
/// </remarks>
internal static unsafe class GemmBlocked<TSimd, TVector, T>
    where TSimd : struct, IGemmSimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int PanelsPerTask = 8;

    // Multiply-adds below which a second thread costs more than it brings.
    private const long ParallelWork = 1 << 18;

    private static int Width => 2 * TSimd.Width;

    // Depth of a packed block: a panel of B (depth x tile width) then takes 32 KiB.
    private static int Depth => 32 * 1024 / (Width * sizeof(T));

    // Limits of a packed block: 4 MiB of A or B, a part of the shared cache.
    private static int Rows => 4 * 1024 * 1024 / (Depth * sizeof(T)) / TSimd.Rows * TSimd.Rows;

    private static int Columns => 4 * 1024 * 1024 / (Depth * sizeof(T)) / Width * Width;

    /// <summary>C (+)= A · B; see <see cref="Gemm"/> for the meaning of the strides.</summary>
    public static void Multiply(in GemmProblem<T> p)
    {
        // The dimension with fewer elements is cut last, so that the other is packed once.
        for (var column = 0; column < p.N; column += Columns)
        {
            for (var k = 0; k < p.K; k += Depth)
            {
                for (var row = 0; row < p.M; row += Rows)
                {
                    var block = new GemmProblem<T>(
                        Math.Min(Rows, p.M - row), Math.Min(Columns, p.N - column), Math.Min(Depth, p.K - k),
                        p.A + row * p.ARow + k * p.ACol, p.ARow, p.ACol,
                        p.B + k * p.BRow + column * p.BCol, p.BRow, p.BCol,
                        p.C + row * p.Ldc + column, p.Ldc, p.Accumulate || k > 0);
                    MultiplyBlock(block);
                }
            }
        }
    }

    private static void MultiplyBlock(GemmProblem<T> p)
    {
        var rowPanels = Panels(p.M, TSimd.Rows);
        var columnPanels = Panels(p.N, Width);
        // With few rows a panel of B is read only a few times: copying it would cost as much as using it.
        var inPlace = p.BCol == 1 && rowPanels <= 2;
        GemmWorkspace<T>.Get(
            rowPanels * TSimd.Rows * p.K, columnPanels * Width * p.K, out var packedA, out var packedB);
        var one = (long)p.M * p.N * p.K < ParallelWork;

        For(rowPanels + columnPanels, one, 8, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                if (i < rowPanels) PackRows(p, i, packedA);
                else if (!inPlace || i == rowPanels + p.N / Width) PackColumns(p, i - rowPanels, packedB);
            }
        });

        var rowTasks = Panels(rowPanels, PanelsPerTask);
        For(rowTasks * Panels(columnPanels, PanelsPerTask), one, 1, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var firstRow = i % rowTasks * PanelsPerTask;
                var firstColumn = i / rowTasks * PanelsPerTask;
                for (var column = firstColumn; column < Math.Min(firstColumn + PanelsPerTask, columnPanels); column++)
                {
                    for (var row = firstRow; row < Math.Min(firstRow + PanelsPerTask, rowPanels); row++)
                        Tile(p, row, column, packedA, packedB, inPlace);
                }
            }
        });
    }

    private static void For(int count, bool one, int grain, Action<int, int> body)
    {
        if (one) body(0, count);
        else Parallel.For(count, grain, body);
    }

    private static int Panels(int length, int size) => (length + size - 1) / size;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackRows(in GemmProblem<T> p, int panel, T* packed)
    {
        var row = panel * TSimd.Rows;
        var rows = Math.Min(TSimd.Rows, p.M - row);
        GemmPacking.PackA(rows, GemmTiles<TSimd, TVector, T>.Height(rows), p.K, p.A + row * p.ARow, p.ARow, p.ACol,
            packed + row * p.K);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackColumns(in GemmProblem<T> p, int panel, T* packed)
    {
        var column = panel * Width;
        var columns = Math.Min(Width, p.N - column);
        GemmPacking.PackB(columns, Width, p.K, p.B + column * p.BCol, p.BRow, p.BCol, packed + column * p.K);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(in GemmProblem<T> p, int rowPanel, int columnPanel, T* packedA, T* packedB, bool inPlace)
    {
        var row = rowPanel * TSimd.Rows;
        var column = columnPanel * Width;
        var rows = Math.Min(TSimd.Rows, p.M - row);
        var columns = Math.Min(Width, p.N - column);
        var height = GemmTiles<TSimd, TVector, T>.Height(rows);
        var a = packedA + row * p.K;
        var direct = inPlace && columns == Width;
        var b = direct ? p.B + column : packedB + column * p.K;
        var bStride = direct ? p.BRow : Width;
        var c = p.C + row * p.Ldc + column;
        if (rows == height && columns == Width)
            GemmTiles<TSimd, TVector, T>.Run(height, p.K, a, b, bStride, c, p.Ldc, p.Accumulate);
        else
            Edge(rows, columns, height, p.K, a, b, bStride, c, p.Ldc, p.Accumulate);
    }

    // A tile that reaches over C's edge is computed beside it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Edge(
        int rows, int columns, int height, int depth, T* a, T* b, nint bStride, T* c, nint ldc, bool accumulate)
    {
        var tile = stackalloc T[height * Width];
        if (accumulate)
        {
            new Span<T>(tile, height * Width).Clear();
            for (var i = 0; i < rows; i++)
                new ReadOnlySpan<T>(c + i * ldc, columns).CopyTo(new Span<T>(tile + i * Width, columns));
        }
        GemmTiles<TSimd, TVector, T>.Run(height, depth, a, b, bStride, tile, Width, accumulate);
        for (var i = 0; i < rows; i++)
            new ReadOnlySpan<T>(tile + i * Width, columns).CopyTo(new Span<T>(c + i * ldc, columns));
    }
}
