using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>U · diag(S) · Vh = A, with the singular values descending.</summary>
        /// <param name="input">[..., m, n].</param>
        /// <param name="fullMatrices">Whether U and Vh are square, or have min(m, n) columns and rows.</param>
        /// <exception cref="InvalidOperationException">An element is not finite.</exception>
        /// <exception cref="ArgumentException">Not matrices, or not floating point.</exception>
        /// <remarks>
        /// The signs of the vectors are arbitrary; their gradient is finite only where the singular values differ.
        /// J. Townsend, "Differentiating the Singular Value Decomposition" (2016),
        /// https://j-towns.github.io/papers/svd-derivative.pdf.
        /// </remarks>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true)
        {
            var (U, S, Vh) = Decomposed("linalg.svd", input, fullMatrices, vectors: true);
            if (!Autograd.Needed(input)) return (U, S, Vh);
            var (u, s, vh) = (U, S, Vh);
            var k = S.Shape_[^1];
            Tensor Left() => u.narrow(-1, 0, k);
            Tensor Right() => vh.narrow(-2, 0, k);
            Autograd.Record(S, "linalg_svd", [input],
                ds => [Left().mul(ds.unsqueeze(-2)).matmul(Right())], u, vh);
            Autograd.Record(U, "linalg_svd", [input],
                du => [LeftGradient(Left(), s, Right(), du.narrow(-1, 0, k))], u, s, vh);
            Autograd.Record(Vh, "linalg_svd", [input],
                dv => [LeftGradient(Right().mT, s, Left().mT, dv.narrow(-2, 0, k).mT).mT], u, s, vh);
            return (U, S, Vh);
        }

        // What a change of U says of A; of V it is the same with A transposed.
        private static Tensor LeftGradient(Tensor u, Tensor s, Tensor vh, Tensor du)
        {
            var squares = s.square();
            var gaps = squares.unsqueeze(-2).sub(squares.unsqueeze(-1));
            gaps = gaps.add(Matrices.Identity([], gaps.Shape_[^1], gaps.Shape_[^1], gaps.dtype));
            var along = u.mT.matmul(du);
            var inner = along.sub(along.mT).div(gaps).mul(s.unsqueeze(-2));
            var da = u.matmul(inner);
            if (u.Shape_[^2] > u.Shape_[^1]) da = da.add(du.sub(u.matmul(along)).div(s.unsqueeze(-2)));
            return da.matmul(vh);
        }

        /// <summary>The singular values, descending.</summary>
        /// <param name="input">[..., m, n].</param>
        /// <exception cref="InvalidOperationException">An element is not finite.</exception>
        public static Tensor svdvals(Tensor input) =>
            Autograd.Needed(input) ? svd(input, fullMatrices: false).S
                : Decomposed("linalg.svd", input, full: false, vectors: false).S;

        private static (Tensor U, Tensor S, Tensor Vh) Decomposed(string name, Tensor a, bool full, bool vectors)
        {
            Matrices.Check(name, a, square: false);
            var (m, n) = ((int)a.Shape_[^2], (int)a.Shape_[^1]);
            if (m < n)
            {
                var (u2, s2, vh2) = Decomposed(name, a.detach().mT, full, vectors);
                return vectors ? (vh2.mT.contiguous(), s2, u2.mT.contiguous()) : (u2, s2, vh2);
            }

            var batch = a.Shape_[..^2];
            var work = Matrices.Scratch(a);
            var u = Tensor.New(ScalarType.Float64, [.. batch, m, vectors ? full ? m : n : 0]);
            var vh = Tensor.New(ScalarType.Float64, [.. batch, n, vectors ? n : 0]);
            var s = Tensor.New(ScalarType.Float64, [.. batch, n]);
            Matrices.Each(work, (i, matrix) =>
            {
                if (!TallSingularValues.Decompose(
                    matrix, m, n, Matrices.Of(u, i), Matrices.Of(vh, i), Matrices.Vector<double>(s, i)))
                    throw new InvalidOperationException(
                        $"{name}: The algorithm failed to converge because the input matrix contained non-finite " +
                        "values.");
            });
            work.Dispose();
            return (u.As(a.dtype), s.As(a.dtype), vh.As(a.dtype));
        }

        /// <summary>The pseudo-inverse: of all X that minimise ‖A X − I‖ the smallest.</summary>
        /// <param name="input">[..., m, n].</param>
        /// <param name="atol">Singular values up to this count as zero; 0 if null.</param>
        /// <param name="rtol">
        /// Likewise, times the largest; max(m, n) · ε if both are null, 0 if only atol is given.
        /// </param>
        /// <param name="hermitian">Whether the matrices are symmetric; then only the lower triangle is read.</param>
        /// <exception cref="ArgumentException">Not matrices, or not floating point.</exception>
        /// <remarks>
        /// Gradient: Golub and Pereyra, "The Differentiation of Pseudo-Inverses and Nonlinear Least Squares Problems
        /// Whose Variables Separate" (1973), eq. 4.12.
        /// </remarks>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            PseudoInverse(input, Tolerance(atol), Tolerance(rtol), hermitian);

        /// <inheritdoc cref="pinv(Tensor, double?, double?, bool)"/>
        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            PseudoInverse(input, atol, rtol, hermitian);

        private static Tensor PseudoInverse(Tensor input, Tensor? atol, Tensor? rtol, bool hermitian)
        {
            if (input.Live().Shape_.Length < 2 || !input.dtype.IsFloating())
                throw new ArgumentException($"linalg.pinv({input.dtype.Word()}{{{Shapes.Text(input.Shape_)}}}): " +
                    "expected a tensor with 2 or more dimensions of float, double, cfloat or cdouble types");
            var a = hermitian ? input.tril().add(input.tril(-1).mT) : input;
            var (u, s, vh) = Decomposed("linalg.svd", a, full: false, vectors: true);
            var inverse = torch.where(s.gt(Threshold(a, s, atol, rtol)), s.reciprocal(), torch.zeros_like(s));
            var y = vh.mT.mul(inverse.unsqueeze(-2)).matmul(u.mT);
            return !Autograd.Needed(a) ? y : Autograd.Record(y, "linalg_pinv", [a], dy =>
            {
                var (yt, dyt) = (y.mT, dy.mT);
                var k = dyt.matmul(y);          // [m, m]
                var da = y.matmul(k).mT.neg().add(k.matmul(yt)).sub(a.matmul(y).matmul(k).matmul(yt));
                return [da.add(yt.matmul(y).matmul(dyt.sub(k.matmul(a))))];
            }, a, y);
        }

        private static Tensor? Tolerance(double? value) => value is { } v ? tensor(v) : null;

        // Up to where a singular value counts as zero, [..., 1].
        private static Tensor Threshold(Tensor a, Tensor s, Tensor? atol, Tensor? rtol)
        {
            if (s.Shape_[^1] == 0) return s.new_zeros([.. s.Shape_[..^1], 1]);
            var epsilon = (a.dtype == ScalarType.Float64 ? 2.220446049250313e-16 : 1.1920928955078125e-07)
                * Math.Max(a.Shape_[^1], a.Shape_[^2]);
            var largest = s.narrow(-1, 0, 1);
            var standard = full_like(largest, epsilon);
            var relative = rtol is not null ? rtol.to(s.dtype).unsqueeze(-1)
                : atol is null ? standard : torch.where(atol.unsqueeze(-1).gt(0), torch.zeros_like(largest), standard);
            var product = relative.mul(largest);
            return atol is null ? product : product.maximum(atol.to(s.dtype).unsqueeze(-1));
        }

        /// <summary>How many singular values are above the tolerance, Int64.</summary>
        /// <inheritdoc cref="pinv(Tensor, double?, double?, bool)"/>
        public static Tensor matrix_rank(
            Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Rank(input, Tolerance(atol), Tolerance(rtol), hermitian);

        /// <inheritdoc cref="matrix_rank(Tensor, double?, double?, bool)"/>
        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Rank(input, atol, rtol, hermitian);

        private static Tensor Rank(Tensor input, Tensor? atol, Tensor? rtol, bool hermitian)
        {
            var a = input.detach();
            if (hermitian) a = a.tril().add(a.tril(-1).mT);
            var s = Decomposed("linalg.matrix_rank", a, full: false, vectors: false).S;
            return s.gt(Threshold(a, s, atol, rtol)).sum(dim: -1);
        }

        /// <summary>X that minimises ‖A X − B‖, the smallest such X where there are several.</summary>
        /// <param name="input">A, [..., m, n].</param>
        /// <param name="other">B, [..., m, k], or vectors [..., m].</param>
        /// <returns>
        /// The solution; Σ (A X − B)² for each column where m &gt; n and A has full rank, else empty; the rank of each
        /// A; and an empty tensor, as TorchSharp's driver gives no singular values.
        /// </returns>
        /// <exception cref="ArgumentException">The shapes or types do not fit.</exception>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(
            Tensor input, Tensor other) => LeastSquares(input, other, null);

        /// <inheritdoc cref="lstsq(Tensor, Tensor)"/>
        /// <param name="rcond">Singular values up to this times the largest count as zero.</param>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(
            Tensor input, Tensor other, double rcond) => LeastSquares(input, other, rcond);

        private static (Tensor, Tensor, Tensor, Tensor) LeastSquares(Tensor a, Tensor other, double? rcond)
        {
            Matrices.Check("torch.linalg.lstsq", a, square: false);
            if (a.dtype != other.Live().dtype)
                throw new ArgumentException(
                    "torch.linalg.lstsq: Expected input and other to have the same dtype, but got input's dtype " +
                    $"{a.dtype.Word()} and other's dtype {other.dtype.Word()}");
            var vector = other.Shape_.Length == a.Shape_.Length - 1;
            var b = vector ? other.unsqueeze(-1) : other;
            if (b.Shape_.Length < 2 || b.Shape_[^2] != a.Shape_[^2])
                throw new ArgumentException("torch.linalg.lstsq: input.size(-2) should match other.size(" +
                    $"{(vector ? -1 : -2)})");
            var x = pinv(a, null, rcond).matmul(b);
            var rank = matrix_rank(a, null, rcond);
            var (m, n) = (a.Shape_[^2], a.Shape_[^1]);
            var residuals = m > n && rank.eq(n).all().item<bool>()
                ? a.matmul(x).sub(b).square().sum(dim: -2) : zeros([0], a.dtype);
            return (vector ? x.squeeze(-1) : x, residuals, rank, zeros([0], a.dtype));
        }
    }
}
