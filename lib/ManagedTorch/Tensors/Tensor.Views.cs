namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same elements in another shape; one size may be -1.</summary>
        /// <exception cref="ArgumentException">
        /// The shape holds another number of elements, or would need them moved (then use reshape).
        /// </exception>
        public Tensor view(params long[] shape)
        {
            var target = Shapes.Infer(shape, Live().Count_);
            var strides = Shapes.View(Shape_, Strides_, target) ?? throw new ArgumentException(
                "view size is not compatible with input tensor's size and stride (at least one dimension spans " +
                "across two contiguous subspaces). Use .reshape(...) instead.");
            return ViewGrad(Alias(target, strides, Offset_), "view", Shape_);
        }

        /// <summary>The elements in another shape, a view where possible; one size may be -1.</summary>
        /// <exception cref="ArgumentException">The shape holds another number of elements.</exception>
        public Tensor reshape(params long[] shape)
        {
            var target = Shapes.Infer(shape, Live().Count_);
            var strides = Shapes.View(Shape_, Strides_, target);
            var y = strides is null ? AsContiguous().Reshaped(target) : Alias(target, strides, Offset_);
            return ViewGrad(y, "reshape", Shape_);
        }

        /// <summary>A view with two dimensions exchanged.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension.</exception>
        public Tensor transpose(long dim0, long dim1)
        {
            var (d0, d1) = (Shapes.Dim(dim0, Live().Shape_.Length), Shapes.Dim(dim1, Shape_.Length));
            var (shape, strides) = ((long[])Shape_.Clone(), (long[])Strides_.Clone());
            if (shape.Length > 0)
            {
                (shape[d0], shape[d1]) = (shape[d1], shape[d0]);
                (strides[d0], strides[d1]) = (strides[d1], strides[d0]);
            }

            var y = Alias(shape, strides, Offset_);
            return Autograd.Needed(this) ? Autograd.Record(y, "transpose", [this], dy => [dy.transpose(d0, d1)]) : y;
        }

        /// <summary>A view with the dimensions in another order.</summary>
        /// <exception cref="ArgumentException">The order does not name each dimension once.</exception>
        public Tensor permute(params long[] permutation)
        {
            ArgumentNullException.ThrowIfNull(permutation);
            var rank = Live().Shape_.Length;
            if (permutation.Length != rank)
                throw new ArgumentException(
                    "permute(sparse_coo): number of dimensions in the tensor input does not match " +
                    $"the length of the desired ordering of dimensions i.e. input.dim() = {rank} is not equal to " +
                    $"len(dims) = {permutation.Length}");
            var (shape, strides, inverse) = (new long[rank], new long[rank], new long[rank]);
            var seen = new bool[rank];
            for (var i = 0; i < rank; i++)
            {
                var d = Shapes.Dim(permutation[i], rank);
                if (seen[d]) throw new ArgumentException("permute(): duplicate dims are not allowed.");
                (seen[d], shape[i], strides[i], inverse[d]) = (true, Shape_[d], Strides_[d], i);
            }

            var y = Alias(shape, strides, Offset_);
            return Autograd.Needed(this) ? Autograd.Record(y, "permute", [this], dy => [dy.permute(inverse)]) : y;
        }

        /// <inheritdoc cref="permute(long[])"/>
        public Tensor permute(IEnumerable<long> permutation) => permute([.. permutation]);

        /// <summary>A view that repeats dimensions of size 1; -1 leaves a size as it is.</summary>
        /// <exception cref="ArgumentException">A size other than 1 would change.</exception>
        public Tensor expand(params long[] sizes) => Expand(sizes);

        /// <inheritdoc cref="expand(long[])"/>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Expand(sizes);

        /// <inheritdoc cref="expand(long[])"/>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Expand(sizes);

        /// <summary>A view of the shape of another tensor.</summary>
        public Tensor expand_as(Tensor other) => Expand(other.Live().Shape_);

        /// <inheritdoc cref="expand(long[])"/>
        public Tensor broadcast_to(params long[] shape) => Expand(shape);

        private Tensor Expand(ReadOnlySpan<long> sizes)
        {
            var extra = sizes.Length - Live().Shape_.Length;
            if (extra < 0)
                throw new ArgumentException(
                    $"expand({dtype}{Shapes.Text(Shape_)}, size={Shapes.Text(sizes)}): the number " +
                    $"of sizes provided ({sizes.Length}) must be greater or equal to the number of dimensions in the " +
                    $"tensor ({Shape_.Length})");
            var target = sizes.ToArray();
            for (var d = 0; d < target.Length; d++)
            {
                var have = d < extra ? 1 : Shape_[d - extra];
                if (target[d] == -1 && d >= extra) target[d] = have;
                if (target[d] != have && have != 1 || target[d] < 0)
                    throw new ArgumentException(
                        $"The expanded size of the tensor ({target[d]}) must match the existing " +
                        $"size ({have}) at non-singleton dimension {d}.  Target sizes: {Shapes.Text(sizes)}.  " +
                        $"Tensor sizes: {Shapes.Text(Shape_)}");
            }

            var y = Alias(target, Shapes.BroadcastStrides(Shape_, Strides_, target), Offset_);
            return Autograd.Needed(this) ? Autograd.Record(y, "expand", [this], dy => [dy]) : y;
        }

        /// <summary>This tensor if its elements lie in order, else a copy that does.</summary>
        public Tensor contiguous()
        {
            if (Live().Contiguous_) return this;
            var y = AsContiguous();
            return Autograd.Needed(this) ? Autograd.Record(y, "contiguous", [this], dy => [dy]) : y;
        }

        /// <summary>A view of the same elements that remembers nothing for gradients.</summary>
        public Tensor detach() => Shared(Shape_, Strides_, Offset_);

        /// <summary>Another view of the same elements.</summary>
        public Tensor alias() => ViewGrad(Alias(Shape_, Strides_, Offset_), "alias", Shape_);

        // The gradient of what only changes the shape.
        private Tensor ViewGrad(Tensor y, string name, long[] shape) =>
            Autograd.Needed(this) ? Autograd.Record(y, name, [this], dy => [dy.reshape(shape)]) : y;
    }
}
