using static TorchSharp.torch;

namespace Benchmarks.Peers;

/// <summary>
/// A thousand chained adds of four-element tensors, with and without backward. The peer is eager_add.py.
/// </summary>
internal static class EagerAddWorkload
{
    private const int Operations = 1000;

    public static void Run()
    {
        var x = ones(4, requires_grad: true);

        Tensor Forward()
        {
            var y = x;
            for (var i = 0; i < Operations; i++) y = y + x;
            return y;
        }

        void Plain()
        {
            using var mode = no_grad();
            Forward();
        }

        void Both()
        {
            x.grad = null;
            Forward().sum().backward();
        }

        foreach (var (name, step) in new (string, Action)[]
            {
                ("eager_add_no_grad", Plain),
                ("eager_add_forward", () => Forward()),
                ("eager_add_forward_backward", Both)
            })
        {
            var times = PeerRun.Measure(step);
            PeerRun.Report(name, PeerRun.Median(times) / Operations * 1e6, "us/op", times);
        }
    }
}
