namespace TorchSharp.Kernels;

/// <summary>V · diag(w) · Vᵀ = A of symmetric row-major matrices.</summary>
/// <remarks>
/// Householder's reduction to a tridiagonal matrix, then QL with implicit shifts: Bowdler, Martin, Reinsch and
/// Wilkinson, Handbook for Automatic Computation II/3 and II/4 (1971), the procedures tred2 and tql2.
/// </remarks>
internal static class SymmetricEigen
{
    private const int MostSweeps = 60;
    private const double Precision = 2.220446049250313e-16;

    /// <summary>Replaces A [n, n], of which the lower triangle is read, by V, a vector a column.</summary>
    /// <param name="w">Gets the eigenvalues, ascending.</param>
    /// <returns>Whether the iteration converged; it does unless an element is not finite.</returns>
    public static bool Decompose(Span<double> v, int n, Span<double> w)
    {
        foreach (var element in v)
            if (!double.IsFinite(element)) return false;
        if (n == 0) return true;
        Span<double> e = new double[n];
        Tridiagonal(v, n, w, e);
        if (!Diagonal(v, n, w, e)) return false;
        Order(v, n, w);
        return true;
    }

    // The diagonal goes to d, what is beside it to e[1..], and the reflections are multiplied up in v.
    private static void Tridiagonal(Span<double> v, int n, Span<double> d, Span<double> e)
    {
        for (var j = 0; j < n; j++) d[j] = v[((n - 1) * n) + j];
        for (var i = n - 1; i > 0; i--) Reduce(v, n, d, e, i);
        for (var i = 0; i < n - 1; i++)
        {
            v[((n - 1) * n) + i] = v[(i * n) + i];
            v[(i * n) + i] = 1;
            if (d[i + 1] != 0)
            {
                for (var k = 0; k <= i; k++) d[k] = v[(k * n) + i + 1] / d[i + 1];
                for (var j = 0; j <= i; j++)
                {
                    var g = 0.0;
                    for (var k = 0; k <= i; k++) g += v[(k * n) + i + 1] * v[(k * n) + j];
                    for (var k = 0; k <= i; k++) v[(k * n) + j] -= g * d[k];
                }
            }

            for (var k = 0; k <= i; k++) v[(k * n) + i + 1] = 0;
        }

        for (var j = 0; j < n; j++)
        {
            d[j] = v[((n - 1) * n) + j];
            v[((n - 1) * n) + j] = 0;
        }

        v[(n * n) - 1] = 1;
        e[0] = 0;
    }

    private static void Reduce(Span<double> v, int n, Span<double> d, Span<double> e, int i)
    {
        var (scale, h) = (0.0, 0.0);
        for (var k = 0; k < i; k++) scale += Math.Abs(d[k]);
        if (scale == 0)
        {
            e[i] = d[i - 1];
            for (var j = 0; j < i; j++)
            {
                d[j] = v[((i - 1) * n) + j];
                v[(i * n) + j] = v[(j * n) + i] = 0;
            }

            d[i] = 0;
            return;
        }

        for (var k = 0; k < i; k++)
        {
            d[k] /= scale;
            h += d[k] * d[k];
        }

        var f = d[i - 1];
        var g = f > 0 ? -Math.Sqrt(h) : Math.Sqrt(h);
        e[i] = scale * g;
        h -= f * g;
        d[i - 1] = f - g;
        e[..i].Clear();
        for (var j = 0; j < i; j++)
        {
            v[(j * n) + i] = f = d[j];
            g = e[j] + (v[(j * n) + j] * f);
            for (var k = j + 1; k < i; k++)
            {
                g += v[(k * n) + j] * d[k];
                e[k] += v[(k * n) + j] * f;
            }

            e[j] = g;
        }

        f = 0;
        for (var j = 0; j < i; j++)
        {
            e[j] /= h;
            f += e[j] * d[j];
        }

        for (var j = 0; j < i; j++) e[j] -= f / (h + h) * d[j];
        for (var j = 0; j < i; j++)
        {
            for (var k = j; k < i; k++) v[(k * n) + j] -= (d[j] * e[k]) + (e[j] * d[k]);
            d[j] = v[((i - 1) * n) + j];
            v[(i * n) + j] = 0;
        }

        d[i] = h;
    }

    private static bool Diagonal(Span<double> v, int n, Span<double> d, Span<double> e)
    {
        for (var i = 1; i < n; i++) e[i - 1] = e[i];
        e[n - 1] = 0;
        var (f, largest) = (0.0, 0.0);
        for (var l = 0; l < n; l++)
        {
            largest = Math.Max(largest, Math.Abs(d[l]) + Math.Abs(e[l]));
            var m = l;
            while (m < n - 1 && Math.Abs(e[m]) > Precision * largest) m++;
            for (var sweep = 0; m > l; sweep++)
            {
                if (sweep == MostSweeps) return false;
                f += Shift(n, d, e, l);
                Rotate(v, n, d, e, l, m);
                if (Math.Abs(e[l]) <= Precision * largest) break;
            }

            d[l] += f;
            e[l] = 0;
        }

        return true;
    }

    private static double Shift(int n, Span<double> d, Span<double> e, int l)
    {
        var g = d[l];
        var p = (d[l + 1] - g) / (2 * e[l]);
        var r = Math.CopySign(double.Hypot(p, 1), p);
        d[l] = e[l] / (p + r);
        d[l + 1] = e[l] * (p + r);
        var h = g - d[l];
        for (var i = l + 2; i < n; i++) d[i] -= h;
        return h;
    }

    private static void Rotate(Span<double> v, int n, Span<double> d, Span<double> e, int l, int m)
    {
        var p = d[m];
        var (c, c2, c3) = (1.0, 1.0, 1.0);
        var (s, s2) = (0.0, 0.0);
        var beside = e[l + 1];
        var next = d[l + 1];
        for (var i = m - 1; i >= l; i--)
        {
            (c3, c2, s2) = (c2, c, s);
            var (g, h) = (c * e[i], c * p);
            var r = double.Hypot(p, e[i]);
            e[i + 1] = s * r;
            (s, c) = (e[i] / r, p / r);
            p = (c * d[i]) - (s * g);
            d[i + 1] = h + (s * ((c * g) + (s * d[i])));
            for (var k = 0; k < n; k++)
            {
                var (x, y) = (v[(k * n) + i], v[(k * n) + i + 1]);
                v[(k * n) + i + 1] = (s * x) + (c * y);
                v[(k * n) + i] = (c * x) - (s * y);
            }
        }

        p = -s * s2 * c3 * beside * e[l] / next;
        e[l] = s * p;
        d[l] = c * p;
    }

    private static void Order(Span<double> v, int n, Span<double> w)
    {
        for (var i = 0; i < n - 1; i++)
        {
            var least = i;
            for (var j = i + 1; j < n; j++)
                if (w[j] < w[least]) least = j;
            if (least == i) continue;
            (w[i], w[least]) = (w[least], w[i]);
            for (var k = 0; k < n; k++) (v[(k * n) + i], v[(k * n) + least]) = (v[(k * n) + least], v[(k * n) + i]);
        }
    }
}
