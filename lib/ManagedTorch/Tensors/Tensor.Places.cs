namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A copy with the slices of the source written over those that the indices name.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor index_copy(long dim, Tensor index, Tensor source)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            var places = Places(index, d);
            if (source.Live().dtype != dtype)
                throw new ArgumentException("index_copy_(): self and source expected to have the same dtype, but got " +
                    $"(self) {dtype.Word()} and (source) {source.dtype.Word()}");
            long[] shape = Shape_.Length == 0 ? [] : [.. Shape_[..d], places.Count_, .. Shape_[(d + 1)..]];
            if (!Shapes.Same(source.Shape_, shape))
                throw new ArgumentException("index_copy_(): Source/destination tensor must have same slice shapes. " +
                    $"Expected {Shapes.Text(shape)} got {Shapes.Text(source.Shape_)}");
            return Shape_.Length == 0 ? source.clone() : scatter(d, Along(places, d, shape), source);
        }

        /// <summary>A copy with one value in the slices that the indices name.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor index_fill(long dim, Tensor index, Scalar value)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            var places = Places(index.reshape(-1), d);
            var marked = zeros([Shape_.Length == 0 ? 1 : Shape_[d]], ScalarType.Bool);
            foreach (var place in places.Elements<long>()) marked.Elements<bool>()[(int)place] = true;
            return masked_fill(Shape_.Length == 0 ? marked.squeeze(0)
                : marked.view([-1, .. Enumerable.Repeat(1L, Shape_.Length - 1 - d)]), value);
        }

        // The same indices for every element of a shape but along one dimension.
        private static Tensor Along(Tensor places, int d, long[] shape) =>
            places.view([-1, .. Enumerable.Repeat(1L, shape.Length - 1 - d)]).expand(shape);

        /// <summary>Writes a tensor, broadcast, over elements, or adds it to them.</summary>
        /// <param name="value">What to write.</param>
        /// <param name="indices">As in <see cref="this[TensorIndex[]]"/>.</param>
        /// <param name="accumulate">Whether to add; an element named several times gets all of it.</param>
        /// <exception cref="ArgumentException">The value does not broadcast to the part.</exception>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            if (!accumulate) return index_put_(value, indices);
            CheckWritable(value);
            var places = arange(Count_).view(Live().Shape_).index(indices);
            var source = value.to_type(dtype).expand(places.Shape_).reshape(-1);
            return InPlace(x => x.reshape(-1).index_add(0, places.reshape(-1), source, 1).view(Shape_), source);
        }

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[], bool)"/>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            index_put_(value, [.. indices.Select(TensorIndex.Tensor)], accumulate);

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Scalar value, params Tensor[] indices) =>
            index_put_(full([], value, dtype), [.. indices.Select(TensorIndex.Tensor)]);

        /// <summary>Elements counted through the whole tensor, in the shape of the indices.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor take(Tensor index)
        {
            var places = Wrap(index.Live().As(ScalarType.Int64).AsContiguous().Elements<long>().ToArray(),
                index.Shape_);
            foreach (ref var place in places.Elements<long>())
            {
                if (place < -Live().Count_ || place >= Count_)
                    throw new ArgumentOutOfRangeException(nameof(index), (string?)
                        $"out of range: tried to access index {place} on a tensor of {Count_} elements.");
                if (place < 0) place += Count_;
            }

            return reshape(-1).index_select(0, places.reshape(-1)).view(index.Shape_);
        }

        /// <summary>
        /// Elements at indices along a dimension, as argsort gives them; the other dimensions broadcast.
        /// </summary>
        public Tensor take_along_dim(Tensor indices, long dim)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            if (indices.Live().Shape_.Length != Shape_.Length)
                throw new ArgumentException("torch.take_along_dim(): input and indices should have the same number " +
                    $"of dimensions, but got {Shape_.Length} dimensions for input, and {indices.Shape_.Length} " +
                    "dimensions for indices");
            long[] Without(long[] shape) => [.. shape[..d], 1, .. shape[(d + 1)..]];
            var common = Shapes.Broadcast(Without(Shape_), Without(indices.Shape_));
            long[] With(long n) => [.. common[..d], n, .. common[(d + 1)..]];
            return expand(With(Shape_[d])).gather(d, indices.expand(With(indices.Shape_[d])));
        }

        /// <summary>Elements at indices, counted through the whole tensor.</summary>
        public Tensor take_along_dim(Tensor indices) => reshape(-1).gather(0, indices.reshape(-1));

        /// <inheritdoc cref="take_along_dim(Tensor, long)"/>
        public Tensor take_along_dim(IEnumerable<long> indices, long dim)
        {
            var places = tensor(indices.ToArray());
            return take_along_dim(Shape_.Length < 2 ? places : places.view(
                [-1, .. Enumerable.Repeat(1L, Shape_.Length - 1 - Shapes.Dim(dim, Shape_.Length))])
                .expand([.. Shape_[..Shapes.Dim(dim, Shape_.Length)], -1, .. Shape_[(Shapes.Dim(dim,
                    Shape_.Length) + 1)..]]),
                dim);
        }

        /// <inheritdoc cref="take_along_dim(Tensor)"/>
        public Tensor take_along_dim(IEnumerable<long> indices) => take_along_dim(tensor(indices.ToArray()));

        /// <summary>A copy with elements of the value, in order, where the mask holds.</summary>
        /// <exception cref="ArgumentException">The mask is not Bool, or the value has too few elements.</exception>
        public Tensor masked_scatter(Tensor mask, Tensor value)
        {
            if (mask.Live().dtype != ScalarType.Bool)
                throw new ArgumentException("masked_scatter_ only supports boolean masks, but got mask with dtype " +
                    $"{mask.dtype.Word()}");
            if (value.Live().dtype != dtype)
                throw new ArgumentException(
                    $"masked_scatter: expected self and source to have same dtypes but got {dtype.Word()} and " +
                    value.dtype.Word());
            var marks = mask.expand(Live().Shape_).reshape(-1);
            var places = marks.nonzero().squeeze(1);
            if (places.Count_ > value.Count_)
                throw new ArgumentException("masked_scatter: expected the source to have at least " +
                    $"{places.Count_} elements, got {value.Count_}");
            return reshape(-1).scatter(0, places, value.reshape(-1).narrow(0, 0, places.Count_)).view(Shape_);
        }

        /// <inheritdoc cref="nonzero"/>
        public Tensor argwhere() => nonzero();

        /// <summary>The places of the elements that are not zero: one tensor of indices for each dimension.</summary>
        public IList<Tensor> nonzero_as_list() => Live().Shape_.Length == 0 ? reshape(1).nonzero().unbind(1)
            : nonzero().unbind(1);

        /// <summary>A copy in which each slice along a dimension has at most a norm.</summary>
        /// <param name="p">The order of the norm.</param>
        /// <param name="dim">The dimension whose slices are scaled.</param>
        /// <param name="maxnorm">The largest norm.</param>
        public Tensor renorm(float p, long dim, float maxnorm)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            long[] others = [.. Enumerable.Range(0, Shape_.Length).Where(i => i != d).Select(i => (long)i)];
            var norms = Norm(others, true, p);
            var factor = norms.add(1e-7).reciprocal().mul(maxnorm);
            return mul(torch.where(norms.gt(maxnorm), factor, torch.ones_like(factor)));
        }

        /// <summary>
        /// Each slice of a dimension as often as a number for it says; of all elements if dim is null.
        /// </summary>
        /// <param name="repeats">Integers, [n] or [1].</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="output_size">The sum of the repeats, if known; only checked.</param>
        /// <exception cref="ArgumentException">The repeats do not fit, or one is negative.</exception>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null)
        {
            if (dim is not { } given) return reshape(-1).repeat_interleave(repeats, 0, output_size);
            var n = size((int)given);
            var counts = (repeats.Live().Count_ == 1 ? repeats.reshape(1).expand(n) : repeats)
                .to_type(ScalarType.Int64).contiguous();
            if (counts.Shape_.Length != 1 || counts.Count_ != n)
                throw new ArgumentException("repeats must have the same size as input along dim, but got " +
                    $"repeats.size(0) = {counts.Count_} and input.size({given}) = {n}");
            var places = new List<long>();
            for (var i = 0; i < n; i++)
            {
                var count = counts.Elements<long>()[i];
                if (count < 0) throw new ArgumentException("repeats can not be negative");
                for (var k = 0L; k < count; k++) places.Add(i);
            }

            if (output_size is { } expected && expected != places.Count)
                throw new ArgumentException($"output_size should be {places.Count}, got {expected}");
            return index_select(given, tensor(places.ToArray()));
        }
    }
}
