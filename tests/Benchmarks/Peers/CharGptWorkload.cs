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
        manual_seed(1337);
        var model = new CharGpt(sizes);
        var optimizer = optim.AdamW(
            model.parameters(), lr: 1e-3, beta1: 0.9, beta2: 0.99, eps: 1e-8, weight_decay: 0.1);
        var x = randint(0, sizes.Vocabulary, [sizes.Batch, sizes.Block]);
        var y = randint(0, sizes.Vocabulary, [sizes.Batch, sizes.Block]);
        var losses = new List<double>();

        var times = PeerRun.Measure(() =>
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = functional.cross_entropy(model.call(x).view(-1, sizes.Vocabulary), y.view(-1));
            loss.backward();
            utils.clip_grad_norm_(model.parameters(), 1.0);
            optimizer.step();
            losses.Add(loss.item<float>());
        });

        var count = model.parameters().Sum(parameter => parameter.numel());
        var first = string.Join(", ", losses.Take(4).Select(loss => FormattableString.Invariant($"{loss:f5}")));
        PeerRun.Report(name, sizes.Batch * sizes.Block / PeerRun.Median(times), "tokens/s", times,
            $"params={count} losses=[{first}]");
    }
}
