namespace GenAiCourse.Learning;

/// <summary>How well clusters hold together, and how well two ways of grouping the same rows agree.</summary>
/// <remarks>What the groups are called does not matter to any of these.</remarks>
public static class ClusterMetrics
{
    /// <summary>The mean of <see cref="Silhouettes"/>.</summary>
    /// <inheritdoc cref="Silhouettes"/>
    public static double Silhouette(double[][] x, int[] labels) => Silhouettes(x, labels).Average();

    /// <summary>
    /// For each row (b − a) / max(a, b), with a its mean distance to the others of its cluster and b the least mean
    /// distance to another cluster's rows: near 1 well inside, near 0 between two, below 0 with the wrong ones.
    /// </summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <param name="labels">The cluster of each row, at least two clusters.</param>
    /// <returns>
    /// n numbers in [−1, 1]; a row alone in its cluster has 0, and so has one at distance 0 from all.
    /// </returns>
    /// <exception cref="ArgumentException">The rows or labels do not fit, or there is one cluster only.</exception>
    /// <remarks>Rousseeuw, 1987; Euclidean distances, n² of them.</remarks>
    public static double[] Silhouettes(double[][] x, int[] labels)
    {
        Rows.Check(x);
        var (classes, places) = Labels.OfSeveral(labels, x.Length);
        var sizes = new int[classes.Length];
        foreach (var place in places) sizes[place]++;
        var silhouettes = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var sums = new double[classes.Length];
            for (var j = 0; j < x.Length; j++) sums[places[j]] += Math.Sqrt(Rows.SquaredDistance(x[i], x[j]));
            if (sizes[places[i]] == 1) continue;
            var own = sums[places[i]] / (sizes[places[i]] - 1);
            var other = Enumerable.Range(0, classes.Length).Where(k => k != places[i]).Min(k => sums[k] / sizes[k]);
            silhouettes[i] = own == other ? 0 : (other - own) / Math.Max(own, other);
        }
        return silhouettes;
    }

    /// <summary>
    /// The share of pairs of rows on which two groupings agree, less what chance gives, scaled to be 1 when they
    /// are the
    /// same and about 0 when they have nothing to do with one another.
    /// </summary>
    /// <param name="first">The group of each row, at least one row.</param>
    /// <param name="second">The group of each row, in the other grouping.</param>
    /// <exception cref="ArgumentException">There is no row, or the counts differ.</exception>
    /// <remarks>
    /// Hubert and Arabie, 1985, equation 5. Two groupings of one group each, or of n, count as the same.
    /// </remarks>
    public static double AdjustedRandIndex(int[] first, int[] second)
    {
        var (cells, rows, columns) = Contingency(first, second);
        static double Pairs(IEnumerable<int> counts) => counts.Sum(count => count * (count - 1.0) / 2);
        var (both, a, b) = (Pairs(cells.Values), Pairs(rows.Values), Pairs(columns.Values));
        var all = Pairs([first.Length]);
        var expected = all > 0 ? a * b / all : 0;
        return (a + b) / 2 == expected ? 1 : (both - expected) / ((a + b) / 2 - expected);
    }

    /// <summary>
    /// I = Σ p(u, v) ln (p(u, v) / (p(u) p(v))), in nats: what one grouping tells of the other; 0 when nothing.
    /// </summary>
    /// <inheritdoc cref="AdjustedRandIndex"/>
    /// <remarks>Shannon, 1948.</remarks>
    public static double MutualInformation(int[] first, int[] second)
    {
        var (cells, rows, columns) = Contingency(first, second);
        var n = (double)first.Length;
        return Math.Max(0, cells.Sum(cell => cell.Value / n
            * Math.Log(n * cell.Value / ((double)rows[cell.Key.First] * columns[cell.Key.Second]))));
    }

    /// <summary>I over the mean of the two entropies, in [0, 1]; 1 where both groupings have one group.</summary>
    /// <inheritdoc cref="AdjustedRandIndex"/>
    /// <remarks>Strehl and Ghosh, 2002, with the arithmetic mean, as scikit-learn's default.</remarks>
    public static double NormalizedMutualInformation(int[] first, int[] second)
    {
        var (_, rows, columns) = Contingency(first, second);
        double Entropy(IEnumerable<int> counts) =>
            -counts.Sum(count => count / (double)first.Length * Math.Log(count / (double)first.Length));
        var mean = (Entropy(rows.Values) + Entropy(columns.Values)) / 2;
        return mean > 0 ? MutualInformation(first, second) / mean : 1;
    }

    private static (Dictionary<(int First, int Second), int> Cells, Dictionary<int, int> Rows, Dictionary<int, int>
        Columns) Contingency(int[] first, int[] second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Length == 0) throw new ArgumentException("expected at least one row, got none", nameof(first));
        Rows.CheckCount(second.Length, first.Length, "groups", nameof(second));
        return (first.Zip(second).CountBy(pair => pair).ToDictionary(),
            first.CountBy(group => group).ToDictionary(), second.CountBy(group => group).ToDictionary());
    }
}
