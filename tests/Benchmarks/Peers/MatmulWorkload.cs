using static TorchSharp.torch;

namespace Benchmarks.Peers;

/// <summary>Square float32 matrix products: GFLOP/s. The peer is matmul.py.</summary>
internal static class MatmulWorkload
{
    public static void Run()
    {
        manual_seed(1337);
        foreach (var n in new[] { 512, 1024, 2048 })
        {
            var (a, b) = (randn(n, n), randn(n, n));
            var times = PeerRun.Measure(() => matmul(a, b).Dispose());
            var work = 2.0 * n * n * n / 1e9;
            PeerRun.Report(
                $"matmul_{n}", work / PeerRun.Median(times), "GFLOP/s", times,
                FormattableString.Invariant($"best={work / times[0]:f1} GFLOP/s"));
        }
    }
}
