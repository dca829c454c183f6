using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The lower triangle L with L · Lᵀ = A; of A the lower triangle is read.</summary>
        /// <param name="input">Symmetric and positive-definite, [..., n, n].</param>
        /// <exception cref="InvalidOperationException">A matrix is not positive-definite.</exception>
        /// <exception cref="ArgumentException">The matrices are not square, or not floating point.</exception>
        /// <remarks>
        /// Gradient: I. Murray, "Differentiation of the Cholesky decomposition" (2016), eq. 8,
        /// https://arxiv.org/abs/1602.07527.
        /// </remarks>
        public static Tensor cholesky(Tensor input) => cholesky_ex(input, check_errors: true).L;

        /// <summary><see cref="cholesky"/>, and for each matrix 0 or the order of the minor that failed.</summary>
        /// <param name="input">[..., n, n].</param>
        /// <param name="check_errors">Whether to throw when a matrix is not positive-definite.</param>
        /// <exception cref="InvalidOperationException">
        /// A matrix is not positive-definite, and errors are checked.
        /// </exception>
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false)
        {
            Matrices.Check("linalg.cholesky", input, square: true);
            var work = Matrices.Scratch(input);
            var info = Tensor.New(ScalarType.Int32, input.Shape_.AsSpan(..^2));
            var n = (int)input.Shape_[^1];
            Matrices.Each(work, (i, matrix) => info.Elements<int>()[i] = CholeskyFactor.Factor(matrix, n));
            if (check_errors)
                Matrices.CheckInfo("linalg.cholesky", info, k =>
                    "The factorization could not be completed because the input is not positive-definite (the " +
                    $"leading minor of order {k} is not positive-definite).");
            var L = work.As(input.dtype);
            return (!Autograd.Needed(input) ? L : Autograd.Record(L, "linalg_cholesky", [input], dL =>
            {
                var phi = L.mT.matmul(dL).tril();
                phi = phi.sub(phi.diagonal(0, -2, -1).mul(0.5).diag_embed());
                var s = solve_triangular(L.mT, phi, upper: true);
                s = solve_triangular(L, s, upper: false, left: false);
                return [s.add(s.mT).mul(0.5)];
            }, L), info);
        }
    }
}
