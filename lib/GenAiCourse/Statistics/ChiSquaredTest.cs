namespace GenAiCourse.Statistics;

/// <summary>Tests of counts (Pearson, 1900).</summary>
/// <remarks>The χ² distribution is an approximation, good where each expected count is about 5 or more.</remarks>
public static class ChiSquaredTest
{
    /// <summary>Whether counts follow given expectations: χ² = Σ (oᵢ − eᵢ)² / eᵢ, ν = n − 1 − parameters.</summary>
    /// <param name="observed">At least two counts, none negative.</param>
    /// <param name="expected">As many positive numbers with the same sum; none at all for equal expectations.</param>
    /// <param name="parameters">How many parameters of the expectations were fitted to the counts.</param>
    /// <exception cref="ArgumentException">The lengths or sums differ, or a number is out of range.</exception>
    /// <exception cref="ArgumentOutOfRangeException">So many parameters leave no degree of freedom.</exception>
    public static ChiSquaredTestResult GoodnessOfFit(
        ReadOnlySpan<int> observed, ReadOnlySpan<double> expected = default, int parameters = 0)
    {
        if (observed.Length < 2)
            throw new ArgumentException($"expected at least 2 counts, got {observed.Length}", nameof(observed));
        if (!expected.IsEmpty && expected.Length != observed.Length)
            throw new ArgumentException(
                $"expected {observed.Length} expectations, one per count, got {expected.Length}", nameof(expected));
        ArgumentOutOfRangeException.ThrowIfNegative(parameters);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(parameters, observed.Length - 2);

        var total = 0.0;
        foreach (var count in observed)
            total += count >= 0
                ? count
                : throw new ArgumentException($"expected counts that are not negative, got {count}", nameof(observed));
        var (sum, statistic) = (0.0, 0.0);
        for (var i = 0; i < observed.Length; i++)
        {
            var expectation = expected.IsEmpty ? total / observed.Length : expected[i];
            if (!(expectation > 0))
                throw new ArgumentException($"expected positive expectations, got {expectation}", nameof(expected));
            sum += expectation;
            statistic += (observed[i] - expectation) * (observed[i] - expectation) / expectation;
        }
        if (!(Math.Abs(sum - total) <= 1e-8 * total))
            throw new ArgumentException(
                $"expected expectations that sum to the counts' {total}, got {sum}; scale them", nameof(expected));
        return Result(statistic, observed.Length - 1 - parameters);
    }

    /// <summary>Whether a table's rows and columns are independent: ν = (rows − 1) (columns − 1).</summary>
    /// <param name="table">Counts, at least 2 by 2; no row and no column without any.</param>
    /// <param name="isCorrected">
    /// Whether a 2 by 2 table's counts are first moved by up to ½ towards their expectations (Yates, 1934).
    /// </param>
    /// <exception cref="ArgumentException">The table is too small, or a count or a total is out of range.</exception>
    public static ChiSquaredTestResult Independence(int[,] table, bool isCorrected = true)
    {
        var expected = Expected(table);
        var degrees = (table.GetLength(0) - 1) * (table.GetLength(1) - 1);
        var statistic = 0.0;
        for (var i = 0; i < table.GetLength(0); i++)
            for (var j = 0; j < table.GetLength(1); j++)
            {
                var distance = Math.Abs(table[i, j] - expected[i, j]);
                if (isCorrected && degrees == 1) distance = Math.Max(0, distance - 0.5);
                statistic += distance * distance / expected[i, j];
            }
        return Result(statistic, degrees);
    }

    /// <summary>The counts that independence would give: row total · column total / total.</summary>
    /// <inheritdoc cref="Independence"/>
    public static double[,] Expected(int[,] table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (rows, columns) = (table.GetLength(0), table.GetLength(1));
        if (rows < 2 || columns < 2)
            throw new ArgumentException($"expected at least 2 by 2 counts, got {rows} by {columns}", nameof(table));
        var (rowTotals, columnTotals, total) = (new double[rows], new double[columns], 0.0);
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
            {
                var count = table[i, j];
                if (count < 0)
                    throw new ArgumentException($"expected counts that are not negative, got {count}", nameof(table));
                rowTotals[i] += count;
                columnTotals[j] += count;
                total += count;
            }
        if (rowTotals.Contains(0) || columnTotals.Contains(0))
            throw new ArgumentException(
                "expected a count in each row and column, got one of zeros; drop it", nameof(table));
        var expected = new double[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                expected[i, j] = rowTotals[i] * columnTotals[j] / total;
        return expected;
    }

    /// <summary>How strongly rows and columns go together: Cramér's V = √(χ² / (n (min(rows, columns) − 1))).</summary>
    /// <returns>A number in [0, 1], without a correction for continuity or bias.</returns>
    /// <inheritdoc cref="Expected"/>
    /// <remarks>Cramér, 1946, section 21.9.</remarks>
    public static double CramersV(int[,] table)
    {
        var statistic = Independence(table, isCorrected: false).Statistic;
        var total = table.Cast<int>().Sum(count => (double)count);
        return Math.Sqrt(statistic / total / (Math.Min(table.GetLength(0), table.GetLength(1)) - 1));
    }

    private static ChiSquaredTestResult Result(double statistic, int degrees) =>
        new(statistic, degrees, new ChiSquaredDistribution(degrees).Survival(statistic));
}
