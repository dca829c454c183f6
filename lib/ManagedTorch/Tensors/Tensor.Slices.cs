namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A view of part of a dimension.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The part is not inside the dimension.</exception>
        public Tensor narrow(long dim, long start, long length)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            var from = start < 0 ? start + Shape_[d] : start;
            if (length < 0)
                throw new ArgumentOutOfRangeException(nameof(length), "narrow(): length must be non-negative.");
            if (from < 0 || from + length > Shape_[d])
                throw new ArgumentOutOfRangeException(nameof(start), (string?)
                    $"start ({start}) + length ({length}) exceeds dimension size ({Shape_[d]}).");
            return Slice(d, from, length, 1);
        }

        /// <summary>
        /// A view of every step-th element of a dimension from start up to finish, which is left out.
        /// </summary>
        /// <exception cref="ArgumentException">The step is not positive.</exception>
        public Tensor slice(long dim, long start, long finish, long step)
        {
            var d = Shapes.Dim(dim, Live().Shape_.Length);
            if (step <= 0) throw new ArgumentException("slice step must be positive");
            var n = Shape_[d];
            var from = Math.Clamp(start < 0 ? start + n : start, 0, n);
            var to = Math.Clamp(finish < 0 ? finish + n : finish, from, n);
            return Slice(d, from, (to - from + step - 1) / step, step);
        }

        private Tensor Slice(int d, long start, long length, long step)
        {
            var (shape, strides) = ((long[])Shape_.Clone(), Strides_);
            shape[d] = length;
            if (step != 1)
            {
                strides = (long[])Strides_.Clone();
                strides[d] *= step;
            }

            var y = Alias(shape, strides, Offset_ + (length == 0 ? 0 : start * Strides_[d]));
            return Part(y, "slice", x => x.Slice(d, start, length, step));
        }

        /// <summary>A view of one index of a dimension, which goes.</summary>
        /// <exception cref="ArgumentOutOfRangeException">There is no such dimension or index.</exception>
        public Tensor select(long dim, long index)
        {
            if (Live().Shape_.Length == 0)
                throw new ArgumentException("select() cannot be applied to a 0-dim tensor.");
            var d = Shapes.Dim(dim, Shape_.Length);
            if (index < -Shape_[d] || index >= Shape_[d])
                throw new ArgumentOutOfRangeException(nameof(index), (string?)
                    $"select(): index {index} out of range for tensor of size {Shapes.Text(Shape_)} at dimension {d}");
            var at = index < 0 ? index + Shape_[d] : index;
            var y = Alias(Without(Shape_, d), Without(Strides_, d), Offset_ + (at * Strides_[d]));
            return Part(y, "select", x => x.select(d, at));
        }

        /// <summary>A view of any strides over the same elements; they may overlap.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An element would be outside of the storage.</exception>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0)
        {
            var last = storageOffset + size.Zip(strides, (n, s) => (n - 1) * s).Sum();
            if (Shapes.Count(size) > 0 && (last >= Storage.Length || storageOffset < 0))
                throw new ArgumentOutOfRangeException(nameof(size), (string?)
                    $"setStorage: sizes {Shapes.Text(size)}, strides {Shapes.Text(strides)} and storage offset " +
                    $"{storageOffset} are out of bounds for storage of size {Storage.Length}");
            var y = Alias([.. size], [.. strides], storageOffset);
            if (!Autograd.Needed(this)) return y;
            if (!Contiguous_)
                throw new NotSupportedException(
                    "as_strided has a gradient for contiguous tensors only; call contiguous() first.");
            var place = new StridedPlace(this, y);
            return Autograd.Record(y, "as_strided", [this], dy => [place.Embed(dy)]);
        }

        /// <summary>A view of a diagonal of two dimensions, which go; its elements are the last dimension.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1)
        {
            var (a, b) = (Shapes.Dim(dim1, Live().Shape_.Length), Shapes.Dim(dim2, Shape_.Length));
            if (a == b) throw new ArgumentException($"diagonal dimensions cannot be identical {dim1}, {dim2}");
            var length = Math.Max(0, offset >= 0 ? Math.Min(Shape_[a], Shape_[b] - offset)
                : Math.Min(Shape_[a] + offset, Shape_[b]));
            var start = length == 0 ? 0 : offset >= 0 ? offset * Strides_[b] : -offset * Strides_[a];
            var (hi, lo) = (Math.Max(a, b), Math.Min(a, b));
            long[] shape = [.. Without(Without(Shape_, hi), lo), length];
            long[] strides = [.. Without(Without(Strides_, hi), lo), Strides_[a] + Strides_[b]];
            return Part(Alias(shape, strides, Offset_ + start), "diagonal", x => x.diagonal(offset, a, b));
        }

        /// <summary>
        /// A view of all windows of a dimension: their number takes its place, their size comes last.
        /// </summary>
        /// <exception cref="ArgumentOutOfRangeException">A window does not fit.</exception>
        public Tensor unfold(long dimension, long size, long step)
        {
            var d = Shapes.Dim(dimension, Live().Shape_.Length);
            if (size > Shape_[d] || step <= 0)
                throw new ArgumentOutOfRangeException(nameof(size), (string?)
                    $"maximum size for tensor at dimension {d} is {Shape_[d]} but size is {size} (step {step})");
            var (shape, strides) = ((long[])Shape_.Clone(), (long[])Strides_.Clone());
            shape[d] = ((Shape_[d] - size) / step) + 1;
            strides[d] *= step;
            var y = Alias([.. shape, size], [.. strides, Strides_[d]], Offset_);
            if (!Autograd.Needed(this)) return y;
            var (full, windows) = (Shape_, shape[d]);
            return Autograd.Record(y, "unfold", [this], dy =>
            {
                var dx = dy.new_zeros(full);
                for (var w = 0L; w < windows; w++)      // windows may overlap
                    dx = dx.add(dy.select(d, w).movedim([-1], [d]).Embedded(full, x => x.Slice(d, w * step, size, 1)));
                return [dx];
            });
        }

        // Records a view that shows each element at most once: the gradient puts dy into zeros at the same place.
        private Tensor Part(Tensor y, string name, Func<Tensor, Tensor> view)
        {
            if (!Autograd.Needed(this)) return y;
            var shape = Shape_;
            Autograd.Record(y, name, [this], dy => [dy.Embedded(shape, view)]);
            if (y._node is { Leaf: null } node) node.Part = view;
            return y;
        }

        // Zeros of a shape with this tensor in the part that a view shows.
        private Tensor Embedded(long[] shape, Func<Tensor, Tensor> view)
        {
            var y = New(dtype, shape, clear: true);
            Kernels.Copy.Strided(this, view(y));
            return Autograd.Needed(this) ? Autograd.Record(y, "embed", [this], dy => [view(dy)]) : y;
        }

        private static long[] Without(long[] values, int index) => [.. values[..index], .. values[(index + 1)..]];
    }
}
