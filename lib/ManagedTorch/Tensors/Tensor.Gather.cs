using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The slices of a dimension that the indices name, in their order.</summary>
        /// <param name="dim">The dimension.</param>
        /// <param name="index">Integers, [n], each in [0, size).</param>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor index_select(long dim, Tensor index)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            if (index.Live().Shape_.Length > 1)
                throw new ArgumentException("index_select(): Index is supposed to be a vector");
            var places = Places(index, d);
            var shape = (long[])Shape_.Clone();
            if (shape.Length > 0) shape[d] = places.Count_;
            var (outer, n, inner) = Around(d);
            var y = New(dtype, shape);
            Indexing.Select(AsContiguous(), outer, n, inner, places.Elements<long>(), y);
            return Autograd.Needed(this) ? SelectGrad(y, d, places) : y;
        }

        private Tensor SelectGrad(Tensor y, int d, Tensor places)
        {
            var shape = Shape_;
            return Autograd.Record(y, "index_select", [this],
                dy => [dy.new_zeros(shape).index_add(d, places, dy, 1)], places);
        }

        /// <summary>Adds alpha times the slices of the source to the slices that the indices name.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            if (Live().dtype.IsComplex() || dtype.IsReduced())
                return InParts(source, (x, y) => x.index_add(dim, index, y, alpha));
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            var places = Places(index, d);
            var (outer, n, inner) = Around(d);
            var y = detach().clone();
            var scaled = IsOne(alpha) ? source.As(dtype) : source.detach().mul(alpha).As(dtype);
            Indexing.AddAt(scaled.AsContiguous(), outer, n, inner, places.Elements<long>(), y);
            return Autograd.Needed(this, source) ? Autograd.Record(y, "index_add", [this, source],
                dy => [dy, dy.index_select(d, places).mul(alpha)], places) : y;
        }

        /// <summary><see cref="index_add"/>, in place.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            InPlace(x => x.index_add(dim, index, source, alpha), source);

        /// <summary>y[i, j] = x[i, index[i, j]] for a matrix and dim 1; likewise for any shape and dimension.</summary>
        /// <param name="dim">The dimension that the indices count along.</param>
        /// <param name="index">Int64, with as many dimensions as this; not larger but along dim.</param>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor gather(long dim, Tensor index)
        {
            var d = CheckIndex("gather", dim, index);
            var indices = index.As(ScalarType.Int64).AsContiguous();
            var y = New(dtype, index.Shape_);
            Indexing.Gather(AsContiguous(), Indexing.Places(indices, Shape_, d), y);
            if (!Autograd.Needed(this)) return y;
            var shape = Shape_;
            return Autograd.Record(
                y, "gather", [this], dy => [dy.new_zeros(shape).scatter_add(d, indices, dy)], indices);
        }

        /// <summary>A copy with src written where the indices say: y[i, index[i, j]] = src[i, j] for dim 1.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor scatter(long dim, Tensor index, Tensor src) => Scatter(dim, index, src, add: false);

        /// <summary>A copy with src added where the indices say.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not in the tensor.</exception>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Scatter(dim, index, src, add: true);

        /// <summary><see cref="scatter"/>, in place.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => InPlace(x => x.scatter(dim, index, src), src);

        /// <summary><see cref="scatter_add"/>, in place.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) =>
            InPlace(x => x.scatter_add(dim, index, src), src);

        // An operation on types without arithmetic of their own: on both parts of complex numbers, or in Float32.
        private Tensor InParts(Tensor other, Func<Tensor, Tensor, Tensor> operation) => dtype.IsComplex()
            ? torch.complex(operation(real, other.to_type(dtype).real), operation(imag, other.to_type(dtype).imag))
            : operation(to_type(ScalarType.Float32), other.to_type(ScalarType.Float32)).to_type(dtype);

        private Tensor Scatter(long dim, Tensor index, Tensor src, bool add)
        {
            if (Live().dtype == src.dtype && (dtype.IsComplex() || dtype.IsReduced()))
                return InParts(src, (x, y) => x.Scatter(dim, index, y, add));
            var d = CheckIndex(add ? "scatter_add" : "scatter", dim, index);
            if (src.Live().dtype != dtype)
                throw new ArgumentException("scatter(): Expected self.dtype to be equal to src.dtype");
            var indices = index.As(ScalarType.Int64).AsContiguous();
            var values = src.detach();
            for (var i = 0; i < indices.Shape_.Length; i++) values = values.narrow(i, 0, indices.Shape_[i]);
            var y = New(dtype, Shape_);
            Copy.Strided(this, y);
            Indexing.Scatter(values.AsContiguous(), Indexing.Places(indices, Shape_, d), add, y);
            if (!Autograd.Needed(this, src)) return y;
            var (shape, whole) = (src.Shape_, Shapes.Same(src.Shape_, indices.Shape_));
            return Autograd.Record(y, "scatter", [this, src], dy => [
                add ? dy : dy.scatter(d, indices, torch.zeros_like(indices, dy.dtype)),
                whole ? dy.gather(d, indices) : dy.gather(d, indices).PaddedTo(shape)], indices);
        }

        // Zeros behind the elements up to a larger shape.
        private Tensor PaddedTo(long[] shape)
        {
            var y = zeros(shape, dtype);
            var corner = y;
            for (var d = 0; d < shape.Length; d++) corner = corner.narrow(d, 0, Shape_[d]);
            corner.copy_(this);
            return y;
        }

        private int CheckIndex(string name, long dim, Tensor index)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            if (index.Live().dtype is not (ScalarType.Int64 or ScalarType.Int32))
                throw new ArgumentException($"{name}(): Expected dtype int64 for index");
            if (index.Shape_.Length != Shape_.Length)
                throw new ArgumentException($"Index tensor must have the same number of dimensions as input tensor");
            for (var i = 0; i < Shape_.Length; i++)
                if (i != d && index.Shape_[i] > Shape_[i])
                    throw new ArgumentException($"Size does not match at dimension {i} expected index " +
                        $"{Shapes.Text(index.Shape_)} to be smaller than self {Shapes.Text(Shape_)} apart from " +
                        $"dimension {d}");
            return d;
        }

        // The indices as Int64 in [0, size).
        private Tensor Places(Tensor index, int d)
        {
            if (index.Live().dtype.IsFloating() || index.dtype == ScalarType.Bool)
                throw new ArgumentException("index_select(): Expected dtype int32 or int64 for index");
            var places = index.As(ScalarType.Int64).AsContiguous();
            var size = Shape_.Length == 0 ? 1 : Shape_[d];
            foreach (var place in places.Elements<long>())
                if (place < 0 || place >= size)
                    throw new ArgumentOutOfRangeException(nameof(index), (string?)
                        $"index {place} is out of bounds for dimension {d} with size {size}");
            return places;
        }

        // The shape as [outer, n, inner] around a dimension.
        internal (int Outer, int N, int Inner) Around(int d) => Shape_.Length == 0 ? (1, 1, 1)
            : ((int)Shapes.Count(Shape_.AsSpan(0, d)), (int)Shape_[d], (int)Shapes.Count(Shape_.AsSpan(d + 1)));
    }
}
