using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The gradient of a convolution's weight: for each tap a product of dy and of the x that the tap reads, both with the
/// channels of a position side by side, so that neither needs packing.
/// </summary>
/// <remarks>
/// A sum runs over the images and their positions in order and is never split, so the number of threads shows in no
/// bit.
/// </remarks>
internal static unsafe class ConvolutionWeight<TSimd, TVector, T>
    where TSimd : struct, IGemmSimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Elements of the sums that a task keeps in its cache, and the number of tasks to aim at.
    private const int MostSums = 64 * 1024;
    private const int Tasks = 24;

    // Fewer channels than these leave most of a vector empty; then the taps take part in it.
    private const int FewChannels = 16;

    private const int RowsPerTask = 48;

    private static int Width => 2 * TSimd.Width;

    /// <summary>dw of [G·O, C, kernel] from x and dy.</summary>
    public static void Run(ConvolutionShape s, T* x, T* dy, T* dw)
    {
        var merged = s.Inputs < FewChannels && s.Taps > 1;
        var staging = Staging.OfInput(s);
        var columns = s.Groups * s.Inputs * (merged ? s.Taps : 1);
        var rows = s.Groups * s.Outputs;
        var image = (long)(merged ? s.OutputArea : staging.Area) * columns;
        using var rentedX = new RentedArray<T>(s.Batch * image + StagedImages<T>.Slack);
        using var rentedY = new RentedArray<T>((long)s.Batch * s.OutputArea * rows + StagedImages<T>.Slack);
        fixed (T* memoryX = rentedX.Array, memoryY = rentedY.Array)
        {
            T* stagedX = RentedArray<T>.Aligned(memoryX), stagedY = RentedArray<T>.Aligned(memoryY);
            if (merged) FillColumns(s, x, stagedX);
            else StagedImages<T>.FillChannelsLast(staging, s.Batch, columns, x, stagedX);
            StagedImages<T>.FillChannelsLast(
                new Staging(s.Output, s.Output, [1, 1, 1], [0, 0, 0]), s.Batch, rows, dy, stagedY);

            var plan = merged
                ? new Plan(s, [0], s.Inputs * s.Taps, columns, rows, image, [1, 1, s.OutputArea], [1, 1, s.OutputArea])
                : new Plan(s, GatherPlan.Forward(s).TapPlaces, s.Inputs, columns, rows, image, s.Output, staging.Size);
            Multiply(plan, stagedX, stagedY, dw);
        }
    }

    private static void Multiply(Plan p, T* x, T* dy, T* dw)
    {
        var padded = (p.Channels + Width - 1) / Width * Width;
        var rowBlocks = (p.Shape.Outputs + RowsPerTask - 1) / RowsPerTask;
        var taps = p.Places.Length;
        var perTask = Math.Clamp(MostSums / (RowsPerTask * padded), 1, taps);
        while (perTask > 1 && p.Shape.Groups * rowBlocks * ((taps + perTask - 1) / perTask) < Tasks) perTask--;
        var tapBlocks = (taps + perTask - 1) / perTask;
        perTask = (taps + tapBlocks - 1) / tapBlocks;
        Parallel.For(p.Shape.Groups * rowBlocks * tapBlocks, 1, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var (group, block) = (i / (rowBlocks * tapBlocks), i / tapBlocks % rowBlocks);
                var firstTap = i % tapBlocks * perTask;
                Task(p, group, block * RowsPerTask, firstTap, Math.Min(taps, firstTap + perTask), padded, x, dy, dw);
            }
        });
    }

    private static void Task(Plan p, int group, int firstRow, int firstTap, int lastTap, int padded, T* x, T* dy, T* dw)
    {
        var rows = Math.Min(RowsPerTask, p.Shape.Outputs - firstRow);
        var pitch = (rows + 11) / 12 * 12 * padded;
        GemmWorkspace<T>.Get((lastTap - firstTap) * pitch, 0, out var sums, out _);
        new Span<T>(sums, (lastTap - firstTap) * pitch).Clear();
        var walk = new GemmWalk(p.Grid[1], p.Grid[2], p.Rows, 0, p.Columns, (p.Planes[2] - p.Grid[2]) * p.Columns);
        for (var n = 0; n < p.Shape.Batch; n++)
            for (var z = 0; z < p.Grid[0]; z++)
            {
                var a = dy + ((long)n * p.Grid[0] + z) * p.Grid[1] * p.Grid[2] * p.Rows
                    + group * p.Shape.Outputs + firstRow;
                var b = x + n * p.Image + (long)z * p.Planes[1] * p.Planes[2] * p.Columns + group * p.Channels;
                for (var tap = firstTap; tap < lastTap; tap++)
                    for (var column = 0; column < padded; column += Width)
                        for (var row = 0; row < rows;)
                        {
                            var height = WalkTiles<TSimd, TVector, T, AdjacentRows>.Height(rows - row);
                            WalkTiles<TSimd, TVector, T, AdjacentRows>.Run(height, walk, a + row,
                                b + (long)p.Places[tap] * p.Columns + column,
                                sums + (tap - firstTap) * pitch + row * padded + column, padded, true);
                            row += height;
                        }
            }

        for (var tap = firstTap; tap < lastTap; tap++)
            for (var row = 0; row < rows; row++)
            {
                var from = sums + (tap - firstTap) * pitch + row * padded;
                var to = dw + (long)(group * p.Shape.Outputs + firstRow + row) * p.Channels * p.Places.Length + tap;
                for (var c = 0; c < p.Channels; c++) to[c * p.Places.Length] = from[c];
            }
    }

    // For each position what its taps read of each channel: [N, position, G·C·taps].
    private static void FillColumns(ConvolutionShape s, T* x, T* columns)
    {
        var depth = s.Groups * s.Inputs * s.Taps;
        new Span<T>(columns + (long)s.Batch * s.OutputArea * depth, StagedImages<T>.Slack).Clear();
        Parallel.For(s.Batch * s.Output[0] * s.Output[1], 1, (start, end) =>
        {
            for (var line = start; line < end; line++)
            {
                var (plane, y) = Math.DivRem(line, s.Output[1]);
                var (image, z) = Math.DivRem(plane, s.Output[0]);
                var to = columns + (long)line * s.Output[2] * depth;
                for (var c = 0; c < s.Groups * s.Inputs; c++)
                {
                    var from = x + ((long)image * s.Groups * s.Inputs + c) * s.InputArea;
                    for (var tap = 0; tap < s.Taps; tap++) FillTap(s, tap, z, y, from, to++, depth);
                }
            }
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FillTap(ConvolutionShape s, int tap, int z, int y, T* from, T* to, int depth)
    {
        var (kz, ky, kx) = (tap / s.Kernel[2] / s.Kernel[1], tap / s.Kernel[2] % s.Kernel[1], tap % s.Kernel[2]);
        var (sz, sy) = (z * s.Stride[0] + kz * s.Dilation[0] - s.Padding[0],
            y * s.Stride[1] + ky * s.Dilation[1] - s.Padding[1]);
        var width = (uint)sz < (uint)s.Input[0] && (uint)sy < (uint)s.Input[1] ? s.Input[2] : 0;
        from += ((long)sz * s.Input[1] + sy) * s.Input[2];
        var (sx, step, count) = (kx * s.Dilation[2] - s.Padding[2], s.Stride[2], s.Output[2]);
        for (var i = 0; i < count; i++, sx += step, to += depth) *to = (uint)sx < (uint)width ? from[sx] : T.Zero;
    }

    /// <param name="Shape">The convolution.</param>
    /// <param name="Places">Each tap's distance in positions.</param>
    /// <param name="Channels">Columns of dw for a tap, in a group.</param>
    /// <param name="Columns">Channels of a position of the staged x.</param>
    /// <param name="Rows">Channels of a position of the staged dy.</param>
    /// <param name="Image">Elements of an image of the staged x.</param>
    /// <param name="Grid">The positions.</param>
    /// <param name="Planes">A plane of the staged x.</param>
    private sealed record Plan(
        ConvolutionShape Shape, int[] Places, int Channels, int Columns, int Rows, long Image,
        int[] Grid, int[] Planes);
}
