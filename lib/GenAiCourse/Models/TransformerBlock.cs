using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenAiCourse.Models;

/// <summary>
/// One pre-norm decoder block: causal self-attention, then an MLP, each added to the residual stream.
/// </summary>
/// <remarks>Input and output are [batch, time, width]. Radford et al., 2019 (GPT-2), section 2.3.</remarks>
public sealed class TransformerBlock : Module<Tensor, Tensor>
{
    private readonly LayerNorm ln_1, ln_2;      // field names are state_dict keys; these are GPT-2's
    private readonly CausalSelfAttention attn;
    private readonly Sequential mlp;

    /// <param name="width">Channels of the residual stream.</param>
    /// <param name="heads">Attention heads; must divide <paramref name="width"/>.</param>
    /// <param name="dropout">The share of activations dropped while training.</param>
    public TransformerBlock(long width, long heads, double dropout = 0) : base(nameof(TransformerBlock))
    {
        ln_1 = LayerNorm(width);
        attn = new CausalSelfAttention(width, heads, dropout);
        ln_2 = LayerNorm(width);
        mlp = Sequential(
            ("c_fc", Linear(width, 4 * width)),
            ("gelu", GELU()),
            ("c_proj", Linear(4 * width, width)),
            ("dropout", Dropout(dropout)));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Read(input, layer: 0, cache: null);

    internal Tensor Read(Tensor x, int layer, KeyValueCache? cache)
    {
        x = x + attn.Attend(ln_1.call(x), layer, cache);
        return x + mlp.call(ln_2.call(x));
    }
}
