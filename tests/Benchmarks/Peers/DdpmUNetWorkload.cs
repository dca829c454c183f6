using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Benchmarks.Peers;

/// <summary>Train steps of a two-level denoising U-Net: milliseconds a step. The peer is ddpm_unet.py.</summary>
internal static class DdpmUNetWorkload
{
    private const int Batch = 32, Steps = 1000;

    public static void Run()
    {
        manual_seed(1337);
        var model = new DdpmUNet();
        var optimizer = optim.Adam(model.parameters(), lr: 2e-4);
        var alphaBar = cumprod(1.0 - linspace(1e-4, 0.02, Steps), dim: 0);
        var x0 = randn(Batch, 1, 28, 28);
        var losses = new List<double>();

        var times = PeerRun.Measure(() =>
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var t = randint(0, Steps, [Batch]);
            var noise = randn(Batch, 1, 28, 28);
            var ab = alphaBar.index_select(0, t).view(-1, 1, 1, 1);
            var xt = ab.sqrt() * x0 + (1.0 - ab).sqrt() * noise;
            var loss = F.mse_loss(model.call(xt, t), noise);
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        });

        var count = model.parameters().Sum(parameter => parameter.numel());
        PeerRun.Report("ddpm_unet_train", PeerRun.Median(times) * 1e3, "ms/step", times,
            $"params={count} {PeerRun.Losses(losses)}");
    }
}
