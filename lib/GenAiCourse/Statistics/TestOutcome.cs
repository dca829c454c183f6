namespace GenAiCourse.Statistics;

/// <summary>What a test found.</summary>
/// <param name="Statistic">The test's statistic.</param>
/// <param name="PValue">How probable a statistic at least this far out is under the null hypothesis.</param>
public sealed record TestOutcome(double Statistic, double PValue);
