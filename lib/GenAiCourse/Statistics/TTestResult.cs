namespace GenAiCourse.Statistics;

/// <summary>What a t-test found.</summary>
/// <param name="Estimate">The sample's mean, or the difference of the two means.</param>
/// <param name="StandardError">The estimate's standard error.</param>
/// <param name="Statistic">t: the estimate's distance from the null hypothesis in standard errors.</param>
/// <param name="DegreesOfFreedom">ν of the t distribution that the statistic has under the null hypothesis.</param>
/// <param name="PValue">How probable a statistic at least this far out is under the null hypothesis.</param>
public sealed record TTestResult(
    double Estimate, double StandardError, double Statistic, double DegreesOfFreedom, double PValue)
{
    /// <summary>The two-sided confidence interval, estimate ± standard error · t₍₁₊level₎⸝₂.</summary>
    /// <param name="level">How often such an interval holds the truth, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public (double Low, double High) Interval(double level = 0.95)
    {
        if (level is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "expected a level in (0, 1)");
        var width = StandardError * new StudentTDistribution(DegreesOfFreedom).UpperQuantile((1 - level) / 2);
        return (Estimate - width, Estimate + width);
    }
}
