using System.Runtime.CompilerServices;
using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements; of integers and Bool as Int64.</summary>
        public Tensor sum(ScalarType? type = null) => Sum([], false, type);

        /// <summary>The sum over a dimension.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        /// <remarks>
        /// Takes sum(0) too, which TorchSharp reads as the element type of value 0: write sum(dim: 0) there.
        /// </remarks>
        [OverloadResolutionPriority(1)]
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Sum([dim], keepdim, type);

        /// <inheritdoc cref="sum(long, bool, ScalarType?)"/>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Sum([dim0, dim1], keepdim, type);

        /// <inheritdoc cref="sum(long, bool, ScalarType?)"/>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Sum([dim0, dim1, dim2], keepdim, type);

        /// <summary>The sum over several dimensions; over all if there are none.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Sum(dim, keepdim, type);

        /// <inheritdoc cref="sum(long[], bool, ScalarType?)"/>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Sum(dim, keepdim, type);

        /// <summary>The gradient of a broadcast: sums over what was repeated.</summary>
        internal Tensor SumTo(long[] shape)
        {
            if (Shapes.Same(Shape_, shape)) return this;
            var extra = Shape_.Length - shape.Length;
            if (extra < 0) throw new ArgumentException(
                $"A gradient of shape {Shapes.Text(Shape_)} does not fit an input of shape {Shapes.Text(shape)}.");
            var dims = new List<long>();
            for (var d = 0; d < Shape_.Length; d++)
                if (d < extra || (shape[d - extra] == 1 && Shape_[d] != 1)) dims.Add(d);
            var result = dims.Count == 0 ? this : Sum([.. dims], true, null);
            return result.view(shape);
        }

        private Tensor Sum(ReadOnlySpan<long> dims, bool keepdim, ScalarType? type)
        {
            if (Live().dtype.IsComplex())
                return torch.complex(real.Sum(dims, keepdim, null), imag.Sum(dims, keepdim, null));
            var result = type ?? (dtype.IsFloating() ? dtype : ScalarType.Int64);
            var reduction = new Reduction(this, dims);
            var accumulate = result.IsReduced() ? ScalarType.Float32
                : result.IsFloating() ? result : ScalarType.Int64;
            var y = reduction.Run(As(accumulate), accumulate, Sums.Sum).As(result).Reshaped(reduction.Shape(keepdim));
            return Autograd.Needed(this) ? SumGrad(y, this, reduction.Kept) : y;
        }

        private static Tensor SumGrad(Tensor y, Tensor x, long[] kept)
        {
            var shape = x.Shape_;
            return Autograd.Record(y, "sum", [x], dy => [dy.view(kept).expand(shape)]);
        }

        // The same fresh tensor in another shape.
        private Tensor Reshaped(long[] shape)
        {
            (Shape_, Strides_) = (shape, Shapes.Contiguous(shape));
            return this;
        }
    }
}
