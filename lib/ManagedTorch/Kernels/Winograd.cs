using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// A 3x3 convolution of stride 1 by Winograd's F(4x4, 3x3): a quarter of the multiplications, as 36 matrix products.
/// </summary>
/// <remarks>
/// Float32 results differ from the direct sum by about 1e-5 of the largest one. A block of tiles is transformed,
/// multiplied and transformed back while it is in the cache; threads share the blocks, which they do not change.
/// </remarks>
internal static unsafe class Winograd<TSimd, TVector, T>
    where TSimd : struct, IGemmSimd<TVector, T>
    where TVector : struct
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static int Lanes => TSimd.Width;

    private static int Panel => 2 * TSimd.Width;

    /// <param name="p">The plan.</param>
    /// <param name="source">[N, channels, source].</param>
    /// <param name="weight">w of the convolution, [O, C, 3, 3].</param>
    /// <param name="bias">One summand a target channel, or null.</param>
    /// <param name="target">[N, targets, target].</param>
    public static void Run(WinogradPlan p, T* source, T* weight, T* bias, T* target)
    {
        var (depth, panels) = (Up(p.Channels, Lanes) * Lanes, Up(p.Targets, Panel));
        var point = (long)panels * depth * Panel;
        using var rented = new RentedArray<T>(WinogradPlan.Points * point + panels * Panel);
        fixed (T* memory = rented.Array)
        {
            var u = RentedArray<T>.Aligned(memory);
            var summands = bias is null ? null : u + WinogradPlan.Points * point;
            for (var o = 0; bias is not null && o < panels * Panel; o++) summands[o] = o < p.Targets ? bias[o] : T.Zero;
            Parallel.For(panels * depth, 8, (start, end) =>
            {
                for (var i = start; i < end; i++)
                    Weights(p, i / depth * Panel, i % depth, weight, u + (long)i * Panel, (nint)point);
            });
            Parallel.For(p.Blocks, 1, (start, end) => Blocks(p, start, end, source, u, (nint)point, summands, target));
        }
    }

    // The points of a panel of target channels and one source channel.
    private static void Weights(WinogradPlan p, int first, int channel, T* weight, T* u, nint point)
    {
        var taps = stackalloc T[9 * Panel];
        new Span<T>(taps, 9 * Panel).Clear();
        var targets = channel < p.Channels ? Math.Min(Panel, p.Targets - first) : 0;
        for (var o = 0; o < targets; o++)
        {
            // The transpose reads w[source, target] turned around.
            var w = weight + 9 * (p.Transposed
                ? (long)channel * p.Targets + first + o : (long)(first + o) * p.Channels + channel);
            var to = taps + o / Lanes * 9 * Lanes + o % Lanes;
            for (var k = 0; k < 9; k++) to[k * Lanes] = w[p.Transposed ? 8 - k : k];
        }
        for (var half = 0; half < 2; half++)
            WinogradTransform<TSimd, TVector, T>.Weight(taps + half * 9 * Lanes, u + half * Lanes, point);
    }

    private static void Blocks(
        WinogradPlan p, int start, int end, T* source, T* u, nint uPoint, T* bias, T* target)
    {
        var (depth, columns) = (Up(p.Channels, Lanes) * Lanes, 4 * p.StripTiles + 2);
        var (vPoint, mPoint) = ((nint)depth * p.BlockTiles, (nint)Panel * p.BlockTiles);
        var places = WinogradStrips<T>.Places(columns, depth);
        GemmWorkspace<T>.Get((int)(WinogradPlan.Points * (vPoint + mPoint)),
            6 * columns * (depth + Lanes) + 16 * p.StripTiles * Panel, out var v, out var strip);
        T* m = v + WinogradPlan.Points * vPoint, spare = strip + 6 * columns * depth;
        var results = spare + 6 * columns * Lanes;
        new Span<T>(strip, 6 * columns * depth).Clear();
        for (var block = start; block < end; block++)
        {
            var (first, last) = (block * p.BlockStrips, Math.Min(p.Strips, (block + 1) * p.BlockStrips));
            for (var s = first; s < last; s++)
                Transform(p, s, source, strip, places, spare, v + (s - first) * p.StripTiles * Lanes, vPoint);
            for (var panel = 0; panel * Panel < p.Targets; panel++)
            {
                Multiply(p, v, vPoint, u + (long)panel * depth * Panel, uPoint, m, mPoint);
                for (var s = first; s < last; s++)
                    Restore(p, s, m + (s - first) * p.StripTiles * Panel, mPoint, panel * Panel, results, bias, target);
            }
        }
    }

    // v is [point, channels / lanes, tile, lanes].
    private static void Transform(
        WinogradPlan p, int index, T* source, T* strip, long[] places, T* spare, T* v, nint point)
    {
        var ((image, y, x), columns) = (p.Strip(index), 4 * p.StripTiles + 2);
        var depth = Up(p.Channels, Lanes) * Lanes;
        WinogradStrips<T>.Read(source + (long)image * p.Channels * p.SourceHeight * p.SourceWidth, p.Channels,
            p.SourceHeight, p.SourceWidth, y - p.Top, x - p.Left, 6, columns, strip, depth, places);
        for (var c = 0; c < depth; c += Lanes)
            WinogradTransform<TSimd, TVector, T>.Input(
                strip + c, columns * depth, depth, columns, spare, v + (nint)c * p.BlockTiles, point, Lanes);
    }

    // m is [point, tile, panel].
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(WinogradPlan p, T* v, nint vPoint, T* u, nint uPoint, T* m, nint mPoint)
    {
        var walk = new GemmWalk(Up(p.Channels, Lanes), Lanes, 1, (nint)(p.BlockTiles - 1) * Lanes, Panel, 0);
        for (var point = 0; point < WinogradPlan.Points; point++, v += vPoint, u += uPoint, m += mPoint)
            for (var tile = 0; tile < p.BlockTiles; tile += TSimd.Rows)
                WalkTiles<TSimd, TVector, T, StripRows<TSimd, TVector, T>>.Run(
                    TSimd.Rows, walk, v + tile * Lanes, u, m + tile * Panel, Panel, false);
    }

    private static void Restore(
        WinogradPlan p, int index, T* m, nint point, int first, T* results, T* bias, T* target)
    {
        var (image, y, x) = p.Strip(index);
        var row = 4 * p.StripTiles * Panel;
        for (var tile = 0; tile < p.StripTiles; tile++)
            for (var half = 0; half < Panel; half += Lanes)
                WinogradTransform<TSimd, TVector, T>.Output(m + tile * Panel + half, point,
                    bias is null ? null : bias + first + half, results + 4 * tile * Panel + half, row, Panel);
        var area = (nint)p.Height * p.Width;
        target += ((long)image * p.Targets + first) * area + y * p.Width + x;
        for (var i = 0; i < Math.Min(4, p.Height - y); i++)
            WinogradStrips<T>.Write(results + i * row, Panel, Math.Min(Panel, p.Targets - first),
                Math.Min(4 * p.StripTiles, p.Width - x), target + i * p.Width, area);
    }

    private static int Up(int length, int step) => (length + step - 1) / step;
}
