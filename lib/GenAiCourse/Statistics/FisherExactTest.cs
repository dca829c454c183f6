namespace GenAiCourse.Statistics;

/// <summary>Whether the rows and columns of a 2 by 2 table are independent, exact however small the counts.</summary>
public static class FisherExactTest
{
    /// <summary>The test, given the table's margins: then its first count is hypergeometric.</summary>
    /// <param name="table">2 by 2 counts, none negative, the rows and columns not all zeros.</param>
    /// <param name="alternative">Which odds ratios to look for: other than 1, less, greater.</param>
    /// <returns>
    /// The sample's odds ratio ad / (bc), infinite where bc = 0, and p; two-sided, the sum of all tables no more
    /// probable than this one.
    /// </returns>
    /// <exception cref="ArgumentException">The table is not 2 by 2, or a count is negative or a margin 0.</exception>
    /// <remarks>Fisher, 1935.</remarks>
    public static TestOutcome Of(int[,] table, Alternative alternative = Alternative.TwoSided)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.GetLength(0) != 2 || table.GetLength(1) != 2)
            throw new ArgumentException(
                $"expected 2 by 2 counts, got {table.GetLength(0)} by {table.GetLength(1)}", nameof(table));
        ChiSquaredTest.Expected(table);     // for its checks

        var (a, b, c, d) = ((long)table[0, 0], (long)table[0, 1], (long)table[1, 0], (long)table[1, 1]);
        var (row, column, total) = (a + b, a + c, a + b + c + d);
        var (least, most) = (Math.Max(0, row + column - total), Math.Min(row, column));
        var masses = new double[most - least + 1];
        for (var i = 0; i < masses.Length; i++) masses[i] = Mass(least + i, row, column, total);
        var at = (int)(a - least);
        var (atMost, atLeast) = (masses[..(at + 1)].Sum(), masses[at..].Sum());
        var p = alternative == Alternative.TwoSided
            ? Math.Min(1, masses.Where(mass => mass <= masses[at] * (1 + 1e-11)).Sum())
            : Samples.Side(alternative, atMost, atLeast);
        return new TestOutcome((double)a * d / ((double)b * c), p);
    }

    // Loader, 2000: three binomial masses, of which the chance cancels, so that no factorial overflows.
    private static double Mass(long a, long row, long column, long total)
    {
        var chance = (double)column / total;
        return new BinomialDistribution(row, chance).Mass(a)
            * new BinomialDistribution(total - row, chance).Mass(column - a)
            / new BinomialDistribution(total, chance).Mass(column);
    }
}
