using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenAiCourse.Models;

/// <summary>A decoder-only transformer that predicts the next token: GPT-2 in small.</summary>
/// <remarks>
/// Learned positions, pre-norm blocks, one matrix for reading and for predicting tokens, GELU. Not in it: rotary
/// positions, grouped queries, biasless layers, and what else came after. Radford et al., 2019, "Language Models are
/// Unsupervised Multitask Learners"; tied embeddings: Press and Wolf, 2017, https://arxiv.org/abs/1608.05859.
/// </remarks>
public sealed class Gpt : Module<Tensor, Tensor>
{
    private readonly Embedding wte, wpe;        // token and position embeddings, by GPT-2's names
    private readonly Dropout drop;
    private readonly ModuleList<TransformerBlock> h;
    private readonly LayerNorm ln_f;

    /// <summary>A model with fresh weights, drawn from the engine's generator.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit together.</exception>
    public Gpt(GptConfig config) : base(nameof(Gpt))
    {
        ArgumentNullException.ThrowIfNull(config);
        config.Check();
        Config = config;
        wte = Embedding(config.VocabularySize, config.Width);
        wpe = Embedding(config.ContextLength, config.Width);
        drop = Dropout(config.Dropout);
        h = new ModuleList<TransformerBlock>([.. Enumerable.Range(0, config.Layers)
            .Select(_ => new TransformerBlock(config.Width, config.Heads, config.Dropout))]);
        ln_f = LayerNorm(config.Width);
        RegisterComponents();
        Initialise();
    }

    /// <summary>The sizes.</summary>
    public GptConfig Config { get; }

    /// <summary>How many numbers training adjusts.</summary>
    public long ParameterCount => parameters().Sum(parameter => parameter.numel());

    /// <summary>Scores of every token to come next, at every position.</summary>
    /// <param name="input">Token ids, int64 [B, T], with T at most the context length.</param>
    /// <returns>Logits, [B, T, V]: at position t those for the token at t + 1.</returns>
    /// <exception cref="ArgumentException">More tokens than the context holds.</exception>
    public override Tensor forward(Tensor input) => Read(input, cache: null);

    /// <summary>The same for tokens that follow those in the cache, which learns the new ones.</summary>
    /// <param name="ids">The new token ids, int64 [B, T].</param>
    /// <param name="cache">What the model has read so far; null or empty at the beginning.</param>
    /// <returns>Logits, [B, T, V], for the new positions only.</returns>
    /// <exception cref="ArgumentException">More tokens in all than the context holds.</exception>
    public Tensor Read(Tensor ids, KeyValueCache? cache)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var (before, T) = (cache?.Length ?? 0, ids.shape[1]);
        if (before + T > Config.ContextLength)
            throw new ArgumentException(
                $"expected at most {Config.ContextLength} tokens in all, got {before + T}", nameof(ids));

        var positions = arange(before, before + T, dtype: ScalarType.Int64);             // [T]
        var x = drop.call(wte.call(ids) + wpe.call(positions));                          // [B, T, C]
        for (var layer = 0; layer < h.Count; layer++) x = h[layer].Read(x, layer, cache);
        cache?.Advance(T);
        return functional.linear(ln_f.call(x), wte.weight!);                             // [B, T, V]
    }

    // GPT-2's: N(0, 0.02²), and less for what is added to the residual stream, since 2 · layers terms add up there.
    private void Initialise()
    {
        foreach (var (name, parameter) in named_parameters())
        {
            if (parameter.dim() < 2) continue;
            var share = name.EndsWith("c_proj.weight", StringComparison.Ordinal) ? Math.Sqrt(2.0 * Config.Layers) : 1;
            init.normal_(parameter, 0, 0.02 / share);
        }
        foreach (var (name, parameter) in named_parameters())
            if (name.EndsWith("bias", StringComparison.Ordinal)) init.zeros_(parameter);
    }
}
