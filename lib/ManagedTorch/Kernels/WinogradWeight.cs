using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>The gradient of a 3x3 weight by Winograd's F(4x4, 3x3): dw = Gᵀ [Σ (A dy Aᵀ) ⊗ (Bᵀ x B)] G.</summary>
/// <remarks>
/// The sum over the tiles is cut into a fixed number of parts, which threads share and which are added in order: the
/// number of threads shows in no bit.
/// </remarks>
internal static unsafe class WinogradWeight<TSimd, TVector, T>
    where TSimd : struct, IGemmSimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int MostParts = 8;

    private static int Lanes => TSimd.Width;

    private static int Panel => 2 * TSimd.Width;

    /// <param name="p">The plan of the convolution.</param>
    /// <param name="x">[N, C, source].</param>
    /// <param name="dy">[N, O, target].</param>
    /// <param name="dw">[O, C, 3, 3].</param>
    public static void Run(WinogradPlan p, T* x, T* dy, T* dw)
    {
        var (parts, size) = (Math.Min(MostParts, p.Blocks), p.Targets * p.Channels * 9);
        using var rented = new RentedArray<T>((long)parts * size);
        fixed (T* memory = rented.Array)
        {
            var sums = RentedArray<T>.Aligned(memory);
            Parallel.For(parts, 1, (start, end) =>
            {
                for (var i = start; i < end; i++)
                    Part(p, i * p.Blocks / parts, (i + 1) * p.Blocks / parts, x, dy, sums + (long)i * size);
            });
            Parallel.For(size, 4096, (start, end) =>
            {
                new ReadOnlySpan<T>(sums + start, end - start).CopyTo(new Span<T>(dw + start, end - start));
                for (var i = 1; i < parts; i++)
                    Rows.Add(new ReadOnlySpan<T>(sums + (long)i * size + start, end - start),
                        new Span<T>(dw + start, end - start));
            });
        }
    }

    private static void Part(WinogradPlan p, int firstBlock, int lastBlock, T* x, T* dy, T* dw)
    {
        var (channels, targets) = (Up(p.Channels, Lanes) * Lanes, Up(p.Targets, Lanes) * Lanes);
        var (width, columns) = (Up(p.Channels, Panel) * Panel, 4 * p.StripTiles + 2);
        var (vPoint, dPoint) = ((nint)channels * p.BlockTiles, (nint)targets * p.BlockTiles);
        var uPoint = (nint)(p.Targets + 11) / 12 * 12 * width;
        var strips = 6 * columns * Math.Max(channels, targets);
        // The tiles read up to a tile of the product past the last position.
        GemmWorkspace<T>.Get((int)(WinogradPlan.Points * (vPoint + dPoint + uPoint)) + 2 * StagedImages<T>.Slack,
            strips + 6 * columns * Lanes, out var v, out var strip);
        var d = v + WinogradPlan.Points * vPoint + StagedImages<T>.Slack;
        var u = d + WinogradPlan.Points * dPoint + StagedImages<T>.Slack;
        var spare = strip + strips;
        new Span<T>(v, (int)(u - v)).Clear();
        new Span<T>(u, (int)(WinogradPlan.Points * uPoint)).Clear();
        new Span<T>(strip, strips).Clear();
        var xPlaces = WinogradStrips<T>.Places(columns, channels);
        var dyPlaces = WinogradStrips<T>.Places(columns, targets);
        for (var block = firstBlock; block < lastBlock; block++)
        {
            var (first, last) = (block * p.BlockStrips, Math.Min(p.Strips, (block + 1) * p.BlockStrips));
            for (var s = first; s < last; s++)
                TransformInput(p, s, x, strip, xPlaces, spare, v + (nint)(s - first) * p.StripTiles * channels, vPoint);
            for (var s = first; s < last; s++)
                TransformGradient(p, s, dy, strip, dyPlaces, d + (nint)(s - first) * p.StripTiles * targets, dPoint);
            Multiply(p, (last - first) * p.StripTiles, v, vPoint, d, dPoint, u, uPoint);
        }
        Restore(p, u, uPoint, width, dw);
    }

    // v is [point, tile, channels].
    private static void TransformInput(
        WinogradPlan p, int index, T* x, T* strip, long[] places, T* spare, T* v, nint point)
    {
        var ((image, top, left), columns) = (p.Strip(index), 4 * p.StripTiles + 2);
        var channels = Up(p.Channels, Lanes) * Lanes;
        WinogradStrips<T>.Read(x + (long)image * p.Channels * p.SourceHeight * p.SourceWidth, p.Channels,
            p.SourceHeight, p.SourceWidth, top - p.Top, left - p.Left, 6, columns, strip, channels, places);
        for (var c = 0; c < channels; c += Lanes)
            WinogradTransform<TSimd, TVector, T>.Input(
                strip + c, columns * channels, channels, columns, spare, v + c, point, channels);
    }

    // d is [point, tile, targets].
    private static void TransformGradient(
        WinogradPlan p, int index, T* dy, T* strip, long[] places, T* d, nint point)
    {
        var ((image, top, left), columns) = (p.Strip(index), 4 * p.StripTiles);
        var targets = Up(p.Targets, Lanes) * Lanes;
        WinogradStrips<T>.Read(dy + (long)image * p.Targets * p.Height * p.Width, p.Targets, p.Height, p.Width,
            top, left, 4, columns, strip, targets, places);
        for (var tile = 0; tile < p.StripTiles; tile++)
            for (var o = 0; o < targets; o += Lanes)
                WinogradTransform<TSimd, TVector, T>.Gradient(strip + (nint)4 * tile * targets + o,
                    columns * targets, targets, d + (nint)tile * targets + o, point);
    }

    // u is [point, targets, channels].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(WinogradPlan p, int tiles, T* v, nint vPoint, T* d, nint dPoint, T* u, nint uPoint)
    {
        var (channels, targets) = (Up(p.Channels, Lanes) * Lanes, Up(p.Targets, Lanes) * Lanes);
        var width = Up(p.Channels, Panel) * Panel;
        var walk = new GemmWalk(1, tiles, targets, 0, channels, 0);
        for (var point = 0; point < WinogradPlan.Points; point++, v += vPoint, d += dPoint, u += uPoint)
            for (var column = 0; column < width; column += Panel)
                for (var row = 0; row < p.Targets;)
                {
                    var height = WalkTiles<TSimd, TVector, T, AdjacentRows>.Height(p.Targets - row);
                    WalkTiles<TSimd, TVector, T, AdjacentRows>.Run(
                        height, walk, d + row, v + column, u + row * width + column, width, true);
                    row += height;
                }
    }

    private static void Restore(WinogradPlan p, T* u, nint point, int width, T* dw)
    {
        var taps = stackalloc T[9 * Lanes];
        for (var o = 0; o < p.Targets; o++)
            for (var c = 0; c < p.Channels; c += Lanes)
            {
                WinogradTransform<TSimd, TVector, T>.WeightGradient(u + (nint)o * width + c, point, taps);
                var to = dw + ((long)o * p.Channels + c) * 9;
                for (var i = 0; i < Math.Min(Lanes, p.Channels - c); i++)
                    for (var k = 0; k < 9; k++) to[i * 9 + k] = taps[k * Lanes + i];
            }
    }

    private static int Up(int length, int step) => (length + step - 1) / step;
}
