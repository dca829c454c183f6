using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Several attentions side by side, each in its own projection of the width.</summary>
    /// <remarks>
    /// heads_i = softmax(Q_i·K_iᵀ / √d)·V_i, joined and projected. Vaswani et al., 2017, section 3.2.2:
    /// https://arxiv.org/abs/1706.03762
    /// </remarks>
    public sealed class MultiheadAttention :
        nn.Module<Tensor, Tensor, Tensor, Tensor, bool, Tensor, Tuple<Tensor, Tensor>>
    {
        private readonly long _width, _heads, _keyWidth, _valueWidth;
        private readonly double _dropout;
        private readonly bool _zeroAttention;
        private readonly Linear _out;

        internal MultiheadAttention(long width, long heads, double dropout, bool bias, bool biasKeyValue,
            bool zeroAttention, long? keyWidth, long? valueWidth) : base(nameof(MultiheadAttention))
        {
            (_width, _heads, _dropout, _zeroAttention) = (width, heads, dropout, zeroAttention);
            (_keyWidth, _valueWidth) = (keyWidth ?? width, valueWidth ?? width);
            Parameter Empty(params long[] shape) => new(nn.Uninitialised(shape, null, null));
            var same = _keyWidth == width && _valueWidth == width;
            Parameter[] projections = same ? [Empty(3 * width, width)]
                : [Empty(width, width), Empty(width, _keyWidth), Empty(width, _valueWidth)];
            string[] names = same ? ["in_proj_weight"] : ["q_proj_weight", "k_proj_weight", "v_proj_weight"];
            for (var i = 0; i < names.Length; i++) register_parameter(names[i], projections[i]);
            if (bias) register_parameter("in_proj_bias", new Parameter(zeros(3 * width)));
            Parameter[] extra = biasKeyValue ? [Empty(1, 1, width), Empty(1, 1, width)] : [];
            for (var i = 0; i < extra.Length; i++) register_parameter(i == 0 ? "bias_k" : "bias_v", extra[i]);

            // The draws in PyTorch's order: the way out first.
            _out = nn.Linear(width, width, bias);
            if (bias) nn.init.zeros_(_out.bias!);
            register_module("out_proj", _out);
            foreach (var weight in projections) nn.init.xavier_uniform_(weight);
            foreach (var row in extra) nn.init.xavier_normal_(row);
        }

        /// <summary>What each query gathers from the values.</summary>
        /// <param name="query">[targets, batch, width] or [targets, width].</param>
        /// <param name="key">[sources, batch, key width] or [sources, key width].</param>
        /// <param name="value">[sources, batch, value width] or [sources, value width].</param>
        /// <param name="key_padding_mask">
        /// [batch, sources]: Bool, true where a source must not be seen; or numbers to add to the scores; or null.
        /// </param>
        /// <param name="need_weights">Whether the attention, meant over the heads, is returned too.</param>
        /// <param name="attn_mask">
        /// [targets, sources] or [batch · heads, targets, sources], as the other mask; or null.
        /// </param>
        /// <returns>[targets, batch, width], and [batch, targets, sources] or null.</returns>
        /// <exception cref="ArgumentException">The shapes do not fit.</exception>
        public override Tuple<Tensor, Tensor> forward(Tensor query, Tensor key, Tensor value,
            Tensor? key_padding_mask, bool need_weights, Tensor? attn_mask)
        {
            if (query.ndim == 2)
            {
                var one = Batched(query.unsqueeze(1), key.unsqueeze(1), value.unsqueeze(1),
                    key_padding_mask?.unsqueeze(0), need_weights, attn_mask);
                return new(one.Output.squeeze(1), one.Weights?.squeeze(0)!);
            }
            if (query.ndim != 3)
                throw new ArgumentException("query should be unbatched 2D or batched 3D tensor but received " +
                    $"{query.ndim}-D query tensor");
            var (output, weights) = Batched(query, key, value, key_padding_mask, need_weights, attn_mask);
            return new(output, weights!);
        }

        /// <inheritdoc cref="forward"/>
        public new Tuple<Tensor, Tensor> call(Tensor query, Tensor key, Tensor value,
            Tensor? key_padding_mask = null, bool need_weights = true, Tensor? attn_mask = null) =>
            base.call(query, key, value, key_padding_mask!, need_weights, attn_mask!);

        private (Tensor Output, Tensor? Weights) Batched(
            Tensor query, Tensor key, Tensor value, Tensor? padding, bool wantWeights, Tensor? mask)
        {
            Check(query, key, value);
            var (T, B, E) = (query.Shape_[0], query.Shape_[1], _width);
            var (q, k, v) = Projected(query, key, value);
            if (Own("bias_k") is { } more)
            {
                (k, v) = (cat([k, more.expand(1, B, E)], 0), cat([v, Own("bias_v")!.expand(1, B, E)], 0));
                (mask, padding) = (OneMore(mask), OneMore(padding));
            }
            Tensor Heads(Tensor t) => t.reshape(t.Shape_[0], B, _heads, E / _heads).permute(1, 2, 0, 3);
            (q, k, v) = (Heads(q), Heads(k), Heads(v));                                      // [B, H, T, D]
            if (_zeroAttention)
            {
                var nothing = zeros([B, _heads, 1, E / _heads], q.dtype);
                (k, v) = (cat([k, nothing], 2), cat([v, nothing], 2));
                (mask, padding) = (OneMore(mask), OneMore(padding));
            }
            var hidden = Joined(mask, padding, B, T, k.Shape_[2], q.dtype);
            var dropped = training ? _dropout : 0;
            Tensor output;
            Tensor? weights = null;
            if (wantWeights)
            {
                var scores = (q * (1 / Math.Sqrt(E / _heads))).matmul(k.mT);
                weights = (hidden is null ? scores : scores + hidden).softmax(-1);
                if (dropped > 0) weights = nn.functional.dropout(weights, dropped);
                output = weights.matmul(v);
                weights = weights.mean([1]);
            }
            else
            {
                output = nn.functional.scaled_dot_product_attention(q, k, v, hidden, dropped);
            }
            return (_out.call(output.permute(2, 0, 1, 3).reshape(T, B, E)), weights);
        }

        private (Tensor Query, Tensor Key, Tensor Value) Projected(Tensor query, Tensor key, Tensor value)
        {
            var bias = Own("in_proj_bias");
            if (Own("in_proj_weight") is not { } joint)
            {
                return (Part(query, "q_proj_weight", 0), Part(key, "k_proj_weight", 1),
                    Part(value, "v_proj_weight", 2));
            }
            if (ReferenceEquals(query, key) && ReferenceEquals(key, value))
            {
                var all = nn.functional.linear(query, joint, bias).chunk(3, -1);
                return (all[0], all[1], all[2]);
            }
            Tensor Rows(Tensor x, int i) => nn.functional.linear(
                x, joint.narrow(0, i * _width, _width), bias?.narrow(0, i * _width, _width));
            return (Rows(query, 0), Rows(key, 1), Rows(value, 2));

            Tensor Part(Tensor x, string name, int i) =>
                nn.functional.linear(x, Own(name)!, bias?.narrow(0, i * _width, _width));
        }

        // Both masks as numbers to add to the scores: 0 where a source is seen.
        private Tensor? Joined(Tensor? mask, Tensor? padding, long B, long T, long S, ScalarType type)
        {
            if (mask is not null)
            {
                var flat = mask.ndim == 2 && Shapes.Same(mask.Shape_, [T, S]);
                if (!flat && !Shapes.Same(mask.Shape_, [B * _heads, T, S]))
                    throw new ArgumentException($"The shape of the {mask.ndim}D attn_mask is " +
                        $"{Shapes.Text(mask.Shape_)}, but should be [{T}, {S}] or [{B * _heads}, {T}, {S}].");
                mask = Additive(flat ? mask : mask.reshape(B, _heads, T, S), type);
            }
            if (padding is null) return mask;
            if (!Shapes.Same(padding.Shape_, [B, S]))
                throw new ArgumentException(
                    $"expecting key_padding_mask shape of [{B}, {S}], but got {Shapes.Text(padding.Shape_)}");
            padding = Additive(padding, type).view(B, 1, 1, S);
            return mask is null ? padding : mask + padding;
        }

        private static Tensor Additive(Tensor mask, ScalarType type) => mask.dtype == ScalarType.Bool
            ? zeros(mask.Shape_, type).masked_fill(mask, double.NegativeInfinity) : mask.to(type);

        // One more source, which all may see.
        private static Tensor? OneMore(Tensor? mask) => mask is null ? null
            : cat([mask, zeros([.. mask.Shape_[..^1], 1], mask.dtype)], -1);

        private void Check(Tensor query, Tensor key, Tensor value)
        {
            if (query.Shape_[^1] != _width)
                throw new ArgumentException(
                    $"was expecting embedding dimension of {_width}, but got {query.Shape_[^1]}");
            if (key.ndim != 3 || value.ndim != 3)
                throw new ArgumentException("For batched (3-D) `query`, expected `key` and `value` to be 3-D but " +
                    $"found {key.ndim}-D and {value.ndim}-D tensors respectively");
            if (!Shapes.Same(key.Shape_[..2], value.Shape_[..2]) || key.Shape_[1] != query.Shape_[1]
                || key.Shape_[2] != _keyWidth || value.Shape_[2] != _valueWidth)
                throw new ArgumentException($"key shape {Shapes.Text(key.Shape_)} does not match value shape " +
                    $"{Shapes.Text(value.Shape_)}: expected [sources, {query.Shape_[1]}, {_keyWidth}] and " +
                    $"[sources, {query.Shape_[1]}, {_valueWidth}]");
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="Modules.MultiheadAttention"/>
            /// <param name="embedded_dim">The width of queries and output.</param>
            /// <param name="num_heads">The number of attentions; must divide the width.</param>
            /// <param name="dropout">The probability that an attention weight is dropped in training.</param>
            /// <param name="bias">Whether the projections have biases.</param>
            /// <param name="add_bias_kv">Whether a learned source is added to those given.</param>
            /// <param name="add_zero_attn">Whether a source of zeros is added.</param>
            /// <param name="kdim">The width of the keys; that of the queries if null.</param>
            /// <param name="vdim">The width of the values; that of the queries if null.</param>
            /// <exception cref="ArgumentException">The heads do not divide the width.</exception>
            public static MultiheadAttention MultiheadAttention(long embedded_dim, long num_heads,
                double dropout = 0.0, bool bias = true, bool add_bias_kv = false, bool add_zero_attn = false,
                long? kdim = null, long? vdim = null)
            {
                functional.CheckProbability(dropout);
                if (num_heads < 1 || embedded_dim % num_heads != 0)
                    throw new ArgumentException("embed_dim must be divisible by num_heads: got " +
                        $"{embedded_dim} and {num_heads}");
                return new MultiheadAttention(
                    embedded_dim, num_heads, dropout, bias, add_bias_kv, add_zero_attn, kdim, vdim);
            }
        }
    }
}
