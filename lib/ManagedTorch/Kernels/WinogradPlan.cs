namespace TorchSharp.Kernels;

/// <summary>
/// How a 3x3 convolution of stride 1 is cut for Winograd's F(4x4, 3x3): tiles of 4x4 results, each from 6x6 elements.
/// Tiles side by side are a strip, and strips of all images in turn are a block.
/// </summary>
internal sealed class WinogradPlan
{
    /// <summary>Elements of a transformed tile.</summary>
    public const int Points = 36;

    private const int MostTiles = 48;

    private WinogradPlan(ConvolutionShape s, int rows, bool transposed)
    {
        (Batch, Transposed) = (s.Batch, transposed);
        (Channels, Targets) = transposed ? (s.Outputs, s.Inputs) : (s.Inputs, s.Outputs);
        var (source, target) = transposed ? (s.Output, s.Input) : (s.Input, s.Output);
        (SourceHeight, SourceWidth, Height, Width) = (source[1], source[2], target[1], target[2]);
        (Top, Left) = transposed ? (2 - s.Padding[1], 2 - s.Padding[2]) : (s.Padding[1], s.Padding[2]);

        StripsDown = Up(Height, 4);
        StripsAcross = Up(Up(Width, 4), MostTiles);
        StripTiles = Up(Up(Width, 4), StripsAcross);
        Strips = Batch * StripsDown * StripsAcross;
        BlockStrips = Fit(rows);
        Blocks = Up(Strips, BlockStrips);
        BlockTiles = Up(BlockStrips * StripTiles, rows) * rows;
    }

    public int Batch { get; }

    /// <summary>Whether it is the transpose: of y, with the kernel turned around.</summary>
    public bool Transposed { get; }

    /// <summary>Channels of what is read and of what is written.</summary>
    public int Channels { get; }

    public int Targets { get; }

    public int SourceHeight { get; }

    public int SourceWidth { get; }

    public int Height { get; }

    public int Width { get; }

    /// <summary>Zeros above and left of what is read.</summary>
    public int Top { get; }

    public int Left { get; }

    public int StripsDown { get; }

    public int StripsAcross { get; }

    public int StripTiles { get; }

    public int Strips { get; }

    public int BlockStrips { get; }

    public int Blocks { get; }

    /// <summary>Tiles of a block, rounded up to whole tiles of the matrix product.</summary>
    public int BlockTiles { get; }

    /// <summary>
    /// The plan, or null where another way is faster: other kernels, few channels, or images that tiles of four fill
    /// badly.
    /// </summary>
    /// <param name="s">The convolution.</param>
    /// <param name="rows">Rows of a tile of the matrix product.</param>
    /// <param name="transposed">Whether x is computed from y.</param>
    public static WinogradPlan? For(ConvolutionShape s, int rows, bool transposed)
    {
        const int leastChannels = 16, leastTiles = 32, mostPairs = 512 * 512;
        if (s.Groups != 1 || s.Inputs < leastChannels || s.Outputs < leastChannels) return null;
        if ((long)s.Inputs * s.Outputs > mostPairs) return null;     // their 36 points each would fill the memory
        if (s.Kernel is not [1, 3, 3] || s.Input[0] != 1 || s.Stride is not [_, 1, 1] || s.Dilation is not [_, 1, 1])
            return null;
        if (s.Padding is not [0, <= 2, <= 2]) return null;
        var target = transposed ? s.Input : s.Output;
        var tiles = (long)Up(target[1], 4) * Up(target[2], 4);
        // Products that are saved must outweigh the transforms: at least nine of twenty.
        if (s.Batch * tiles < leastTiles || 20 * 36 * tiles > 11 * 9L * target[1] * target[2]) return null;
        return new WinogradPlan(s, rows, transposed);
    }

    /// <summary>The image, first row and first column of a strip's results.</summary>
    public (int Image, int Y, int X) Strip(int index)
    {
        var (line, across) = Math.DivRem(index, StripsAcross);
        var (image, down) = Math.DivRem(line, StripsDown);
        return (image, 4 * down, 4 * StripTiles * across);
    }

    // As many strips as fill the rows of the matrix product best, and leave blocks for every core.
    private int Fit(int rows)
    {
        var (best, fill) = (1, 0.0);
        for (var n = 1; n <= Math.Min(MostTiles / StripTiles, Math.Max(1, Strips / 8)); n++)
        {
            var filled = (double)n * StripTiles / (Up(n * StripTiles, rows) * rows);
            if (filled >= fill) (best, fill) = (n, filled);
        }
        return best;
    }

    private static int Up(int length, int step) => (length + step - 1) / step;
}
