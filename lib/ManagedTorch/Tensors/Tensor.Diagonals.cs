namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Zeros with these elements, along the last dimension, on a diagonal of two new dimensions.</summary>
        /// <param name="offset">Which diagonal: 0 the main one, above it if positive.</param>
        /// <param name="dim1">Where the first new dimension stands in the result.</param>
        /// <param name="dim2">Where the second stands.</param>
        /// <exception cref="ArgumentException">Both dimensions are the same.</exception>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1)
        {
            var rank = Live().Shape_.Length + 1;
            var (a, b) = (Shapes.Dim(dim1, rank), Shapes.Dim(dim2, rank));
            if (a == b) throw new ArgumentException($"diagonal dimensions cannot be identical {dim1}, {dim2}");
            var size = Shape_[^1] + Math.Abs(offset);
            var shape = Shape_[..^1].ToList();
            shape.Insert(Math.Min(a, b), size);
            shape.Insert(Math.Max(a, b), size);
            return Embedded([.. shape], x => x.diagonal(offset, a, b));
        }

        /// <summary>A matrix with all elements, in order, on a diagonal.</summary>
        public Tensor diagflat(long offset = 0) => reshape(-1).diag_embed(offset);

        /// <summary>A copy with src written over a diagonal.</summary>
        /// <exception cref="ArgumentException">src does not have the diagonal's shape.</exception>
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
            Replaced(src, "diagonal_scatter", x => x.diagonal(offset, dim1, dim2));

        /// <summary>A copy with src written over one index of a dimension.</summary>
        /// <exception cref="ArgumentException">src does not have the slice's shape.</exception>
        public Tensor select_scatter(Tensor src, long dim, long index) =>
            Replaced(src, "select_scatter", x => x.select(dim, index));

        /// <summary>A copy with src written over a slice.</summary>
        /// <exception cref="ArgumentException">src does not have the slice's shape.</exception>
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            Replaced(src, "slice_scatter", x => x.slice(dim, start ?? 0, end ?? long.MaxValue, step));

        private Tensor Replaced(Tensor src, string name, Func<Tensor, Tensor> view)
        {
            var y = detach().clone();
            var part = view(y);
            if (!Shapes.Same(part.Shape_, src.Live().Shape_))
                throw new ArgumentException($"expected src to have a size equal to the slice of self. src size = " +
                    $"{Shapes.Text(src.Shape_)}, slice size = {Shapes.Text(part.Shape_)}");
            part.copy_(src.detach());
            return !Autograd.Needed(this, src) ? y : Autograd.Record(y, name, [this, src],
                dy => [dy.Replaced(torch.zeros_like(view(dy)), name, view), view(dy)]);
        }
    }
}
