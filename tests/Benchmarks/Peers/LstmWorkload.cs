using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Benchmarks.Peers;

/// <summary>Train steps of a one-layer LSTM sequence model: milliseconds. The peer is lstm.py, line for line.</summary>
internal static class LstmWorkload
{
    private const int Seq = 64, Batch = 32, Input = 128, Hidden = 256, Classes = 65;

    public static void Run()
    {
        manual_seed(1337);
        var model = new Net();
        var optimizer = optim.Adam(model.parameters(), lr: 1e-3);
        var x = randn(Seq, Batch, Input);
        var y = randint(0, Classes, [Seq * Batch]);
        var losses = new List<double>();

        var times = PeerRun.Measure(() =>
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var loss = functional.cross_entropy(model.call(x).view(-1, Classes), y);
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        });

        var first = string.Join(", ", losses.Take(4).Select(loss => FormattableString.Invariant($"{loss:f5}")));
        PeerRun.Report("lstm_train", PeerRun.Median(times) * 1e3, "ms/step", times, $"losses=[{first}]");
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly LSTM rnn;
        private readonly Linear head;

        public Net() : base(nameof(Net))
        {
            rnn = LSTM(Input, Hidden);
            head = Linear(Hidden, Classes);
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => head.call(rnn.call(x).Item1);
    }
}
