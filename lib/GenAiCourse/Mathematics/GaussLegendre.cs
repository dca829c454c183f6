namespace GenAiCourse.Mathematics;

/// <summary>Gauss's quadrature: n points that integrate each polynomial of degree 2n − 1 exactly.</summary>
/// <remarks>Gauss, 1814. The nodes are the roots of Legendre's polynomial, found by Newton's steps.</remarks>
public static class GaussLegendre
{
    /// <summary>The nodes in [−1, 1] and their weights.</summary>
    /// <param name="count">n, from 1 to 1000.</param>
    /// <returns>[n] ascending, and [n] positive numbers that sum to 2.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of range.</exception>
    public static (double[] Nodes, double[] Weights) Rule(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 1000);
        var (nodes, weights) = (new double[count], new double[count]);
        for (var k = 0; k < (count + 1) / 2; k++)
        {
            var x = k == count / 2 ? 0 : Math.Cos(Math.PI * (k + 0.75) / (count + 0.5));
            for (var step = 0; step < 6 && x != 0; step++)
            {
                var (value, slope) = Polynomial(count, x);
                x -= value / slope;
            }
            var derivative = Polynomial(count, x).Slope;
            (nodes[k], nodes[^(k + 1)]) = (x == 0 ? 0 : -x, x);
            weights[k] = weights[^(k + 1)] = 2 / ((1 - x) * (1 + x) * derivative * derivative);
        }
        return (nodes, weights);
    }

    /// <summary>∫ f(x) dx from a to b, at n points.</summary>
    /// <param name="f">The integrand, smooth.</param>
    /// <param name="a">The lower end, finite.</param>
    /// <param name="b">The upper end, finite.</param>
    /// <param name="count">n, from 1 to 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is out of range.</exception>
    public static double Integrate(Func<double, double> f, double a, double b, int count)
    {
        ArgumentNullException.ThrowIfNull(f);
        var (nodes, weights) = Rule(count);
        var (half, centre, sum) = ((b - a) / 2, (a + b) / 2, 0.0);
        for (var i = 0; i < count; i++) sum += weights[i] * f(centre + half * nodes[i]);
        return half * sum;
    }

    // k Pₖ = (2k − 1) x Pₖ₋₁ − (k − 1) Pₖ₋₂, and (x² − 1) Pₙ' = n (x Pₙ − Pₙ₋₁)
    private static (double Value, double Slope) Polynomial(int n, double x)
    {
        var (before, value) = (1.0, x);
        for (var k = 2; k <= n; k++) (before, value) = (value, ((2 * k - 1) * x * value - (k - 1) * before) / k);
        return (value, n * (x * value - before) / ((x - 1) * (x + 1)));
    }
}
