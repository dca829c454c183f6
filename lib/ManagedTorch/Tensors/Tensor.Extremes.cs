using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The largest element; NaN if there is one.</summary>
        /// <exception cref="ArgumentException">There are no elements.</exception>
        public Tensor max() => Extreme(true, "max");

        /// <summary>The smallest element; NaN if there is one.</summary>
        /// <exception cref="ArgumentException">There are no elements.</exception>
        public Tensor min() => Extreme(false, "min");

        /// <summary>The largest along a dimension, and the index of the first such.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Extreme(dim, keepdim, true, "max");

        /// <summary>The smallest along a dimension, and the index of the first such.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Extreme(dim, keepdim, false, "min");

        /// <summary>The index of the first largest element, counted through the whole tensor.</summary>
        public Tensor argmax() => detach().reshape(-1).Extreme(0, false, true, "argmax").Indices;

        /// <summary>The index of the first smallest element, counted through the whole tensor.</summary>
        public Tensor argmin() => detach().reshape(-1).Extreme(0, false, false, "argmin").Indices;

        /// <summary>The index of the first largest along a dimension.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => detach().Extreme(dim, keepdim, true, "argmax").Indices;

        /// <summary>The index of the first smallest along a dimension.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => detach().Extreme(dim, keepdim, false, "argmin").Indices;

        /// <summary>The largest over several dimensions; the gradient is shared by equals.</summary>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => ExtremeOver(dims, keepdim, true);

        /// <inheritdoc cref="amax(long[], bool, Tensor)"/>
        public Tensor amax(params long[] dims) => ExtremeOver(dims, false, true);

        /// <summary>The smallest over several dimensions; the gradient is shared by equals.</summary>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => ExtremeOver(dims, keepdim, false);

        /// <inheritdoc cref="amin(long[], bool, Tensor)"/>
        public Tensor amin(params long[] dims) => ExtremeOver(dims, false, false);

        private Tensor ExtremeOver(long[] dims, bool keepdim, bool largest)
        {
            var reduction = new Reduction(this, dims);
            var best = detach();
            for (var d = 0; d < Shape_.Length; d++)
                if (reduction.Reduced[d]) best = best.Extreme(d, true, largest, largest ? "amax" : "amin").Values;
            var y = best.reshape(reduction.Shape(keepdim));
            return Autograd.Needed(this)
                ? Autograd.Record(y, "amax", [this], dy => [Evenly(dy.reshape(reduction.Kept), best)], this) : y;
        }

        private Tensor Extreme(bool largest, string name)
        {
            if (Live().Count_ == 0)
                throw new ArgumentException(
                    $"{name}(): Expected reduction dim to be specified for input.numel() == 0. " +
                    "Specify the reduction dim with the 'dim' argument.");
            var y = detach().reshape(-1).Extreme(0, false, largest, name).Values;
            return Autograd.Needed(this) ? Autograd.Record(y, name, [this], dy => [Evenly(dy, y)], this, y) : y;
        }

        // The gradient of the whole maximum: equal parts for all that are equal to it.
        private Tensor Evenly(Tensor dy, Tensor best)
        {
            var mask = eq(best).to_type(dtype);
            var dims = Enumerable.Range(0, Shape_.Length).Where(d => best.Shape_.Length == 0 || best.Shape_[d] == 1)
                .Select(d => (long)d).ToArray();
            return mask.mul(dy).div(mask.sum(dims, keepdim: true));
        }

        private (Tensor, Tensor) ExtremeOfReduced(long dim, bool keepdim, bool largest, string name)
        {
            var (values, indices) = to_type(ScalarType.Float32).Extreme(dim, keepdim, largest, name);
            return (values.to_type(dtype), indices);
        }

        private (Tensor Values, Tensor Indices) Extreme(long dim, bool keepdim, bool largest, string name)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            var reduction = new Reduction(this, [d]);
            if (reduction.Count == 0)
                throw new ArgumentException($"{name}(): Expected reduction dim {d} to have non-zero size.");
            if (dtype.IsReduced()) return ExtremeOfReduced(dim, keepdim, largest, name);
            var x = AsContiguous();
            var inner = (int)Shapes.Count(Shape_.AsSpan(Math.Min(d + 1, Shape_.Length)));
            var outer = (int)Shapes.Count(Shape_.AsSpan(0, Math.Min(d, Shape_.Length)));
            var shape = reduction.Shape(keepdim);
            var (values, indices) = (New(dtype, shape), New(ScalarType.Int64, shape));
            if (values.Count_ > 0) Extremes.Run(x, largest, outer, (int)reduction.Count, inner, values, indices);
            if (!Autograd.Needed(this)) return (values, indices);
            var (full, kept) = (Shape_, reduction.Kept);
            Autograd.Record(values, name, [this], dy =>
                [dy.new_zeros(full).scatter_add(d, indices.view(kept), dy.reshape(kept))], indices);
            return (values, indices);
        }
    }
}
