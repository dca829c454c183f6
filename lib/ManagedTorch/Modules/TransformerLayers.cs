using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Self-attention, then two linear layers, each added to its input and normalised after.</summary>
    /// <remarks>Vaswani et al., 2017, section 3.1: https://arxiv.org/abs/1706.03762</remarks>
    public sealed class TransformerEncoderLayer : nn.Module<Tensor, Tensor>,
        nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
    {
        private readonly MultiheadAttention self_attn;
        private readonly Linear linear1;
        private readonly Linear linear2;
        private readonly LayerNorm norm1, norm2;
        private readonly double _dropout;
        private readonly nn.Activations _activation;
        private readonly (long Width, long Heads, long Inner) _sizes;

        internal TransformerEncoderLayer(
            long width, long heads, long inner, double dropout, nn.Activations activation) :
            base(nameof(TransformerEncoderLayer))
        {
            (_dropout, _activation, _sizes) = (dropout, activation, (width, heads, inner));
            self_attn = nn.MultiheadAttention(width, heads, dropout);
            linear1 = nn.Linear(width, inner);
            linear2 = nn.Linear(inner, width);
            norm1 = nn.LayerNorm(width);
            norm2 = nn.LayerNorm(width);
            RegisterComponents();
        }

        /// <summary>A layer with the same parameters, in its own memory.</summary>
        internal TransformerEncoderLayer Copy()
        {
            return TransformerParts.Copy(this, () => new TransformerEncoderLayer(
                _sizes.Width, _sizes.Heads, _sizes.Inner, _dropout, _activation));
        }

        /// <summary>The layer without masks.</summary>
        /// <param name="src">[time, batch, width] or [time, width].</param>
        public override Tensor forward(Tensor src) => Run(src, null, null);

        /// <summary>The layer with masks, as <see cref="MultiheadAttention.forward"/> takes them.</summary>
        /// <param name="src">[time, batch, width] or [time, width].</param>
        /// <param name="src_mask">[time, time], or null.</param>
        /// <param name="src_key_padding_mask">[batch, time], or null.</param>
        public Tensor call(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask) =>
            Run(src, src_mask, src_key_padding_mask);

        /// <inheritdoc cref="call(Tensor, Tensor, Tensor)"/>
        public Tensor call(Tensor src, Tensor? src_mask) => Run(src, src_mask, null);

        private Tensor Run(Tensor x, Tensor? mask, Tensor? padding)
        {
            Tensor Dropped(Tensor t) => nn.functional.dropout(t, _dropout, training);
            x = norm1.call(x + Dropped(self_attn.call(x, x, x, padding, false, mask).Item1));
            var inner = TransformerParts.Activated(linear1.call(x), _activation);
            return norm2.call(x + Dropped(linear2.call(Dropped(inner))));
        }
    }

    /// <summary>
    /// Self-attention, attention to a memory, then two linear layers, each added to its input and normalised after.
    /// </summary>
    /// <remarks>Vaswani et al., 2017, section 3.1: https://arxiv.org/abs/1706.03762</remarks>
    public sealed class TransformerDecoderLayer : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>,
        nn.IModule<Tensor, Tensor, Tensor>
    {
        private readonly MultiheadAttention self_attn, multihead_attn;
        private readonly Linear linear1;
        private readonly Linear linear2;
        private readonly LayerNorm norm1, norm2, norm3;
        private readonly double _dropout;
        private readonly nn.Activations _activation;
        private readonly (long Width, long Heads, long Inner) _sizes;

        internal TransformerDecoderLayer(
            long width, long heads, long inner, double dropout, nn.Activations activation) :
            base(nameof(TransformerDecoderLayer))
        {
            (_dropout, _activation, _sizes) = (dropout, activation, (width, heads, inner));
            self_attn = nn.MultiheadAttention(width, heads, dropout);
            multihead_attn = nn.MultiheadAttention(width, heads, dropout);
            linear1 = nn.Linear(width, inner);
            linear2 = nn.Linear(inner, width);
            norm1 = nn.LayerNorm(width);
            norm2 = nn.LayerNorm(width);
            norm3 = nn.LayerNorm(width);
            RegisterComponents();
        }

        /// <inheritdoc cref="TransformerEncoderLayer.Copy"/>
        internal TransformerDecoderLayer Copy()
        {
            return TransformerParts.Copy(this, () => new TransformerDecoderLayer(
                _sizes.Width, _sizes.Heads, _sizes.Inner, _dropout, _activation));
        }

        /// <summary>The layer with masks, as <see cref="MultiheadAttention.forward"/> takes them.</summary>
        /// <param name="tgt">[targets, batch, width] or [targets, width].</param>
        /// <param name="memory">[sources, batch, width] or [sources, width].</param>
        /// <param name="tgt_mask">[targets, targets], or null.</param>
        /// <param name="memory_mask">[targets, sources], or null.</param>
        /// <param name="tgt_key_padding_mask">[batch, targets], or null.</param>
        /// <param name="memory_key_padding_mask">[batch, sources], or null.</param>
        public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask,
            Tensor? tgt_key_padding_mask, Tensor? memory_key_padding_mask)
        {
            Tensor Dropped(Tensor t) => nn.functional.dropout(t, _dropout, training);
            var x = tgt;
            x = norm1.call(x + Dropped(self_attn.call(x, x, x, tgt_key_padding_mask, false, tgt_mask).Item1));
            x = norm2.call(x + Dropped(multihead_attn.call(
                x, memory, memory, memory_key_padding_mask, false, memory_mask).Item1));
            var inner = TransformerParts.Activated(linear1.call(x), _activation);
            return norm3.call(x + Dropped(linear2.call(Dropped(inner))));
        }

        /// <inheritdoc cref="forward"/>
        public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null,
            Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) => base.call(tgt, memory,
            tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor tgt, Tensor memory) => call(tgt, memory, null);
    }

    /// <summary>What encoder and decoder have in common.</summary>
    internal static class TransformerParts
    {
        public static Tensor Activated(Tensor x, nn.Activations activation) =>
            activation == nn.Activations.GELU ? x.gelu() : x.relu();

        /// <summary>A new module with the parameters of another one; no draw is used up.</summary>
        public static T Copy<T>(T from, Func<T> make) where T : nn.Module
        {
            using var _ = no_grad();
            using var state = get_rng_state();
            var to = make();
            set_rng_state(state);
            foreach (var (source, target) in from.parameters().Zip(to.parameters())) target.copy_(source);
            return to;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>What follows the first linear layer of a transformer.</summary>
            public enum Activations
            {
                /// <summary>max(0, x).</summary>
                ReLU = 0,

                /// <summary>x · Φ(x).</summary>
                GELU = 1,
            }

            /// <inheritdoc cref="Modules.TransformerEncoderLayer"/>
            /// <param name="d_model">The width.</param>
            /// <param name="nhead">Attentions side by side; must divide the width.</param>
            /// <param name="dim_feedforward">The width between the two linear layers.</param>
            /// <param name="dropout">The probability of dropout, in [0, 1].</param>
            /// <param name="activation">What follows the first linear layer.</param>
            public static TransformerEncoderLayer TransformerEncoderLayer(long d_model = 512, long nhead = 8,
                long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(d_model, nhead, dim_feedforward, dropout, activation);

            /// <inheritdoc cref="Modules.TransformerDecoderLayer"/>
            /// <inheritdoc cref="TransformerEncoderLayer" path="/param"/>
            public static TransformerDecoderLayer TransformerDecoderLayer(long d_model = 512, long nhead = 8,
                long dim_feedforward = 2048, double dropout = 0.1, Activations activation = Activations.ReLU) =>
                new(d_model, nhead, dim_feedforward, dropout, activation);
        }
    }
}
