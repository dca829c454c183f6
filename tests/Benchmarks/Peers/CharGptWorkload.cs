using System.Diagnostics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Peers;

/// <summary>
/// Train steps of a character-level GPT: tokens per second. The peers are chargpt_small.py and chargpt_medium.py.
/// </summary>
internal static class CharGptWorkload
{
    public static void Run(string name, CharGptSizes sizes)
    {
        using var model = Seeded(sizes);
        var losses = new List<double>();
        var step = Training(model, sizes, losses);
        var times = PeerRun.Measure(() =>
        {
            using var scope = NewDisposeScope();
            step();
        });
        var count = model.parameters().Sum(parameter => parameter.numel());
        PeerRun.Report(name, sizes.Batch * sizes.Block / PeerRun.Median(times), "tokens/s", times,
            $"params={count} {PeerRun.Losses(losses)}");
    }

    /// <summary>The most memory the process held after 10 and after 1,000 steps that dispose of nothing.</summary>
    public static void RunMemory(string name, CharGptSizes sizes)
    {
        using var model = Seeded(sizes);
        var step = Training(model, sizes, []);
        var times = new List<double>();
        foreach (var steps in new[] { 10, 1000 })
        {
            while (times.Count < steps)
            {
                var begin = Stopwatch.GetTimestamp();
                step();
                times.Add(Stopwatch.GetElapsedTime(begin).TotalSeconds);
            }
            using var process = Process.GetCurrentProcess();
            PeerRun.Report($"{name}_{steps}", process.PeakWorkingSet64 / 1e6, "MB", [.. times.Order()]);
        }
    }

    private static CharGpt Seeded(CharGptSizes sizes)
    {
        manual_seed(1337);
        return new CharGpt(sizes);
    }

    private static Action Training(CharGpt model, CharGptSizes sizes, List<double> losses)
    {
        var optimizer = optim.AdamW(
            model.parameters(), lr: 1e-3, beta1: 0.9, beta2: 0.99, eps: 1e-8, weight_decay: 0.1);
        var x = randint(0, sizes.Vocabulary, [sizes.Batch, sizes.Block]);
        var y = randint(0, sizes.Vocabulary, [sizes.Batch, sizes.Block]);
        return () =>
        {
            optimizer.zero_grad();
            var loss = functional.cross_entropy(model.call(x).view(-1, sizes.Vocabulary), y.view(-1));
            loss.backward();
            nn.utils.clip_grad_norm_(model.parameters(), 1.0);
            optimizer.step();
            losses.Add(loss.item<float>());
        };
    }
}
