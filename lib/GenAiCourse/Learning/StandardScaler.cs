namespace GenAiCourse.Learning;

/// <summary>Moves each feature to mean 0 and scales it to standard deviation 1: z = (x − μ) / σ.</summary>
/// <remarks>
/// σ has n below, as scikit-learn's StandardScaler. A column that does not vary has scale 1: it becomes 0 in the rows
/// that were fitted. Fit it on the training rows alone; a scaler that has seen the test rows leaks their mean.
/// </remarks>
public sealed class StandardScaler
{
    private readonly double[] _means, _scales;

    private StandardScaler(double[] means, double[] scales) => (_means, _scales) = (means, scales);

    /// <summary>μ of each column.</summary>
    public IReadOnlyList<double> Means => _means;

    /// <summary>σ of each column, or 1 where the column does not vary.</summary>
    public IReadOnlyList<double> Scales => _scales;

    /// <summary>Measures each column.</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <exception cref="ArgumentException">
    /// There is no row, rows differ in length, or a feature is not finite.
    /// </exception>
    public static StandardScaler Fit(double[][] x)
    {
        var scales = new double[Rows.Check(x)];
        var means = Rows.Means(x);
        for (var j = 0; j < scales.Length; j++)
        {
            var (low, high, sum) = (double.PositiveInfinity, double.NegativeInfinity, 0.0);
            foreach (var row in x)
            {
                (low, high) = (Math.Min(low, row[j]), Math.Max(high, row[j]));
                sum += (row[j] - means[j]) * (row[j] - means[j]);
            }
            if (low == high) means[j] = low;        // the mean's rounding would be all that is left
            scales[j] = low < high && sum > 0 ? Math.Sqrt(sum / x.Length) : 1;
        }
        return new StandardScaler(means, scales);
    }

    /// <summary>z of one row.</summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public double[] Transform(double[] row)
    {
        Rows.CheckRow(row, _means.Length);
        return [.. row.Select((value, j) => (value - _means[j]) / _scales[j])];
    }

    /// <summary>z of each row.</summary>
    /// <inheritdoc cref="Transform(double[])"/>
    public double[][] Transform(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Array.ConvertAll(rows, Transform);
    }

    /// <summary>The row whose z this is: x = μ + σ z.</summary>
    /// <inheritdoc cref="Transform(double[])"/>
    public double[] InverseTransform(double[] row)
    {
        Rows.CheckRow(row, _means.Length);
        return [.. row.Select((value, j) => _means[j] + _scales[j] * value)];
    }
}
