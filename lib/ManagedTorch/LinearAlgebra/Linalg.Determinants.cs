using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The determinant of square matrices.</summary>
        /// <param name="input">[..., n, n].</param>
        /// <exception cref="ArgumentException">The matrices are not square, or not floating point.</exception>
        /// <remarks>The gradient is dy · cof(A), also where A is singular.</remarks>
        public static Tensor det(Tensor input)
        {
            var (sign, log) = SignAndLog("linalg.det", input);
            var y = sign.mul(log.exp()).As(input.dtype);
            if (!Autograd.Needed(input)) return y;
            return Autograd.Record(y, "linalg_det", [input], dy =>
            {
                var factor = dy.unsqueeze(-1).unsqueeze(-1);
                return [is_grad_enabled() && y.detach().ne(0).all().item<bool>()
                    ? inv(input).mT.mul(y.unsqueeze(-1).unsqueeze(-1)).mul(factor) : Cofactors(input).mul(factor)];
            }, input, y);
        }

        /// <summary>The sign of the determinant and the logarithm of its absolute value; (0, −∞) for 0.</summary>
        /// <param name="input">[..., n, n].</param>
        /// <exception cref="ArgumentException">The matrices are not square, or not floating point.</exception>
        public static (Tensor, Tensor) slogdet(Tensor input)
        {
            var (sign, log) = SignAndLog("linalg.slogdet", input);
            var y = log.As(input.dtype);
            if (!Autograd.Needed(input)) return (sign.As(input.dtype), y);
            return (Autograd.Record(sign.As(input.dtype), "linalg_slogdet", [input], _ => [null]),
                Autograd.Record(y, "linalg_slogdet", [input],
                    dy => [inv(input).mT.mul(dy.unsqueeze(-1).unsqueeze(-1))], input));
        }

        private static (Tensor Sign, Tensor Log) SignAndLog(string name, Tensor a)
        {
            Matrices.Check(name, a, square: true);
            var lu = Matrices.Scratch(a);
            var sign = Tensor.New(ScalarType.Float64, a.Shape_.AsSpan(..^2));
            var log = Tensor.NewLike(sign, ScalarType.Float64);
            var n = (int)a.Shape_[^1];
            Matrices.Each(lu, (i, matrix) =>
            {
                var pivots = new int[n];
                LuFactors.Factor(matrix, n, n, pivots);
                var (s, sum) = (1.0, 0.0);
                for (var k = 0; k < n; k++)
                {
                    var pivot = matrix[(k * n) + k];
                    s *= pivot < 0 ? -1 : pivot > 0 ? 1 : 0;
                    if (pivots[k] != k) s = -s;
                    sum += Math.Log(Math.Abs(pivot));
                }

                (sign.Elements<double>()[i], log.Elements<double>()[i]) = (double.IsNaN(sum) ? double.NaN : s, sum);
            });
            lu.Dispose();
            return (sign, log);
        }

        // det(U) det(V) · U · diag(Π of the other singular values) · Vᵀ, which exists for every matrix.
        private static Tensor Cofactors(Tensor a)
        {
            var (u, s, vh) = Decomposed("linalg.det", a.detach(), full: true, vectors: true);
            var n = (int)a.Shape_[^1];
            var others = Tensor.NewLike(s, ScalarType.Float64);
            var values = s.As(ScalarType.Float64).AsContiguous();
            for (var row = 0; row < values.Count_ / Math.Max(n, 1); row++)
                for (var k = 0; k < n; k++)
                {
                    var product = 1.0;
                    for (var j = 0; j < n; j++)
                        if (j != k) product *= values.Elements<double>()[(row * n) + j];
                    others.Elements<double>()[(row * n) + k] = product;
                }

            var sign = SignAndLog("linalg.det", u).Sign.mul(SignAndLog("linalg.det", vh).Sign);
            return u.mul(others.mul(sign.unsqueeze(-1)).As(a.dtype).unsqueeze(-2)).matmul(vh);
        }

        /// <summary>L · U = P · A as L and U in one matrix, and the rows exchanged at each step, from 1.</summary>
        /// <param name="input">[..., m, n].</param>
        /// <param name="pivot">Must be true.</param>
        /// <exception cref="InvalidOperationException">A pivot is zero.</exception>
        /// <exception cref="NotSupportedException">A gradient is wanted, or pivoting is switched off.</exception>
        public static (Tensor LU, Tensor Pivots) lu_factor(Tensor input, bool pivot = true)
        {
            var (lu, pivots, info) = Factored("torch.linalg.lu_factor", input, pivot);
            Matrices.CheckInfo("torch.linalg.lu_factor", info, k =>
                $"U[{k},{k}] is zero and using it on lu_solve would result in a division by zero. If you still want " +
                "to perform the factorization, consider calling linalg.lu(A, pivot) or " +
                "linalg.lu_factor_ex(A, pivot)");
            return (lu, pivots);
        }

        /// <summary>P · L · U = A: a permutation, a lower triangle with ones on its diagonal, an upper one.</summary>
        /// <param name="input">[..., m, n].</param>
        /// <param name="pivot">Must be true.</param>
        /// <exception cref="NotSupportedException">A gradient is wanted, or pivoting is switched off.</exception>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true)
        {
            var (lu, pivots, _) = Factored("linalg.lu", input, pivot);
            return Unpacked(lu, pivots);
        }

        /// <summary>X with A · X = B (or X · A = B, or with Aᵀ), from what lu_factor gave for A.</summary>
        /// <exception cref="NotSupportedException">A gradient is wanted.</exception>
        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false,
            Tensor? @out = null)
        {
            Matrices.Check("linalg.lu_solve", LU, square: true);
            Matrices.Check("linalg.lu_solve", B, square: false);
            Matrices.CheckNoGradient("linalg_lu_solve", LU, B);
            if (!left) return lu_solve(LU, pivots, B.mT, true, !adjoint).mT;
            if (B.Shape_[^2] != LU.Shape_[^1])
                throw new ArgumentException("linalg.lu_solve: Incompatible shapes of A and B for the equation AX = B " +
                    $"({LU.Shape_[^2]}x{LU.Shape_[^1]} and {B.Shape_[^2]}x{B.Shape_[^1]})");
            var batch = Shapes.Broadcast(LU.Shape_[..^2], B.Shape_[..^2]);
            var (n, columns) = ((int)LU.Shape_[^1], (int)B.Shape_[^1]);
            var x = Matrices.Scratch(B.expand([.. batch, n, columns]));
            var rows = pivots.As(ScalarType.Int32).expand([.. batch, n]).sub(1).AsContiguous();
            var factors = Matrices.Scratch(LU.expand([.. batch, n, n]));
            Matrices.Each(factors, (i, matrix) => LuFactors.Solve(
                matrix, Matrices.Vector<int>(rows, i), n, Matrices.Of(x, i), columns, adjoint));
            return x.As(B.dtype);
        }

        internal static (Tensor, Tensor, Tensor) Factored(string name, Tensor a, bool pivot)
        {
            Matrices.Check(name, a, square: false);
            Matrices.CheckNoGradient("linalg_lu_factor", a);
            if (!pivot)
                throw new NotSupportedException(
                    $"{name}: LU without pivoting is not implemented on the CPU; leave pivot true.");
            var lu = Matrices.Scratch(a);
            var (m, n) = ((int)a.Shape_[^2], (int)a.Shape_[^1]);
            var pivots = Tensor.New(ScalarType.Int32, [.. a.Shape_[..^2], Math.Min(m, n)]);
            var info = Tensor.New(ScalarType.Int32, a.Shape_.AsSpan(..^2));
            Matrices.Each(lu, (i, matrix) =>
            {
                var rows = Matrices.Vector<int>(pivots, i);
                info.Elements<int>()[i] = LuFactors.Factor(matrix, m, n, rows);
                foreach (ref var row in rows) row++;
            });
            return (lu.As(a.dtype), pivots, info);
        }

        internal static (Tensor P, Tensor L, Tensor U) Unpacked(Tensor lu, Tensor pivots)
        {
            var (m, k) = (lu.Shape_[^2], Math.Min(lu.Shape_[^2], lu.Shape_[^1]));
            var lower = lu.narrow(-1, 0, k).tril(-1).add(Matrices.Identity(lu.Shape_.AsSpan(..^2), m, k, lu.dtype));
            var order = Tensor.New(ScalarType.Int64, [.. lu.Shape_[..^2], m]);
            var steps = pivots.AsContiguous();
            for (var i = 0; i < Shapes.Count(lu.Shape_.AsSpan(..^2)); i++)
            {
                var rows = Matrices.Vector<long>(order, i);
                for (var j = 0; j < m; j++) rows[j] = j;
                var exchanged = Matrices.Vector<int>(steps, i);
                for (var j = 0; j < exchanged.Length; j++)
                    (rows[j], rows[exchanged[j] - 1]) = (rows[exchanged[j] - 1], rows[j]);
            }

            var permutation = zeros([.. lu.Shape_[..^2], m, m], lu.dtype).scatter(-2, order.unsqueeze(-2),
                ones([.. lu.Shape_[..^2], 1, m], lu.dtype));
            return (permutation, lower, lu.narrow(-2, 0, k).triu());
        }
    }
}
