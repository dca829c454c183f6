namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The largest so far along a dimension, and where it was; the later of equals.</summary>
        public (Tensor values, Tensor indexes) cummax(long dim) => RunningExtreme(dim, largest: true);

        /// <summary>The smallest so far along a dimension, and where it was; the later of equals.</summary>
        public (Tensor values, Tensor indexes) cummin(long dim) => RunningExtreme(dim, largest: false);

        private (Tensor, Tensor) RunningExtreme(long dim, bool largest)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            if (Shape_.Length == 0) return (clone(), zeros([], ScalarType.Int64));
            var x = detach().movedim([d], [-1]).@double().contiguous();
            var places = NewLike(x, ScalarType.Int64);
            var n = (int)Shape_[d];
            for (var at = 0; at < x.Count_; at += n)
            {
                var row = x.Elements<double>().Slice(at, n);
                var best = 0;
                for (var i = 0; i < n; i++)
                {
                    var beats = largest ? row[i] >= row[best] : row[i] <= row[best];
                    if (double.IsNaN(row[i]) || (beats && !double.IsNaN(row[best]))) best = i;
                    places.Elements<long>()[at + i] = best;
                }
            }

            var indices = places.movedim([-1], [d]).contiguous();
            return (gather(d, indices), indices);
        }

        /// <summary>log Σ e^x so far along a dimension, without overflow.</summary>
        public Tensor logcumsumexp(long dim)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            if (Shape_.Length == 0) return clone();
            var x = detach().movedim([d], [-1]).contiguous().As(ScalarType.Float64);
            var sums = NewLike(x, ScalarType.Float64);
            var n = (int)Shape_[d];
            for (var at = 0; at < x.Count_; at++)
                sums.Elements<double>()[at] = at % n == 0 ? x.Elements<double>()[at]
                    : Kernels.LogAddExpOf.Of(sums.Elements<double>()[at - 1], x.Elements<double>()[at]);
            var y = sums.movedim([-1], [d]).contiguous().As(dtype.OrFloat());
            // dx_k = Σ_{i ≥ k} dy_i e^{x_k − y_i}; positive and negative dy apart, so that each sum is one of
            // logarithms.
            return !Autograd.Needed(this) ? y : Autograd.Record(y, "logcumsumexp", [this], dy =>
            {
                Tensor Part(Tensor g) => g.log().sub(y).flip(d).logcumsumexp(d).flip(d).add(this).exp();
                return [Part(dy.clamp_min(0)).sub(Part(dy.neg().clamp_min(0)))];
            }, this, y);
        }

        /// <summary>Differences of neighbours along a dimension, n times.</summary>
        /// <param name="n">How often.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="prepend">What to put before the elements, or null.</param>
        /// <param name="append">What to put behind them, or null.</param>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null)
        {
            if (Live().Shape_.Length == 0)
                throw new ArgumentException("diff expects input to be at least one-dimensional");
            if (n < 0) throw new ArgumentException($"order must be non-negative but got {n}");
            var y = prepend is null && append is null ? this
                : cat([.. new[] { prepend, this, append }.OfType<Tensor>()], dim);
            for (var i = 0; i < n && y.size((int)dim) > 0; i++)
            {
                var length = y.size((int)dim) - 1;
                var (later, earlier) = (y.narrow(dim, 1, length), y.narrow(dim, 0, length));
                y = y.dtype == ScalarType.Bool ? later.logical_xor(earlier) : later.sub(earlier);
            }

            return y;
        }

        /// <summary>The integral along a dimension by trapezoids of width dx.</summary>
        public Tensor trapezoid(double dx = 1.0, long dim = -1) => Trapezoids(null, dx, dim).sum(dim: dim);

        /// <summary>The integral along a dimension by trapezoids between the points x.</summary>
        public Tensor trapezoid(Tensor x, long dim = -1) => Trapezoids(x, 1, dim).sum(dim: dim);

        /// <summary>The integral so far along a dimension, by trapezoids of width dx.</summary>
        public Tensor cumulative_trapezoid(double dx = 1.0, long dim = -1) => Trapezoids(null, dx, dim).cumsum(dim);

        /// <summary>The integral so far along a dimension, by trapezoids between the points x.</summary>
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Trapezoids(x, 1, dim).cumsum(dim);

        private Tensor Trapezoids(Tensor? x, double dx, long dim)
        {
            var n = Math.Max(0, size((int)dim) - 1);
            var sums = narrow(dim, size((int)dim) - n, n).add(narrow(dim, 0, n));
            if (x is null) return sums.mul(dx / 2);
            var widths = x.diff(1, x.ndim == 1 ? 0 : dim);
            if (x.ndim == 1 && dim != -1 && Shapes.Dim(dim, Shape_.Length) < Shape_.Length - 1)
                widths = widths.reshape([n, .. Enumerable.Repeat(1L, Shape_.Length - 1 - Shapes.Dim(dim,
                    Shape_.Length))]);
            return sums.mul(widths).div(2);
        }

        /// <summary>The sum of all elements that are not NaN.</summary>
        public Tensor nansum() => masked_fill(isnan(), 0).sum();

        /// <summary>The mean of the elements that are not NaN, over a dimension or all.</summary>
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null)
        {
            var x = dtype is { } type ? to_type(type) : this;
            long[] dims = dim is { } d ? [d] : [];
            var numbers = x.isnan().logical_not();
            return x.masked_fill(x.isnan(), 0).sum(dims, keepdim).div(numbers.sum(dims, keepdim));
        }

        /// <summary>The covariance of variables, one a row, of their observations, one a column.</summary>
        /// <param name="correction">Taken from the number of observations: 1 for the unbiased estimate.</param>
        /// <param name="fweights">How often each observation counts, integers; or null.</param>
        /// <param name="aweights">How much each observation weighs; or null.</param>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null)
        {
            if (Live().Shape_.Length > 2)
                throw new ArgumentException(
                    "cov(): expected input to have two or fewer dimensions but got an input with " +
                    $"{Shape_.Length} dimensions");
            var x = (Shape_.Length < 2 ? reshape(1, -1) : this).to_type(dtype.OrFloat());
            var w = fweights is null && aweights is null ? torch.ones_like(x[0].detach())
                : fweights is null ? aweights!.to_type(x.dtype)
                : aweights is null ? fweights.to_type(x.dtype) : fweights.mul(aweights).to_type(x.dtype);
            var total = w.sum();
            var norm = aweights is null || correction == 0 ? total.sub(correction)
                : total.sub(w.mul(aweights).sum().div(total).mul(correction));
            var centred = x.sub(x.mul(w).sum(1, keepdim: true).div(total));
            var y = centred.matmul(centred.mul(w).t()).div(norm.clamp_min(0));
            return Shape_.Length < 2 ? y.squeeze() : y;
        }

        /// <summary>The correlation of variables, one a row, of their observations, one a column.</summary>
        public Tensor corrcoef()
        {
            var c = cov();
            if (c.Shape_.Length == 0) return c.div(c);
            var deviation = c.diagonal().sqrt();
            return c.div(deviation.unsqueeze(1)).div(deviation.unsqueeze(0)).clamp(-1, 1);
        }
    }
}
