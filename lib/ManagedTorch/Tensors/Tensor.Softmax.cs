using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Scales <c>exp(x)</c> along <paramref name="dim"/> so that it sums to 1.</summary>
        /// <param name="dim">The dimension to normalise, in [-ndim, ndim).</param>
        /// <param name="dtype">The type to convert to before; null for this tensor's.</param>
        /// <returns>A tensor of the same shape, with values in [0, 1].</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="dim"/> is not a dimension.</exception>
        /// <remarks>With y = softmax(x), the gradient is dx = y ∘ (dy − Σ dy ∘ y).</remarks>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Softmax(dim, dtype, log: false);

        /// <summary>The logarithm of <see cref="softmax"/>, without its rounding: x − log Σ exp(x).</summary>
        /// <param name="dim">The dimension to normalise, in [-ndim, ndim).</param>
        /// <param name="dtype">The type to convert to before; null for this tensor's.</param>
        /// <returns>A tensor of the same shape, with values of at most 0.</returns>
        /// <exception cref="ArgumentOutOfRangeException"><paramref name="dim"/> is not a dimension.</exception>
        /// <remarks>With y = log_softmax(x), the gradient is dx = dy − exp(y) Σ dy.</remarks>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Softmax(dim, dtype, log: true);

        private Tensor Softmax(long dim, ScalarType? type, bool log)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            var x = to_type(type ?? dtype);
            if (!x.dtype.IsFloating())
                throw new InvalidOperationException(
                    $"\"softmax_lastdim_kernel_impl\" not implemented for '{x.dtype.Word()}'");
            if (d < Shape_.Length - 1) return x.transpose(d, -1).Softmax(-1, null, log).transpose(d, -1).contiguous();
            var from = x.AsContiguous();
            var n = Shape_.Length == 0 ? 1 : (int)Shape_[^1];
            var y = NewLike(from, x.dtype);
            if (y.Count_ > 0) SoftmaxRows.Forward(from, n, log, y);
            if (!Autograd.Needed(x)) return y;
            return Autograd.Record(y, log ? "log_softmax" : "softmax", [x], dy =>
            {
                if (is_grad_enabled())
                    return [log ? dy.sub(y.exp().mul(dy.sum(-1, true))) : y.mul(dy.sub(dy.mul(y).sum(-1, true)))];
                var dx = NewLike(y, y.dtype);
                if (y.Count_ > 0) SoftmaxRows.Backward(dy.AsContiguous(), y, n, log, dx);
                return [dx];
            }, y);
        }
    }
}
