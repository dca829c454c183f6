namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Part of the tensor: a view, or a copy where an index is a tensor. Set writes over it.</summary>
        /// <param name="indices">Numbers, ranges, TensorIndex values; missing ones take whole dimensions.</param>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The elements that integers name, or that Bool marks.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>Part of the tensor, by numbers.</summary>
        public Tensor this[params long[] indices]
        {
            get => index([.. indices.Select(i => TensorIndex.Single(i))]);
            set => index_put_(value, [.. indices.Select(i => TensorIndex.Single(i))]);
        }

        /// <summary>Part of the tensor, by its first index.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The index is not in the tensor.</exception>
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => index_put_(value, TensorIndex.Single(i1));
        }

        /// <summary>Part of the tensor, by its first two indices.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor this[long i1, long i2]
        {
            get => select(0, i1).select(0, i2);
            set => index_put_(value, TensorIndex.Single(i1), TensorIndex.Single(i2));
        }

        /// <summary>Part of the tensor, by its first three indices.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor this[long i1, long i2, long i3]
        {
            get => select(0, i1).select(0, i2).select(0, i3);
            set => index_put_(value, TensorIndex.Single(i1), TensorIndex.Single(i2), TensorIndex.Single(i3));
        }

        /// <inheritdoc cref="this[TensorIndex[]]"/>
        public Tensor index(params TensorIndex[] indices)
        {
            var (view, tensors) = Split(indices);
            return tensors is null ? view : view.Picked(tensors);
        }

        /// <inheritdoc cref="this[Tensor[]]"/>
        public Tensor index(params Tensor[] indices) => index([.. indices.Select(TensorIndex.Tensor)]);

        /// <summary>Writes a tensor, broadcast, over part of this one.</summary>
        /// <exception cref="ArgumentException">The value does not broadcast to the part.</exception>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            CheckWritable(value);
            var (view, tensors) = detach().Split(indices);
            if (tensors is null)
            {
                view.copy_(value.detach());
                return Written("index_put_", [this, value], dy => [
                    dy.clone().index_put_(zeros([], dy.dtype), indices), dy.index(indices)]);
            }

            var places = arange(Count_).view(Shape_).index(indices);
            var source = value.to_type(dtype).expand(places.Shape_).reshape(-1);
            return InPlace(x => x.reshape(-1).scatter(0, places.reshape(-1), source).view(Shape_), source);
        }

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Tensor value, params Tensor[] indices) =>
            index_put_(value, [.. indices.Select(TensorIndex.Tensor)]);

        /// <inheritdoc cref="index_put_(Tensor, TensorIndex[])"/>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices) =>
            index_put_(full([], value, dtype), indices);

        // What slices and numbers give, and the tensors among the indices by the dimension of that view they stand for.
        private (Tensor View, Tensor?[]? Tensors) Split(TensorIndex[] indices)
        {
            var named = indices.Sum(i => i.Type switch
            {
                TensorIndex.Kind.Single or TensorIndex.Kind.Slice => 1,
                TensorIndex.Kind.Tensor =>
                    i.Elements!.dtype == ScalarType.Bool ? Math.Max(1, i.Elements.Shape_.Length) : 1,
                _ => 0,
            });
            if (named > Live().Shape_.Length)
                throw new ArgumentException($"too many indices for tensor of dimension {Shape_.Length}");
            var (view, d) = (this, 0);
            List<Tensor?>? tensors = null;
            foreach (var i in indices)
            {
                if (i.Type == TensorIndex.Kind.Single) view = Selected(view, d, i.Start!.Value);
                else if (i.Type == TensorIndex.Kind.Slice) view = Sliced(view, d++, i);
                else if (i.Type == TensorIndex.Kind.Ellipsis) d += Shape_.Length - named;
                else if (i.Type == TensorIndex.Kind.Tensor) Add(i.Elements!);
                else view = i.Type == TensorIndex.Kind.None || i.Start == 1 ? view.unsqueeze(d++)
                    : view.unsqueeze(d).narrow(d++, 0, 0);
            }

            return (view, tensors?.ToArray());

            void Add(Tensor tensor)
            {
                tensors ??= [];
                while (tensors.Count < d) tensors.Add(null);
                if (tensor.dtype == ScalarType.Bool) tensors.AddRange(view.Marked(tensor, d));
                else tensors.Add(tensor);
                d = tensors.Count;
            }
        }

        private static Tensor Selected(Tensor view, int d, long index) => view.select(d, index);

        private static Tensor Sliced(Tensor view, int d, TensorIndex i) =>
            i.Start is null && i.Stop is null && i.Step is null ? view
                : view.slice(d, i.Start ?? 0, i.Stop ?? long.MaxValue, i.Step ?? 1);

        // The places that a mask marks, one tensor per dimension of the mask.
        private Tensor[] Marked(Tensor mask, int d)
        {
            for (var i = 0; i < mask.Shape_.Length; i++)
                if (mask.Shape_[i] != Shape_[d + i])
                    throw new ArgumentException(
                        $"The shape of the mask {Shapes.Text(mask.Shape_)} at index {i} does not " +
                        $"match the shape of the indexed tensor {Shapes.Text(Shape_)} at index {d + i}");
            return mask.nonzero().unbind(1);
        }

        // Elements by tensors of indices: the named dimensions come first, are merged, and are selected from.
        private Tensor Picked(Tensor?[] tensors)
        {
            var named = Enumerable.Range(0, tensors.Length).Where(d => tensors[d] is not null).ToArray();
            var rest = Enumerable.Range(0, Shape_.Length).Except(named).ToArray();
            var indices = broadcast_tensors([.. named.Select(d => Wrapped(tensors[d]!, d))]);
            var flat = indices[0];
            for (var i = 1; i < named.Length; i++) flat = flat.mul(Shape_[named[i]]).add(indices[i]);
            var front = permute([.. named.Concat(rest).Select(d => (long)d)]);
            long[] kept = [.. rest.Select(d => Shape_[d])];
            var all = front.reshape([Shapes.Count([.. named.Select(d => Shape_[d])]), .. kept]);
            var y = all.index_select(0, flat.reshape(-1)).view([.. flat.Shape_, .. kept]);
            var adjacent = named[^1] - named[0] == named.Length - 1;
            if (!adjacent || named[0] == 0) return y;
            var k = flat.Shape_.Length;      // neighbouring indices put their dimensions where they stood
            return y.permute([.. Enumerable.Range(k, named[0]).Concat(Enumerable.Range(0, k))
                .Concat(Enumerable.Range(k + named[0], kept.Length - named[0])).Select(d => (long)d)]);
        }

        // Indices in [0, size), from [-size, size).
        private Tensor Wrapped(Tensor index, int d)
        {
            if (index.dtype.IsFloating())
                throw new ArgumentException("tensors used as indices must be long, int, byte or bool tensors");
            var places = index.As(ScalarType.Int64).AsContiguous();
            var negative = false;
            foreach (var place in places.Elements<long>())
            {
                if (place < -Shape_[d] || place >= Shape_[d])
                    throw new ArgumentOutOfRangeException(nameof(index), (string?)
                        $"index {place} is out of bounds for dimension {d} with size {Shape_[d]}");
                negative |= place < 0;
            }

            return negative ? torch.where(places.lt(0), places.add(Shape_[d]), places) : places;
        }

        /// <summary>The places of the elements that are not zero, one row each: [n, ndim].</summary>
        public Tensor nonzero()
        {
            var flags = As(ScalarType.Bool).AsContiguous().Elements<bool>();
            var strides = Shapes.Contiguous(Shape_);
            var places = new List<long>();
            for (var i = 0; i < flags.Length; i++)
                for (var d = 0; flags[i] && d < strides.Length; d++) places.Add(i / strides[d] % Shape_[d]);
            var count = Shape_.Length == 0 ? Truth().sum().item<long>() : places.Count / Shape_.Length;
            return Wrap(places.ToArray(), [count, Shape_.Length]);
        }

        /// <summary>The elements that the mask marks, in one dimension; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The mask is not Bool.</exception>
        public Tensor masked_select(Tensor mask)
        {
            if (mask.Live().dtype != ScalarType.Bool)
                throw new ArgumentException("masked_select: expected BoolTensor for mask");
            var shape = Shapes.Broadcast(Live().Shape_, mask.Shape_);
            return expand(shape).index(mask.expand(shape));
        }
    }
}
