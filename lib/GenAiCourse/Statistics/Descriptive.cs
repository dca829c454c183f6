namespace GenAiCourse.Statistics;

/// <summary>Numbers that describe a sample: where it lies, how far it spreads, how it leans.</summary>
/// <remarks>Sums are compensated (Neumaier, 1974), so that the order of the values hardly matters.</remarks>
public static partial class Descriptive
{
    /// <summary>The arithmetic mean, Σx / n.</summary>
    /// <param name="values">At least one number.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static double Mean(ReadOnlySpan<double> values)
    {
        NotEmpty(values);
        return Sum(values) / values.Length;
    }

    /// <summary>The middle of the sorted values; of an even number of them, the mean of the middle two.</summary>
    /// <param name="values">At least one number.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static double Median(ReadOnlySpan<double> values) => Quantile(values, 0.5);

    /// <summary>The values that occur most often, in ascending order: one, or several that tie.</summary>
    /// <param name="values">At least one number.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static double[] Modes(ReadOnlySpan<double> values)
    {
        NotEmpty(values);
        var counts = values.ToArray().CountBy(value => value).ToList();
        var most = counts.Max(pair => pair.Value);
        return [.. counts.Where(pair => pair.Value == most).Select(pair => pair.Key).Order()];
    }

    /// <summary>The variance: the mean squared distance from the mean, with n − 1 below for a sample.</summary>
    /// <param name="values">At least one number more than <paramref name="degreesOfFreedomTaken"/>.</param>
    /// <param name="degreesOfFreedomTaken">1 for a sample (Bessel's correction), 0 for a whole population.</param>
    /// <exception cref="ArgumentException">Too few values.</exception>
    public static double Variance(ReadOnlySpan<double> values, int degreesOfFreedomTaken = 1)
    {
        if (values.Length <= degreesOfFreedomTaken)
            throw new ArgumentException(
                $"expected more than {degreesOfFreedomTaken} values, got {values.Length}", nameof(values));
        return CentralSum(values, 2) / (values.Length - degreesOfFreedomTaken);
    }

    /// <summary>The square root of <see cref="Variance"/>, in the unit of the values.</summary>
    /// <inheritdoc cref="Variance"/>
    public static double StandardDeviation(ReadOnlySpan<double> values, int degreesOfFreedomTaken = 1) =>
        Math.Sqrt(Variance(values, degreesOfFreedomTaken));

    /// <summary>The largest value less the smallest.</summary>
    /// <param name="values">At least one number.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static double Range(ReadOnlySpan<double> values) => Quantile(values, 1) - Quantile(values, 0);

    /// <summary>The value below which the share <paramref name="probability"/> of the sample lies.</summary>
    /// <param name="values">At least one number.</param>
    /// <param name="probability">In [0, 1]; 0.5 gives the median.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> lies outside [0, 1].</exception>
    /// <remarks>
    /// Linear between the sorted values, x₍ₕ₎ with h = (n − 1) p: type 7 of Hyndman and Fan, 1996, which NumPy, R and
    /// spreadsheets use by default.
    /// </remarks>
    public static double Quantile(ReadOnlySpan<double> values, double probability)
    {
        NotEmpty(values);
        if (probability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "expected a probability in [0, 1]");
        var sorted = values.ToArray();
        Array.Sort(sorted);
        if (double.IsNaN(sorted[0])) return double.NaN;     // NaN sorts first
        var h = (sorted.Length - 1) * probability;
        var below = (int)h;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] == sorted[above]
            ? sorted[below]
            : sorted[below] + (h - below) * (sorted[above] - sorted[below]);
    }

    /// <summary>The upper quartile less the lower: the width of the middle half.</summary>
    /// <param name="values">At least one number.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static double InterquartileRange(ReadOnlySpan<double> values) =>
        Quantile(values, 0.75) - Quantile(values, 0.25);

    /// <summary>The median distance from the median: a spread that one outlier cannot move far.</summary>
    /// <param name="values">At least one number.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    /// <remarks>Not scaled; times 1.4826 it estimates the standard deviation of a normal sample.</remarks>
    public static double MedianAbsoluteDeviation(ReadOnlySpan<double> values)
    {
        var median = Median(values);
        return Median(Array.ConvertAll(values.ToArray(), value => Math.Abs(value - median)));
    }

    /// <summary>The mean of what is left when the same share is cut off either end.</summary>
    /// <param name="values">At least one number.</param>
    /// <param name="share">How much of each end to drop, in [0, 0.5); the count is rounded down.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> lies outside [0, 0.5).</exception>
    public static double TrimmedMean(ReadOnlySpan<double> values, double share)
    {
        NotEmpty(values);
        if (share is not (>= 0 and < 0.5))
            throw new ArgumentOutOfRangeException(nameof(share), share, "expected a share in [0, 0.5)");
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var cut = (int)(share * sorted.Length);
        return Mean(sorted.AsSpan(cut, sorted.Length - (2 * cut)));
    }

    /// <summary>
    /// The third standardised moment, m₃ / m₂^1.5: positive with a long tail to the right, 0 when symmetric.
    /// </summary>
    /// <param name="values">At least one number.</param>
    /// <returns>NaN when all values are equal.</returns>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static double Skewness(ReadOnlySpan<double> values) =>
        CentralSum(values, 3) / values.Length / Math.Pow(CentralSum(values, 2) / values.Length, 1.5);

    /// <summary>
    /// The fourth standardised moment less 3, m₄ / m₂² − 3: positive with heavier tails than the normal's.
    /// </summary>
    /// <param name="values">At least one number.</param>
    /// <returns>NaN when all values are equal.</returns>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    public static double ExcessKurtosis(ReadOnlySpan<double> values) =>
        CentralSum(values, 4) / values.Length / Math.Pow(CentralSum(values, 2) / values.Length, 2) - 3;

    /// <summary>
    /// How two samples vary together: the mean product of the distances from their means, over n − 1.
    /// </summary>
    /// <param name="x">At least two numbers.</param>
    /// <param name="y">As many numbers as <paramref name="x"/>; the i-th belongs to the i-th of x.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there are fewer than two pairs.</exception>
    public static double Covariance(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"expected {x.Length} values, as in x, got {y.Length}", nameof(y));
        if (x.Length < 2) throw new ArgumentException($"expected at least 2 pairs, got {x.Length}", nameof(x));
        var (meanX, meanY) = (Mean(x), Mean(y));
        var products = new double[x.Length];
        for (var i = 0; i < products.Length; i++) products[i] = (x[i] - meanX) * (y[i] - meanY);
        return Sum(products) / (products.Length - 1);
    }

    /// <summary>Pearson's correlation: the covariance in units of the two standard deviations.</summary>
    /// <returns>A number in [−1, 1]; NaN when one sample does not vary.</returns>
    /// <inheritdoc cref="Covariance"/>
    public static double Correlation(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
        Math.Clamp(Covariance(x, y) / (StandardDeviation(x) * StandardDeviation(y)), -1, 1);

    private static double CentralSum(ReadOnlySpan<double> values, int power)
    {
        var mean = Mean(values);
        var terms = new double[values.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var d = values[i] - mean;
            terms[i] = power switch { 2 => d * d, 3 => d * d * d, _ => d * d * d * d };
        }
        return Sum(terms);
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var (sum, lost) = (0.0, 0.0);
        foreach (var value in values)
        {
            var next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        return double.IsFinite(sum) ? sum + lost : sum;     // with an infinity, what was lost is NaN
    }

    private static void NotEmpty(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) throw new ArgumentException("expected at least one value, got none", nameof(values));
    }
}
