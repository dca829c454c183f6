namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>A multiplied by itself; with a negative n the inverse, with 0 the identity.</summary>
        /// <param name="input">[..., n, n].</param>
        /// <param name="n">The exponent.</param>
        /// <exception cref="InvalidOperationException">The exponent is negative and a matrix singular.</exception>
        /// <exception cref="ArgumentException">The matrices are not square.</exception>
        internal static Tensor MatrixPower(Tensor input, long n)
        {
            if (input.Live().Shape_.Length < 2)
                throw new ArgumentException(
                    "linalg.matrix_power: The input tensor A must have at least 2 dimensions.");
            if (input.Shape_[^1] != input.Shape_[^2])
                throw new ArgumentException("linalg.matrix_power: A must be batches of square matrices, but they are " +
                    $"{input.Shape_[^2]} by {input.Shape_[^1]} matrices");
            if (n < 0) return MatrixPower(inv(input), -n);
            Tensor? result = null;
            for (var square = input; n > 0; n >>= 1)
            {
                if ((n & 1) == 1) result = result is null ? square : result.matmul(square);
                if (n > 1) square = square.matmul(square);
            }

            return result ?? Matrices.Identity(
                input.Shape_.AsSpan(..^2), input.Shape_[^1], input.Shape_[^1], input.dtype);
        }

        /// <summary>Σ Aᵏ / k!.</summary>
        /// <param name="input">[..., n, n].</param>
        /// <exception cref="ArgumentException">The matrices are not square, or not floating point.</exception>
        /// <remarks>
        /// Scaling and squaring: exp(A) = exp(A / 2ˢ)^(2ˢ) with ‖A / 2ˢ‖₁ ≤ ½, where the first terms of the series
        /// suffice. Higham, Functions of Matrices (2008), section 10.3.
        /// </remarks>
        public static Tensor matrix_exp(Tensor input)
        {
            const int Terms = 15;           // ½¹⁶ / 16! is below the precision of a double
            Matrices.Check("linalg.matrix_exp", input, square: true);
            if (input.Count_ == 0) return input.clone();
            var norm = matrix_norm(input.detach(), 1.0).max().ToScalar().Double;
            var squarings = norm > 0.5 && double.IsFinite(norm) ? (int)Math.Ceiling(Math.Log2(norm)) + 1 : 0;
            var x = input.mul(Math.ScaleB(1, -squarings));
            var one = Matrices.Identity([], input.Shape_[^1], input.Shape_[^1], input.dtype);
            var y = x.div(Terms).add(one);
            for (var k = Terms - 1; k > 0; k--) y = x.matmul(y).div(k).add(one);
            for (var i = 0; i < squarings; i++) y = y.matmul(y);
            return y;
        }

        /// <summary>The product of several matrices, in the order that costs least; the ends may be vectors.</summary>
        /// <exception cref="ArgumentException">There are fewer than two, or the sizes do not fit.</exception>
        /// <remarks>Cormen et al., Introduction to Algorithms, matrix-chain multiplication.</remarks>
        public static Tensor multi_dot(IList<Tensor> tensors)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            if (tensors.Count < 2)
                throw new ArgumentException(
                    $"multi_dot(): expected at least 2 tensors but got {tensors.Count}");
            var (row, column) = (tensors[0].ndim == 1, tensors[^1].ndim == 1);
            var chain = tensors.ToArray();
            if (row) chain[0] = chain[0].unsqueeze(0);
            if (column) chain[^1] = chain[^1].unsqueeze(1);
            foreach (var x in chain)
                if (x.ndim != 2)
                    throw new ArgumentException(
                        "multi_dot(): all tensors but the first and last must be 2D, and those 1D or 2D, got " +
                        Shapes.Text(x.Shape_));
            var y = Chain(chain, Cheapest(chain), 0, chain.Length - 1);
            if (column) y = y.squeeze(-1);
            return row ? y.squeeze(0) : y;
        }

        // Where to split each part of the chain so that its multiplications are fewest.
        private static int[,] Cheapest(Tensor[] chain)
        {
            var n = chain.Length;
            var (cost, split) = (new double[n, n], new int[n, n]);
            for (var length = 1; length < n; length++)
                for (var i = 0; i + length < n; i++)
                {
                    var j = i + length;
                    cost[i, j] = double.PositiveInfinity;
                    for (var k = i; k < j; k++)
                    {
                        var c = cost[i, k] + cost[k + 1, j]
                            + ((double)chain[i].Shape_[0] * chain[k].Shape_[1] * chain[j].Shape_[1]);
                        if (c < cost[i, j]) (cost[i, j], split[i, j]) = (c, k);
                    }
                }

            return split;
        }

        private static Tensor Chain(Tensor[] chain, int[,] split, int from, int to) => from == to ? chain[from]
            : Chain(chain, split, from, split[from, to]).mm(Chain(chain, split, split[from, to] + 1, to));

        /// <summary>Σ x · y over a dimension; the shapes broadcast.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) => x.mul(y).sum(dim: dim);

        /// <summary>The cross product of vectors of three; the other dimensions broadcast.</summary>
        /// <exception cref="ArgumentException">The dimension does not have size 3.</exception>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1)
        {
            var (a, b) = (input.size((int)dim), other.Live().Shape_[Shapes.Dim(dim, other.Shape_.Length)]);
            if (a != 3 || b != 3)
                throw new ArgumentException(
                    $"linalg.cross: inputs dimension {dim} must have length 3. Got {a} and {b}");
            var (x, y) = (broadcast_tensors(input, other)[0], broadcast_tensors(input, other)[1]);
            return x.roll(-1, dim).mul(y.roll(-2, dim)).sub(x.roll(-2, dim).mul(y.roll(-1, dim)));
        }

        /// <summary>A view of a diagonal of two dimensions, the last two unless told otherwise.</summary>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) =>
            input.diagonal(offset, dim1, dim2);

        /// <summary>Powers of each number: 1, x, …, x^(N−1), [..., n, N].</summary>
        /// <param name="input">[..., n].</param>
        /// <param name="N">How many; n if null.</param>
        public static Tensor vander(Tensor input, long? N = null)
        {
            var count = N ?? input.shape[^1];
            if (count <= 1) throw new ArgumentException($"N must be greater than 1. Got {count}");
            return input.unsqueeze(-1).pow(arange(count, input.dtype));
        }

        /// <summary>The inverse of a tensor seen as a matrix of its first ind dimensions by the others.</summary>
        /// <exception cref="ArgumentException">The matrix is not square.</exception>
        public static Tensor tensorinv(Tensor input, long ind)
        {
            if (ind <= 0) throw new ArgumentException("Expected a strictly positive integer for 'ind'");
            var (front, back) = (input.shape[..(int)ind], input.shape[(int)ind..]);
            if (Shapes.Count(front) != Shapes.Count(back))
                throw new ArgumentException("Expected self to satisfy the requirement prod(self.shape[ind:]) == " +
                    $"prod(self.shape[:ind]), but got {Shapes.Count(back)} != {Shapes.Count(front)}");
            return inv(input.reshape(Shapes.Count(front), Shapes.Count(back))).reshape([.. back, .. front]);
        }

        /// <summary>X with tensordot(A, X) = B.</summary>
        /// <param name="A">Of the shape of B, then that of X.</param>
        /// <param name="B">The right side.</param>
        /// <param name="dims">Dimensions of A to move to its end first; none if null.</param>
        public static Tensor tensorsolve(Tensor A, Tensor B, long[]? dims)
        {
            var a = dims is null || dims.Length == 0 ? A
                : A.movedim(dims, [.. Enumerable.Range(0, dims.Length).Select(i => (long)(i - dims.Length))]);
            var shape = a.shape[B.Live().Shape_.Length..];
            if (Shapes.Count(shape) != B.Count_)
                throw new ArgumentException("Expected self to satisfy the requirement prod(self.shape[other.ndim:]) " +
                    $"== prod(self.shape[:other.ndim]), but got {Shapes.Count(shape)} != {B.Count_}");
            return solve(a.reshape(B.Count_, B.Count_), B.reshape(-1)).reshape(shape);
        }
    }
}
