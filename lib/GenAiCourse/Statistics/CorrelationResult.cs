namespace GenAiCourse.Statistics;

/// <summary>How closely two samples go together.</summary>
/// <param name="Coefficient">In [−1, 1]; NaN where a sample does not vary.</param>
/// <param name="PValue">How probable a coefficient at least this far out is between independent samples.</param>
/// <param name="Count">The number of pairs.</param>
public sealed record CorrelationResult(double Coefficient, double PValue, int Count)
{
    /// <summary>The two-sided confidence interval tanh(artanh r ± z / √(n − 3)) of Pearson's coefficient.</summary>
    /// <param name="level">How often such an interval holds the truth, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    /// <exception cref="InvalidOperationException">There are fewer than 4 pairs.</exception>
    /// <remarks>Fisher, 1921: for pairs that are about normal. Not for ranks' coefficients.</remarks>
    public (double Low, double High) Interval(double level = 0.95)
    {
        Samples.Level(level);
        if (Count < 4) throw new InvalidOperationException($"expected at least 4 pairs for an interval, got {Count}");
        var width = NormalDistribution.Standard.UpperQuantile((1 - level) / 2) / Math.Sqrt(Count - 3);
        var centre = Math.Atanh(Coefficient);
        return (Math.Tanh(centre - width), Math.Tanh(centre + width));
    }
}
