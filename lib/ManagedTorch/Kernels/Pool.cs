using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The mean of each window of [planes, depth, height, width], and its gradient.</summary>
/// <param name="d">The windows of the depth.</param>
/// <param name="h">The windows of the height.</param>
/// <param name="w">The windows of the width.</param>
/// <param name="dimensions">How many of the last dimensions are pooled.</param>
/// <param name="divisor">What every sum is divided by, or 0 for the size of its window.</param>
internal sealed class Pool(PoolWindows d, PoolWindows h, PoolWindows w, int dimensions, long divisor)
{
    public int Dimensions => dimensions;

    private int Inputs => d.Inputs * h.Inputs * w.Inputs;

    private int Outputs => d.Outputs * h.Outputs * w.Outputs;

    /// <summary>Planes that are worth a thread of their own.</summary>
    public static int Grain(int inputs) => Math.Max(1, 16 * 1024 / Math.Max(1, inputs));

    public void Forward<T>(int planes, T[] x, int xOffset, T[] y, int yOffset) where T : unmanaged, INumber<T> =>
        Parallel.For(planes, Grain(Inputs), (start, end) =>
        {
            for (var p = start; p < end; p++)
                Means<T>(x.AsSpan(xOffset + p * Inputs, Inputs), y.AsSpan(yOffset + p * Outputs, Outputs));
        });

    public void Backward<T>(int planes, T[] dy, int dyOffset, T[] dx, int dxOffset) where T : unmanaged, INumber<T> =>
        Parallel.For(planes, Grain(Inputs), (start, end) =>
        {
            for (var p = start; p < end; p++)
                Shares<T>(dy.AsSpan(dyOffset + p * Outputs, Outputs), dx.AsSpan(dxOffset + p * Inputs, Inputs));
        });

    private void Means<T>(ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, INumber<T>
    {
        var o = 0;
        for (var k = 0; k < d.Outputs; k++)
            for (var i = 0; i < h.Outputs; i++)
                for (var j = 0; j < w.Outputs; j++)
                {
                    var sum = T.Zero;
                    for (var z = d.Start[k]; z < d.End[k]; z++)
                        for (var r = h.Start[i]; r < h.End[i]; r++)
                        {
                            var row = x[((z * h.Inputs + r) * w.Inputs + w.Start[j])..][..Width(j)];
                            if (row.Length >= 16) sum += Lanes.Sum(row);
                            else foreach (var value in row) sum += value;
                        }
                    y[o++] = sum / T.CreateTruncating(Divisor(k, i, j));
                }
    }

    private void Shares<T>(ReadOnlySpan<T> dy, Span<T> dx) where T : unmanaged, INumber<T>
    {
        dx.Clear();
        var o = 0;
        for (var k = 0; k < d.Outputs; k++)
            for (var i = 0; i < h.Outputs; i++)
                for (var j = 0; j < w.Outputs; j++)
                {
                    var share = dy[o++] / T.CreateTruncating(Divisor(k, i, j));
                    for (var z = d.Start[k]; z < d.End[k]; z++)
                        for (var r = h.Start[i]; r < h.End[i]; r++)
                            foreach (ref var slope in
                                dx[((z * h.Inputs + r) * w.Inputs + w.Start[j])..][..Width(j)]) slope += share;
                }
    }

    private int Width(int j) => Math.Max(0, w.End[j] - w.Start[j]);

    private long Divisor(int k, int i, int j) =>
        divisor != 0 ? divisor : (long)d.Counted[k] * h.Counted[i] * w.Counted[j];
}
