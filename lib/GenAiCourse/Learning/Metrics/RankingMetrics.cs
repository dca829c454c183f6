namespace GenAiCourse.Learning;

/// <summary>How well scores put what is relevant first.</summary>
/// <remarks>
/// Järvelin and Kekäläinen, 2002, with the gain rel / log₂(rank + 1). Rows of equal scores share their ranks' discounts
/// evenly (McSherry and Najork, 2008), so that no order among them is preferred.
/// </remarks>
public static class RankingMetrics
{
    /// <summary>DCG = Σ rel(r) / log₂(r + 1) over the ranks r, from 1.</summary>
    /// <param name="relevance">How relevant each row is, at least 0; at least one row.</param>
    /// <param name="scores">What the rows are ranked by, the highest first; not NaN.</param>
    /// <param name="cutoff">How many ranks count; null for all.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, the counts differ, or a number is negative or NaN.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cutoff"/> is not positive.</exception>
    public static double DiscountedCumulativeGain(double[] relevance, double[] scores, int? cutoff = null)
    {
        Check(relevance, scores);
        if (cutoff is not null) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cutoff.Value, nameof(cutoff));
        var (gain, rank) = (0.0, 1);
        foreach (var group in scores.Zip(relevance).GroupBy(row => row.First).OrderByDescending(group => group.Key))
        {
            var discounts = 0.0;
            foreach (var _ in group)
            {
                if (rank <= (cutoff ?? int.MaxValue)) discounts += 1 / Math.Log2(rank + 1);
                rank++;
            }
            gain += group.Average(row => row.Second) * discounts;
        }
        return gain;
    }

    /// <summary>NDCG: DCG over that of the best order, in [0, 1]; 0 where nothing is relevant.</summary>
    /// <inheritdoc cref="DiscountedCumulativeGain"/>
    public static double NormalizedDiscountedCumulativeGain(double[] relevance, double[] scores, int? cutoff = null)
    {
        var gain = DiscountedCumulativeGain(relevance, scores, cutoff);
        var best = DiscountedCumulativeGain(relevance, relevance, cutoff);
        return best > 0 ? gain / best : 0;
    }

    private static void Check(double[] relevance, double[] scores)
    {
        ArgumentNullException.ThrowIfNull(relevance);
        ArgumentNullException.ThrowIfNull(scores);
        if (relevance.Length == 0)
            throw new ArgumentException("expected at least one row, got none", nameof(relevance));
        Rows.CheckCount(scores.Length, relevance.Length, "scores", nameof(scores));
        if (scores.Any(double.IsNaN)) throw new ArgumentException("expected scores, got NaN", nameof(scores));
        if (relevance.Any(value => !(value >= 0)))
            throw new ArgumentException("expected a relevance of at least 0, got less or NaN", nameof(relevance));
    }
}
