namespace GenAiCourse.Statistics;

// The further means, quantiles and unbiased moments.
public static partial class Descriptive
{
    /// <summary>A quantile by a method of one's choice.</summary>
    /// <param name="values">At least one number.</param>
    /// <param name="probability">In [0, 1].</param>
    /// <param name="method">One of Hyndman and Fan's nine types.</param>
    /// <returns>NaN where a value is NaN.</returns>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The probability or the method is out of range.</exception>
    public static double Quantile(ReadOnlySpan<double> values, double probability, QuantileMethod method)
    {
        NotEmpty(values);
        if (!Enum.IsDefined(method))
            throw new ArgumentOutOfRangeException(nameof(method), method, "expected a method of the enumeration");
        if (method == QuantileMethod.Linear) return Quantile(values, probability);
        Check.Probability(probability);
        var sorted = values.ToArray();
        Array.Sort(sorted);
        if (double.IsNaN(sorted[0])) return double.NaN;     // NaN sorts first

        var h = sorted.Length * probability + method switch
        {
            QuantileMethod.ClosestObservation => -0.5,
            QuantileMethod.Hazen => 0.5,
            QuantileMethod.Weibull => probability,
            QuantileMethod.MedianUnbiased => (probability + 1) / 3,
            QuantileMethod.NormalUnbiased => probability / 4 + 0.375,
            _ => 0
        };
        var below = Math.Floor(h);
        var share = method switch
        {
            QuantileMethod.InvertedCumulative => h > below ? 1 : 0,
            QuantileMethod.AveragedInvertedCumulative => h > below ? 1 : 0.5,
            QuantileMethod.ClosestObservation => h > below || below % 2 != 0 ? 1 : 0,
            _ => h - below
        };
        var (low, high) = (At((int)below), At((int)below + 1));
        return low == high ? low : low + share * (high - low);

        double At(int rank) => sorted[Math.Clamp(rank - 1, 0, sorted.Length - 1)];
    }

    /// <summary>The mean's standard error, s / √n: how far the mean of another such sample would be off.</summary>
    /// <param name="values">At least two numbers.</param>
    /// <exception cref="ArgumentException">Too few values.</exception>
    public static double StandardError(ReadOnlySpan<double> values) =>
        StandardDeviation(values) / Math.Sqrt(values.Length);

    /// <summary>The two-sided confidence interval of a normal sample's variance, (n − 1) s² / χ² quantiles.</summary>
    /// <param name="values">At least two numbers.</param>
    /// <param name="level">How often such an interval holds the truth, in (0, 1).</param>
    /// <exception cref="ArgumentException">Too few values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static (double Low, double High) VarianceInterval(ReadOnlySpan<double> values, double level = 0.95)
    {
        var tail = (1 - Samples.Level(level)) / 2;
        var sum = Variance(values) * (values.Length - 1);
        var distribution = new ChiSquaredDistribution(values.Length - 1);
        return (sum / distribution.UpperQuantile(tail), sum / distribution.Quantile(tail));
    }

    /// <summary>The n-th root of the product, e^(mean of ln x): the mean of growth factors.</summary>
    /// <param name="values">At least one number, none negative.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty or has a negative number.</exception>
    public static double GeometricMean(ReadOnlySpan<double> values) =>
        Math.Exp(Mean(Array.ConvertAll(NotNegative(values), Math.Log)));

    /// <summary>One over the mean of 1 / x: the mean of rates over equal distances.</summary>
    /// <param name="values">At least one number, none negative.</param>
    /// <returns>0 where a value is 0.</returns>
    /// <exception cref="ArgumentException"><paramref name="values"/> is empty or has a negative number.</exception>
    public static double HarmonicMean(ReadOnlySpan<double> values) =>
        1 / Mean(Array.ConvertAll(NotNegative(values), value => 1 / value));

    /// <summary>The sample's estimate G₁ of its distribution's skewness: g₁ √(n (n − 1)) / (n − 2).</summary>
    /// <param name="values">At least three numbers.</param>
    /// <returns>NaN when all values are equal.</returns>
    /// <exception cref="ArgumentException">Too few values.</exception>
    /// <remarks>Joanes and Gill, 1998: unbiased for normal samples.</remarks>
    public static double UnbiasedSkewness(ReadOnlySpan<double> values)
    {
        var n = AtLeast(values, 3);
        return Skewness(values) * Math.Sqrt(n * (n - 1)) / (n - 2);
    }

    /// <summary>The sample's estimate G₂ of its distribution's excess kurtosis.</summary>
    /// <param name="values">At least four numbers.</param>
    /// <returns>NaN when all values are equal.</returns>
    /// <exception cref="ArgumentException">Too few values.</exception>
    /// <remarks>
    /// Joanes and Gill, 1998: ((n + 1) g₂ + 6) (n − 1) / ((n − 2) (n − 3)), unbiased for normal samples.
    /// </remarks>
    public static double UnbiasedExcessKurtosis(ReadOnlySpan<double> values)
    {
        var n = AtLeast(values, 4);
        return ((n + 1) * ExcessKurtosis(values) + 6) * (n - 1) / ((n - 2) * (n - 3));
    }

    /// <summary>The covariance of each pair of columns, with n − 1 below.</summary>
    /// <param name="rows">[n, features]: one observation a row, at least two.</param>
    /// <returns>[features, features], symmetric.</returns>
    /// <exception cref="ArgumentException">There are fewer than two rows.</exception>
    public static double[,] CovarianceMatrix(double[,] rows) => Pairwise(rows, (x, y) => Covariance(x, y));

    /// <summary>Pearson's correlation of each pair of columns; NaN beside a column that does not vary.</summary>
    /// <inheritdoc cref="CovarianceMatrix"/>
    public static double[,] CorrelationMatrix(double[,] rows) => Pairwise(rows, (x, y) => Correlation(x, y));

    private static double[,] Pairwise(double[,] rows, Func<double[], double[], double> measure)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = Enumerable.Range(0, rows.GetLength(1))
            .Select(j => Enumerable.Range(0, rows.GetLength(0)).Select(i => rows[i, j]).ToArray()).ToArray();
        var result = new double[columns.Length, columns.Length];
        for (var i = 0; i < columns.Length; i++)
            for (var j = 0; j <= i; j++)
                result[i, j] = result[j, i] = measure(columns[i], columns[j]);
        return result;
    }

    private static double[] NotNegative(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (value < 0)
                throw new ArgumentException($"expected numbers that are not negative, got {value}", nameof(values));
        return values.ToArray();
    }

    private static double AtLeast(ReadOnlySpan<double> values, int least) =>
        values.Length >= least
            ? values.Length
            : throw new ArgumentException($"expected at least {least} values, got {values.Length}", nameof(values));
}
