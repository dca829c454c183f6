using TorchSharp.Kernels;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The eigenvalues, ascending, and eigenvectors, one a column, of symmetric matrices.</summary>
        /// <param name="input">[..., n, n]; only one triangle is read.</param>
        /// <param name="UPLO">That triangle: L (lower) or U (upper).</param>
        /// <exception cref="InvalidOperationException">An element is not finite.</exception>
        /// <exception cref="ArgumentException">The matrices are not square, or UPLO is neither L nor U.</exception>
        /// <remarks>
        /// The sign of a vector is arbitrary, and so are the vectors of equal eigenvalues; the gradient of the vectors
        /// is finite only where all eigenvalues differ. M. Giles, "Collected Matrix Derivative Results" (2008), 3.1,
        /// https://people.maths.ox.ac.uk/gilesm/files/NA-08-01.pdf.
        /// </remarks>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L')
        {
            Matrices.Check("linalg.eigh", input, square: true);
            if (UPLO is not ('L' or 'U' or 'l' or 'u'))
                throw new ArgumentException($"Expected UPLO argument to be 'L' or 'U', but got {UPLO}");
            var (values, vectors) = EigenPairs(UPLO is 'L' or 'l' ? input : input.mT);
            if (!Autograd.Needed(input)) return (values, vectors);
            Autograd.Record(vectors, "linalg_eigh", [input], dv =>
            {
                var gaps = values.unsqueeze(-2).sub(values.unsqueeze(-1));
                gaps = gaps.add(Matrices.Identity([], gaps.Shape_[^1], gaps.Shape_[^1], gaps.dtype));
                var inner = vectors.mT.matmul(dv).div(gaps);
                inner = inner.sub(inner.diagonal(0, -2, -1).diag_embed());
                return [vectors.matmul(inner).matmul(vectors.mT)];
            }, vectors, values);
            Autograd.Record(values, "linalg_eigh", [input],
                dw => [vectors.mul(dw.unsqueeze(-2)).matmul(vectors.mT)], vectors);
            return (values, vectors);
        }

        /// <summary>The eigenvalues of symmetric matrices, ascending.</summary>
        /// <inheritdoc cref="eigh"/>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => eigh(input, UPLO).Item1;

        private static (Tensor, Tensor) EigenPairs(Tensor a)
        {
            var vectors = Matrices.Scratch(a);
            var values = Tensor.New(ScalarType.Float64, a.Shape_.AsSpan(..^1));
            var n = (int)a.Shape_[^1];
            Matrices.Each(vectors, (i, matrix) =>
            {
                if (!SymmetricEigen.Decompose(matrix, n, Matrices.Vector<double>(values, i)))
                    throw new InvalidOperationException(
                        "linalg.eigh: The algorithm failed to converge because the input matrix contained " +
                        "non-finite values.");
            });
            return (values.As(a.dtype), vectors.As(a.dtype));
        }
    }
}
