using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The elements in order along a dimension, and where they were; always stable. NaN counts as largest.
        /// </summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            if (Live().dtype.IsReduced())
                return to_type(ScalarType.Float32).sort(dim, descending) is var (v, i) ? (v.to_type(dtype), i)
                    : default;
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            var last = Shape_.Length - 1;
            var x = detach();
            if (d < last) x = x.transpose(d, last);
            x = x.AsContiguous();
            var (values, indices) = (NewLike(x, dtype), NewLike(x, ScalarType.Int64));
            Sorting.Run(x, x.Shape_.Length == 0 ? 1 : (int)x.Shape_[^1], descending, values, indices);
            if (d < last)
                (values, indices) = (values.transpose(d, last).contiguous(), indices.transpose(d, last).contiguous());
            return (OrderGrad(values, indices, d, "sort"), indices);
        }

        /// <summary>Where the elements in order along a dimension were.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => detach().sort(dim, descending).Indices;

        /// <summary>The k largest or smallest along a dimension, best first, and where they were.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There are fewer than k.</exception>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            if (k < 0 || (Shape_.Length > 0 && k > Shape_[d]))
                throw new ArgumentOutOfRangeException(nameof(k), "selected index k out of range");
            var (all, places) = detach().sort(d, largest);
            if (Shape_.Length == 0) return (OrderGrad(all, places, d, "topk"), places);
            var (values, indices) = (all.narrow(d, 0, k).clone(), places.narrow(d, 0, k).clone());
            return (OrderGrad(values, indices, d, "topk"), indices);
        }

        private Tensor OrderGrad(Tensor values, Tensor indices, int d, string name)
        {
            if (!Autograd.Needed(this)) return values;
            var shape = Shape_;
            return Autograd.Record(values, name, [this],
                dy => [dy.new_zeros(shape).scatter_add(d, indices, dy)], indices);
        }

        /// <summary>How often each number occurs, from 0 on.</summary>
        /// <param name="weights">What each element counts; null for 1.</param>
        /// <param name="minlength">The least length of the result.</param>
        /// <exception cref="ArgumentException">
        /// The elements are not integers in one dimension, or one is negative.
        /// </exception>
        public Tensor bincount(Tensor? weights, long minlength = 0)
        {
            if (Live().Shape_.Length != 1 || dtype.IsFloating())
                throw new ArgumentException("bincount only supports 1-d non-negative integral inputs.");
            var values = As(ScalarType.Int64);
            var (smallest, largest) = Count_ == 0 ? (0, -1) : (values.min().item<long>(), values.max().item<long>());
            if (smallest < 0) throw new ArgumentException("bincount only supports 1-d non-negative integral inputs.");
            var source = weights is null ? torch.ones_like(values)
                : weights.to_type(weights.dtype == ScalarType.Float32 ? ScalarType.Float32 : ScalarType.Float64);
            return zeros([Math.Max(largest + 1, minlength)], source.dtype).index_add(0, values, source, 1);
        }

        /// <summary>The different elements in order, where each element went, and how often each occurs.</summary>
        /// <param name="sorted">Has no effect; the result is always in order.</param>
        /// <param name="return_inverse">Has no effect; all three are always computed.</param>
        /// <param name="return_counts">Likewise.</param>
        /// <param name="dim">The dimension whose slices are compared; all elements if null.</param>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique(bool sorted = true,
            bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            if (dim is { } d) return UniqueSlices(d);
            var (values, places) = detach().reshape(-1).sort();
            var n = values.Count_;
            var first = n == 0 ? zeros([0], ScalarType.Bool)
                : cat([ones([1], ScalarType.Bool), values.narrow(0, 1, n - 1).ne(values.narrow(0, 0, n - 1))]);
            var group = first.cumsum(0).sub(1);
            var output = values.index(first);
            var inverse = torch.zeros_like(group).scatter(0, places, group).view(Shape_);
            return (output, inverse, group.bincount(null, output.Count_));
        }
    }
}
