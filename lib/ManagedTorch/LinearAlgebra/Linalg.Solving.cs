using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra of matrices and batches of them: [..., m, n], Float32 or Float64.</summary>
    /// <remarks>Decompositions compute in double precision and round their results to the input's type.</remarks>
    public static partial class linalg
    {
        /// <summary>The inverse of square matrices.</summary>
        /// <param name="input">[..., n, n].</param>
        /// <exception cref="InvalidOperationException">A matrix is singular.</exception>
        /// <exception cref="ArgumentException">The matrices are not square, or not floating point.</exception>
        public static Tensor inv(Tensor input)
        {
            var (y, info) = Inverse("linalg.inv", input);
            Matrices.CheckInfo("linalg.inv", info, k =>
                $"The diagonal element {k} is zero, the inversion could not be completed because the input matrix is " +
                "singular.");
            return y;
        }

        /// <summary>The inverse, and for each matrix 0 or the diagonal element at which it proved singular.</summary>
        /// <param name="input">[..., n, n].</param>
        /// <param name="check_errors">Whether to throw for a singular matrix.</param>
        /// <exception cref="InvalidOperationException">A matrix is singular, and errors are checked.</exception>
        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false) =>
            check_errors ? (inv(input), zeros(input.shape[..^2], ScalarType.Int32))
                : Inverse("linalg.inv_ex", input);

        private static (Tensor, Tensor) Inverse(string name, Tensor a)
        {
            Matrices.Check(name, a, square: true);
            var (y, info) = Solved(a, Matrices.Identity(a.Shape_.AsSpan(..^2), a.Shape_[^1], a.Shape_[^1], a.dtype));
            return (!Autograd.Needed(a) ? y : Autograd.Record(y, "linalg_inv", [a],
                dy => [y.mT.matmul(dy).matmul(y.mT).neg()], y), info);
        }

        /// <summary>X with A · X = B (or X · A = B): better than multiplying by the inverse.</summary>
        /// <param name="A">[..., n, n].</param>
        /// <param name="B">[..., n, k], or vectors [..., n]; batches broadcast.</param>
        /// <param name="left">Whether A stands on the left.</param>
        /// <exception cref="InvalidOperationException">A matrix is singular.</exception>
        /// <exception cref="ArgumentException">The matrices are not square, or B does not fit.</exception>
        public static Tensor solve(Tensor A, Tensor B, bool left = true)
        {
            var (x, info) = solve_ex(A, B, left);
            Matrices.CheckInfo("torch.linalg.solve", info,
                _ => "The solver failed because the input matrix is singular.");
            return x;
        }

        /// <summary><see cref="solve"/>, and for each matrix 0 or where it proved singular.</summary>
        public static (Tensor result, Tensor info) solve_ex(
            Tensor A, Tensor B, bool left = true, bool check_errors = false)
        {
            Matrices.Check("linalg.solve", A, square: true);
            ArgumentNullException.ThrowIfNull(B);
            if (check_errors) return (solve(A, B, left), zeros(A.shape[..^2], ScalarType.Int32));
            if (A.dtype != B.Live().dtype)
                throw new ArgumentException(
                    $"linalg.solve: Expected A and B to have the same dtype, but found A of type {A.dtype.Word()} " +
                    $"and B of type {B.dtype.Word()} instead");
            var vector = B.Shape_.Length == 1 || Shapes.Same(B.Shape_, A.Shape_[..^1]);
            var (a, b) = (left ? A : A.mT, vector ? B.unsqueeze(-1) : left ? B : B.mT);
            if (b.Shape_[^2] != a.Shape_[^1])
                throw new ArgumentException(
                    $"linalg.solve: Incompatible shapes of A and B for the equation {(left ? "AX = B" : "XA = B")} " +
                    $"({A.Shape_[^2]}x{A.Shape_[^1]} and {B.Shape_[^Math.Min(2, B.Shape_.Length)]}x{B.Shape_[^1]})");
            var batch = Shapes.Broadcast(a.Shape_[..^2], b.Shape_[..^2]);
            a = a.expand([.. batch, .. a.Shape_[^2..]]);
            b = b.expand([.. batch, .. b.Shape_[^2..]]);
            var (x, info) = SolveEqual(a, b);
            return (vector ? x.squeeze(-1) : left ? x : x.mT, info);
        }

        // dB = A⁻ᵀ dX and dA = −dB Xᵀ.
        private static (Tensor, Tensor) SolveEqual(Tensor a, Tensor b)
        {
            var (x, info) = Solved(a, b);
            if (!Autograd.Needed(a, b)) return (x, info);
            return (Autograd.Record(x, "linalg_solve", [a, b], dx =>
            {
                var db = SolveEqual(a.mT, dx).Item1;
                return [a.RequiresGrad_ ? db.matmul(x.mT).neg() : null, db];
            }, a, x), info);
        }

        private static (Tensor, Tensor) Solved(Tensor a, Tensor b)
        {
            var (lu, x) = (Matrices.Scratch(a), Matrices.Scratch(b));
            var info = Tensor.New(ScalarType.Int32, a.Shape_.AsSpan(..^2));
            var (n, columns) = ((int)a.Shape_[^1], (int)b.Shape_[^1]);
            Matrices.Each(lu, (i, matrix) =>
            {
                var pivots = new int[n];
                var failed = info.Elements<int>()[i] = LuFactors.Factor(matrix, n, n, pivots);
                if (failed == 0) LuFactors.Solve(matrix, pivots, n, Matrices.Of(x, i), columns);
            });
            lu.Dispose();
            return (x.As(a.dtype), info);
        }

        /// <summary>X with A · X = B (or X · A = B) for triangular A; the other triangle is not read.</summary>
        /// <param name="A">[..., n, n].</param>
        /// <param name="B">[..., n, k]; batches broadcast.</param>
        /// <param name="upper">Which triangle A is.</param>
        /// <param name="left">Whether A stands on the left.</param>
        /// <param name="unitriangular">Whether to take the diagonal as ones.</param>
        /// <param name="out">Not supported; null.</param>
        /// <exception cref="ArgumentException">The matrices are not square, or B does not fit.</exception>
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true,
            bool unitriangular = false, Tensor? @out = null)
        {
            Matrices.Check("linalg.solve_triangular", A, square: true);
            Matrices.Check("linalg.solve_triangular", B, square: false);
            if (!left) return solve_triangular(A.mT, B.mT, !upper, true, unitriangular, @out).mT;
            if (A.Shape_[^1] != B.Shape_[^2])
                throw new ArgumentException(
                    "linalg.solve_triangular: Incompatible shapes of A and B for the equation AX = B " +
                    $"({A.Shape_[^2]}x{A.Shape_[^1]} and {B.Shape_[^2]}x{B.Shape_[^1]})");
            var batch = Shapes.Broadcast(A.Shape_[..^2], B.Shape_[..^2]);
            var (a, b) = (A.expand([.. batch, .. A.Shape_[^2..]]), B.expand([.. batch, .. B.Shape_[^2..]]));
            var (t, x64) = (Matrices.Scratch(a), Matrices.Scratch(b));
            var (n, columns) = ((int)a.Shape_[^1], (int)b.Shape_[^1]);
            Matrices.Each(t, (i, matrix) =>
                LuFactors.Triangular(matrix, n, Matrices.Of(x64, i), columns, upper, false, unitriangular));
            var x = x64.As(b.dtype);
            if (!Autograd.Needed(a, b)) return x;
            return Autograd.Record(x, "linalg_solve_triangular", [a, b], dx =>
            {
                var db = solve_triangular(a.mT, dx, !upper, true, unitriangular);
                var da = db.matmul(x.mT).neg();
                var edge = unitriangular ? 1 : 0;
                return [upper ? da.triu(edge) : da.tril(-edge), db];
            }, a, x);
        }
    }
}
