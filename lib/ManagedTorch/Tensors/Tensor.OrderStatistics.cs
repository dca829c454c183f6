namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The k-th smallest along a dimension, k from 1, and where it is; the last dimension if null.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no k-th.</exception>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false)
        {
            var d = Shapes.Dim(dim ?? -1, Live().Shape_.Length);
            var n = Shape_.Length == 0 ? 1 : Shape_[d];
            if (k < 1 || k > n)
                throw new ArgumentOutOfRangeException(nameof(k), (string?)
                    $"kthvalue(): selected number k out of range for dimension {d}");
            if (Shape_.Length == 0) return (clone(), zeros([], ScalarType.Int64));
            var places = detach().argsort(d).narrow(d, k - 1, 1);
            return At(places, d, keepdim);
        }

        /// <inheritdoc cref="kthvalue(long, long?, bool)"/>
        public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) =>
            input.kthvalue(k, dim, keepdim);

        /// <summary>The middle of all elements, the lower of two; NaN if there is one.</summary>
        public Tensor median()
        {
            if (Live().Count_ == 0) return full([], double.NaN, dtype.OrFloat());
            var flat = reshape(-1);
            return flat.isnan().any().item<bool>() ? flat.add(double.NaN).sum()
                : flat.kthvalue((Count_ + 1) / 2, 0).values;
        }

        /// <summary>The middle of all elements that are not NaN, the lower of two.</summary>
        public Tensor nanmedian()
        {
            var numbers = reshape(-1).masked_select(reshape(-1).isnan().logical_not());
            return numbers.Count_ == 0 ? full([], double.NaN, dtype.OrFloat()) : numbers.median();
        }

        /// <summary>The most frequent along a dimension, the smallest of several, and where it is last.</summary>
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            if (Shape_.Length == 0) return (clone(), zeros([], ScalarType.Int64));
            var (sorted, places) = detach().sort(d);
            var (values, from) = (sorted.movedim([d], [-1]).contiguous().@double(), places.movedim([d], [-1]));
            from = from.contiguous();
            var n = (int)Shape_[d];
            var best = New(ScalarType.Int64, [.. values.Shape_[..^1], 1]);
            for (var row = 0; row < best.Count_; row++)
                best.Elements<long>()[row] = from.Elements<long>()[
                    (row * n) + LastOfLongestRun(values.Elements<double>().Slice(row * n, n))];
            return At(best.movedim([-1], [d]), d, keepdim);
        }

        private static int LastOfLongestRun(ReadOnlySpan<double> sorted)
        {
            var (best, length, run) = (0, 0, 0);
            for (var i = 0; i < sorted.Length; i++)
            {
                run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
                if (run > length) (best, length) = (i, run);
            }

            return best;
        }

        // The elements at one place along a dimension.
        private (Tensor, Tensor) At(Tensor places, int d, bool keepdim)
        {
            var values = gather(d, places);
            return keepdim ? (values, places.clone()) : (values.squeeze(d), places.squeeze(d).clone());
        }

        /// <summary>
        /// Quantiles along a dimension, linear between two elements; those of q come first in the shape.
        /// </summary>
        /// <param name="q">Of this type, in [0, 1]: a number or a vector.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="keepdim">Whether it stays, with size 1.</param>
        /// <exception cref="ArgumentException">
        /// q is not in [0, 1], of another type, or has several dimensions.
        /// </exception>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Quantile(q, dim, keepdim, skip: false);

        /// <summary><see cref="quantile(Tensor, long, bool)"/> of the elements that are not NaN.</summary>
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) =>
            Quantile(q, dim, keepdim, skip: true);

        private Tensor Quantile(Tensor q, long dim, bool keepdim, bool skip)
        {
            CheckQuantile(q);
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            var x = (Shape_.Length == 0 ? reshape(1) : this).movedim([d], [-1]).sort(-1).Values;     // NaN last
            var nan = x.detach().isnan();
            var count = skip ? nan.logical_not().sum(-1, keepdim: true) : torch.full_like(
                nan.narrow(-1, 0, 1), x.Shape_[^1], ScalarType.Int64);
            var rank = q.reshape(-1).mul(count.sub(1).clamp(min: 0).to_type(dtype));             // [..., q]
            if (!skip) rank = torch.where(nan.any(-1, keepdim: true), torch.full_like(rank, x.Shape_[^1] - 1), rank);
            var below = rank.detach().floor();
            var (low, high) = (below.to_type(ScalarType.Int64), rank.detach().ceil().to_type(ScalarType.Int64));
            var lower = x.gather(-1, low);
            var y = lower.add(x.gather(-1, high).sub(lower).mul(rank.sub(below)));
            y = y.movedim([-1], [0]);
            if (keepdim && Shape_.Length > 0) y = y.unsqueeze(d + 1);
            return q.Shape_.Length == 0 ? y.select(0, 0) : y;
        }

        private void CheckQuantile(Tensor q)
        {
            if (q.Live().Shape_.Length > 1)
                throw new ArgumentException("quantile() q must be a scalar or 1D tensor");
            if (!Live().dtype.IsFloating())
                throw new ArgumentException("quantile() input tensor must be either float or double dtype");
            if (q.dtype != dtype)
                throw new ArgumentException("quantile() q tensor must be same dtype as the input tensor");
            if (Count_ == 0) throw new ArgumentException("quantile() input tensor must be non-empty");
            if (q.lt(0).logical_or(q.gt(1)).any().item<bool>())
                throw new ArgumentException("quantile() q values must be in the range [0, 1]");
        }

        /// <summary>The elements in order along the first dimension.</summary>
        public Tensor msort() => sort(0).Values;

        /// <summary>Smallest and largest, over a dimension or all.</summary>
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) =>
            dim is { } d ? (amin([d], keepdim), amax([d], keepdim)) : (amin(), amax());

        /// <inheritdoc cref="amax(long[], bool, Tensor)"/>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            amax(dims.ToArray(), keepdim);

        /// <inheritdoc cref="amin(long[], bool, Tensor)"/>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            amin(dims.ToArray(), keepdim);
    }
}
