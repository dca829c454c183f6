using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace GenAiCourse.Models;

/// <summary>Multi-head self-attention in which a token sees itself and what came before it, nothing after.</summary>
/// <remarks>Vaswani et al., 2017, equation 1 and section 3.2, https://arxiv.org/abs/1706.03762.</remarks>
public sealed class CausalSelfAttention : Module<Tensor, Tensor>
{
    private readonly Linear c_attn, c_proj;     // GPT-2's names: queries, keys and values in one product; the way back
    private readonly Dropout dropout;
    private readonly long heads;

    /// <param name="width">Channels of the residual stream.</param>
    /// <param name="heads">Attention heads; must divide <paramref name="width"/>.</param>
    /// <param name="dropout">The share of outputs dropped while training.</param>
    public CausalSelfAttention(long width, long heads, double dropout = 0) : base(nameof(CausalSelfAttention))
    {
        this.heads = heads;
        c_attn = Linear(width, 3 * width);
        c_proj = Linear(width, width);
        this.dropout = Dropout(dropout);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Attend(input, layer: 0, cache: null);

    /// <summary>What each token gathers from those it may see.</summary>
    /// <param name="x">[B, T, C].</param>
    /// <param name="layer">Which layer's keys and values to use of the cache.</param>
    /// <param name="cache">Keys and values of the tokens before; null when x is all there is.</param>
    internal Tensor Attend(Tensor x, int layer, KeyValueCache? cache)
    {
        var (B, T, C) = (x.shape[0], x.shape[1], x.shape[2]);
        Tensor Heads(Tensor t) => t.view(B, T, heads, C / heads).transpose(1, 2);        // [B, H, T, D]

        var qkv = c_attn.call(x).chunk(3, dim: -1);                                      // three times [B, T, C]
        var (q, k, v) = (Heads(qkv[0]), Heads(qkv[1]), Heads(qkv[2]));
        var before = cache?.Length ?? 0;
        if (cache is not null) (k, v) = cache.Append(layer, k, v);                       // [B, H, before + T, D]

        var mask = before > 0 && T > 1 ? Visible(T, before) : null;
        var y = functional.scaled_dot_product_attention(q, k, v, mask, is_casual: before == 0);
        return dropout.call(c_proj.call(y.transpose(1, 2).reshape(B, T, C)));            // [B, T, C]
    }

    // [T, before + T], true where the key is not after the query.
    private static Tensor Visible(long T, long before) => ones(T, before + T, dtype: ScalarType.Bool).tril(before);
}
