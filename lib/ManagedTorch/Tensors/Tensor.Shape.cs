namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A view without a dimension of size 1, or without all of them.</summary>
        public Tensor squeeze(long? dim = null)
        {
            var shape = Live().Shape_;
            if (dim is not { } given) return view([.. shape.Where(n => n != 1)]);
            var d = Shapes.Dim(given, shape.Length);
            return shape.Length == 0 || shape[d] != 1 ? alias() : view(Without(shape, d));
        }

        /// <summary>A view with a new dimension of size 1.</summary>
        public Tensor unsqueeze(long dim)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length + 1);
            var stride = d < Shape_.Length ? Shape_[d] * Strides_[d] : 1;
            var y = Alias([.. Shape_[..d], 1, .. Shape_[d..]], [.. Strides_[..d], stride, .. Strides_[d..]], Offset_);
            return ViewGrad(y, "unsqueeze", Shape_);
        }

        /// <summary>The dimensions from start to end, both included, as one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            var rank = Live().Shape_.Length;
            if (rank == 0) return reshape(1);
            var (start, end) = (Shapes.Dim(start_dim, rank), Shapes.Dim(end_dim, rank));
            if (start > end)
                throw new ArgumentException("flatten() has invalid args: start_dim cannot come after end_dim");
            return reshape([.. Shape_[..start], Shapes.Count(Shape_.AsSpan(start..(end + 1))), .. Shape_[(end + 1)..]]);
        }

        /// <summary>One dimension as several.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            return view([.. Shape_[..d], .. Shapes.Infer(sizes, Shape_[d]), .. Shape_[(d + 1)..]]);
        }

        /// <summary>All elements in one dimension.</summary>
        public Tensor ravel() => reshape(-1);

        /// <summary>A view of the shape of another tensor.</summary>
        public Tensor view_as(Tensor other) => view(other.Live().Shape_);

        /// <summary>A matrix with rows and columns exchanged; a vector stays.</summary>
        /// <exception cref="ArgumentException">The tensor has more than two dimensions.</exception>
        public Tensor t()
        {
            if (Live().Shape_.Length > 2)
                throw new ArgumentException($"t() expects a tensor with <= 2 dimensions, but self is {Shape_.Length}D");
            return Shape_.Length == 2 ? transpose(0, 1) : alias();
        }

        /// <summary>All dimensions in reverse order.</summary>
        public Tensor T => permute([.. Enumerable.Range(0, Live().Shape_.Length).Reverse().Select(d => (long)d)]);

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <inheritdoc cref="transpose"/>
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <inheritdoc cref="transpose"/>
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>A view with dimensions moved to other places; the rest keep their order.</summary>
        public Tensor movedim(long[] source, long[] destination)
        {
            var rank = Live().Shape_.Length;
            var order = new long[rank];
            order.AsSpan().Fill(-1);
            for (var i = 0; i < source.Length; i++)
                order[Shapes.Dim(destination[i], rank)] = Shapes.Dim(source[i], rank);
            var rest = new Queue<long>(Enumerable.Range(0, rank).Select(d => (long)d).Except(order));
            for (var d = 0; d < rank; d++)
                if (order[d] < 0) order[d] = rest.Dequeue();
            return permute(order);
        }

        /// <inheritdoc cref="movedim"/>
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <summary>Views of pieces of a size; the last may be smaller.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The size is not positive.</exception>
        public Tensor[] split(long size, int dim = 0)
        {
            if (size <= 0) throw new ArgumentOutOfRangeException(nameof(size), "split expects split_size be positive");
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            var n = Shape_[d];
            var pieces = new Tensor[Math.Max(1, (n + size - 1) / size)];
            for (var i = 0; i < pieces.Length; i++) pieces[i] = narrow(d, i * size, Math.Min(size, n - (i * size)));
            return pieces;
        }

        /// <summary>Views of pieces of several sizes.</summary>
        /// <exception cref="ArgumentException">The sizes do not add up to the size of the dimension.</exception>
        public Tensor[] split(long[] sizes, long dim = 0)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            if (sizes.Sum() != Shape_[d])
                throw new ArgumentException(
                    $"split_with_sizes expects split_sizes to sum exactly to {Shape_[d]} (input " +
                    $"tensor's size at dimension {d}), but got split_sizes={Shapes.Text(sizes)}");
            var (pieces, start) = (new Tensor[sizes.Length], 0L);
            for (var i = 0; i < pieces.Length; start += sizes[i++]) pieces[i] = narrow(d, start, sizes[i]);
            return pieces;
        }

        /// <summary>
        /// Views of a number of pieces of equal size; the last may be smaller, and there may be fewer.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
        public Tensor[] chunk(long chunks, long dim = 0)
        {
            if (chunks <= 0)
                throw new ArgumentOutOfRangeException(nameof(chunks), "chunk expects `chunks` to be greater than 0");
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            return split(Math.Max(1, (Shape_[d] + chunks - 1) / chunks), d);
        }

        /// <summary>Views of every index of a dimension, which goes.</summary>
        public Tensor[] unbind(long dimension = 0)
        {
            var d = Shapes.Dim(dimension, Live().Shape_.Length);
            var pieces = new Tensor[Shape_[d]];
            for (var i = 0; i < pieces.Length; i++) pieces[i] = select(d, i);
            return pieces;
        }

        /// <summary>The tensor again and again along each dimension.</summary>
        /// <exception cref="ArgumentException">There are fewer counts than dimensions.</exception>
        public Tensor repeat(params long[] sizes)
        {
            var extra = sizes.Length - Live().Shape_.Length;
            if (extra < 0)
                throw new ArgumentException("Number of dimensions of repeat dims can not be smaller than number of " +
                    "dimensions of tensor");
            long[] padded = [.. Enumerable.Repeat(1L, extra), .. Shape_];
            long[] paired = [.. sizes.Zip(padded, (times, n) => new[] { times, n }).SelectMany(x => x)];
            long[] single = [.. padded.SelectMany(n => new[] { 1, n })];
            long[] shape = [.. sizes.Zip(padded, (times, n) => times * n)];
            return reshape(single).Expand(paired).clone().view(shape);
        }

        /// <inheritdoc cref="repeat"/>
        public Tensor tile(long[] reps) =>
            repeat([.. Enumerable.Repeat(1L, Math.Max(0, Live().Shape_.Length - reps.Length)), .. reps]);

        /// <summary>
        /// Each slice of a dimension several times; of all elements in one dimension if there is none.
        /// </summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null)
        {
            if (dim is not { } given) return reshape(-1).repeat_interleave(repeats, 0);
            var d = Shapes.Dim(given, Live().Shape_.Length);
            long[] shape = [.. Shape_[..d], Shape_[d] * repeats, .. Shape_[(d + 1)..]];
            long[] wide = [.. Shape_[..(d + 1)], repeats, .. Shape_[(d + 1)..]];
            return unsqueeze(d + 1).Expand(wide).clone().view(shape);
        }

        /// <summary>The elements of some dimensions in reverse order.</summary>
        public Tensor flip(params long[] dims)
        {
            var y = this;
            foreach (var dim in dims)
            {
                var n = size((int)dim);
                if (n > 0) y = y.index_select(dim, arange(n - 1, -1, -1));
            }

            return y;
        }

        /// <summary>Columns in reverse order.</summary>
        public Tensor fliplr() => flip(1);

        /// <summary>Rows in reverse order.</summary>
        public Tensor flipud() => flip(0);

        /// <summary>Elements moved along a dimension; what leaves at the end comes back at the front.</summary>
        public Tensor roll(long shifts, long? dims = null)
        {
            if (dims is not { } dim) return reshape(-1).roll(shifts, 0).view(Live().Shape_);
            var n = size((int)dim);
            if (n == 0) return clone();
            var start = ((shifts % n) + n) % n;
            return cat([narrow(dim, n - start, start), narrow(dim, 0, n - start)], dim);
        }

        /// <inheritdoc cref="roll(long, long?)"/>
        public Tensor roll(long[] shifts, long[] dims) =>
            shifts.Zip(dims).Aggregate(this, (x, s) => x.roll(s.First, s.Second));

        /// <summary>The part of matrices on and below a diagonal, zeros above.</summary>
        public Tensor tril(long diagonal = 0) => masked_fill(Offsets().gt(diagonal), 0);

        /// <summary>The part of matrices on and above a diagonal, zeros below.</summary>
        public Tensor triu(long diagonal = 0) => masked_fill(Offsets().lt(diagonal), 0);

        /// <summary><see cref="tril"/>, in place.</summary>
        public Tensor tril_(long diagonal = 0) => InPlace(x => x.tril(diagonal));

        /// <summary><see cref="triu"/>, in place.</summary>
        public Tensor triu_(long diagonal = 0) => InPlace(x => x.triu(diagonal));

        /// <summary>The sum of the diagonal of a matrix.</summary>
        public Tensor trace() => diagonal().sum();

        /// <summary>A matrix with this vector on a diagonal, or the diagonal of this matrix.</summary>
        public Tensor diag(long diagonal = 0)
        {
            if (Live().Shape_.Length == 2) return this.diagonal(diagonal);
            var n = Shape_[0] + Math.Abs(diagonal);
            return Embedded([n, n], x => x.diagonal(diagonal));
        }

        // Column minus row of each element of the last two dimensions.
        private Tensor Offsets()
        {
            if (Live().Shape_.Length < 2)
                throw new ArgumentException(
                    $"tril/triu: input tensor must have at least 2 dimensions, got {Shape_.Length}");
            return arange(Shape_[^1]).sub(arange(Shape_[^2]).unsqueeze(1));
        }
    }
}
