namespace GenAiCourse.Mathematics;

// What repeated products give: the leading eigenvector, and the exponential.
public static partial class LinearAlgebra
{
    private static readonly double[] Pade13 =
    [
        64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
        670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1
    ];

    /// <summary>The leading eigenvector by v ← Av / ‖Av‖, over and over.</summary>
    /// <param name="a">[n, n], whose eigenvalue of largest size stands alone; else it will not settle.</param>
    /// <param name="seed">Decides the first v, which is drawn at random so as not to miss the direction.</param>
    /// <param name="tolerance">Stop when ‖Av − λv‖ is at most this times |λ|.</param>
    /// <param name="mostSteps">Stop after so many steps in any case, at least 1.</param>
    /// <exception cref="ArgumentException">The matrix is empty or not square, or an entry is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no step to make.</exception>
    /// <remarks>
    /// The error shrinks by |λ₂ / λ₁| a step (von Mises and Pollaczek-Geiringer, 1929).
    /// </remarks>
    public static PowerIterationResult PowerIteration(
        double[,] a, int seed, double tolerance = 1e-12, int mostSteps = 1000)
    {
        NotEmpty(a);
        var n = Square(a);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostSteps, 1);
        var random = new Random(seed);
        var v = new double[n];
        for (var i = 0; i < n; i++) v[i] = random.NextDouble() - 0.5;
        Scale(v, 1 / Norm(v));

        var (trace, hasConverged, value) = (new List<double>(), false, 0.0);
        while (!hasConverged && trace.Count < mostSteps)
        {
            var product = Multiply(a, v);
            value = Dot(v, product);
            trace.Add(value);
            var rest = product.Zip(v, (p, x) => p - value * x).ToArray();
            hasConverged = Norm(rest) <= tolerance * Math.Abs(value);
            var length = Norm(product);
            if (length == 0) break;     // v lies in the null space: of the zero matrix, λ is 0
            Scale(product, 1 / length);
            v = product;
        }
        Scale(v, LargestIsPositive(v));
        return new PowerIterationResult(value, v, [.. trace], hasConverged);
    }

    /// <summary>The exponential e^A = I + A + A² / 2! + …: the solution at time 1 of x' = Ax.</summary>
    /// <param name="a">[n, n].</param>
    /// <returns>[n, n].</returns>
    /// <exception cref="ArgumentException">The matrix is not square, or an entry is not finite.</exception>
    /// <remarks>Scaling and squaring with the Padé approximant of order 13 (Higham, 2005, algorithm 2.3).</remarks>
    public static double[,] Exponential(double[,] a)
    {
        var n = Square(a);
        if (n == 0) return new double[0, 0];
        var squarings = Math.Max(0, (int)Math.Ceiling(Math.Log2(Norm(a, MatrixNorm.One) / 5.371920351148152)));
        var x = Sum((Math.ScaleB(1, -squarings), a));
        var x2 = Multiply(x, x);
        var x4 = Multiply(x2, x2);
        var x6 = Multiply(x4, x2);
        var one = Identity(n);
        var odd = Multiply(x, Sum(
            (1, Multiply(x6, Sum((Pade13[13], x6), (Pade13[11], x4), (Pade13[9], x2)))),
            (Pade13[7], x6), (Pade13[5], x4), (Pade13[3], x2), (Pade13[1], one)));
        var even = Sum(
            (1, Multiply(x6, Sum((Pade13[12], x6), (Pade13[10], x4), (Pade13[8], x2)))),
            (Pade13[6], x6), (Pade13[4], x4), (Pade13[2], x2), (Pade13[0], one));
        var result = Multiply(Inverse(Sum((1, even), (-1, odd))), Sum((1, even), (1, odd)));
        for (var i = 0; i < squarings; i++) result = Multiply(result, result);
        return result;
    }

    private static double[,] Sum(params ReadOnlySpan<(double Factor, double[,] Matrix)> terms)
    {
        var result = new double[terms[0].Matrix.GetLength(0), terms[0].Matrix.GetLength(1)];
        foreach (var (factor, matrix) in terms)
            for (var i = 0; i < result.GetLength(0); i++)
                for (var j = 0; j < result.GetLength(1); j++)
                    result[i, j] += factor * matrix[i, j];
        return result;
    }

    private static void Scale(double[] x, double factor)
    {
        for (var i = 0; i < x.Length; i++) x[i] *= factor;
    }
}
