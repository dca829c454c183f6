namespace GenAiCourse.Statistics;

/// <summary>The straight line y ≈ intercept + slope · x with the least squared distances.</summary>
/// <param name="Slope">Σ (x − x̄) (y − ȳ) / Σ (x − x̄)².</param>
/// <param name="Intercept">ȳ − slope · x̄.</param>
/// <param name="Correlation">Pearson's r; its square is the share of y's variance that the line explains.</param>
/// <param name="PValue">How probable a slope at least this far from 0 is where y does not depend on x.</param>
/// <param name="SlopeError">The slope's standard error.</param>
/// <param name="InterceptError">The intercept's standard error.</param>
/// <param name="Count">The number of points.</param>
public sealed record LineFit(
    double Slope, double Intercept, double Correlation, double PValue, double SlopeError, double InterceptError,
    int Count)
{
    /// <summary>Fits the line.</summary>
    /// <param name="x">At least three numbers, not all equal.</param>
    /// <param name="y">As many numbers; the i-th belongs to the i-th of x.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there are fewer than 3 points, a value is NaN, or x does not vary.
    /// </exception>
    /// <remarks>
    /// Legendre, 1805. The errors assume independent normal residuals of one variance: t = slope / error with n − 2
    /// degrees of freedom.
    /// </remarks>
    public static LineFit Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Samples.CheckPairs(x, y, 3);
        var (n, varianceX, covariance) = (x.Length, Descriptive.Variance(x, 0), Descriptive.Covariance(x, y));
        if (varianceX == 0) throw new ArgumentException("expected values that differ, got equal ones", nameof(x));
        var (meanX, slope) = (Descriptive.Mean(x), covariance * (n - 1) / n / varianceX);
        var r = Descriptive.Correlation(x, y);
        var error = Math.Sqrt((1 - r) * (1 + r) * Descriptive.Variance(y, 0) / varianceX / (n - 2));
        var p = Samples.StudentSide(Alternative.TwoSided, slope / error, n - 2);
        return new LineFit(
            slope, Descriptive.Mean(y) - slope * meanX, r, p, error, error * Math.Sqrt(varianceX + meanX * meanX), n);
    }

    /// <summary>The line's height at x.</summary>
    public double At(double x) => Intercept + Slope * x;

    /// <summary>The slope's two-sided confidence interval.</summary>
    /// <param name="level">How often such an interval holds the truth, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public (double Low, double High) SlopeInterval(double level = 0.95)
    {
        Samples.Level(level);
        var width = SlopeError * new StudentTDistribution(Count - 2).UpperQuantile((1 - level) / 2);
        return (Slope - width, Slope + width);
    }
}
