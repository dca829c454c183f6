using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>How much of Q · R = A is computed.</summary>
        public enum QRMode
        {
            /// <summary>Q [m, k] and R [k, n] with k = min(m, n).</summary>
            Reduced = 0,

            /// <summary>Q [m, m] and R [m, n].</summary>
            Complete = 1,

            /// <summary>R as reduced; Q is empty.</summary>
            R = 2,
        }

        /// <summary>Q · R = A with orthonormal columns in Q and an upper triangle R, signs as LAPACK's.</summary>
        /// <param name="input">[..., m, n].</param>
        /// <param name="mode">How much is computed.</param>
        /// <exception cref="ArgumentException">Not matrices, or not floating point.</exception>
        /// <exception cref="InvalidOperationException">
        /// In backward: mode R, or mode Complete with m &gt; n.
        /// </exception>
        /// <remarks>
        /// Gradient: Walter and Lehmann, "Algorithmic Differentiation of Linear Algebra Functions" (2018), section 3,
        /// https://arxiv.org/abs/1009.6112; for m &lt; n by the leading square part.
        /// </remarks>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced)
        {
            var (Q, R) = OrthogonalTriangular(input, mode);
            if (!Autograd.Needed(input)) return (Q, R);
            var (q, r, n) = (Q, R, input.Shape_[^1]);
            var wide = n > input.Shape_[^2];
            if (mode != QRMode.R)
                Autograd.Record(Q, "linalg_qr", [input], dq => [FromQr(dq, null)], q, r);
            Autograd.Record(R, "linalg_qr", [input], dr => [FromQr(null, dr)], q, r, input);
            return (Q, R);

            Tensor FromQr(Tensor? dq, Tensor? dr)
            {
                if (mode == QRMode.R)
                    throw new InvalidOperationException("The derivative of linalg.qr depends on Q, which is not " +
                        "computed when mode='r'. Please use linalg.qr(A, mode='reduced') if you are going to " +
                        "differentiate through linalg.qr.");
                if (mode == QRMode.Complete && q.Shape_[^2] > n)
                    throw new InvalidOperationException("The QR decomposition is not differentiable when " +
                        "mode='complete' and nrows > ncols.");
                if (!wide) return TallGradient(q, r, dq, dr);
                var m = q.Shape_[^1];
                var square = r.narrow(-1, 0, m);
                if (dr is null)
                    return cat([TallGradient(q, square, dq, null), torch.zeros_like(input.narrow(-1, m, n - m))], -1);
                var rest = dr.narrow(-1, m, n - m);
                var onQ = input.narrow(-1, m, n - m).matmul(rest.mT);
                return cat([TallGradient(q, square, onQ, dr.narrow(-1, 0, m)), q.matmul(rest)], -1);
            }
        }

        // (dQ + Q · sym(tril(R dRᵀ − dQᵀ Q))) · R⁻ᵀ, sym mirroring the lower triangle.
        private static Tensor TallGradient(Tensor q, Tensor r, Tensor? dq, Tensor? dr)
        {
            var m = dr is null ? dq!.mT.matmul(q).neg() : r.matmul(dr.mT);
            if (dq is not null && dr is not null) m = m.sub(dq.mT.matmul(q));
            var inner = q.matmul(m.tril().add(m.tril(-1).mT));
            return solve_triangular(r.mT, dq is null ? inner : inner.add(dq), upper: false, left: false);
        }

        private static (Tensor, Tensor) OrthogonalTriangular(Tensor a, QRMode mode)
        {
            Matrices.Check("linalg.qr", a, square: false);
            var (m, n) = ((int)a.Shape_[^2], (int)a.Shape_[^1]);
            var k = mode == QRMode.Complete ? m : Math.Min(m, n);
            var (work, tau) = Reflections(a);
            var batch = a.Shape_[..^2];
            var r = work.narrow(-2, 0, k).triu().As(a.dtype);
            if (mode == QRMode.R) return (Tensor.New(a.dtype, [0]), r);
            var q = Matrices.Identity(batch, m, k, ScalarType.Float64);
            Matrices.Each(work, (i, matrix) => Householder.Apply(
                matrix, m, n, Matrices.Vector<double>(tau, i), Matrices.Of(q, i), k, transposed: false));
            return (q.As(a.dtype), r);
        }

        private static (Tensor Qr, Tensor Tau) Reflections(Tensor a)
        {
            var work = Matrices.Scratch(a);
            var (m, n) = ((int)a.Shape_[^2], (int)a.Shape_[^1]);
            var tau = Tensor.New(ScalarType.Float64, [.. a.Shape_[..^2], Math.Min(m, n)]);
            Matrices.Each(work, (i, matrix) =>
                Householder.Factor(matrix, m, n, Matrices.Vector<double>(tau, i)));
            return (work, tau);
        }

        /// <summary>The first n columns of the product of reflections I − τ v vᵀ, v below the diagonal of A.</summary>
        /// <param name="A">[..., m, n], as geqrf gives it.</param>
        /// <param name="tau">[..., k], k ≤ n.</param>
        /// <exception cref="NotSupportedException">A gradient is wanted.</exception>
        public static Tensor householder_product(Tensor A, Tensor tau)
        {
            var y = Matrices.Identity(A.shape.AsSpan(..^2), A.Shape_[^2], A.Shape_[^1], A.dtype);
            return Reflected(A, tau, y, transposed: false);
        }

        internal static (Tensor, Tensor) Packed(Tensor a)
        {
            Matrices.Check("geqrf", a, square: false);
            Matrices.CheckNoGradient("geqrf", a);
            var (work, tau) = Reflections(a);
            return (work.As(a.dtype), tau.As(a.dtype));
        }

        internal static Tensor Reflected(Tensor a, Tensor tau, Tensor c, bool transposed)
        {
            Matrices.Check("linalg.householder_product", a, square: false);
            Matrices.CheckNoGradient("linalg_householder_product", a, tau, c);
            var (work, result) = (Matrices.Scratch(a), Matrices.Scratch(c));
            var factors = tau.As(ScalarType.Float64).AsContiguous();
            var (m, n, columns) = ((int)a.Shape_[^2], (int)a.Shape_[^1], (int)c.Shape_[^1]);
            Matrices.Each(work, (i, matrix) => Householder.Apply(matrix, m, n,
                Matrices.Vector<double>(factors, i), Matrices.Of(result, i), columns, transposed));
            return result.As(a.dtype);
        }
    }
}
