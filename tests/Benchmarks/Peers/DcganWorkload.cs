using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Benchmarks.Peers;

/// <summary>
/// A discriminator step and a generator step of a 32x32 DCGAN: milliseconds for both. The peer is dcgan.py.
/// </summary>
internal static class DcganWorkload
{
    private const int Batch = 64, Noise = 100, Width = 64, Channels = 3;

    public static void Run()
    {
        manual_seed(1337);
        var (g, d) = (Generator(), Discriminator());
        var generatorOptimizer = optim.Adam(g.parameters(), lr: 2e-4, beta1: 0.5, beta2: 0.999);
        var discriminatorOptimizer = optim.Adam(d.parameters(), lr: 2e-4, beta1: 0.5, beta2: 0.999);
        var real = randn(Batch, Channels, 32, 32);
        var z = randn(Batch, Noise, 1, 1);
        var (yes, no) = (ones(Batch), zeros(Batch));
        var losses = new List<double>();

        var times = PeerRun.Measure(() =>
        {
            using var scope = NewDisposeScope();
            discriminatorOptimizer.zero_grad();
            var fake = g.call(z);
            var discriminatorLoss = F.binary_cross_entropy_with_logits(d.call(real), yes)
                + F.binary_cross_entropy_with_logits(d.call(fake.detach()), no);
            discriminatorLoss.backward();
            discriminatorOptimizer.step();
            generatorOptimizer.zero_grad();
            var generatorLoss = F.binary_cross_entropy_with_logits(d.call(fake), yes);
            generatorLoss.backward();
            generatorOptimizer.step();
            losses.Add(discriminatorLoss.item<float>());
            losses.Add(generatorLoss.item<float>());
        });

        PeerRun.Report("dcgan_train", PeerRun.Median(times) * 1e3, "ms/step", times,
            PeerRun.Losses(losses, 6));
    }

    private static Sequential Generator() => Sequential(
        ConvTranspose2d(Noise, Width * 4, 4, 1, 0, bias: false), BatchNorm2d(Width * 4), ReLU(),
        ConvTranspose2d(Width * 4, Width * 2, 4, 2, 1, bias: false), BatchNorm2d(Width * 2), ReLU(),
        ConvTranspose2d(Width * 2, Width, 4, 2, 1, bias: false), BatchNorm2d(Width), ReLU(),
        ConvTranspose2d(Width, Channels, 4, 2, 1, bias: false), Tanh());

    private static Sequential Discriminator() => Sequential(
        Conv2d(Channels, Width, 4, 2, 1, bias: false), LeakyReLU(0.2),
        Conv2d(Width, Width * 2, 4, 2, 1, bias: false), BatchNorm2d(Width * 2), LeakyReLU(0.2),
        Conv2d(Width * 2, Width * 4, 4, 2, 1, bias: false), BatchNorm2d(Width * 4), LeakyReLU(0.2),
        Conv2d(Width * 4, 1, 4, 1, 0, bias: false), Flatten(0));
}
