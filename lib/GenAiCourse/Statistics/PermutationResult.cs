namespace GenAiCourse.Statistics;

/// <summary>What a permutation test found.</summary>
/// <param name="Statistic">The statistic of the sample as it is.</param>
/// <param name="PValue">The share of arrangements with a statistic at least as far out; never 0.</param>
/// <param name="Arrangements">How many arrangements were looked at.</param>
/// <param name="IsExact">Whether these were all that there are.</param>
public sealed record PermutationResult(double Statistic, double PValue, int Arrangements, bool IsExact);
