using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>U · diag(s) · Vᵀ = A, by rotating columns until they are at right angles.</summary>
/// <remarks>
/// One-sided Jacobi: Hestenes, "Inversion of Matrices by Biorthogonalization" (1958); Demmel and Veselić, "Jacobi's
/// Method is More Accurate than QR" (1992), https://epubs.siam.org/doi/10.1137/0613074. Small singular values come out
/// with the relative accuracy of large ones.
/// </remarks>
internal static class SingularValues
{
    private const int MostSweeps = 60;

    /// <param name="a">
    /// n columns of length m ≥ n, one after the other (the transpose of a row-major matrix); gets the columns of U.
    /// </param>
    /// <param name="v">Gets the n columns of V, or is empty.</param>
    /// <param name="s">Gets the singular values, descending.</param>
    /// <returns>Whether the iteration converged; it does unless an element is not finite.</returns>
    public static bool Decompose(Span<double> a, int m, int n, Span<double> v, Span<double> s)
    {
        foreach (var element in a)
            if (!double.IsFinite(element)) return false;
        if (!v.IsEmpty)
        {
            v.Clear();
            for (var i = 0; i < n; i++) v[(i * n) + i] = 1;
        }

        var largest = 0.0;
        foreach (var element in a) largest = Math.Max(largest, Math.Abs(element));
        if (largest > 0) TensorPrimitives.Divide(a, largest, a);    // so that no square overflows or vanishes
        var rotated = true;
        for (var sweep = 0; rotated; sweep++)
        {
            if (sweep == MostSweeps) return false;
            rotated = Sweep(a, m, n, v);
        }

        for (var i = 0; i < n; i++) s[i] = TensorPrimitives.Norm<double>(a.Slice(i * m, m));
        Order(a, m, n, v, s);
        Normalize(a, m, n, s);
        TensorPrimitives.Multiply(s, largest, s);
        return true;
    }

    private static bool Sweep(Span<double> a, int m, int n, Span<double> v)
    {
        var rotated = false;
        for (var p = 0; p < n - 1; p++)
            for (var q = p + 1; q < n; q++)
            {
                var x = a.Slice(p * m, m);
                var y = a.Slice(q * m, m);
                var alpha = TensorPrimitives.SumOfSquares<double>(x);
                var beta = TensorPrimitives.SumOfSquares<double>(y);
                var gamma = TensorPrimitives.Dot<double>(x, y);
                if (Math.Abs(gamma) <= 1e-15 * Math.Sqrt(alpha) * Math.Sqrt(beta) || Math.Abs(gamma) < 1e-290) continue;
                rotated = true;
                var zeta = (beta - alpha) / (2 * gamma);
                var t = Math.CopySign(1 / (Math.Abs(zeta) + double.Hypot(1, zeta)), zeta);
                var c = 1 / double.Hypot(1, t);
                Rotate(x, y, c, c * t);
                if (!v.IsEmpty) Rotate(v.Slice(p * n, n), v.Slice(q * n, n), c, c * t);
            }

        return rotated;
    }

    private static void Rotate(Span<double> x, Span<double> y, double c, double s)
    {
        for (var i = 0; i < x.Length; i++) (x[i], y[i]) = ((c * x[i]) - (s * y[i]), (s * x[i]) + (c * y[i]));
    }

    private static void Order(Span<double> a, int m, int n, Span<double> v, Span<double> s)
    {
        for (var i = 0; i < n - 1; i++)
        {
            var best = i;
            for (var j = i + 1; j < n; j++)
                if (s[j] > s[best]) best = j;
            if (best == i) continue;
            (s[i], s[best]) = (s[best], s[i]);
            Rotate(a.Slice(i * m, m), a.Slice(best * m, m), 0, 1);
            if (!v.IsEmpty) Rotate(v.Slice(i * n, n), v.Slice(best * n, n), 0, 1);
        }
    }

    // Columns of length 1; where the singular value is nothing, any that is at right angles to those before.
    private static void Normalize(Span<double> a, int m, int n, Span<double> s)
    {
        for (var i = 0; i < n; i++)
        {
            var column = a.Slice(i * m, m);
            if (s[i] > 1e-15 * s[0] * m) TensorPrimitives.Divide(column, s[i], column);
            else Complete(a, m, i);
        }
    }

    /// <summary>Sets column i to a unit vector at right angles to the columns before it.</summary>
    public static void Complete(Span<double> a, int m, int i)
    {
        var column = a.Slice(i * m, m);
        for (var axis = 0; ; axis = (axis + 1) % m)
        {
            column.Clear();
            column[axis] = 1;
            for (var pass = 0; pass < 2; pass++)        // the second pass takes away what rounding left of the first
                for (var j = 0; j < i; j++)
                {
                    var other = a.Slice(j * m, m);
                    TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot<double>(other, column), column, column);
                }

            var length = TensorPrimitives.Norm<double>(column);
            if (length * length * m * 2 < 1) continue;  // some axis keeps at least 1/m of its square
            TensorPrimitives.Divide(column, length, column);
            return;
        }
    }
}
