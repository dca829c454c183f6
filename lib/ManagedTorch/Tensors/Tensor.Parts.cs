namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Views of a number of nearly equal parts of a dimension, the longer ones first.</summary>
        /// <exception cref="ArgumentException">The number is not positive.</exception>
        public Tensor[] tensor_split(long size, long dim = 0)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            if (size <= 0) throw new ArgumentException($"number of sections must be larger than 0, got {size}");
            var n = this.size(d);
            long[] ends = [.. Enumerable.Range(1, (int)size - 1).Select(i => (n / size * i) + Math.Min(i, n % size))];
            return tensor_split(ends, d);
        }

        /// <summary>Views of the parts of a dimension between indices.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            if (Shape_.Length == 0)
                throw new ArgumentException("tensor_split expected at least a 1-dimensional tensor, but got a tensor " +
                    "with 0 dims");
            long[] bounds = [0, .. sizes, Shape_[d]];
            return [.. Enumerable.Range(0, sizes.Length + 1).Select(i => slice(d, bounds[i], bounds[i + 1], 1))];
        }

        /// <inheritdoc cref="tensor_split(long[], long)"/>
        public Tensor[] tensor_split(Tensor indices, long dim = 0)
        {
            if (indices.Live().Shape_.Length > 1 || indices.dtype != ScalarType.Int64)
                throw new ArgumentException(
                    "tensor_split expected tensor_indices_or_sections to be a zero-dimensional " +
                    $"or one-dimensional Int64 tensor, got {indices.dtype.Word()} {Shapes.Text(indices.Shape_)}");
            return indices.Shape_.Length == 0 ? tensor_split(indices.item<long>(), dim)
                : tensor_split(indices.contiguous().Elements<long>().ToArray(), dim);
        }

        /// <summary>Views of equal parts side by side: of columns, or of a vector.</summary>
        /// <exception cref="ArgumentException">The parts would not be equal, or there is no such dimension.</exception>
        public Tensor[] hsplit(long size) => Equal("hsplit", 1, Live().Shape_.Length == 1 ? 0 : 1, size);

        /// <summary>Views of the parts between column indices.</summary>
        public Tensor[] hsplit(params long[] sizes) =>
            Between("hsplit", 1, Live().Shape_.Length == 1 ? 0 : 1, sizes);

        /// <inheritdoc cref="hsplit(long[])"/>
        public Tensor[] hsplit(Tensor indices) => indices.ndim == 0 ? hsplit(indices.item<long>())
            : hsplit(indices.contiguous().Elements<long>().ToArray());

        /// <summary>Views of equal parts below each other: of rows.</summary>
        /// <exception cref="ArgumentException">The parts would not be equal, or there are no rows.</exception>
        public Tensor[] vsplit(long size) => Equal("vsplit", 2, 0, size);

        /// <summary>Views of the parts between row indices.</summary>
        public Tensor[] vsplit(params long[] sizes) => Between("vsplit", 2, 0, sizes);

        /// <inheritdoc cref="vsplit(long[])"/>
        public Tensor[] vsplit(Tensor indices) => indices.ndim == 0 ? vsplit(indices.item<long>())
            : vsplit(indices.contiguous().Elements<long>().ToArray());

        /// <summary>Views of equal parts of the third dimension.</summary>
        /// <exception cref="ArgumentException">The parts would not be equal, or there is no such dimension.</exception>
        public Tensor[] dsplit(long size) => Equal("dsplit", 3, 2, size);

        /// <summary>Views of the parts of the third dimension between indices.</summary>
        public Tensor[] dsplit(params long[] sizes) => Between("dsplit", 3, 2, sizes);

        /// <inheritdoc cref="dsplit(long[])"/>
        public Tensor[] dsplit((long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);

        /// <inheritdoc cref="dsplit(long[])"/>
        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

        /// <inheritdoc cref="dsplit(long[])"/>
        public Tensor[] dsplit((long, long, long, long) indices_or_sections) => dsplit([indices_or_sections.Item1,
            indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

        /// <inheritdoc cref="dsplit(long[])"/>
        public Tensor[] dsplit(Tensor indices) => indices.ndim == 0 ? dsplit(indices.item<long>())
            : dsplit(indices.contiguous().Elements<long>().ToArray());

        private Tensor[] Equal(string name, int rank, int d, long parts)
        {
            CheckRank(name, rank);
            if (parts <= 0 || Shape_[d] % parts != 0)
                throw new ArgumentException(
                    $"torch.{name} attempted to split along dimension {d}, but the size of the " +
                    $"dimension {Shape_[d]} is not divisible by the split_size {parts}!");
            return tensor_split(parts, d);
        }

        private Tensor[] Between(string name, int rank, int d, long[] indices)
        {
            CheckRank(name, rank);
            return tensor_split(indices, d);
        }

        private void CheckRank(string name, int rank)
        {
            if (Live().Shape_.Length < rank)
                throw new ArgumentException($"torch.{name} requires a tensor with at least {rank} dimension" +
                    $"{(rank == 1 ? "" : "s")}, but got a tensor with {Shape_.Length} dimensions!");
        }

        /// <summary>Views of pieces of several sizes along the first dimension.</summary>
        public Tensor[] split(params long[] sizes) => split(sizes, 0L);

        /// <inheritdoc cref="split(long[], long)"/>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => split(sizes.ToArray(), dim);

        /// <inheritdoc cref="roll(long, long?)"/>
        public Tensor roll(long[] shifts) => shifts.Length == 1 ? roll(shifts[0])
            : throw new ArgumentException($"shifts and dimensions must align. shifts: {shifts.Length}, dims:0");

        /// <inheritdoc cref="roll(long, long?)"/>
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
            dims.Length == 0 ? roll(shifts.ToArray()) : roll(shifts.ToArray(), dims.ToArray());

        /// <inheritdoc cref="roll(long, long?)"/>
        public Tensor roll((long, long) shifts, (long, long) dims) =>
            roll(shifts.Item1, dims.Item1).roll(shifts.Item2, dims.Item2);

        /// <inheritdoc cref="roll(long, long?)"/>
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll((shifts.Item1, shifts.Item2), (dims.Item1, dims.Item2)).roll(shifts.Item3, dims.Item3);

        /// <summary>A quarter turn of two dimensions, from the first towards the second, k times.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var (a, b) = dims ?? (0, 1);
            if (Live().Shape_.Length < 2)
                throw new ArgumentException($"expected total dims >= 2, but got total dims = {Shape_.Length}");
            if (Shapes.Dim(a, Shape_.Length) == Shapes.Dim(b, Shape_.Length))
                throw new ArgumentException(
                    $"expected rotation dims to be different, but got dim0 = {a} and dim1 = {b}");
            return (((k % 4) + 4) % 4) switch
            {
                0 => clone(),
                1 => flip(b).transpose(a, b),
                2 => flip(a, b),
                _ => flip(a).transpose(a, b),
            };
        }

        /// <summary>A view with at least one dimension.</summary>
        public Tensor atleast_1d() => Live().Shape_.Length == 0 ? reshape(1) : this;

        /// <summary>A view with at least two dimensions, the new one first.</summary>
        public Tensor atleast_2d() => Live().Shape_.Length switch
        {
            0 => reshape(1, 1),
            1 => unsqueeze(0),
            _ => this,
        };

        /// <summary>A view with at least three dimensions, a new one last where there were two.</summary>
        public Tensor atleast_3d() => Live().Shape_.Length switch
        {
            0 => reshape(1, 1, 1),
            1 => unsqueeze(0).unsqueeze(-1),
            2 => unsqueeze(-1),
            _ => this,
        };
    }
}
