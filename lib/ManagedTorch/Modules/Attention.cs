using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>softmax(Q·Kᵀ / √D + mask)·V.</summary>
            /// <param name="query">Q, [..., T, D].</param>
            /// <param name="key">K, [..., S, D].</param>
            /// <param name="value">V, [..., S, Dv].</param>
            /// <param name="attn_mask">
            /// [..., T, S]: Bool, true where a key may be seen; or of the type of Q, added to the scores. Null for
            /// none.
            /// </param>
            /// <param name="p">The probability of dropping a weight.</param>
            /// <param name="is_casual">
            /// Whether no query sees a later key; then there is no mask. (TorchSharp's spelling.)
            /// </param>
            /// <returns>[..., T, Dv].</returns>
            /// <exception cref="ArgumentException">Both a mask and <paramref name="is_casual"/> are given.</exception>
            /// <remarks>Vaswani et al., 2017, equation 1: https://arxiv.org/abs/1706.03762</remarks>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value,
                Tensor? attn_mask = null, double p = 0.0, bool is_casual = false)
            {
                if (is_casual && attn_mask is not null)
                    throw new ArgumentException("Explicit attn_mask should not be set when is_casual=True");
                if (p == 0 && AttentionFuses(query, key, value, attn_mask))
                    return query.dtype == ScalarType.Float32
                        ? FusedAttention<float>(query, key, value, attn_mask, is_casual)
                        : FusedAttention<double>(query, key, value, attn_mask, is_casual);
                var weights = AttentionWeights(query, key, attn_mask, is_casual);
                if (p > 0) weights = dropout(weights, p);
                return weights.matmul(value);                                                    // [..., T, Dv]
            }

            // The same in tensor words: for dropout, gradients of gradients, and the errors of shapes that do not fit.
            private static Tensor AttentionWeights(Tensor query, Tensor key, Tensor? mask, bool causal)
            {
                var (T, S, D) = (query.Shape_[^2], key.Shape_[^2], query.Shape_[^1]);
                var scores = query.mul(1 / Math.Sqrt(D)).matmul(key.transpose(-2, -1));        // [..., T, S]
                if (causal) mask = ones(T, S, dtype: ScalarType.Bool).tril();
                if (mask is not null)
                {
                    scores = mask.dtype == ScalarType.Bool
                        ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity)
                        : scores.add(mask);
                }
                return scores.softmax(-1);
            }

            private static bool AttentionFuses(Tensor q, Tensor k, Tensor v, Tensor? mask)
            {
                if (!q.is_floating_point() || k.dtype != q.dtype || v.dtype != q.dtype) return false;
                if (q.Shape_.Length < 2 || k.Shape_.Length != q.Shape_.Length || v.Shape_.Length != q.Shape_.Length)
                    return false;
                if (q.Shape_[^1] != k.Shape_[^1] || k.Shape_[^2] != v.Shape_[^2]) return false;
                if (Math.Min(q.Count_, Math.Min(k.Count_, v.Count_)) == 0) return false;
                for (var d = 0; d < q.Shape_.Length - 2; d++)
                    if (q.Shape_[d] != k.Shape_[d] || q.Shape_[d] != v.Shape_[d]) return false;
                if (mask is null) return true;
                long[] scores = [.. q.Shape_[..^1], k.Shape_[^2]];
                return !mask.RequiresGrad_ && (mask.dtype == ScalarType.Bool || mask.dtype == q.dtype)
                    && mask.Shape_.Length <= scores.Length
                    && Shapes.Same(Shapes.Broadcast(mask.Shape_, scores), scores);
            }

            private static Tensor FusedAttention<T>(Tensor query, Tensor key, Tensor value, Tensor? mask, bool causal)
                where T : unmanaged, IBinaryFloatingPointIeee754<T>
            {
                var logs = Tensor.New(query.dtype, query.Shape_.AsSpan()[..^1]);
                var y = LaidOutLike(query, [.. query.Shape_[..^1], value.Shape_[^1]]);
                var heads = new AttentionHeads<T>(query, key, value, mask, causal, logs);
                heads.Forward(y);
                if (!Autograd.Needed(query, key, value))
                {
                    logs.Dispose();
                    return y;
                }
                Tensor[] saved = mask is null ? [query, key, value, logs] : [query, key, value, logs, mask];
                return Autograd.Record(y, "scaled_dot_product_attention", [query, key, value], dy =>
                {
                    if (is_grad_enabled()) return AttentionGradients(dy, query, key, value, mask, causal);
                    var dq = LaidOutLike(query, query.Shape_);
                    var (dk, dv) = (LaidOutLike(key, key.Shape_), LaidOutLike(value, value.Shape_));
                    heads.Backward(dy, dq, dk.zero_(), dv.zero_());
                    return [dq, dk, dv];
                }, saved);
            }

            private static Tensor?[] AttentionGradients(
                Tensor dy, Tensor query, Tensor key, Tensor value, Tensor? mask, bool causal)
            {
                var weights = AttentionWeights(query, key, mask, causal);
                var slopes = dy.matmul(value.mT);
                var scores = weights * (slopes - (slopes * weights).sum(-1, true)) * (1 / Math.Sqrt(query.Shape_[^1]));
                return [scores.matmul(key), scores.mT.matmul(query), weights.mT.matmul(dy)];
            }

            // Heads cut out of [B, T, H, D] give a result that goes back into it without a copy.
            private static Tensor LaidOutLike(Tensor like, long[] shape)
            {
                if (shape.Length != 4 || like.Strides_[1] >= like.Strides_[2]) return Tensor.New(like.dtype, shape);
                var (B, H, T, D) = (shape[0], shape[1], shape[2], shape[3]);
                return Tensor.NewStrided(like.dtype, shape, [T * H * D, D, H * D, 1]);
            }
        }
    }
}
