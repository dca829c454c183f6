using GenAiCourse.Mathematics;
using static GenAiCourse.Tests.Mathematics.MatrixFixture;

namespace GenAiCourse.Tests.Mathematics;

public class LinearAlgebraTests
{
    private const double Epsilon = 2.2e-16;

    public static TheoryData<int> Squares => [.. Enumerable.Range(0, Matrices.GetProperty("square").GetArrayLength())];

    public static TheoryData<int> Rectangles =>
        [.. Enumerable.Range(0, Matrices.GetProperty("rectangular").GetArrayLength())];

    // A backward-stable method's error is a small multiple of the condition number's roundings.
    [Theory]
    [MemberData(nameof(Squares))]
    public void Equations_EachSquare_AreWithinTheConditionNumbersRoundingsOfTheExact(int index)
    {
        var row = Matrices.GetProperty("square")[index];
        var (a, b) = (Matrix(row.GetProperty("a")), Vector(row.GetProperty("b")));
        var condition = row.GetProperty("condition_2").GetDouble();
        var tolerance = 8 * Epsilon * condition;

        Near(Vector(row.GetProperty("exact_solve")), LinearAlgebra.Solve(a, b), tolerance, "solve");
        Same("exact_determinant", LinearAlgebra.Determinant(a), tolerance * a.GetLength(0));
        var (sign, log) = LinearAlgebra.LogDeterminant(a);
        Assert.Equal(row.GetProperty("slogdet")[0].GetDouble(), sign);
        Assert.Equal(row.GetProperty("slogdet")[1].GetDouble(), log, tolerance * a.GetLength(0) + 1e-14);
        Same("condition_2", LinearAlgebra.ConditionNumber(a), tolerance);
        Same("trace", LinearAlgebra.Trace(a), 1e-13);
        foreach (var (name, norm) in new[]
        {
            ("1", MatrixNorm.One), ("2", MatrixNorm.Two), ("inf", MatrixNorm.Infinity), ("fro", MatrixNorm.Frobenius)
        })
            Assert.Equal(
                row.GetProperty("norms").GetProperty(name).GetDouble(), LinearAlgebra.Norm(a, norm),
                1e-14 * row.GetProperty("norms").GetProperty("fro").GetDouble());

        if (row.TryGetProperty("inverse", out var inverse))
            Near(Matrix(inverse), LinearAlgebra.Inverse(a), tolerance, "inverse");
        else
            Near(
                Vector(row.GetProperty("inverse_diagonal")), Diagonal(LinearAlgebra.Inverse(a)), tolerance, "inverse");

        void Same(string name, double actual, double within)
        {
            var expected = row.GetProperty(name).GetDouble();
            Assert.True(
                Math.Abs(expected - actual) <= within * Math.Abs(expected),
                $"{name}: expected {expected:g17}, got {actual:g17}");
        }
    }

    [Theory]
    [MemberData(nameof(Squares))]
    public void Decompositions_EachSquare_AreLapacksAndGiveTheMatrixBack(int index)
    {
        var row = Matrices.GetProperty("square")[index];
        var a = Matrix(row.GetProperty("a"));
        var n = a.GetLength(0);
        const double Tolerance = 4e-14;

        LuDecomposition lu = LinearAlgebra.Lu(a);
        var permuted = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                permuted[i, j] = a[lu.Permutation[i], j];
        Near(permuted, LinearAlgebra.Multiply(lu.Lower, lu.Upper), Tolerance, "LU");

        QrDecomposition qr = LinearAlgebra.Qr(a);
        Near(a, LinearAlgebra.Multiply(qr.Q, qr.R), Tolerance, "QR");
        Near(LinearAlgebra.Identity(n), LinearAlgebra.Multiply(LinearAlgebra.Transpose(qr.Q), qr.Q), Tolerance, "QᵀQ");
        if (row.TryGetProperty("qr_r", out var r)) Near(Matrix(r), qr.R, Tolerance, "R");
        else Near(Vector(row.GetProperty("qr_r_diagonal")), Diagonal(qr.R), Tolerance, "R");

        var svd = LinearAlgebra.SingularValues(a);
        Near(Vector(row.GetProperty("singular_values")), svd.Values, Tolerance, "σ");
        Near(a, Product(svd), Tolerance, "SVD");

        var values = LinearAlgebra.Eigenvalues(a);
        var expected = row.GetProperty("eigenvalues").EnumerateArray().Select(Vector).ToArray();
        Near([.. expected.Select(z => z[0])], [.. values.Select(z => z.Real)], 1e-12, "Re λ");
        var scale = expected.Max(z => Math.Abs(z[0]) + Math.Abs(z[1]));
        for (var i = 0; i < n; i++) Assert.Equal(expected[i][1], values[i].Imaginary, 1e-12 * scale);
    }

    [Theory]
    [MemberData(nameof(Squares))]
    public void SymmetricForms_EachSquare_AreLapacks(int index)
    {
        var row = Matrices.GetProperty("square")[index];
        var a = Matrix(row.GetProperty("a"));
        var n = a.GetLength(0);
        var (symmetric, definite) = (new double[n, n], LinearAlgebra.Multiply(a, LinearAlgebra.Transpose(a)));
        for (var i = 0; i < n; i++)
        {
            definite[i, i] += n;
            for (var j = 0; j < n; j++) symmetric[i, j] = (a[i, j] + a[j, i]) / 2;
        }

        EigenDecomposition eigen = LinearAlgebra.SymmetricEigen(symmetric);
        Near(Vector(row.GetProperty("symmetric_eigenvalues")), eigen.Values, 4e-14, "λ");
        var (v, scaled) = (eigen.Vectors, (double[,])eigen.Vectors.Clone());
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                scaled[i, j] *= eigen.Values[j];
        Assert.All(
            LinearAlgebra.Multiply(scaled, LinearAlgebra.Transpose(v)).Cast<double>().Zip(symmetric.Cast<double>()),
            pair => Assert.Equal(pair.Second, pair.First, 1e-13 * LinearAlgebra.Norm(symmetric)));
        // Equal eigenvalues leave the choice of vectors in their space.
        if (row.GetProperty("name").GetString() != "rotation3"
            && row.TryGetProperty("symmetric_eigenvectors_columns", out var vectors))
            Near(Matrix(vectors), v, 1e-9, "V");

        var lower = LinearAlgebra.Cholesky(definite);
        if (row.TryGetProperty("cholesky_lower", out var cholesky)) Near(Matrix(cholesky), lower, 1e-14, "L");
        else Near(Vector(row.GetProperty("cholesky_diagonal")), Diagonal(lower), 1e-14, "L");
        if (row.TryGetProperty("expm", out var exponential))
            Near(Matrix(exponential), LinearAlgebra.Exponential(a), 1e-12, "e^A");
    }

    [Theory]
    [MemberData(nameof(Rectangles))]
    public void LeastSquares_EachRectangle_IsScipys(int index)
    {
        var row = Matrices.GetProperty("rectangular")[index];
        var (a, b) = (Matrix(row.GetProperty("a")), Vector(row.GetProperty("b")));

        Near(Vector(row.GetProperty("least_squares")), LinearAlgebra.LeastSquares(a, b), 1e-13, "x");
        Near(Matrix(row.GetProperty("pseudo_inverse")), LinearAlgebra.PseudoInverse(a), 1e-13, "A⁺");
        Assert.Equal(row.GetProperty("rank").GetInt32(), LinearAlgebra.Rank(a));
        Near(Vector(row.GetProperty("singular_values")), LinearAlgebra.SingularValues(a).Values, 1e-14, "σ");
        Near(a, Product(LinearAlgebra.SingularValues(a)), 1e-14, "SVD");
    }

    [Fact]
    public void PowerIteration_ASymmetricMatrix_FindsTheLeadingVectorAtTheRateOfTheRatio()
    {
        double[,] a = { { 2, 1, 0 }, { 1, 3, 1 }, { 0, 1, 4 } };
        var eigen = LinearAlgebra.SymmetricEigen(a);
        PowerIterationResult result = LinearAlgebra.PowerIteration(a, seed: 1);

        Assert.True(result.HasConverged);
        Assert.Equal(eigen.Values[^1], result.Value, 1e-12);
        Near(eigen.Vector(^1), result.Vector, 1e-10, "v");
        // A Rayleigh quotient's error shrinks by (λ₂ / λ₁)² a step.
        var errors = result.Trace.Select(value => eigen.Values[^1] - value).ToArray();
        var ratio = eigen.Values[^2] / eigen.Values[^1];
        Assert.Equal(ratio * ratio, errors[15] / errors[14], 1e-3);
    }

    [Fact]
    public void PowerIteration_NoLeadingVector_SaysThatItHasNotConverged()
    {
        Assert.False(LinearAlgebra.PowerIteration(new[,] { { 0.0, -1 }, { 1, 0 } }, seed: 1).HasConverged);
        Assert.Equal(-3, LinearAlgebra.PowerIteration(new[,] { { -3.0, 0 }, { 0, 1 } }, seed: 1).Value, 1e-12);
        Assert.Equal(0, LinearAlgebra.PowerIteration(new double[2, 2], seed: 1).Value);
    }

    // Each decomposition scales with the matrix, also where its squares under- or overflow.
    [Theory]
    [InlineData(1e-200)]
    [InlineData(1e-30)]
    [InlineData(1e200)]
    [InlineData(2e307)]
    public void Decompositions_OfAScaledMatrix_ScaleWithIt(double scale)
    {
        double[,] a = { { 2, 1, 0 }, { 1, 3, 1 }, { 0, 1, 4 } }, scaled = (double[,])a.Clone();
        for (var i = 0; i < 3; i++)
            for (var j = 0; j < 3; j++)
                scaled[i, j] *= scale;
        double[] Back(IEnumerable<double> values) => [.. values.Select(value => value / scale)];

        Near(LinearAlgebra.SingularValues(a).Values, Back(LinearAlgebra.SingularValues(scaled).Values), 1e-14, "σ");
        Near(LinearAlgebra.SymmetricEigen(a).Values, Back(LinearAlgebra.SymmetricEigen(scaled).Values), 1e-14, "λ");
        Near(LinearAlgebra.SymmetricEigen(a).Vectors, LinearAlgebra.SymmetricEigen(scaled).Vectors, 1e-13, "V");
        Near(
            [.. LinearAlgebra.Eigenvalues(a).Select(z => z.Real)],
            Back(LinearAlgebra.Eigenvalues(scaled).Select(z => z.Real)), 1e-13, "λ");
        Near(LinearAlgebra.Qr(a).Q, LinearAlgebra.Qr(scaled).Q, 1e-14, "Q");
        Near(Diagonal(LinearAlgebra.Qr(a).R), Back(Diagonal(LinearAlgebra.Qr(scaled).R)), 1e-14, "R");
        Assert.Equal(3, LinearAlgebra.Rank(scaled));
        Near(LinearAlgebra.Solve(a, [1, 2, 3]), LinearAlgebra.Solve(scaled, [scale, 2 * scale, 3 * scale]), 1e-13, "x");
        Assert.Equal(LinearAlgebra.ConditionNumber(a), LinearAlgebra.ConditionNumber(scaled), 1e-12);
    }

    [Fact]
    public void Norm_OfNumbersWhoseSquaresOverflow_IsTheirLength()
    {
        Assert.Equal(5e200, LinearAlgebra.Norm([3e200, 4e200]), 1e188);
        Assert.Equal(0, LinearAlgebra.Norm([]));
        Assert.Equal(11, LinearAlgebra.Dot([1, 2], [3, 4]));
    }

    private static double[] Diagonal(double[,] a) => [.. Enumerable.Range(0, a.GetLength(1)).Select(i => a[i, i])];

    private static double[,] Product(SingularValueDecomposition svd)
    {
        var u = (double[,])svd.U.Clone();
        for (var i = 0; i < u.GetLength(0); i++)
            for (var j = 0; j < u.GetLength(1); j++)
                u[i, j] *= svd.Values[j];
        return LinearAlgebra.Multiply(u, svd.VTransposed);
    }
}
