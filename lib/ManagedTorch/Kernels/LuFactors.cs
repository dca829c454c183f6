using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>P · L · U = A of row-major matrices, and what follows from it.</summary>
/// <remarks>
/// Gaussian elimination with partial pivoting: Golub and Van Loan, Matrix Computations, 4th ed., algorithm 3.4.1.
/// </remarks>
internal static class LuFactors
{
    /// <summary>Replaces A [m, n] by L (unit diagonal, below it) and U.</summary>
    /// <param name="pivots">Gets, for each step, the row (from 0) that was exchanged with it.</param>
    /// <param name="pivot">Whether rows may be exchanged.</param>
    /// <returns>The first step (from 1) whose pivot is zero, or 0.</returns>
    public static int Factor(Span<double> a, int m, int n, Span<int> pivots, bool pivot = true)
    {
        var singular = 0;
        for (var k = 0; k < Math.Min(m, n); k++)
        {
            var best = pivot ? Largest(a, m, n, k) : k;
            pivots[k] = best;
            if (a[(best * n) + k] == 0)
            {
                if (singular == 0) singular = k + 1;
                continue;
            }

            if (best != k) Exchange(a.Slice(k * n, n), a.Slice(best * n, n));
            var row = a.Slice((k * n) + k + 1, n - k - 1);
            for (var i = k + 1; i < m; i++)
            {
                var factor = a[(i * n) + k] /= a[(k * n) + k];
                var below = a.Slice((i * n) + k + 1, n - k - 1);
                if (factor != 0) TensorPrimitives.MultiplyAdd(row, -factor, below, below);
            }
        }

        return singular;
    }

    /// <summary>Replaces B [n, columns] by A⁻¹ B, or by A⁻ᵀ B.</summary>
    public static void Solve(
        ReadOnlySpan<double> lu, ReadOnlySpan<int> pivots, int n, Span<double> b, int columns, bool transposed = false)
    {
        if (!transposed)
            for (var k = 0; k < n; k++)
                if (pivots[k] != k) Exchange(b.Slice(k * columns, columns), b.Slice(pivots[k] * columns, columns));
        Triangular(lu, n, b, columns, upper: transposed, transposed, unit: !transposed);
        Triangular(lu, n, b, columns, upper: !transposed, transposed, unit: transposed);
        if (!transposed) return;
        for (var k = n - 1; k >= 0; k--)
            if (pivots[k] != k) Exchange(b.Slice(k * columns, columns), b.Slice(pivots[k] * columns, columns));
    }

    /// <summary>
    /// Replaces B by T⁻¹ B, T the upper or lower triangle of a matrix; with transposed, that of the transpose is
    /// solved with: <paramref name="upper"/> says which triangle holds the numbers.
    /// </summary>
    public static void Triangular(
        ReadOnlySpan<double> t, int n, Span<double> b, int columns, bool upper, bool transposed, bool unit)
    {
        var backwards = upper != transposed;
        for (var step = 0; step < n; step++)
        {
            var i = backwards ? n - 1 - step : step;
            var row = b.Slice(i * columns, columns);
            for (var j = backwards ? i + 1 : 0; j < (backwards ? n : i); j++)
            {
                var factor = transposed ? t[(j * n) + i] : t[(i * n) + j];
                if (factor != 0) TensorPrimitives.MultiplyAdd(b.Slice(j * columns, columns), -factor, row, row);
            }

            if (!unit) TensorPrimitives.Divide(row, t[(i * n) + i], row);
        }
    }

    private static int Largest(ReadOnlySpan<double> a, int m, int n, int k)
    {
        var best = k;
        for (var i = k + 1; i < m; i++)
            if (Math.Abs(a[(i * n) + k]) > Math.Abs(a[(best * n) + k])) best = i;
        return best;
    }

    private static void Exchange(Span<double> x, Span<double> y)
    {
        for (var i = 0; i < x.Length; i++) (x[i], y[i]) = (y[i], x[i]);
    }
}
