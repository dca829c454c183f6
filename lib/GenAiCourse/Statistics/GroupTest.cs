namespace GenAiCourse.Statistics;

/// <summary>Tests of several samples at once: whether their means agree, or their variances.</summary>
public static class GroupTest
{
    /// <summary>
    /// Whether k samples of equal variance have the same mean: F = (Σ nᵢ (x̄ᵢ − x̄)² / (k − 1)) /
    /// (Σ Σ (xᵢⱼ − x̄ᵢ)² / (N − k)), with k − 1 and N − k degrees of freedom.
    /// </summary>
    /// <param name="groups">At least two samples of one value or more, and more values than samples.</param>
    /// <returns>F is infinite and p 0 where only the means vary; both are NaN where nothing varies.</returns>
    /// <exception cref="ArgumentException">There are too few groups or values, or a value is NaN.</exception>
    /// <remarks>One-way analysis of variance: Fisher, 1925.</remarks>
    public static TestOutcome Anova(params double[][] groups)
    {
        Check(groups, 1);
        double[] all = [.. groups.SelectMany(group => group)];
        var (between, within) = (groups.Length - 1, all.Length - groups.Length);
        if (within < 1)
            throw new ArgumentException(
                $"expected more values than the {groups.Length} groups, got {all.Length}", nameof(groups));
        var mean = Descriptive.Mean(all);
        var means = groups.Sum(group => group.Length * Square(Descriptive.Mean(group) - mean));
        var rests = groups.Sum(group => group.Length * Descriptive.Variance(group, 0));
        var statistic = means / between / (rests / within);
        return new TestOutcome(statistic, new FDistribution(between, within).Survival(statistic));
    }

    /// <summary>Whether k normal samples have the same variance.</summary>
    /// <param name="groups">At least two samples of two values or more, each with some that differ.</param>
    /// <exception cref="ArgumentException">
    /// There are too few groups or values, a group is constant, or a value NaN.
    /// </exception>
    /// <remarks>
    /// Bartlett, 1937: χ² = ((N − k) ln s² − Σ (nᵢ − 1) ln sᵢ²) / (1 + (Σ 1 / (nᵢ − 1) − 1 / (N − k)) / (3 (k − 1))),
    /// s² the pooled variance, k − 1 degrees of freedom. Sensitive to samples that are not normal; Levene's is not.
    /// </remarks>
    public static TestOutcome Bartlett(params double[][] groups)
    {
        Check(groups, 2);
        var variances = Array.ConvertAll(groups, group => Descriptive.Variance(group));
        var constant = Array.IndexOf(variances, 0);
        if (constant >= 0)
            throw new ArgumentException(
                $"expected values that differ in each group, got equal ones in group {constant}", nameof(groups));
        var degrees = Array.ConvertAll(groups, group => group.Length - 1.0);
        var total = degrees.Sum();
        var pooled = degrees.Zip(variances, (d, v) => d * v).Sum() / total;
        var distance = degrees.Zip(variances, (d, v) => d * Math.Log(pooled / v)).Sum();
        var statistic = distance / (1 + (degrees.Sum(d => 1 / d) - 1 / total) / (3.0 * (groups.Length - 1)));
        return new TestOutcome(statistic, new ChiSquaredDistribution(groups.Length - 1).Survival(statistic));
    }

    /// <summary>
    /// Whether k samples, normal or not, have the same variance: <see cref="Anova"/> of |x − median|.
    /// </summary>
    /// <param name="groups">At least two samples, and more values than samples.</param>
    /// <exception cref="ArgumentException">There are too few groups or values, or a value is NaN.</exception>
    /// <remarks>Levene, 1960, with the median for the mean (Brown and Forsythe, 1974).</remarks>
    public static TestOutcome Levene(params double[][] groups)
    {
        Check(groups, 1);
        return Anova(Array.ConvertAll(groups, group =>
        {
            var median = Descriptive.Median(group);
            return Array.ConvertAll(group, value => Math.Abs(value - median));
        }));
    }

    internal static void Check(double[][] groups, int least)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Length < 2)
            throw new ArgumentException($"expected at least 2 groups, got {groups.Length}", nameof(groups));
        foreach (var group in groups) Samples.Check(group, least, nameof(groups));
    }

    private static double Square(double x) => x * x;
}
