using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Benchmarks.Peers;

/// <summary>Train steps of a small convolutional classifier: milliseconds a step. The peer is mnist_cnn.py.</summary>
internal static class MnistCnnWorkload
{
    private const int Batch = 64;

    public static void Run()
    {
        manual_seed(1337);
        var model = new Cnn();
        var optimizer = optim.Adam(model.parameters(), lr: 1e-3);
        var x = randn(Batch, 1, 28, 28);
        var y = randint(0, 10, [Batch]);
        var losses = new List<double>();

        var times = PeerRun.Measure(() =>
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = F.cross_entropy(model.call(x), y);
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        });

        PeerRun.Report("mnist_cnn_train", PeerRun.Median(times) * 1e3, "ms/step", times,
            PeerRun.Losses(losses));
    }

    private sealed class Cnn : Module<Tensor, Tensor>
    {
        private readonly Conv2d conv1, conv2;
        private readonly Linear fc1, fc2;

        public Cnn() : base(nameof(Cnn))
        {
            conv1 = Conv2d(1, 32, 3);
            conv2 = Conv2d(32, 64, 3);
            fc1 = Linear(64 * 12 * 12, 128);
            fc2 = Linear(128, 10);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x)
        {
            x = F.relu(conv1.call(x));
            x = F.max_pool2d(F.relu(conv2.call(x)), 2);
            return fc2.call(F.relu(fc1.call(flatten(x, 1))));
        }
    }
}
