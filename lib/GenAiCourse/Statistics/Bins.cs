namespace GenAiCourse.Statistics;

/// <summary>A sample counted into bins of equal width.</summary>
/// <param name="Edges">The bins' borders, ascending; one more than there are bins.</param>
/// <param name="Counts">How many values lie in each bin: [edge, next edge), the last one closed on both sides.</param>
public sealed record Bins(double[] Edges, int[] Counts)
{
    /// <summary>Counts the values into bins.</summary>
    /// <param name="values">Finite numbers, at least one.</param>
    /// <param name="count">How many bins; null for the number that Freedman and Diaconis's rule gives.</param>
    /// <exception cref="ArgumentException">There is no value, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    /// <remarks>
    /// The rule: bins as wide as 2 · IQR / n^(1/3) (Freedman and Diaconis, 1981), between 1 and 200 of them; where the
    /// middle half has no width, Sturges's ⌈log₂ n⌉ + 1 (1926).
    /// </remarks>
    public static Bins Of(ReadOnlySpan<double> values, int? count = null)
    {
        if (count is not null) ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count.Value);
        foreach (var value in values)
            if (!double.IsFinite(value))
                throw new ArgumentException($"expected finite values, got {value}", nameof(values));

        var (low, high) = (Descriptive.Quantile(values, 0), Descriptive.Quantile(values, 1));
        if (low == high) (low, high) = (low - 0.5, high + 0.5);
        var bins = count ?? Count(values, high - low);
        var edges = new double[bins + 1];
        for (var i = 0; i <= bins; i++) edges[i] = low + (high - low) * i / bins;
        edges[^1] = high;

        var counts = new int[bins];
        foreach (var value in values) counts[Bin(edges, value)]++;
        return new Bins(edges, counts);
    }

    // The last edge that is not above the value; the division alone would put some border values one bin off.
    private static int Bin(double[] edges, double value)
    {
        var found = Array.BinarySearch(edges, value);
        return Math.Min(found >= 0 ? found : ~found - 1, edges.Length - 2);
    }

    private static int Count(ReadOnlySpan<double> values, double range)
    {
        var width = 2 * Descriptive.InterquartileRange(values) / Math.Cbrt(values.Length);
        return width > 0
            ? (int)Math.Clamp(Math.Ceiling(range / width), 1, 200)
            : (int)Math.Ceiling(Math.Log2(values.Length)) + 1;
    }
}
