namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <inheritdoc cref="linalg.inv"/>
        public Tensor inverse() => linalg.inv(this);

        /// <inheritdoc cref="linalg.det"/>
        public Tensor det() => linalg.det(this);

        /// <summary>The logarithm of the determinant of square matrices; NaN where it is negative.</summary>
        /// <exception cref="ArgumentException">The matrices are not square, or not floating point.</exception>
        public Tensor logdet()
        {
            Matrices.Check("logdet", this, square: true);
            var (sign, log) = linalg.slogdet(this);
            return log.add(sign.log());
        }

        /// <summary>The triangle L with L · Lᵀ = A, or U with Uᵀ · U = A; that triangle of A is read.</summary>
        /// <exception cref="InvalidOperationException">A matrix is not positive-definite.</exception>
        public Tensor cholesky(bool upper = false) =>
            upper ? linalg.cholesky(mT).mT : linalg.cholesky(this);

        /// <summary>The inverse of A from its triangle L (or U).</summary>
        public Tensor cholesky_inverse(bool upper = false)
        {
            var one = Matrices.Identity(Live().Shape_.AsSpan(..^2), Shape_[^1], Shape_[^1], dtype);
            return one.cholesky_solve(this, upper);
        }

        /// <summary>X with A · X = B, this being B, from the triangle L (or U) of A.</summary>
        /// <param name="input2">The triangle, [..., n, n].</param>
        /// <param name="upper">Whether it is U.</param>
        public Tensor cholesky_solve(Tensor input2, bool upper = false)
        {
            var lower = upper ? input2.mT : input2;
            return linalg.solve_triangular(lower.mT, linalg.solve_triangular(lower, this, upper: false), upper: true);
        }

        /// <inheritdoc cref="linalg.pinv(Tensor, double?, double?, bool)"/>
        /// <param name="rcond">Singular values up to this times the largest count as zero.</param>
        public Tensor pinverse(double rcond = 1E-15, bool hermitian = false) =>
            linalg.pinv(this, null, rcond, hermitian);

        /// <summary>A multiplied by itself; with a negative n the inverse, with 0 the identity.</summary>
        /// <exception cref="InvalidOperationException">The exponent is negative and a matrix singular.</exception>
        /// <exception cref="ArgumentException">The matrices are not square.</exception>
        public Tensor matrix_power(int n) => linalg.MatrixPower(this, n);

        /// <inheritdoc cref="linalg.matrix_exp"/>
        public Tensor matrix_exp() => linalg.matrix_exp(this);

        /// <summary>
        /// QR by reflections in LAPACK's storage: R, the vectors below its diagonal, and their factors.
        /// </summary>
        /// <exception cref="NotSupportedException">A gradient is wanted.</exception>
        public (Tensor a, Tensor tau) geqrf() => linalg.Packed(this);

        /// <summary>Q · C (or C · Q) with the Q that <see cref="geqrf"/> stored in this; or with Qᵀ.</summary>
        /// <exception cref="NotSupportedException">A gradient is wanted.</exception>
        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
            left ? linalg.Reflected(this, tau, other, transpose)
                : linalg.Reflected(this, tau, other.mT, !transpose).mT;

        /// <summary>Powers of each number, largest first unless increasing: [n, N]; N is n if negative.</summary>
        public Tensor vander(long N = -1, bool increasing = false)
        {
            if (Live().Shape_.Length != 1)
                throw new ArgumentException($"x must be a one-dimensional tensor, got {Shapes.Text(Shape_)}");
            var powers = arange(N < 0 ? Shape_[0] : N, dtype);
            return unsqueeze(-1).pow(increasing ? powers : powers.flip(0));
        }

        /// <summary>The transpose of the last two dimensions.</summary>
        public Tensor adjoint() => mT;

        /// <inheritdoc cref="adjoint"/>
        public Tensor mH => mT;

        /// <summary>The transpose of a matrix.</summary>
        public Tensor H => t();
    }
}
