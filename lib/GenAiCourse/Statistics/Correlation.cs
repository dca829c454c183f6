namespace GenAiCourse.Statistics;

/// <summary>Whether two samples go together: in a line, in order, or pair by pair.</summary>
public static class Correlation
{
    private const int MostCounted = 60;     // pairs up to which Automatic counts Kendall's orders

    /// <summary>Pearson's r, and whether it is 0: t = r √((n − 2) / (1 − r²)) with n − 2 degrees of freedom.</summary>
    /// <param name="x">At least three numbers.</param>
    /// <param name="y">As many numbers; the i-th belongs to the i-th of x.</param>
    /// <param name="alternative">Which correlations to look for.</param>
    /// <returns>NaN for both where a sample does not vary.</returns>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there are fewer than 3 pairs, or a value is NaN.
    /// </exception>
    /// <remarks>Pearson, 1896; the test: Student, 1908, for pairs of which one sample at least is normal.</remarks>
    public static CorrelationResult Pearson(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Alternative alternative = Alternative.TwoSided)
    {
        Samples.CheckPairs(x, y, 3);
        return WithStudent(Descriptive.Correlation(x, y), x.Length, alternative);
    }

    /// <summary>
    /// Spearman's ρ: Pearson's correlation of the ranks, which is ±1 for whatever rises or falls throughout.
    /// </summary>
    /// <inheritdoc cref="Pearson"/>
    /// <remarks>Spearman, 1904. The t distribution is an approximation here, good from about 10 pairs.</remarks>
    public static CorrelationResult Spearman(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Alternative alternative = Alternative.TwoSided)
    {
        Samples.CheckPairs(x, y, 3);
        return WithStudent(Descriptive.Correlation(Ranks.Of(x), Ranks.Of(y)), x.Length, alternative);
    }

    /// <summary>
    /// Kendall's τ-b: concordant less discordant pairs of pairs, over the geometric mean of those untied.
    /// </summary>
    /// <param name="x">At least two numbers.</param>
    /// <param name="y">As many numbers; the i-th belongs to the i-th of x.</param>
    /// <param name="method">How p is found; Automatic counts where no values tie and n ≤ 60.</param>
    /// <returns>The two-sided p; NaN for both where a sample does not vary.</returns>
    /// <exception cref="ArgumentException">
    /// The lengths differ, there are fewer than 2 pairs, a value is NaN, or values tie and the method is Exact.
    /// </exception>
    /// <remarks>
    /// Kendall, 1938 and 1970, chapters 3 to 5; counted in n log n steps (Knight, 1966).
    /// </remarks>
    public static CorrelationResult KendallTauB(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, TestMethod method = TestMethod.Automatic)
    {
        Samples.CheckPairs(x, y, 2);
        var (n, pairs) = ((double)x.Length, (double)x.Length * (x.Length - 1) / 2);
        var (tiesX, tiesY) = (Ranks.TieSizes(x), Ranks.TieSizes(y));
        var (tiedX, tiedY) = (Pairs(tiesX), Pairs(tiesY));
        var (discordant, tiedBoth) = Count(x.ToArray(), y.ToArray());
        var excess = pairs - tiedX - tiedY + tiedBoth - 2 * discordant;
        var tau = Math.Clamp(excess / Math.Sqrt(pairs - tiedX) / Math.Sqrt(pairs - tiedY), -1, 1);
        if (double.IsNaN(tau)) return new CorrelationResult(double.NaN, double.NaN, x.Length);

        var isCounted = method != TestMethod.Automatic || x.Length <= MostCounted;
        if (isCounted && RankTest.IsExact(method, tiedX + tiedY > 0, 0))
        {
            var (atMost, atLeast) = RankCounts.Tails(RankCounts.Inversions(x.Length), (int)discordant);
            return new CorrelationResult(tau, Samples.Side(Alternative.TwoSided, atMost, atLeast), x.Length);
        }
        var ordered = n * (n - 1);
        var variance = (ordered * (2 * n + 5) - Fifth(tiesX) - Fifth(tiesY)) / 18
            + 2 * tiedX * tiedY / ordered
            + (n > 2 ? Third(tiesX) * Third(tiesY) / (9 * ordered * (n - 2)) : 0);
        var p = Samples.NormalSide(Alternative.TwoSided, excess / Math.Sqrt(variance));
        return new CorrelationResult(tau, p, x.Length);

        static double Pairs(double[] ties) => ties.Sum(t => t * (t - 1) / 2);
        static double Fifth(double[] ties) => ties.Sum(t => t * (t - 1) * (2 * t + 5));
        static double Third(double[] ties) => ties.Sum(t => t * (t - 1) * (t - 2));
    }

    private static CorrelationResult WithStudent(double r, int n, Alternative alternative)
    {
        var t = r * Math.Sqrt((n - 2) / ((1 - r) * (1 + r)));
        return new CorrelationResult(r, Samples.StudentSide(alternative, t, n - 2), n);
    }

    // How many pairs of pairs disagree, and how many are equal in both coordinates.
    private static (double Discordant, double TiedBoth) Count(double[] x, double[] y)
    {
        var order = Enumerable.Range(0, x.Length).OrderBy(i => x[i]).ThenBy(i => y[i]).ToArray();
        var tied = 0.0;
        for (int i = 1, run = 0; i < order.Length; i++)
        {
            run = x[order[i]] == x[order[i - 1]] && y[order[i]] == y[order[i - 1]] ? run + 1 : 0;
            tied += run;
        }
        var sorted = Array.ConvertAll(order, i => y[i]);
        return (Inversions(sorted, new double[sorted.Length], 0, sorted.Length), tied);
    }

    // Sorts values[from, to) and counts the pairs that stood in falling order.
    private static double Inversions(double[] values, double[] spare, int from, int to)
    {
        if (to - from < 2) return 0;
        var middle = (from + to) / 2;
        var count = Inversions(values, spare, from, middle) + Inversions(values, spare, middle, to);
        Array.Copy(values, from, spare, from, to - from);
        for (int i = from, left = from, right = middle; i < to; i++)
        {
            if (right == to || (left < middle && spare[left] <= spare[right])) values[i] = spare[left++];
            else
            {
                count += middle - left;
                values[i] = spare[right++];
            }
        }
        return count;
    }
}
