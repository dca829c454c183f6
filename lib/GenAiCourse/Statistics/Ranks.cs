namespace GenAiCourse.Statistics;

/// <summary>Places in the order of a sample, on which the rank tests stand.</summary>
public static class Ranks
{
    /// <summary>
    /// Each value's place among the sorted values, from 1; values that tie share the mean of their places.
    /// </summary>
    /// <param name="values">Any numbers, none NaN.</param>
    /// <returns>As many ranks, in the order of the values; they sum to n (n + 1) / 2.</returns>
    /// <exception cref="ArgumentException">A value is NaN.</exception>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        Samples.Check(values, 0, nameof(values));
        var order = Order(values);
        var ranks = new double[order.Length];
        foreach (var (start, end) in Ties(values.ToArray(), order))
            for (var i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2.0;
        return ranks;
    }

    /// <summary>The sizes t of the groups of equal values, each at least 1.</summary>
    internal static double[] TieSizes(ReadOnlySpan<double> values) =>
        [.. Ties(values.ToArray(), Order(values)).Select(group => (double)(group.End - group.Start))];

    /// <summary>Σ (t³ − t) over the groups of ties.</summary>
    internal static double TieTerm(ReadOnlySpan<double> values) => TieSizes(values).Sum(t => t * t * t - t);

    private static int[] Order(ReadOnlySpan<double> values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(values.ToArray(), order);
        return order;
    }

    private static IEnumerable<(int Start, int End)> Ties(double[] values, int[] order)
    {
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]]) end++;
            yield return (start, end);
            start = end;
        }
    }
}
