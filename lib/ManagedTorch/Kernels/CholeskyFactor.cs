using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>L · Lᵀ = A of symmetric positive-definite row-major matrices.</summary>
/// <remarks>Row by row: Golub and Van Loan, Matrix Computations, 4th ed., section 4.2.</remarks>
internal static class CholeskyFactor
{
    /// <summary>Replaces A [n, n], of which the lower triangle is read, by L with zeros above.</summary>
    /// <returns>The order of the first leading minor that is not positive-definite, or 0.</returns>
    public static int Factor(Span<double> a, int n)
    {
        for (var i = 0; i < n; i++)
        {
            var row = a.Slice(i * n, n);
            for (var j = 0; j < i; j++)
                row[j] = (row[j] - TensorPrimitives.Dot<double>(row[..j], a.Slice(j * n, j))) / a[(j * n) + j];
            var rest = row[i] - TensorPrimitives.SumOfSquares<double>(row[..i]);
            if (!(rest > 0)) return i + 1;
            row[i] = Math.Sqrt(rest);
            row[(i + 1)..].Clear();
        }

        return 0;
    }
}
