using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>How to make and run the module of a case.</summary>
internal static class ModuleCases
{
    private static readonly Dictionary<string, Func<FixtureCase, (nn.Module, Func<Tensor[], Tensor[]>)>> Modules = new()
    {
        ["RNN"] = c => Run(nn.RNN(3, 4, c.Int("layers"), batchFirst: c.Flag("batch_first"),
            bidirectional: c.Flag("bidirectional"))),
        ["LSTM"] = c => Run(nn.LSTM(3, 4, c.Int("layers"), batchFirst: c.Flag("batch_first"),
            bidirectional: c.Flag("bidirectional"))),
        ["GRU"] = c => Run(nn.GRU(3, 4, c.Int("layers"), batchFirst: c.Flag("batch_first"),
            bidirectional: c.Flag("bidirectional"))),
        ["RNNCell"] = _ => Two(nn.RNNCell(3, 4)),
        ["GRUCell"] = _ => Two(nn.GRUCell(3, 4)),
        ["LSTMCell"] = _ => Run(nn.LSTMCell(3, 4)),
        ["BatchNorm1d"] = _ => One(nn.BatchNorm1d(3)),
        ["BatchNorm2d"] = _ => One(nn.BatchNorm2d(3)),
        ["PReLU"] = _ => One(nn.PReLU(3)),
        ["Bilinear"] = _ => Two(nn.Bilinear(3, 4, 2)),
        ["MultiheadAttention"] = c =>
        {
            var module = nn.MultiheadAttention(c.Int("embed_dim"), c.Int("heads"));
            return (module, x => Both(module.call(x[0], x[0], x[0])));
        },
        ["MultiheadAttention_causal"] = c =>
        {
            var module = nn.MultiheadAttention(c.Int("embed_dim"), c.Int("heads"));
            return (module, x => [module.call(x[0], x[0], x[0], null, false, Future(5)).Item1]);
        },
        ["MultiheadAttention_single"] = _ =>
        {
            var module = nn.MultiheadAttention(6, 3);
            return (module, x => Both(module.call(x[0], x[1], x[1])));
        },
        ["MultiheadAttention_masked"] = MaskedAttention,
        ["TransformerEncoderLayer"] = c => One(nn.TransformerEncoderLayer(
            c.Int("d_model"), c.Int("nhead"), c.Int("dim_feedforward"), 0)),
        ["TransformerDecoderLayer"] = c =>
        {
            var module = nn.TransformerDecoderLayer(c.Int("d_model"), c.Int("nhead"), c.Int("dim_feedforward"), 0);
            return (module, x => [module.call(x[0], x[1])]);
        },
        ["Transformer"] = c =>
        {
            var module = nn.Transformer(4, 2, 2, 1, 6, 0, Enum.Parse<nn.Activations>(c.Text("activation"), true));
            return (module, x => [module.call(x[0], x[1], null, Future(3), src_key_padding_mask: Padded,
                memory_key_padding_mask: Padded)]);
        },
        ["EmbeddingBag"] = c =>
        {
            var module = nn.EmbeddingBag(6, 3, mode: Enum.Parse<EmbeddingBagMode>(c.Text("mode"), ignoreCase: true),
                include_last_offset: c.Flag("last"), padding_index: c.Int("padding"));
            return (module, x =>
                [module.call(x[0], x.Length > 1 ? x[1] : null, x.Length > 2 ? x[2] : null)]);
        },
    };

    private static Tensor Padded => tensor(new[] { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1 }, [2, 5]).to(ScalarType.Bool);

    public static bool Has(string name) => Modules.ContainsKey(name);

    public static (nn.Module, Func<Tensor[], Tensor[]>) Make(FixtureCase c) => Modules[c.Name](c);

    private static Tensor Future(long n) => zeros([n, n], ScalarType.Float64)
        .masked_fill(ones(n, n, dtype: ScalarType.Bool).triu(1), double.NegativeInfinity);

    // Fails too unless the output is the same when no weights are asked for.
    private static (nn.Module, Func<Tensor[], Tensor[]>) MaskedAttention(FixtureCase c)
    {
        long? Width(string name) => c.Params.TryGetProperty(name, out var width) ? width.GetInt64() : null;
        bool Flag(string name, bool otherwise) =>
            c.Params.TryGetProperty(name, out var flag) ? flag.GetBoolean() : otherwise;
        var module = nn.MultiheadAttention(6, 2, bias: Flag("bias", true), add_bias_kv: Flag("add_bias_kv", false),
            add_zero_attn: Flag("add_zero_attn", false), kdim: Width("kdim"), vdim: Width("vdim"));
        return (module, Run);

        Tensor[] Run(Tensor[] x)
        {
            var mask = ones(4, 5, dtype: ScalarType.Bool).triu(2);
            var (y, weights) = module.call(x[0], x[1], x[2], Padded, true, mask);
            var (again, none) = module.call(x[0], x[1], x[2], Padded, false, mask);
            Testing.Near.Equal(FixtureCase.Doubles(y), FixtureCase.Doubles(again), 1e-12, "without weights");
            Assert.Null(none);
            return [y, weights];
        }
    }

    private static (nn.Module, Func<Tensor[], Tensor[]>) Run(nn.Module module)
    {
        return (module, Outputs);

        Tensor[] Outputs(Tensor[] x)
        {
            if (module is LSTM lstm)
            {
                var (output, state, cell) = lstm.call(x[0]);
                return [output, state, cell];
            }
            if (module is LSTMCell step)
            {
                var (state, cell) = step.call(x[0], (x[1], x[2]));
                return [state, cell];
            }
            var (y, last) = module is RNN rnn ? rnn.call(x[0]) : ((GRU)module).call(x[0]);
            return [y, last];
        }
    }

    private static (nn.Module, Func<Tensor[], Tensor[]>) Two(nn.Module<Tensor, Tensor, Tensor> module) =>
        (module, x => [module.call(x[0], x[1])]);

    private static (nn.Module, Func<Tensor[], Tensor[]>) One(nn.Module<Tensor, Tensor> module) =>
        (module, x => [module.call(x[0])]);

    private static Tensor[] Both(Tuple<Tensor, Tensor> pair) => [pair.Item1, pair.Item2];
}
