using System.Text.Json;
using Testing;

namespace GenAiCourse.Tests.Mathematics;

/// <summary>LAPACK's and mpmath's numbers (tests/Fixtures/*.json, made by make_linear_algebra_fixtures.py).</summary>
internal static class MatrixFixture
{
    /// <summary>linear_algebra.json.</summary>
    public static JsonElement Matrices { get; } = Read("linear_algebra.json");

    /// <summary>quadrature.json.</summary>
    public static JsonElement Integrals { get; } = Read("quadrature.json");

    /// <summary>A list's numbers.</summary>
    public static double[] Vector(JsonElement array) => [.. array.EnumerateArray().Select(x => x.GetDouble())];

    /// <summary>A list of rows.</summary>
    public static double[,] Matrix(JsonElement array)
    {
        var rows = array.EnumerateArray().Select(Vector).ToArray();
        var result = new double[rows.Length, rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < rows[i].Length; j++)
                result[i, j] = rows[i][j];
        return result;
    }

    /// <summary>Fails unless all entries agree within the tolerance times the largest expected one.</summary>
    public static void Near(double[,] expected, double[,] actual, double tolerance, string what)
    {
        Assert.Equal(expected.GetLength(0), actual.GetLength(0));
        Near([.. expected.Cast<double>()], [.. actual.Cast<double>()], tolerance, what);
    }

    /// <inheritdoc cref="Near(double[,], double[,], double, string)"/>
    public static void Near(double[] expected, double[] actual, double tolerance, string what)
    {
        Assert.Equal(expected.Length, actual.Length);
        var scale = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
            Assert.True(
                Math.Abs(expected[i] - actual[i]) <= tolerance * scale,
                $"{what}[{i}]: expected {expected[i]:g17}, got {actual[i]:g17}");
    }

    private static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture(name))).RootElement;
}
