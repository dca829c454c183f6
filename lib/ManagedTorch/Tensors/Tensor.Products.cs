using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The matrix product; vectors are rows on the left and columns on the right, batches broadcast.
        /// </summary>
        /// <param name="target">[..., K, N] or [K], for [..., M, K] or [K].</param>
        /// <exception cref="ArgumentException">The inner sizes differ, or a tensor has no dimensions.</exception>
        public Tensor matmul(Tensor target)
        {
            ArgumentNullException.ThrowIfNull(target);
            var (p, q) = (Live().Shape_.Length, target.Live().Shape_.Length);
            if (p == 0 || q == 0)
                throw new ArgumentException(
                    $"both arguments to matmul need to be at least 1D, but they are {p}D and {q}D");
            if (p == 1 && q == 1) return dot(target);
            if (q == 1) return matmul(target.unsqueeze(1)).squeeze(-1);
            if (p == 1) return unsqueeze(0).matmul(target).squeeze(-2);
            if (p == 2 && q == 2) return Product(target);
            if (q == 2 && (Contiguous_ || !target.RequiresGrad_))      // one large product: all rows times one matrix
            {
                CheckInner(target, Shape_[^1], target.Shape_[0]);
                return reshape(-1, Shape_[^1]).Product(target).view([.. Shape_[..^1], target.Shape_[1]]);
            }

            var rank = Math.Max(p, q);
            return WithRank(rank).Product(target.WithRank(rank));
        }

        /// <summary>The product of two matrices.</summary>
        /// <exception cref="ArgumentException">They are not matrices, or the inner sizes differ.</exception>
        public Tensor mm(Tensor target)
        {
            if (Live().Shape_.Length != 2) throw new ArgumentException("self must be a matrix");
            if (target.Live().Shape_.Length != 2) throw new ArgumentException("mat2 must be a matrix");
            return Product(target);
        }

        /// <summary>The products of two batches of matrices, [B, M, K] and [B, K, N].</summary>
        /// <exception cref="ArgumentException">
        /// They are not batches of the same number, or the inner sizes differ.
        /// </exception>
        public Tensor bmm(Tensor batch2)
        {
            if (Live().Shape_.Length != 3 || batch2.Live().Shape_.Length != 3)
                throw new ArgumentException("batch1 must be a 3D tensor");
            if (Shape_[0] != batch2.Shape_[0] || Shape_[2] != batch2.Shape_[1])
                throw new ArgumentException(
                    $"Expected size for first two dimensions of batch2 tensor to be: [{Shape_[0]}, " +
                    $"{Shape_[2]}] but got: [{batch2.Shape_[0]}, {batch2.Shape_[1]}].");
            return Product(batch2);
        }

        /// <summary>The product of a matrix and a vector.</summary>
        /// <exception cref="ArgumentException">The sizes differ.</exception>
        public Tensor mv(Tensor target)
        {
            if (Live().Shape_.Length != 2 || target.Live().Shape_.Length != 1)
                throw new ArgumentException(
                    $"vector + matrix @ vector expected, got 1, {Shape_.Length}, {target.Shape_.Length}");
            return Product(target.unsqueeze(1)).squeeze(1);
        }

        /// <summary>The inner product of two vectors.</summary>
        /// <exception cref="ArgumentException">They are not vectors of one size.</exception>
        public Tensor dot(Tensor target)
        {
            if (Live().Shape_.Length != 1 || target.Live().Shape_.Length != 1)
                throw new ArgumentException(
                    $"1D tensors expected, but got {Shape_.Length}D and {target.Shape_.Length}D tensors");
            if (Shape_[0] != target.Shape_[0])
                throw new ArgumentException(
                    $"inconsistent tensor size, expected tensor {Shapes.Text(Shape_)} and src " +
                    $"{Shapes.Text(target.Shape_)} to have the same number of elements, but got {Shape_[0]} and " +
                    $"{target.Shape_[0]} elements respectively");
            return mul(target).sum();
        }

        /// <summary>The outer product of two vectors: y[i, j] = a[i] · b[j].</summary>
        /// <exception cref="ArgumentException">They are not vectors.</exception>
        public Tensor outer(Tensor vec2)
        {
            if (Live().Shape_.Length != 1 || vec2.Live().Shape_.Length != 1)
                throw new ArgumentException($"outer: Expected 1-D argument self, but got {Shape_.Length}-D and " +
                    $"{vec2.Shape_.Length}-D");
            return unsqueeze(1).mul(vec2);
        }

        /// <summary>beta · this + alpha · mat1 · mat2.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) =>
            Scaled(beta).add(mat1.mm(mat2).Scaled(alpha));

        /// <summary>beta · this + alpha · batch1 · batch2, of batches.</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            Scaled(beta).add(batch1.bmm(batch2).Scaled(alpha));

        private Tensor Scaled(float factor) => factor == 1f ? this : mul(factor);

        private Tensor WithRank(int rank) =>
            Shape_.Length == rank ? this : reshape([.. Enumerable.Repeat(1L, rank - Shape_.Length), .. Shape_]);

        private void CheckInner(Tensor other, long own, long others)
        {
            if (own == others && dtype == other.dtype) return;
            if (dtype != other.dtype)
                throw new ArgumentException($"expected m1 and m2 to have the same dtype, but got: {dtype.Word()} != " +
                    other.dtype.Word());
            var rows = Shapes.Count(Shape_.AsSpan(0, Shape_.Length - 1));
            throw new ArgumentException(
                $"mat1 and mat2 shapes cannot be multiplied ({rows}x{own} and {others}x{other.Shape_[^1]})");
        }

        // The product of tensors with as many dimensions, at least two.
        private Tensor Product(Tensor b)
        {
            if (dtype.IsComplex() && b.dtype == dtype)
            {
                var (re, im) = (real.Product(b.real).sub(imag.Product(b.imag)),
                    real.Product(b.imag).add(imag.Product(b.real)));
                return torch.complex(re, im);
            }

            if (Shape_.Length > 2 && Shape_[^1] != b.Shape_[^2])
                throw new ArgumentException($"Expected size for first two dimensions of batch2 tensor to be: " +
                    $"[{Shape_[0]}, {Shape_[^1]}] but got: [{b.Shape_[0]}, {b.Shape_[^2]}].");
            CheckInner(b, Shape_[^1], b.Shape_[^2]);
            var y = Multiplied(this, b, [.. Shapes.Broadcast(Shape_[..^2], b.Shape_[..^2]), Shape_[^2], b.Shape_[^1]]);
            return Autograd.Needed(this, b) ? ProductGrad(y, this, b) : y;
        }

        // dA = dY · Bᵀ and dB = Aᵀ · dY, added up where a batch was broadcast.
        private static Tensor ProductGrad(Tensor y, Tensor a, Tensor b) => Autograd.Record(y, "matmul", [a, b], dy =>
        {
            if (is_grad_enabled()) return [dy.Product(b.mT), a.mT.Product(dy)];
            return [a.RequiresGrad_ ? Multiplied(dy, b.mT, a.Shape_) : null,
                b.RequiresGrad_ ? Multiplied(a.mT, dy, b.Shape_) : null];
        }, a, b);

        private static Tensor Multiplied(Tensor a, Tensor b, long[] shape)
        {
            var exact = a.dtype.IsReduced() ? ScalarType.Float32 : a.dtype.IsFloating() ? a.dtype : ScalarType.Float64;
            var y = New(exact, shape);
            Products.Run(a.As(exact), b.As(exact), y);
            return y.As(a.dtype);
        }
    }
}
