using GenAiCourse.Mathematics;

namespace GenAiCourse.Tests.Mathematics;

public class LinearAlgebraErrorTests
{
    [Theory]
    [InlineData(1.0, 2.0, 2.0, 4.0)]
    [InlineData(0.1, 0.2, 0.3, 0.6)]        // the second pivot is left by rounding
    [InlineData(0.0, 0.0, 0.0, 0.0)]
    public void Solve_ASingularMatrix_NamesThePivotAndTheConditionNumber(double a, double b, double c, double d)
    {
        double[,] singular = { { a, b }, { c, d } };
        var error = Assert.Throws<ArgumentException>(() => LinearAlgebra.Solve(singular, [1, 1]));
        Assert.Contains("pivot ", error.Message, StringComparison.Ordinal);
        Assert.Contains("condition number", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinearAlgebra.Inverse(singular));
        Assert.Equal(0, LinearAlgebra.Determinant(singular), 1e-16);
    }

    [Fact]
    public void Solve_BadlyScaledButRegular_IsSolved() =>
        Assert.Equal([1.0, 1.0], LinearAlgebra.Solve(new[,] { { 1e-30, 0 }, { 0, 1e20 } }, [1e-30, 1e20]));

    [Fact]
    public void LogDeterminant_ASingularMatrix_IsMinusInfinity()
    {
        Assert.Equal((0, double.NegativeInfinity), LinearAlgebra.LogDeterminant(new[,] { { 1.0, 2 }, { 2, 4 } }));
        Assert.Equal(1, LinearAlgebra.Determinant(new double[0, 0]));
        Assert.Equal(double.PositiveInfinity, LinearAlgebra.ConditionNumber(new double[2, 2]));
    }

    [Fact]
    public void EachMethod_AMatrixOfTheWrongShape_SaysSo()
    {
        var wide = new[,] { { 1.0, 2 } };
        var error = Assert.Throws<ArgumentException>(() => LinearAlgebra.Solve(wide, [1]));
        Assert.Contains("square matrix, got 1 by 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinearAlgebra.Determinant(wide));
        Assert.Throws<ArgumentException>(() => LinearAlgebra.Qr(wide));
        Assert.Throws<ArgumentException>(() => LinearAlgebra.Eigenvalues(wide));
        Assert.Throws<ArgumentException>(() => LinearAlgebra.Multiply(wide, wide));
        Assert.Throws<ArgumentException>(() => LinearAlgebra.Multiply(wide, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => LinearAlgebra.Solve(LinearAlgebra.Identity(2), [1]));
        Assert.Throws<ArgumentException>(() => LinearAlgebra.SingularValues(new double[0, 3]));
        Assert.Throws<ArgumentException>(() => LinearAlgebra.Dot([1], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearAlgebra.PowerIteration(new double[1, 1], 1, 0.1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearAlgebra.Norm(wide, (MatrixNorm)7));
    }

    [Fact]
    public void EachMethod_AnEntryThatIsNotFinite_SaysWhere()
    {
        var bad = new[,] { { 1, 2 }, { double.NaN, 1 } };
        var error = Assert.Throws<ArgumentException>(() => LinearAlgebra.Solve(bad, [1, 1]));
        Assert.Contains("got NaN at [1, 0]", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinearAlgebra.SingularValues(bad));
        Assert.Throws<ArgumentException>(() => LinearAlgebra.SymmetricEigen(bad));
        Assert.Throws<ArgumentException>(
            () => LinearAlgebra.Solve(LinearAlgebra.Identity(2), [1, double.PositiveInfinity]));
    }

    [Fact]
    public void SymmetricMethods_AMatrixThatIsNot_SaysSo()
    {
        var skew = new[,] { { 1.0, 2 }, { 3, 1 } };
        var error = Assert.Throws<ArgumentException>(() => LinearAlgebra.SymmetricEigen(skew));
        Assert.Contains("symmetric matrix, got 3 at [1, 0] and 2 at [0, 1]", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => LinearAlgebra.Cholesky(skew));
        var indefinite = Assert.Throws<ArgumentException>(
            () => LinearAlgebra.Cholesky(new[,] { { 1.0, 2 }, { 2, 1 } }));
        Assert.Contains("pivot 1 of -3", indefinite.Message, StringComparison.Ordinal);
    }
}
