namespace GenAiCourse.Statistics;

/// <summary>What a χ² test found.</summary>
/// <param name="Statistic">χ² = Σ (observed − expected)² / expected.</param>
/// <param name="DegreesOfFreedom">ν of the χ² distribution that the statistic has, about, under the hypothesis.</param>
/// <param name="PValue">How probable a statistic at least this large is under the null hypothesis.</param>
public sealed record ChiSquaredTestResult(double Statistic, int DegreesOfFreedom, double PValue);
