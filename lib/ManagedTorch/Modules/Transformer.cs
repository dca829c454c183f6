using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Encoder layers, one after another.</summary>
    public sealed class TransformerEncoder : nn.Module<Tensor, Tensor, Tensor, Tensor>,
        nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
    {
        private readonly ModuleList<TransformerEncoderLayer> layers;
        private readonly LayerNorm? norm;

        internal TransformerEncoder(TransformerEncoderLayer layer, long count, LayerNorm? norm = null) :
            base(nameof(TransformerEncoder))
        {
            layers = new ModuleList<TransformerEncoderLayer>([.. TransformerLayers.Repeat(count, layer.Copy)]);
            this.norm = norm;
            RegisterComponents();
        }

        /// <inheritdoc cref="TransformerEncoderLayer.call(Tensor, Tensor, Tensor)"/>
        public override Tensor forward(Tensor src, Tensor? src_mask, Tensor? src_key_padding_mask)
        {
            foreach (var layer in layers) src = layer.call(src, src_mask, src_key_padding_mask);
            return norm?.call(src) ?? src;
        }

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor src, Tensor? src_mask) => base.call(src, src_mask!, null!);

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor src) => base.call(src, null!, null!);
    }

    /// <summary>Decoder layers, one after another, all of which see the same memory.</summary>
    public sealed class TransformerDecoder : nn.Module<Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor>
    {
        private readonly ModuleList<TransformerDecoderLayer> layers;
        private readonly LayerNorm? norm;

        internal TransformerDecoder(TransformerDecoderLayer layer, long count, LayerNorm? norm = null) :
            base(nameof(TransformerDecoder))
        {
            layers = new ModuleList<TransformerDecoderLayer>([.. TransformerLayers.Repeat(count, layer.Copy)]);
            this.norm = norm;
            RegisterComponents();
        }

        /// <inheritdoc cref="TransformerDecoderLayer.forward"/>
        public override Tensor forward(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null,
            Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null)
        {
            foreach (var layer in layers)
                tgt = layer.call(
                    tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
            return norm?.call(tgt) ?? tgt;
        }

        /// <inheritdoc cref="forward"/>
        public new Tensor call(Tensor tgt, Tensor memory, Tensor? tgt_mask, Tensor? memory_mask = null,
            Tensor? tgt_key_padding_mask = null, Tensor? memory_key_padding_mask = null) => base.call(tgt, memory,
            tgt_mask!, memory_mask!, tgt_key_padding_mask!, memory_key_padding_mask!);

        /// <inheritdoc cref="forward"/>
        public Tensor call(Tensor tgt, Tensor memory) => call(tgt, memory, null);
    }

    /// <summary>An encoder and a decoder that attends to what the encoder made of the source.</summary>
    /// <remarks>Vaswani et al., 2017: https://arxiv.org/abs/1706.03762</remarks>
    public sealed class Transformer : nn.Module<Tensor, Tensor, Tensor>
    {
        private readonly TransformerEncoder encoder;
        private readonly TransformerDecoder decoder;

        internal Transformer(long width, long heads, long encoders, long decoders, long inner, double dropout,
            nn.Activations activation) : base(nameof(Transformer))
        {
            encoder = new TransformerEncoder(new TransformerEncoderLayer(width, heads, inner, dropout, activation),
                encoders, nn.LayerNorm(width));
            decoder = new TransformerDecoder(new TransformerDecoderLayer(width, heads, inner, dropout, activation),
                decoders, nn.LayerNorm(width));
            RegisterComponents();
            foreach (var parameter in parameters())
                if (parameter.ndim > 1) nn.init.xavier_uniform_(parameter);
        }

        /// <summary>The decoder's output, without masks.</summary>
        /// <param name="src">[sources, batch, width] or [sources, width].</param>
        /// <param name="tgt">[targets, batch, width] or [targets, width].</param>
        public override Tensor forward(Tensor src, Tensor tgt) => call(src, tgt, null);

        /// <summary>The decoder's output, with masks as <see cref="MultiheadAttention.forward"/> takes them.</summary>
        /// <param name="src">[sources, batch, width] or [sources, width].</param>
        /// <param name="tgt">[targets, batch, width] or [targets, width].</param>
        /// <param name="src_mask">[sources, sources], or null.</param>
        /// <param name="tgt_mask">[targets, targets], or null.</param>
        /// <param name="memory_mask">[targets, sources], or null.</param>
        /// <param name="src_key_padding_mask">[batch, sources], or null.</param>
        /// <param name="tgt_key_padding_mask">[batch, targets], or null.</param>
        /// <param name="memory_key_padding_mask">[batch, sources], or null.</param>
        public Tensor call(Tensor src, Tensor tgt, Tensor? src_mask, Tensor? tgt_mask = null,
            Tensor? memory_mask = null, Tensor? src_key_padding_mask = null, Tensor? tgt_key_padding_mask = null,
            Tensor? memory_key_padding_mask = null)
        {
            if (src.ndim == 3 && src.Shape_[1] != tgt.Shape_[1])
                throw new ArgumentException("the batch number of src and tgt must be equal: got " +
                    $"{src.Shape_[1]} and {tgt.Shape_[1]}");
            var memory = encoder.call(src, src_mask!, src_key_padding_mask!);
            return decoder.call(tgt, memory, tgt_mask, memory_mask, tgt_key_padding_mask, memory_key_padding_mask);
        }
    }

    internal static class TransformerLayers
    {
        /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
        public static IEnumerable<T> Repeat<T>(long count, Func<T> copy)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count);
            return Enumerable.Range(0, (int)count).Select(_ => copy());
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.TransformerEncoder"/>
            /// <param name="encoder_layer">The layer that is copied, with its parameters.</param>
            /// <param name="num_layers">How often.</param>
            public static TransformerEncoder TransformerEncoder(
                TransformerEncoderLayer encoder_layer, long num_layers) => new(encoder_layer, num_layers);

            /// <inheritdoc cref="Modules.TransformerDecoder"/>
            /// <param name="decoder_layer">The layer that is copied, with its parameters.</param>
            /// <param name="num_layers">How often.</param>
            public static TransformerDecoder TransformerDecoder(
                TransformerDecoderLayer decoder_layer, long num_layers) => new(decoder_layer, num_layers);

            /// <inheritdoc cref="Modules.Transformer"/>
            /// <param name="d_model">The width.</param>
            /// <param name="nhead">Attentions side by side; must divide the width.</param>
            /// <param name="num_encoder_layers">Layers of the encoder.</param>
            /// <param name="num_decoder_layers">Layers of the decoder.</param>
            /// <param name="dim_feedforward">The width between the two linear layers of each layer.</param>
            /// <param name="dropout">The probability of dropout, in [0, 1].</param>
            /// <param name="activation">What follows the first linear layer of each layer.</param>
            public static Transformer Transformer(long d_model = 512, long nhead = 8, long num_encoder_layers = 6,
                long num_decoder_layers = 6, long dim_feedforward = 2048, double dropout = 0.1,
                Activations activation = Activations.ReLU) => new(d_model, nhead, num_encoder_layers,
                num_decoder_layers, dim_feedforward, dropout, activation);
        }
    }
}
