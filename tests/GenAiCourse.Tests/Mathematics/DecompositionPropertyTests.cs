using GenAiCourse.Mathematics;

namespace GenAiCourse.Tests.Mathematics;

/// <summary>What each decomposition must satisfy, on two hundred random matrices of all shapes and ranks.</summary>
public class DecompositionPropertyTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void SingularValues_RandomMatrices_AreOrthonormalDescendingAndGiveTheMatrixBack()
    {
        foreach (var a in Matrices(200))
        {
            var (u, s, vt) = LinearAlgebra.SingularValues(a);
            Assert.All(s.Zip(s.Skip(1)), pair => Assert.True(pair.First >= pair.Second && pair.Second >= 0));
            Near(LinearAlgebra.Identity(s.Length), LinearAlgebra.Multiply(LinearAlgebra.Transpose(u), u), 1, "UᵀU");
            Near(LinearAlgebra.Identity(s.Length), LinearAlgebra.Multiply(vt, LinearAlgebra.Transpose(vt)), 1, "VᵀV");
            var scaled = (double[,])u.Clone();
            for (var i = 0; i < u.GetLength(0); i++)
                for (var j = 0; j < s.Length; j++)
                    scaled[i, j] *= s[j];
            Near(a, LinearAlgebra.Multiply(scaled, vt), LinearAlgebra.Norm(a), "UΣVᵀ");
        }
    }

    [Fact]
    public void PseudoInverse_RandomMatrices_SatisfiesPenrosesFourConditions()
    {
        foreach (var a in Matrices(200))
        {
            var inverse = LinearAlgebra.PseudoInverse(a);
            var (left, right) = (LinearAlgebra.Multiply(a, inverse), LinearAlgebra.Multiply(inverse, a));
            var (size, other) = (LinearAlgebra.Norm(a), LinearAlgebra.Norm(inverse));
            Near(a, LinearAlgebra.Multiply(left, a), 1e3 * size * (1 + size * other), "A A⁺ A");
            Near(inverse, LinearAlgebra.Multiply(right, inverse), 1e3 * other * (1 + size * other), "A⁺ A A⁺");
            Near(LinearAlgebra.Transpose(left), left, 1e3 * (1 + size * other), "A A⁺");
            Near(LinearAlgebra.Transpose(right), right, 1e3 * (1 + size * other), "A⁺ A");
        }
    }

    [Fact]
    public void SymmetricEigen_RandomMatrices_AreOrthonormalAndGiveTheMatrixBack()
    {
        foreach (var b in Matrices(200))
        {
            var a = LinearAlgebra.Multiply(b, LinearAlgebra.Transpose(b));
            var (values, v) = LinearAlgebra.SymmetricEigen(a);
            Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.First <= pair.Second));
            Near(LinearAlgebra.Identity(values.Length), LinearAlgebra.Multiply(LinearAlgebra.Transpose(v), v), 1,
                "VᵀV");
            var scaled = (double[,])v.Clone();
            for (var i = 0; i < values.Length; i++)
                for (var j = 0; j < values.Length; j++)
                    scaled[i, j] *= values[j];
            Near(a, LinearAlgebra.Multiply(scaled, LinearAlgebra.Transpose(v)), LinearAlgebra.Norm(a), "VΛVᵀ");
        }
    }

    // Full rank, low rank, a repeated column, whole numbers with many zeros; sizes 1 to 9, scales 1e-40 to 1e40.
    private static IEnumerable<double[,]> Matrices(int count)
    {
        var random = new Random(13);
        double[,] Draw(int n, int m, bool isWhole)
        {
            var a = new double[n, m];
            for (var i = 0; i < n; i++)
                for (var j = 0; j < m; j++)
                    a[i, j] = isWhole ? random.Next(-1, 2) : 2 * random.NextDouble() - 1;
            return a;
        }
        for (var k = 0; k < count; k++)
        {
            var (n, m, rank) = (random.Next(1, 10), random.Next(1, 10), random.Next(1, 4));
            var a = (k % 4) switch
            {
                0 => Draw(n, m, isWhole: false),
                1 => Draw(n, m, isWhole: true),
                2 => LinearAlgebra.Multiply(Draw(n, rank, isWhole: false), Draw(rank, m, isWhole: false)),
                _ => LinearAlgebra.Identity(n)
            };
            var scale = k % 5 == 0 ? Math.Pow(10, random.Next(-40, 41)) : 1;
            for (var i = 0; i < a.GetLength(0); i++)
                for (var j = 0; j < a.GetLength(1); j++)
                    a[i, j] *= scale;
            yield return a;
        }
    }

    private static void Near(double[,] expected, double[,] actual, double size, string what)
    {
        for (var i = 0; i < expected.GetLength(0); i++)
            for (var j = 0; j < expected.GetLength(1); j++)
                Assert.True(
                    Math.Abs(expected[i, j] - actual[i, j]) <= Tolerance * size,
                    $"{what}[{i}, {j}]: expected {expected[i, j]:g17}, got {actual[i, j]:g17}");
    }
}
