namespace TorchSharp.Kernels;

/// <summary>The singular value decomposition of row-major matrices with at least as many rows as columns.</summary>
internal static class TallSingularValues
{
    /// <param name="a">A [m, n]; is used up.</param>
    /// <param name="u">Gets U, [m, n] or [m, m]; empty if it is not wanted.</param>
    /// <param name="vh">Gets Vᵀ, [n, n]; empty together with u.</param>
    /// <param name="s">Gets the singular values, descending.</param>
    /// <returns>False if an element is not finite.</returns>
    /// <remarks>A = Q · R first: the rotations then work on n rows only, and Q completes U.</remarks>
    public static bool Decompose(Span<double> a, int m, int n, Span<double> u, Span<double> vh, Span<double> s)
    {
        foreach (var element in a)
            if (!double.IsFinite(element)) return false;
        Span<double> tau = new double[n];
        Householder.Factor(a, m, n, tau);
        Span<double> columns = new double[n * n];
        for (var i = 0; i < n; i++)
            for (var j = i; j < n; j++) columns[(j * n) + i] = a[(i * n) + j];
        if (!SingularValues.Decompose(columns, n, n, vh, s)) return false;
        if (u.IsEmpty) return true;
        var width = u.Length / m;
        u.Clear();
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++) u[(i * width) + j] = columns[(j * n) + i];
        for (var i = n; i < width; i++) u[(i * width) + i] = 1;
        Householder.Apply(a, m, n, tau, u, width, transposed: false);
        return true;
    }
}
