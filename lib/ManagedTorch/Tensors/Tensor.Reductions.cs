using System.Runtime.CompilerServices;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The mean of all elements.</summary>
        /// <exception cref="InvalidOperationException">The elements are not floating point.</exception>
        public Tensor mean() => mean([]);

        /// <summary>The mean over dimensions; over all if there are none.</summary>
        /// <exception cref="InvalidOperationException">The elements are not floating point.</exception>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null)
        {
            if (!(type ?? dtype).IsDifferentiable())
                throw new InvalidOperationException(
                    "mean(): could not infer output dtype. Input dtype must be either a " +
                    $"floating point or complex dtype. Got: {dtype.Word()}");
            var count = new Reduction(this, dimensions).Count;
            return Sum(dimensions, keepdim, type).div(count);
        }

        /// <summary>The product of all elements; of integers and Bool as Int64.</summary>
        public Tensor prod(ScalarType? type = null) => reshape(-1).prod(0, false, type);

        /// <summary>The product over a dimension.</summary>
        /// <remarks>Takes prod(0) too, which TorchSharp reads as the element type of value 0.</remarks>
        [OverloadResolutionPriority(1)]
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null)
        {
            var result = type ?? (dtype.IsFloating() ? dtype : ScalarType.Int64);
            var reduction = new Reduction(this, [dim]);
            var accumulate = result.IsReduced() ? ScalarType.Float32
                : result.IsFloating() ? result : ScalarType.Int64;
            var y = reduction.Run(As(accumulate), accumulate, Sums.Product).As(result)
                .Reshaped(reduction.Shape(keepdim));
            return Autograd.Needed(this)
                ? Autograd.Record(y, "prod", [this], dy => [dy.reshape(reduction.Kept).mul(OthersProduct(dim))], this)
                : y;
        }

        // For each element the product of the others along the dimension: before it and behind it, so that zeros do
        // no harm.
        private Tensor OthersProduct(long dim)
        {
            var n = size((int)dim);
            var one = torch.ones_like(narrow(dim, 0, Math.Min(1, n)));
            if (n < 2) return one;
            var before = cat([one, narrow(dim, 0, n - 1)], dim).cumprod(dim);
            var behind = cat([one, flip(dim).narrow(dim, 0, n - 1)], dim).cumprod(dim).flip(dim);
            return before.mul(behind);
        }

        /// <summary>The variance of all elements, over n − 1 or n.</summary>
        public Tensor var(bool unbiased = true) => Variance([], unbiased, false);

        /// <summary>The variance over a dimension, over n − 1 or n.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance([dim], unbiased, keepdim, type);

        /// <summary>The variance over dimensions, over n − 1 or n.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance(dimensions, unbiased, keepdim, type);

        /// <summary>The standard deviation of all elements, over n − 1 or n.</summary>
        public Tensor std(bool unbiased = true) => Variance([], unbiased, false).sqrt();

        /// <summary>The standard deviation over a dimension, over n − 1 or n.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance([dim], unbiased, keepdim, type).sqrt();

        /// <summary>The standard deviation over dimensions, over n − 1 or n.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Variance(dimensions, unbiased, keepdim, type).sqrt();

        /// <summary>Standard deviation and mean of all elements.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => (std(unbiased), mean());

        /// <summary>Variance and mean of all elements.</summary>
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => (var(unbiased), mean());

        private Tensor Variance(long[] dims, bool unbiased, bool keepdim, ScalarType? type = null)
        {
            var x = type is { } t ? to_type(t) : this;
            var count = new Reduction(x, dims).Count - (unbiased ? 1 : 0);
            return x.sub(x.mean(dims, keepdim: true)).square().sum(dims, keepdim).div((double)Math.Max(count, 0));
        }

        /// <summary>log Σ e^x over a dimension, without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false)
        {
            if (Live().Count_ == 0) return exp().sum(dim, keepdim).log();
            var largest = detach().amax([dim], keepdim: true);
            largest = largest.masked_fill(largest.isinf(), 0);
            var y = sub(largest).exp().sum(dim, true).log().add(largest);
            return keepdim ? y : y.squeeze(dim);
        }

        /// <summary>The p-norm of all elements: (Σ |x|^p)^(1/p).</summary>
        public Tensor norm(float p = 2f) => Norm([], false, p);

        /// <summary>The p-norm over a dimension: (Σ |x|^p)^(1/p).</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2f) => Norm([dim], keepdim, p);

        internal Tensor Norm(long[] dims, bool keepdim, double p)
        {
            if (p == 0) return ne(0).to_type(dtype).sum(dims, keepdim);
            if (double.IsPositiveInfinity(p)) return abs().ExtremeOver(dims, keepdim, true);
            if (double.IsNegativeInfinity(p)) return abs().ExtremeOver(dims, keepdim, false);
            if (p == 1) return abs().sum(dims, keepdim);
            if (p != 2) return abs().pow(p).sum(dims, keepdim).pow(1.0 / p);
            var y = detach().square().sum(dims, keepdim).sqrt();
            var kept = new Reduction(this, dims).Kept;
            return !Autograd.Needed(this) ? y : Autograd.Record(y, "norm", [this], dy =>
            {
                var length = y.view(kept);
                return [mul(dy.reshape(kept).div(length)).masked_fill(length.eq(0), 0)];
            }, this, y);
        }

        /// <summary>Whether every element is not zero.</summary>
        public Tensor all() => Truth().logical_not().sum().eq(0);

        /// <summary>Whether every element along a dimension is not zero.</summary>
        public Tensor all(long dim, bool keepdim = false) => Truth().logical_not().sum(dim, keepdim).eq(0);

        /// <summary>Whether some element is not zero.</summary>
        public Tensor any() => Truth().sum().ne(0);

        /// <summary>Whether some element along a dimension is not zero.</summary>
        public Tensor any(long dim, bool keepdim = false) => Truth().sum(dim, keepdim).ne(0);

        /// <summary>The number of elements that are not zero, over dimensions or all.</summary>
        public Tensor count_nonzero(long[]? dims = null) => Truth().sum(dims ?? []);

        private Tensor Truth() => As(ScalarType.Bool);

        /// <summary>The sums so far along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null)
        {
            var y = Running(dim, type, product: false);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "cumsum", [this], dy => [dy.flip(dim).cumsum(dim).flip(dim)]) : y;
        }

        /// <summary>The products so far along a dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null)
        {
            var y = Running(dim, type, product: true);
            return Autograd.Needed(this)
                ? Autograd.Record(y, "cumprod", [this], dy => [CumprodGrad(dy, dim)], this)
                : y;
        }

        // dx_k = Σ_{i ≥ k} dy_i Π_{j ≤ i, j ≠ k} x_j, written so that zeros do no harm.
        private Tensor CumprodGrad(Tensor dy, long dim)
        {
            var n = size((int)dim);
            var parts = new Tensor[n];
            for (var k = 0L; k < n; k++)
            {
                var one = torch.ones_like(narrow(dim, k, 1));
                var others = cat([narrow(dim, 0, k), one, narrow(dim, k + 1, n - k - 1)], dim).cumprod(dim);
                parts[k] = dy.mul(others).narrow(dim, k, n - k).sum(dim, true);
            }

            return n == 0 ? torch.zeros_like(this) : cat(parts, dim);
        }

        private Tensor Running(long dim, ScalarType? type, bool product)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            var result = type ?? (dtype.IsFloating() ? dtype : ScalarType.Int64);
            if (result.IsReduced()) return As(ScalarType.Float32).Running(dim, null, product).As(result);
            var x = As(result).AsContiguous();
            var y = NewLike(x, result);
            if (y.Count_ == 0) return y;
            var inner = (int)Shapes.Count(Shape_.AsSpan(Math.Min(d + 1, Shape_.Length)));
            var n = Shape_.Length == 0 ? 1 : (int)Shape_[d];
            Cumulative.Run(x, (int)(x.Count_ / n / inner), n, inner, product, y);
            return y;
        }
    }
}
