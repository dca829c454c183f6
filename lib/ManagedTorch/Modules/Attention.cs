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
                var (T, S, D) = (query.Shape_[^2], key.Shape_[^2], query.Shape_[^1]);
                var scores = query.mul(1 / Math.Sqrt(D)).matmul(key.transpose(-2, -1));        // [..., T, S]
                if (is_casual) attn_mask = ones(T, S, dtype: ScalarType.Bool).tril();
                if (attn_mask is not null)
                {
                    scores = attn_mask.dtype == ScalarType.Bool
                        ? scores.masked_fill(attn_mask.logical_not(), double.NegativeInfinity)
                        : scores.add(attn_mask);
                }
                var weights = scores.softmax(-1);
                if (p > 0) weights = dropout(weights, p);
                return weights.matmul(value);                                                    // [..., T, Dv]
            }
        }
    }
}
