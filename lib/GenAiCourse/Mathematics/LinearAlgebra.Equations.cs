namespace GenAiCourse.Mathematics;

// What solves equations: directly, by least squares, or not at all.
public static partial class LinearAlgebra
{
    /// <summary>The x with Ax = b, by elimination with partial pivoting.</summary>
    /// <param name="a">[n, n], not singular.</param>
    /// <param name="b">[n].</param>
    /// <returns>[n]; its relative error is about ε times the condition number.</returns>
    /// <exception cref="ArgumentException">
    /// The matrix is not square or singular to working precision, the sizes differ, or an entry is not finite.
    /// </exception>
    public static double[] Solve(double[,] a, double[] b)
    {
        var n = Square(a);
        Finite(b, n, nameof(b));
        var lu = NotSingular(a);
        return Substitute(lu, [.. lu.Permutation.Select(row => b[row])]);
    }

    /// <summary>The inverse A⁻¹, with which A A⁻¹ = I. To solve equations, <see cref="Solve"/> is better.</summary>
    /// <param name="a">[n, n], not singular.</param>
    /// <returns>[n, n].</returns>
    /// <exception cref="ArgumentException">
    /// The matrix is not square or singular to working precision, or an entry is not finite.
    /// </exception>
    public static double[,] Inverse(double[,] a)
    {
        var n = Square(a);
        var lu = NotSingular(a);
        var result = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            var column = Substitute(lu, [.. lu.Permutation.Select(row => row == j ? 1.0 : 0)]);
            for (var i = 0; i < n; i++) result[i, j] = column[i];
        }
        return result;
    }

    /// <summary>
    /// The determinant: by how much A multiplies volumes, negative where it mirrors; 0 where it is singular.
    /// </summary>
    /// <param name="a">[n, n]; of no rows, 1.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or an entry is not finite.</exception>
    public static double Determinant(double[,] a)
    {
        var lu = Lu(a);
        return Diagonal(lu.Upper).Aggregate((double)lu.Sign, (product, pivot) => product * pivot);
    }

    /// <summary>
    /// The sign of the determinant and ln |det A|, where the determinant itself may over- or underflow.
    /// </summary>
    /// <param name="a">[n, n].</param>
    /// <returns>(0, −∞) where A is singular.</returns>
    /// <exception cref="ArgumentException">The matrix is not square, or an entry is not finite.</exception>
    public static (int Sign, double Log) LogDeterminant(double[,] a)
    {
        var lu = Lu(a);
        var pivots = Diagonal(lu.Upper);
        return (
            pivots.Aggregate(lu.Sign, (sign, pivot) => sign * Math.Sign(pivot)),
            pivots.Sum(pivot => Math.Log(Math.Abs(pivot))));
    }

    /// <summary>The x that brings Ax nearest to b, and of several such the shortest: A⁺b.</summary>
    /// <param name="a">[n, m], any shape and rank.</param>
    /// <param name="b">[n].</param>
    /// <returns>[m].</returns>
    /// <exception cref="ArgumentException">
    /// The sizes differ, the matrix is empty, or an entry is not finite.
    /// </exception>
    public static double[] LeastSquares(double[,] a, double[] b)
    {
        var (n, _) = Finite(a);
        Finite(b, n, nameof(b));
        return Multiply(PseudoInverse(a), b);
    }

    /// <summary>The pseudo-inverse A⁺ = V Σ⁺ Uᵀ, of which singular values within rounding of 0 are left out.</summary>
    /// <param name="a">[n, m], any shape and rank.</param>
    /// <returns>[m, n].</returns>
    /// <exception cref="ArgumentException">The matrix is empty, or an entry is not finite.</exception>
    /// <remarks>Moore, 1920; Penrose, 1955.</remarks>
    public static double[,] PseudoInverse(double[,] a)
    {
        var (u, s, vt) = SingularValues(a);
        var (n, m, rank) = (a.GetLength(0), a.GetLength(1), Rank(s, a));
        var result = new double[m, n];
        for (var k = 0; k < rank; k++)
            for (var i = 0; i < m; i++)
                for (var j = 0; j < n; j++)
                    result[i, j] += vt[k, i] * u[j, k] / s[k];
        return result;
    }

    /// <summary>How many columns are independent: the singular values above max(n, m) ε σ₁.</summary>
    /// <param name="a">[n, m].</param>
    /// <exception cref="ArgumentException">The matrix is empty, or an entry is not finite.</exception>
    public static int Rank(double[,] a) => Rank(SingularValues(a).Values, a);

    /// <summary>σ₁ / σₙ: by how much a relative error of b may grow in the x with Ax = b.</summary>
    /// <param name="a">[n, m].</param>
    /// <returns>1 at best; beyond about 10¹⁵ no digit of it is sure, and it may be ∞.</returns>
    /// <exception cref="ArgumentException">The matrix is empty, or an entry is not finite.</exception>
    public static double ConditionNumber(double[,] a)
    {
        var values = SingularValues(a).Values;
        return values[^1] > 0 ? values[0] / values[^1] : double.PositiveInfinity;
    }

    private static int Rank(double[] singularValues, double[,] a) =>
        singularValues.Count(value => value > Math.Max(a.GetLength(0), a.GetLength(1)) * Epsilon * singularValues[0]);

    private static LuDecomposition NotSingular(double[,] a)
    {
        var (n, lu) = (a.GetLength(0), Lu(a));
        for (var k = 0; k < n; k++)
        {
            var column = Enumerable.Range(0, n).Max(i => Math.Abs(a[i, k]));
            if (Math.Abs(lu.Upper[k, k]) <= n * Epsilon * column)
                throw new ArgumentException(
                    $"expected a matrix that can be inverted, got a singular one: pivot {k} is {lu.Upper[k, k]:g3}, "
                    + $"the condition number {ConditionNumber(a):g3}; "
                    + "LeastSquares and PseudoInverse take any", nameof(a));
        }
        return lu;
    }

    private static double[] Substitute(LuDecomposition lu, double[] x)
    {
        for (var i = 0; i < x.Length; i++)
            for (var j = 0; j < i; j++) x[i] -= lu.Lower[i, j] * x[j];
        for (var i = x.Length - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < x.Length; j++) x[i] -= lu.Upper[i, j] * x[j];
            x[i] /= lu.Upper[i, i];
        }
        return x;
    }

    private static double[] Diagonal(double[,] a) => [.. Enumerable.Range(0, a.GetLength(0)).Select(i => a[i, i])];
}
