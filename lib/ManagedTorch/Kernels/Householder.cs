using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Q · R = A by reflections H = I − τ v vᵀ, in LAPACK's form and with its signs.</summary>
/// <remarks>
/// Golub and Van Loan, Matrix Computations, 4th ed., section 5.2; the storage is that of LAPACK's geqrf: R on and above
/// the diagonal, v below it with its leading 1 left out.
/// </remarks>
internal static class Householder
{
    /// <summary>Replaces A [m, n] by R and the vectors.</summary>
    public static void Factor(Span<double> a, int m, int n, Span<double> tau)
    {
        Span<double> sums = new double[n];
        for (var k = 0; k < Math.Min(m, n); k++)
        {
            var alpha = a[(k * n) + k];
            var scale = 0.0;
            for (var i = k + 1; i < m; i++) scale = Math.Max(scale, Math.Abs(a[(i * n) + k]));
            if (scale == 0)
            {
                tau[k] = 0;
                continue;
            }

            scale = Math.Max(scale, Math.Abs(alpha));
            var squares = 0.0;
            for (var i = k; i < m; i++) squares += a[(i * n) + k] / scale * (a[(i * n) + k] / scale);
            var beta = -Math.CopySign(scale * Math.Sqrt(squares), alpha);
            tau[k] = (beta - alpha) / beta;
            for (var i = k + 1; i < m; i++) a[(i * n) + k] /= alpha - beta;
            a[(k * n) + k] = beta;
            Reflect(a, m, n, k, tau[k], a, n, k + 1, sums);
        }
    }

    /// <summary>Replaces C [m, columns] by Q · C, or by Qᵀ · C.</summary>
    public static void Apply(
        ReadOnlySpan<double> qr, int m, int n, ReadOnlySpan<double> tau, Span<double> c, int columns, bool transposed)
    {
        Span<double> sums = new double[columns];
        var count = tau.Length;
        for (var step = 0; step < count; step++)
        {
            var k = transposed ? step : count - 1 - step;
            Reflect(qr, m, n, k, tau[k], c, columns, 0, sums);
        }
    }

    // Rows k.. and columns from.. of C by one reflection: C −= τ v (vᵀ C).
    private static void Reflect(ReadOnlySpan<double> qr, int m, int n, int k, double tau,
        Span<double> c, int columns, int from, Span<double> sums)
    {
        var width = columns - from;
        if (tau == 0 || width == 0) return;
        var sum = sums[..width];
        c.Slice((k * columns) + from, width).CopyTo(sum);
        for (var i = k + 1; i < m; i++)
            TensorPrimitives.MultiplyAdd(c.Slice((i * columns) + from, width), qr[(i * n) + k], sum, sum);
        for (var i = k; i < m; i++)
        {
            var row = c.Slice((i * columns) + from, width);
            TensorPrimitives.MultiplyAdd(sum, -tau * (i == k ? 1 : qr[(i * n) + k]), row, row);
        }
    }
}
