using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The discrete Fourier transform of one length: y[k] = Σ x[j] e^(∓2πi jk / n).</summary>
/// <remarks>
/// By the prime factors of the length: Cooley and Tukey (1965), https://doi.org/10.1090/S0025-5718-1965-0178586-1. A
/// length with a large prime factor becomes a convolution of a power of two: L. Bluestein, "A linear filtering approach
/// to the computation of discrete Fourier transform" (1970), https://doi.org/10.1109/TAU.1970.1162132.
/// </remarks>
internal sealed class FourierPlan
{
    private const int LargestFactor = 31;

    private readonly int _n;
    private readonly Complex[] _roots;          // e^(−2πi k / n), conjugated for the inverse
    private readonly int[] _factors;
    private readonly FourierPlan? _forth;       // of the convolution, when there is one
    private readonly FourierPlan? _back;
    private readonly Complex[] _chirp = [];
    private readonly Complex[] _filter = [];

    public FourierPlan(int n, bool inverse)
    {
        (_n, _factors) = (n, Factors(n));
        if (n == 0 || _factors.Length == 0 || _factors[^1] <= LargestFactor)
        {
            _roots = Roots(n, n, inverse);
            return;
        }

        var size = (int)BitOperations.RoundUpToPowerOf2((uint)((2 * n) - 1));
        (_roots, _forth, _back) = ([], new FourierPlan(size, false), new FourierPlan(size, true));
        var circle = Roots(2 * n, 2 * n, inverse);
        _chirp = new Complex[n];
        for (var k = 0; k < n; k++) _chirp[k] = circle[(int)((long)k * k % (2L * n))];
        var filter = new Complex[size];
        for (var k = 0; k < n; k++)
        {
            filter[k] = Complex.Conjugate(_chirp[k]);
            if (k > 0) filter[size - k] = filter[k];
        }

        _filter = new Complex[size];
        _forth.Run(filter, _filter);
    }

    /// <summary>Transforms n numbers into others.</summary>
    public void Run(ReadOnlySpan<Complex> x, Span<Complex> y)
    {
        if (_forth is not null) Convolve(x, y);
        else if (_n > 0) Step(x, 1, y, _n, 0, stackalloc Complex[LargestFactor]);
    }

    // Transforms every stride-th number: first the parts of the factor's length apart, then across them.
    private void Step(
        ReadOnlySpan<Complex> x, int stride, Span<Complex> y, int n, int level, Span<Complex> column)
    {
        if (n == 1)
        {
            y[0] = x[0];
            return;
        }

        var p = _factors[level];
        var m = n / p;
        for (var r = 0; r < p; r++)
            Step(x[(r * stride)..], stride * p, y.Slice(r * m, m), m, level + 1, column);
        if (p == 2) Pairs(y, m, stride);
        else Columns(y, p, m, stride, column);
    }

    private void Pairs(Span<Complex> y, int m, int stride)
    {
        for (var k = 0; k < m; k++)
        {
            var (a, b) = (y[k], y[m + k] * _roots[k * stride]);
            (y[k], y[m + k]) = (a + b, a - b);
        }
    }

    private void Columns(Span<Complex> y, int p, int m, int stride, Span<Complex> column)
    {
        var turn = _n / p;
        for (var k = 0; k < m; k++)
        {
            for (var r = 0; r < p; r++) column[r] = y[(r * m) + k] * _roots[r * k * stride];
            for (var q = 0; q < p; q++)
            {
                var sum = column[0];
                for (var r = 1; r < p; r++) sum += column[r] * _roots[q * r % p * turn];
                y[(q * m) + k] = sum;
            }
        }
    }

    // jk = (j² + k² − (k − j)²) / 2 turns the sum into a convolution with a chirp.
    private void Convolve(ReadOnlySpan<Complex> x, Span<Complex> y)
    {
        var (a, b) = (new Complex[_filter.Length], new Complex[_filter.Length]);
        for (var k = 0; k < _n; k++) a[k] = x[k] * _chirp[k];
        _forth!.Run(a, b);
        for (var k = 0; k < b.Length; k++) b[k] *= _filter[k];
        _back!.Run(b, a);
        for (var k = 0; k < _n; k++) y[k] = a[k] * _chirp[k] / a.Length;
    }

    private static Complex[] Roots(int n, int count, bool inverse)
    {
        var roots = new Complex[count];
        for (var k = 0; k < count; k++)
        {
            var (sin, cos) = double.SinCosPi(2.0 * k / n);
            roots[k] = new Complex(cos, inverse ? sin : -sin);
        }

        return roots;
    }

    private static int[] Factors(int n)
    {
        var factors = new List<int>();
        for (var p = 2; (long)p * p <= n; p++)
            for (; n % p == 0; n /= p) factors.Add(p);
        if (n > 1) factors.Add(n);
        return [.. factors];
    }
}
