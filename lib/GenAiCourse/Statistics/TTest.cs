namespace GenAiCourse.Statistics;

/// <summary>Tests of means of samples that are about normal (Student, 1908; Welch, 1947).</summary>
/// <remarks>
/// Samples that do not vary have a standard error of 0: then t is infinite, and p 0 or 1, or both are NaN where the
/// means agree as well. A NaN among the values makes the result NaN.
/// </remarks>
public static class TTest
{
    /// <summary>Whether a sample's mean is a given number: t = (x̄ − μ₀) / (s / √n), ν = n − 1.</summary>
    /// <param name="values">At least two numbers.</param>
    /// <param name="mean">μ₀, the mean under the null hypothesis.</param>
    /// <param name="alternative">Which departures to look for.</param>
    /// <exception cref="ArgumentException">There are fewer than two values.</exception>
    public static TTestResult OneSample(
        ReadOnlySpan<double> values, double mean, Alternative alternative = Alternative.TwoSided)
    {
        var error = Math.Sqrt(Descriptive.Variance(values) / values.Length);
        return Result(Descriptive.Mean(values), mean, error, values.Length - 1, alternative);
    }

    /// <summary>
    /// Whether two samples of equal variance have the same mean: t = (x̄ − ȳ) / (s √(1/n + 1/m)) with the pooled
    /// variance s² = ((n − 1) sₓ² + (m − 1) sᵧ²) / ν, ν = n + m − 2.
    /// </summary>
    /// <param name="x">At least two numbers.</param>
    /// <param name="y">At least two numbers, drawn independently of x.</param>
    /// <param name="alternative">Which departures of x's mean from y's to look for.</param>
    /// <exception cref="ArgumentException">A sample has fewer than two values.</exception>
    public static TTestResult TwoSample(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Alternative alternative = Alternative.TwoSided)
    {
        var degrees = x.Length + y.Length - 2;
        var pooled = ((x.Length - 1) * Descriptive.Variance(x) + (y.Length - 1) * Descriptive.Variance(y)) / degrees;
        var error = Math.Sqrt(pooled / x.Length + pooled / y.Length);
        return Result(Descriptive.Mean(x) - Descriptive.Mean(y), 0, error, degrees, alternative);
    }

    /// <summary>
    /// Whether two samples, of whatever variances, have the same mean: t = (x̄ − ȳ) / √(u + v) with u = sₓ² / n and
    /// v = sᵧ² / m, and ν = (u + v)² / (u² / (n − 1) + v² / (m − 1)).
    /// </summary>
    /// <inheritdoc cref="TwoSample"/>
    public static TTestResult Welch(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Alternative alternative = Alternative.TwoSided)
    {
        var (u, v) = (Descriptive.Variance(x) / x.Length, Descriptive.Variance(y) / y.Length);
        // u and v by their shares, because their squares may underflow; of two that are 0, any ν will do.
        var (shareX, shareY) = u + v > 0 ? (u / (u + v), v / (u + v)) : (0.5, 0.5);
        var degrees = 1 / (shareX * shareX / (x.Length - 1) + shareY * shareY / (y.Length - 1));
        return Result(Descriptive.Mean(x) - Descriptive.Mean(y), 0, Math.Sqrt(u + v), degrees, alternative);
    }

    /// <summary>Whether pairs differ by 0 in the mean: the one-sample test of xᵢ − yᵢ.</summary>
    /// <param name="x">At least two numbers.</param>
    /// <param name="y">As many numbers as <paramref name="x"/>; the i-th belongs to the i-th of x.</param>
    /// <param name="alternative">Which departures of x's mean from y's to look for.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there are fewer than two pairs.</exception>
    public static TTestResult Paired(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Alternative alternative = Alternative.TwoSided)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"expected {x.Length} values, as in x, got {y.Length}", nameof(y));
        var differences = new double[x.Length];
        for (var i = 0; i < differences.Length; i++) differences[i] = x[i] - y[i];
        return OneSample(differences, 0, alternative);
    }

    private static TTestResult Result(
        double estimate, double expected, double error, double degrees, Alternative alternative)
    {
        var t = (estimate - expected) / error;
        var student = new StudentTDistribution(double.IsNaN(degrees) ? 1 : degrees);
        var p = alternative switch
        {
            Alternative.TwoSided => 2 * student.Survival(Math.Abs(t)),
            Alternative.Less => student.Cumulative(t),
            Alternative.Greater => student.Survival(t),
            _ => throw new ArgumentOutOfRangeException(
                nameof(alternative), alternative, "expected TwoSided, Less or Greater")
        };
        return new TTestResult(estimate, error, t, degrees, p);
    }
}
