namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>(Σ |x|^ord)^(1/ord) over dimensions; ±∞ give the extreme of |x|, 0 counts what is not 0.</summary>
        /// <param name="input">Of any shape, floating point.</param>
        /// <param name="ord">The order.</param>
        /// <param name="dims">The dimensions; all if null.</param>
        /// <param name="keepdim">Whether they stay, with size 1.</param>
        /// <exception cref="ArgumentException">The elements are not floating point.</exception>
        public static Tensor vector_norm(Tensor input, double ord = 2.0, long[]? dims = null, bool keepdim = false)
        {
            CheckFloating("linalg.vector_norm", input);
            return input.Norm(dims ?? [], keepdim, ord);
        }

        /// <summary>A norm of matrices.</summary>
        /// <param name="input">[..., m, n], floating point.</param>
        /// <param name="ord">fro: √Σx²; nuc: the sum of the singular values.</param>
        /// <param name="dims">The two dimensions of a matrix; the last two if null.</param>
        /// <param name="keepdim">Whether they stay, with size 1.</param>
        /// <exception cref="ArgumentException">Not matrices, not floating point, or an unknown order.</exception>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false)
        {
            var (rows, columns) = MatrixDims(input, dims);
            if (ord == "fro") return input.Norm([rows, columns], keepdim, 2);
            if (ord != "nuc") throw new ArgumentException($"linalg.matrix_norm: Order {ord} not supported.");
            return Kept(svdvals(input.movedim([rows, columns], [-2, -1])).sum(dim: -1), rows, columns, keepdim);
        }

        /// <inheritdoc cref="matrix_norm(Tensor, string, long[], bool)"/>
        /// <param name="ord">
        /// 2, −2: the largest, smallest singular value; 1, −1: the largest, smallest column sum of |x|; ±∞: of the
        /// rows.
        /// </param>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false)
        {
            var (rows, columns) = MatrixDims(input, dims);
            if (Math.Abs(ord) is not (1 or 2 or double.PositiveInfinity))
                throw new ArgumentException(FormattableString.Invariant(
                    $"linalg.matrix_norm: Order {ord} not supported."));
            if (Math.Abs(ord) == 2)
            {
                var s = svdvals(input.movedim([rows, columns], [-2, -1]));
                return Kept(ord > 0 ? s.amax([-1]) : s.amin([-1]), rows, columns, keepdim);
            }

            var (summed, other) = Math.Abs(ord) == 1 ? (rows, columns) : (columns, rows);
            var sums = input.abs().sum(summed, keepdim: true);
            var y = ord > 0 ? sums.amax([other], keepdim: true) : sums.amin([other], keepdim: true);
            return keepdim ? y : y.squeeze(Math.Max(rows, columns)).squeeze(Math.Min(rows, columns));
        }

        /// <summary>√Σx² over dimensions, or over all.</summary>
        /// <exception cref="ArgumentException">The elements are not floating point.</exception>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            vector_norm(input, 2, dims, keepdim);

        /// <summary>A norm of vectors (one dimension) or of matrices (two).</summary>
        /// <exception cref="ArgumentException">Neither, not floating point, or an unknown order.</exception>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false)
        {
            var rank = dims?.Length ?? input.Live().Shape_.Length;
            if (dims is null && rank is not (1 or 2))
                throw new ArgumentException(
                    "linalg.norm: If dim is not specified but ord is, the input must be 1D or " +
                    $"2D. Got {rank}D.");
            return rank == 2 ? matrix_norm(input, ord, dims, keepdim) : vector_norm(input, ord, dims, keepdim);
        }

        /// <inheritdoc cref="norm(Tensor, double, long[], bool)"/>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            norm(input, (double)ord, dims, keepdim);

        /// <inheritdoc cref="matrix_norm(Tensor, string, long[], bool)"/>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            matrix_norm(input, ord, dims, keepdim);

        /// <summary>The condition number: the largest singular value divided by the smallest.</summary>
        /// <param name="input">[..., m, n].</param>
        /// <exception cref="ArgumentException">Not matrices, or not floating point.</exception>
        public static Tensor cond(Tensor input) => cond(input, 2.0);

        /// <summary>The condition number ‖A‖ · ‖A⁻¹‖ of a norm; ∞ for a singular matrix.</summary>
        /// <param name="input">[..., n, n]; of orders 2 and −2 also [..., m, n].</param>
        /// <param name="p">The order of the norm.</param>
        /// <exception cref="ArgumentException">Not matrices, or not floating point.</exception>
        public static Tensor cond(Tensor input, double p)
        {
            CheckCond(input);
            if (Math.Abs(p) != 2) return Cond(input, a => matrix_norm(a, p));
            var s = svdvals(input);
            var (first, last) = (s.select(-1, 0), s.select(-1, -1));
            return p > 0 ? first.div(last) : last.div(first);
        }

        /// <inheritdoc cref="cond(Tensor, double)"/>
        public static Tensor cond(Tensor input, int p) => cond(input, (double)p);

        /// <inheritdoc cref="cond(Tensor, double)"/>
        public static Tensor cond(Tensor input, string p)
        {
            CheckCond(input);
            return Cond(input, a => matrix_norm(a, p));
        }

        private static Tensor Cond(Tensor a, Func<Tensor, Tensor> norm)
        {
            var (inverse, info) = inv_ex(a);
            return norm(a).mul(norm(inverse)).masked_fill(info.ne(0), double.PositiveInfinity);
        }

        private static void CheckCond(Tensor a)
        {
            if (a.Live().Shape_.Length < 2)
                throw new ArgumentException("linalg.cond: The input tensor must have at least 2 dimensions.");
        }

        private static (long, long) MatrixDims(Tensor a, long[]? dims)
        {
            Matrices.Check("linalg.matrix_norm", a, square: false);
            dims ??= [-2, -1];
            if (dims.Length != 2)
                throw new ArgumentException(
                    $"linalg.matrix_norm: dim must be a 2-tuple. Got {string.Join(", ", dims)}");
            var (rows, columns) = (Shapes.Dim(dims[0], a.Shape_.Length), Shapes.Dim(dims[1], a.Shape_.Length));
            if (rows == columns)
                throw new ArgumentException($"linalg.matrix_norm: dims must be different. Got ({dims[0]}, {dims[1]})");
            return (rows, columns);
        }

        private static Tensor Kept(Tensor y, long rows, long columns, bool keepdim) =>
            keepdim ? y.unsqueeze(Math.Min(rows, columns)).unsqueeze(Math.Max(rows, columns)) : y;

        private static void CheckFloating(string name, Tensor input)
        {
            if (!input.Live().dtype.IsFloating())
                throw new ArgumentException(
                    $"{name}: Expected a floating point or complex tensor as input. Got {input.dtype.Word()}");
        }
    }
}
