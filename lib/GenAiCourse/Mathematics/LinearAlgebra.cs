namespace GenAiCourse.Mathematics;

/// <summary>Dense matrices as <c>double[,]</c>: products, norms, equations and decompositions.</summary>
/// <remarks>
/// Matrices go in and come out as arrays [rows, columns]; none is changed. Entries must be finite. For matrices of up
/// to a few hundred rows: larger ones belong to tensors. QR, SVD and eigenvalues are MathNet.Numerics's.
/// </remarks>
public static partial class LinearAlgebra
{
    private const double Epsilon = 2.220446049250313e-16;       // the distance from 1 to the next double

    /// <summary>The unit matrix, 1 on the diagonal.</summary>
    /// <param name="size">The number of rows and columns, not negative.</param>
    public static double[,] Identity(int size)
    {
        var result = new double[size, size];
        for (var i = 0; i < size; i++) result[i, i] = 1;
        return result;
    }

    /// <summary>The product AB: entry i, j is the dot product of A's row i and B's column j.</summary>
    /// <param name="a">[n, k].</param>
    /// <param name="b">[k, m].</param>
    /// <returns>[n, m].</returns>
    /// <exception cref="ArgumentException">The inner sizes differ, or an entry is not finite.</exception>
    public static double[,] Multiply(double[,] a, double[,] b)
    {
        var (n, k) = Finite(a);
        var (inner, m) = Finite(b);
        if (k != inner)
            throw new ArgumentException($"expected {k} rows, as many as a has columns, got {inner}", nameof(b));
        var result = new double[n, m];
        for (var i = 0; i < n; i++)
            for (var l = 0; l < k; l++)
                for (var j = 0; j < m; j++)
                    result[i, j] += a[i, l] * b[l, j];
        return result;
    }

    /// <summary>The product Ax.</summary>
    /// <param name="a">[n, k].</param>
    /// <param name="x">[k].</param>
    /// <returns>[n].</returns>
    /// <exception cref="ArgumentException">The sizes differ, or an entry is not finite.</exception>
    public static double[] Multiply(double[,] a, double[] x)
    {
        var (n, k) = Finite(a);
        Finite(x, k, nameof(x));
        var result = new double[n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < k; j++)
                result[i] += a[i, j] * x[j];
        return result;
    }

    /// <summary>The transpose: rows become columns.</summary>
    /// <param name="a">[n, m].</param>
    /// <returns>[m, n].</returns>
    public static double[,] Transpose(double[,] a)
    {
        ArgumentNullException.ThrowIfNull(a);
        var result = new double[a.GetLength(1), a.GetLength(0)];
        for (var i = 0; i < a.GetLength(0); i++)
            for (var j = 0; j < a.GetLength(1); j++)
                result[j, i] = a[i, j];
        return result;
    }

    /// <summary>The dot product Σ xᵢ yᵢ.</summary>
    /// <param name="x">[n].</param>
    /// <param name="y">[n].</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"expected {x.Length} numbers, as in x, got {y.Length}", nameof(y));
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }

    /// <summary>The length √Σ xᵢ², also where a square would overflow.</summary>
    /// <param name="x">[n]; 0 when empty.</param>
    public static double Norm(ReadOnlySpan<double> x)
    {
        var most = 0.0;
        foreach (var value in x) most = Math.Max(most, Math.Abs(value));
        if (most == 0 || !double.IsFinite(most)) return most;
        var sum = 0.0;
        foreach (var value in x) sum += value / most * (value / most);
        return most * Math.Sqrt(sum);
    }

    /// <summary>A matrix's size.</summary>
    /// <param name="a">[n, m].</param>
    /// <param name="norm">Which measure.</param>
    /// <exception cref="ArgumentException">An entry is not finite.</exception>
    public static double Norm(double[,] a, MatrixNorm norm = MatrixNorm.Frobenius)
    {
        var (n, m) = Finite(a);
        return norm switch
        {
            MatrixNorm.Frobenius => Norm([.. a.Cast<double>()]),
            MatrixNorm.One => Largest(m, j => Enumerable.Range(0, n).Sum(i => Math.Abs(a[i, j]))),
            MatrixNorm.Infinity => Largest(n, i => Enumerable.Range(0, m).Sum(j => Math.Abs(a[i, j]))),
            MatrixNorm.Two => n == 0 || m == 0 ? 0 : SingularValues(a).Values[0],
            _ => throw new ArgumentOutOfRangeException(nameof(norm), norm, "expected a norm of the enumeration")
        };

        static double Largest(int count, Func<int, double> sum) => Enumerable.Range(0, count).Max(sum);
    }

    /// <summary>The sum of the diagonal, which is also that of the eigenvalues.</summary>
    /// <param name="a">[n, n].</param>
    /// <exception cref="ArgumentException">The matrix is not square, or an entry is not finite.</exception>
    public static double Trace(double[,] a)
    {
        var n = Square(a);
        return Enumerable.Range(0, n).Sum(i => a[i, i]);
    }

    private static (int Rows, int Columns) Finite(double[,] a)
    {
        ArgumentNullException.ThrowIfNull(a);
        for (var i = 0; i < a.GetLength(0); i++)
            for (var j = 0; j < a.GetLength(1); j++)
                if (!double.IsFinite(a[i, j]))
                    throw new ArgumentException($"expected finite entries, got {a[i, j]} at [{i}, {j}]", nameof(a));
        return (a.GetLength(0), a.GetLength(1));
    }

    private static void Finite(double[] x, int length, string name)
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.Length != length) throw new ArgumentException($"expected {length} numbers, got {x.Length}", name);
        for (var i = 0; i < x.Length; i++)
            if (!double.IsFinite(x[i]))
                throw new ArgumentException($"expected finite numbers, got {x[i]} at {i}", name);
    }

    private static int Square(double[,] a)
    {
        var (n, m) = Finite(a);
        return n == m
            ? n
            : throw new ArgumentException(
                $"expected a square matrix, got {n} by {m}; LeastSquares and PseudoInverse take any", nameof(a));
    }

    private static void Symmetric(double[,] a, int n)
    {
        for (var i = 0; i < n; i++)
            for (var j = 0; j < i; j++)
                if (Math.Abs(a[i, j] - a[j, i]) > 1e-10 * (Math.Abs(a[i, j]) + Math.Abs(a[j, i])))
                    throw new ArgumentException(
                        $"expected a symmetric matrix, got {a[i, j]} at [{i}, {j}] and {a[j, i]} at [{j}, {i}]",
                        nameof(a));
    }
}
