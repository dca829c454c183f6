namespace GenAiCourse.Statistics;

/// <summary>
/// Tests that use the values' order alone, so that no distribution is assumed and no outlier can rule.
/// </summary>
public static class RankTest
{
    private const int MostCounted = 2500;       // the size of a null distribution that Automatic still counts out

    /// <summary>Whether one sample tends to larger values than another: U = Rₓ − n (n + 1) / 2.</summary>
    /// <param name="x">At least one number.</param>
    /// <param name="y">At least one number, drawn independently of x.</param>
    /// <param name="alternative">Whether x tends to less, to greater, or to other values than y.</param>
    /// <param name="method">How p is found; Automatic counts where no values tie and n m ≤ 2500.</param>
    /// <param name="isCorrected">Whether the normal approximation moves U by ½ towards its mean.</param>
    /// <returns>
    /// U of x, the number of pairs in which x is the greater, a tie counting ½. p is NaN where all values are equal.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A sample is empty or holds a NaN, or values tie and the method is Exact.
    /// </exception>
    /// <remarks>
    /// Mann and Whitney, 1947; Wilcoxon, 1945. The approximation: mean n m / 2, variance
    /// n m / 12 · (N + 1 − Σ (t³ − t) / (N (N − 1))).
    /// </remarks>
    public static TestOutcome MannWhitney(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Alternative alternative = Alternative.TwoSided,
        TestMethod method = TestMethod.Automatic, bool isCorrected = true)
    {
        Samples.Check(x, 1, nameof(x));
        Samples.Check(y, 1, nameof(y));
        double[] both = [.. x, .. y];
        var (n, m, total) = ((double)x.Length, (double)y.Length, (double)both.Length);
        var u = Ranks.Of(both).Take(x.Length).Sum() - n * (n + 1) / 2;
        var ties = Ranks.TieTerm(both);
        if (IsExact(method, ties > 0, n * m))
        {
            var (atMost, atLeast) = RankCounts.Tails(RankCounts.MannWhitney(x.Length, y.Length), (int)u);
            return new TestOutcome(u, Samples.Side(alternative, atMost, atLeast));
        }
        var deviation = Math.Sqrt(n * m / 12 * (total + 1 - ties / (total * (total - 1))));
        return new TestOutcome(u, Approximate(u - n * m / 2, deviation, isCorrected ? 0.5 : 0, alternative));
    }

    /// <summary>
    /// Whether pairs differ by a distribution that is symmetric about 0: the sum of the positive ranks.
    /// </summary>
    /// <param name="x">At least one number.</param>
    /// <param name="y">As many numbers; the i-th belongs to the i-th of x.</param>
    /// <param name="alternative">Whether x tends to less, to greater, or to other values than y.</param>
    /// <param name="method">How p is found; Automatic counts where no differences tie and n ≤ 50.</param>
    /// <returns>
    /// W⁺, the sum of the ranks of the positive differences among all |xᵢ − yᵢ|; pairs that are equal are dropped.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there is no pair or none that differs, a value is NaN, or differences tie and the method is
    /// Exact.
    /// </exception>
    /// <remarks>
    /// Wilcoxon, 1945. The approximation, without a correction for continuity: mean n (n + 1) / 4, variance
    /// n (n + 1) (2n + 1) / 24 − Σ (t³ − t) / 48. scipy's two-sided statistic is the smaller of W⁺ and W⁻.
    /// </remarks>
    public static TestOutcome WilcoxonSignedRank(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Alternative alternative = Alternative.TwoSided,
        TestMethod method = TestMethod.Automatic)
    {
        Samples.CheckPairs(x, y, 1);
        var differences = new List<double>();
        for (var i = 0; i < x.Length; i++)
            if (x[i] != y[i]) differences.Add(x[i] - y[i]);
        if (differences.Count == 0)
            throw new ArgumentException("expected a pair that differs, got equal samples", nameof(y));

        double[] sizes = [.. differences.Select(Math.Abs)];
        var plus = Ranks.Of(sizes).Zip(differences, (rank, difference) => difference > 0 ? rank : 0).Sum();
        var ties = Ranks.TieTerm(sizes);
        double n = sizes.Length;
        if (IsExact(method, ties > 0, n * n))
        {
            var (atMost, atLeast) = RankCounts.Tails(RankCounts.Wilcoxon(sizes.Length), (int)plus);
            return new TestOutcome(plus, Samples.Side(alternative, atMost, atLeast));
        }
        var deviation = Math.Sqrt((n * (n + 1) * (2 * n + 1) - ties / 2) / 24);
        return new TestOutcome(plus, Approximate(plus - n * (n + 1) / 4, deviation, 0, alternative));
    }

    /// <summary>
    /// Whether several samples come from one distribution: H = 12 / (N (N + 1)) Σ Rᵢ² / nᵢ − 3 (N + 1), divided by
    /// 1 − Σ (t³ − t) / (N³ − N), against χ² with k − 1 degrees of freedom.
    /// </summary>
    /// <param name="groups">At least two samples, none empty.</param>
    /// <exception cref="ArgumentException">
    /// There are fewer than two groups, one is empty or holds a NaN, or all values are equal.
    /// </exception>
    /// <remarks>
    /// Kruskal and Wallis, 1952. The χ² distribution is an approximation, good from about 5 values a group.
    /// </remarks>
    public static TestOutcome KruskalWallis(params double[][] groups)
    {
        GroupTest.Check(groups, 1);
        double[] all = [.. groups.SelectMany(group => group)];
        var (ranks, n, sum, start) = (Ranks.Of(all), (double)all.Length, 0.0, 0);
        foreach (var group in groups)
        {
            var rankSum = ranks.Skip(start).Take(group.Length).Sum();
            sum += rankSum * rankSum / group.Length;
            start += group.Length;
        }
        var untied = 1 - Ranks.TieTerm(all) / (n * n * n - n);
        if (untied == 0) throw new ArgumentException("expected values that differ, got equal ones", nameof(groups));
        var statistic = (12 / (n * (n + 1)) * sum - 3 * (n + 1)) / untied;
        return new TestOutcome(statistic, new ChiSquaredDistribution(groups.Length - 1).Survival(statistic));
    }

    internal static bool IsExact(TestMethod method, bool hasTies, double size) => method switch
    {
        TestMethod.Automatic => !hasTies && size <= MostCounted,
        TestMethod.Asymptotic => false,
        TestMethod.Exact => !hasTies
            ? true
            : throw new ArgumentException("expected values that all differ, got ties; use Asymptotic", nameof(method)),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "expected Automatic, Exact or Asymptotic")
    };

    // Each side is moved by the correction on its own, as it is in scipy; a deviation of 0 gives NaN.
    private static double Approximate(double distance, double deviation, double correction, Alternative alternative)
    {
        if (deviation == 0) return double.NaN;
        var normal = NormalDistribution.Standard;
        return Samples.Side(
            alternative, normal.Cumulative((distance + correction) / deviation),
            normal.Survival((distance - correction) / deviation));
    }
}
