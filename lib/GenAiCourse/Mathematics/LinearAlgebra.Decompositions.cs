using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace GenAiCourse.Mathematics;

// The decompositions.
public static partial class LinearAlgebra
{
    /// <summary>Elimination with partial pivoting: PA = LU.</summary>
    /// <param name="a">[n, n]; a singular one leaves a 0 on U's diagonal.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or an entry is not finite.</exception>
    /// <remarks>Golub and Van Loan, 2013, algorithm 3.4.1.</remarks>
    public static LuDecomposition Lu(double[,] a)
    {
        var n = Square(a);
        var (lower, upper, permutation, sign) =
            (Identity(n), (double[,])a.Clone(), Enumerable.Range(0, n).ToArray(), 1);
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
                if (Math.Abs(upper[i, k]) > Math.Abs(upper[pivot, k])) pivot = i;
            if (pivot != k)
            {
                sign = -sign;
                (permutation[k], permutation[pivot]) = (permutation[pivot], permutation[k]);
                for (var j = 0; j < n; j++)
                {
                    if (j < k) (lower[k, j], lower[pivot, j]) = (lower[pivot, j], lower[k, j]);
                    else (upper[k, j], upper[pivot, j]) = (upper[pivot, j], upper[k, j]);
                }
            }
            for (var i = k + 1; i < n && upper[k, k] != 0; i++)
            {
                lower[i, k] = upper[i, k] / upper[k, k];
                upper[i, k] = 0;
                for (var j = k + 1; j < n; j++) upper[i, j] -= lower[i, k] * upper[k, j];
            }
        }
        return new LuDecomposition(lower, upper, permutation, sign);
    }

    /// <summary>The Cholesky factor L of a positive definite matrix, A = LLᵀ.</summary>
    /// <param name="a">[n, n], symmetric; for example a covariance matrix.</param>
    /// <returns>[n, n]: zeros above a positive diagonal.</returns>
    /// <exception cref="ArgumentException">
    /// The matrix is not square, not symmetric or not positive definite, or an entry is not finite.
    /// </exception>
    /// <remarks>Golub and Van Loan, 2013, algorithm 4.2.1.</remarks>
    public static double[,] Cholesky(double[,] a)
    {
        var n = Square(a);
        Symmetric(a, n);
        var lower = new double[n, n];
        for (var j = 0; j < n; j++)
            for (var i = j; i < n; i++)
            {
                var rest = a[i, j];
                for (var k = 0; k < j; k++) rest -= lower[i, k] * lower[j, k];
                if (i == j && !(rest > 0))
                    throw new ArgumentException(
                        $"expected a positive definite matrix, got pivot {j} of {rest:g3}; add a small multiple of "
                        + "the unit matrix, or use SymmetricEigen", nameof(a));
                lower[i, j] = i == j ? Math.Sqrt(rest) : rest / lower[j, j];
            }
        return lower;
    }

    /// <summary>The thin QR decomposition, by Householder's reflections.</summary>
    /// <param name="a">[n, m] with at least as many rows as columns.</param>
    /// <exception cref="ArgumentException">
    /// The matrix is empty or has fewer rows than columns, or an entry is not finite.
    /// </exception>
    public static QrDecomposition Qr(double[,] a)
    {
        var (n, m) = NotEmpty(a);
        if (n < m)
            throw new ArgumentException(
                $"expected at least as many rows as columns, got {n} by {m}; transpose it", nameof(a));
        var (matrix, scale) = Scaled(a);
        var qr = matrix.QR(QRMethod.Thin);
        var (q, r) = (qr.Q.ToArray(), (qr.R * scale).ToArray());
        for (var k = 0; k < m; k++)
        {
            if (r[k, k] >= 0) continue;
            for (var j = 0; j < m; j++) r[k, j] = -r[k, j];
            for (var i = 0; i < n; i++) q[i, k] = -q[i, k];
        }
        return new QrDecomposition(q, r);
    }

    /// <summary>The eigenvalues and eigenvectors of a symmetric matrix.</summary>
    /// <param name="a">[n, n], symmetric within a relative 1e-10.</param>
    /// <exception cref="ArgumentException">
    /// The matrix is empty, not square or not symmetric, or an entry is not finite.
    /// </exception>
    public static EigenDecomposition SymmetricEigen(double[,] a)
    {
        NotEmpty(a);
        var n = Square(a);
        Symmetric(a, n);
        var (matrix, scale) = Scaled(a);
        var evd = matrix.Evd(Symmetricity.Symmetric);
        var (values, vectors) =
            (evd.EigenValues.Select(value => value.Real * scale).ToArray(), evd.EigenVectors.ToArray());
        var order = Enumerable.Range(0, n).OrderBy(j => values[j]).ToArray();
        var sorted = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            var column = Enumerable.Range(0, n).Select(i => vectors[i, order[j]]).ToArray();
            var sign = LargestIsPositive(column);
            for (var i = 0; i < n; i++) sorted[i, j] = sign * column[i];
        }
        return new EigenDecomposition([.. order.Select(j => values[j])], sorted);
    }

    /// <summary>The eigenvalues of any square matrix, by real part and then by imaginary part.</summary>
    /// <param name="a">[n, n].</param>
    /// <returns>[n]; those that are not real come in conjugate pairs.</returns>
    /// <exception cref="ArgumentException">The matrix is empty or not square, or an entry is not finite.</exception>
    public static Complex[] Eigenvalues(double[,] a)
    {
        NotEmpty(a);
        Square(a);
        var (matrix, scale) = Scaled(a);
        var values = matrix.Evd(Symmetricity.Asymmetric).EigenValues;
        // The two of a conjugate pair may differ in their real part's last digits, and still belong together.
        return
        [
            .. values.OrderBy(value => Math.Round(value.Real * 1e9)).ThenBy(value => value.Imaginary)
                .Select(value => value * scale)
        ];
    }

    /// <summary>The thin singular value decomposition.</summary>
    /// <param name="a">[n, m], any shape and rank.</param>
    /// <exception cref="ArgumentException">The matrix is empty, or an entry is not finite.</exception>
    public static SingularValueDecomposition SingularValues(double[,] a)
    {
        var (n, m) = NotEmpty(a);
        var (matrix, scale) = Scaled(a);
        var (svd, k) = (matrix.Svd(), Math.Min(n, m));
        return new SingularValueDecomposition(
            svd.U.SubMatrix(0, n, 0, k).ToArray(), (svd.S * scale).ToArray(),
            svd.VT.SubMatrix(0, k, 0, m).ToArray());
    }

    // MathNet's algorithms take numbers near 1e-15 for 0, and square others: so they get entries below 2, the scale
    // a power of 2 so that nothing is rounded.
    private static (Matrix<double> Matrix, double Scale) Scaled(double[,] a)
    {
        var most = a.Cast<double>().Max(Math.Abs);
        var exponent = most > 0 ? Math.ILogB(most) : 0;
        return (CreateMatrix.DenseOfArray(a).Map(value => Math.ScaleB(value, -exponent)), Math.ScaleB(1, exponent));
    }

    // Of entries that differ in size by rounding only, the first decides.
    private static double LargestIsPositive(double[] x)
    {
        var most = x.Max(Math.Abs);
        return x.First(value => Math.Abs(value) >= most * (1 - 1e-9)) < 0 ? -1 : 1;
    }

    private static (int Rows, int Columns) NotEmpty(double[,] a)
    {
        var (n, m) = Finite(a);
        return n > 0 && m > 0 ? (n, m) : throw new ArgumentException($"expected entries, got {n} by {m}", nameof(a));
    }
}
