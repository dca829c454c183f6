namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <inheritdoc cref="outer"/>
        public Tensor ger(Tensor vec2) => outer(vec2);

        /// <summary>The inner products of the last dimensions; with a number the product.</summary>
        /// <exception cref="ArgumentException">The last dimensions differ.</exception>
        public Tensor inner(Tensor vec2)
        {
            if (Live().Shape_.Length == 0 || vec2.Live().Shape_.Length == 0) return mul(vec2);
            if (Shape_[^1] != vec2.Shape_[^1])
                throw new ArgumentException("inner() the last dimension must match on both input tensors but got " +
                    $"shapes {Shapes.Text(Shape_)} and {Shapes.Text(vec2.Shape_)}");
            return tensordot(vec2, [-1], [-1]);
        }

        /// <inheritdoc cref="dot"/>
        public Tensor vdot(Tensor target) => dot(target);

        /// <summary>beta · this + alpha · mat · vec.</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) =>
            Scaled(beta).add(mat.mv(vec).Scaled(alpha));

        /// <summary>beta · this + alpha · Σ batch1 · batch2 over the batch.</summary>
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            Scaled(beta).add(batch1.bmm(batch2).sum(dim: 0).Scaled(alpha));

        /// <summary>beta · this + alpha · the outer product of two vectors.</summary>
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
            Scaled(beta).add(vec1.outer(vec2).Scaled(alpha));

        /// <summary>Sums of products over the last dims dimensions of this and the first of the other.</summary>
        public Tensor tensordot(Tensor b, long dims = 2)
        {
            if (dims < 0) throw new ArgumentException($"tensordot expects dims >= 0, but got dims={dims}");
            var own = Enumerable.Range(0, (int)dims).Select(i => i - dims).ToArray();
            return tensordot(b, own, [.. Enumerable.Range(0, (int)dims).Select(i => (long)i)]);
        }

        /// <summary>Sums of products over pairs of dimensions.</summary>
        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, [.. dims.Select(d => d.Item1)], [.. dims.Select(d => d.Item2)]);

        /// <summary>Sums of products over dimensions of this and of the other.</summary>
        /// <exception cref="ArgumentException">The dimensions do not agree.</exception>
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2)
        {
            if (dims1.Length != dims2.Length)
                throw new ArgumentException("both dimension lists should have same length");
            var summed = dims1.Select(d => Shapes.Dim(d, Live().Shape_.Length)).ToArray();
            var others = dims2.Select(d => Shapes.Dim(d, b.Live().Shape_.Length)).ToArray();
            for (var i = 0; i < summed.Length; i++)
                if (Shape_[summed[i]] != b.Shape_[others[i]])
                    throw new ArgumentException("contracted dimensions need to match, but first has size " +
                        $"{Shape_[summed[i]]} in dim {dims1[i]} and second has size {b.Shape_[others[i]]} in dim " +
                        $"{dims2[i]}");
            var kept = Enumerable.Range(0, Shape_.Length).Except(summed).ToArray();
            var rest = Enumerable.Range(0, b.Shape_.Length).Except(others).ToArray();
            var n = Shapes.Count([.. summed.Select(d => Shape_[d])]);
            var left = permute([.. kept.Concat(summed).Select(d => (long)d)])
                .reshape(Shapes.Count([.. kept.Select(d => Shape_[d])]), n);
            var right = b.permute([.. others.Concat(rest).Select(d => (long)d)])
                .reshape(n, Shapes.Count([.. rest.Select(d => b.Shape_[d])]));
            return left.mm(right).view([.. kept.Select(d => Shape_[d]), .. rest.Select(d => b.Shape_[d])]);
        }

        /// <summary>Kronecker's product: every element of this times all of the other.</summary>
        public Tensor kron(Tensor other)
        {
            var rank = Math.Max(Live().Shape_.Length, other.Live().Shape_.Length);
            var (a, b) = (WithRank(rank), other.WithRank(rank));
            long[] Every(long[] shape, bool first) =>
                [.. shape.SelectMany(n => first ? new[] { n, 1 } : [1, n])];
            return a.reshape(Every(a.Shape_, true)).mul(b.reshape(Every(b.Shape_, false)))
                .reshape([.. a.Shape_.Zip(b.Shape_, (x, y) => x * y)]);
        }

        /// <summary>Matrices one behind the other on the diagonal, zeros elsewhere.</summary>
        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);
    }

    /// <summary>Matrices one behind the other on the diagonal, zeros elsewhere; a vector is one row.</summary>
    /// <exception cref="ArgumentException">One has more than two dimensions.</exception>
    public static Tensor block_diag(params Tensor[] tensors)
    {
        var blocks = tensors.Select(t => t.atleast_2d()).ToArray();
        foreach (var block in blocks)
            if (block.ndim > 2)
                throw new ArgumentException(
                    $"torch.block_diag: Input tensors must have 2 or fewer dimensions. Got {block.ndim} dimensions");
        if (blocks.Length == 0) return empty([1, 0]);
        var (width, before) = (blocks.Sum(b => b.Shape_[1]), 0L);
        var type = blocks.Aggregate(blocks[0].dtype, (t, b) => ScalarTypes.Promote(t, b.dtype));
        var rows = new Tensor[blocks.Length];
        for (var i = 0; i < rows.Length; before += blocks[i++].Shape_[1])
        {
            var (h, w) = (blocks[i].Shape_[0], blocks[i].Shape_[1]);
            rows[i] = cat([zeros([h, before], type), blocks[i].to_type(type), zeros([h, width - before - w], type)], 1);
        }

        return cat(rows, 0);
    }

    /// <summary>Every choice of one element from each vector, one a row.</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors) => tensors.Length == 1 ? tensors[0]
        : stack(meshgrid(tensors).Select(axis => axis.reshape(-1)), 1);

    /// <inheritdoc cref="cartesian_prod(Tensor[])"/>
    public static Tensor cartesian_prod(IList<Tensor> tensors) => cartesian_prod([.. tensors]);

    /// <inheritdoc cref="cartesian_prod(Tensor[])"/>
    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => cartesian_prod(tensors.ToArray());

    /// <summary>Every choice of r elements of a vector, in order, one a row.</summary>
    /// <param name="input">[n].</param>
    /// <param name="r">How many.</param>
    /// <param name="with_replacement">Whether an element can be chosen again.</param>
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false)
    {
        if (input.ndim != 1)
            throw new ArgumentException($"Expect a 1D vector, but got shape {Shapes.Text(input.Shape_)}");
        ArgumentOutOfRangeException.ThrowIfNegative(r);
        var (n, places, row) = (input.Shape_[0], new List<long>(), new long[r]);
        void Choose(int at, long from)
        {
            if (at == r)
            {
                places.AddRange(row);
                return;
            }

            for (row[at] = from; row[at] < n; row[at]++) Choose(at + 1, with_replacement ? row[at] : row[at] + 1);
        }

        if (r > 0) Choose(0, 0);
        return input.index_select(0, tensor(places.ToArray())).view(-1, Math.Max(r, 0) == 0 ? 1 : r);
    }

    /// <summary>The p-norm distances of all pairs of rows.</summary>
    /// <param name="x1">[..., n, k].</param>
    /// <param name="x2">[..., m, k].</param>
    /// <param name="p">The order of the norm.</param>
    /// <param name="compute_mode">Has no effect: distances are always computed by differences.</param>
    /// <returns>[..., n, m].</returns>
    /// <exception cref="ArgumentException">The rows differ in length, or p is negative.</exception>
    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2.0,
        compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary)
    {
        if (x1.ndim < 2 || x2.ndim < 2)
            throw new ArgumentException("cdist only supports at least 2D tensors, X1 got: " +
                $"{x1.ndim}D, X2 got: {x2.ndim}D");
        if (x1.Shape_[^1] != x2.Shape_[^1])
            throw new ArgumentException(
                $"X1 and X2 must have the same number of columns. X1: {x1.Shape_[^1]} X2: {x2.Shape_[^1]}");
        if (p < 0) throw new ArgumentException("cdist only supports non-negative p values");
        return x1.unsqueeze(-2).sub(x2.unsqueeze(-3)).Norm([-1], false, p);
    }
}
