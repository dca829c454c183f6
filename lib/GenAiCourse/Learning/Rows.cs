namespace GenAiCourse.Learning;

/// <summary>The checks and sums that the learners share.</summary>
internal static class Rows
{
    /// <summary>How many features each row has; an exception unless all have as many, and all of them finite.</summary>
    public static int Check(double[][] x, string name = "x")
    {
        ArgumentNullException.ThrowIfNull(x, name);
        if (x.Length == 0) throw new ArgumentException("expected at least one row, got none", name);
        var features = x[0]?.Length ?? 1;
        if (features == 0) throw new ArgumentException("expected at least one feature, got a row of none", name);
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] is null) throw new ArgumentException($"expected a row of numbers, got null in row {i}", name);
            if (x[i].Length != features)
                throw new ArgumentException(
                    $"expected {features} features in every row, as in row 0, got {x[i].Length} in row {i}", name);
            for (var j = 0; j < features; j++)
                if (!double.IsFinite(x[i][j]))
                    throw new ArgumentException(
                        FormattableString.Invariant($"expected finite features, got {x[i][j]} in row {i}, column {j}")
                        + "; drop the row or fill the gap first", name);
        }
        return features;
    }

    /// <summary>An exception unless the row has as many features as the fitted model, all finite.</summary>
    public static void CheckRow(double[] row, int features, string name = "row")
    {
        ArgumentNullException.ThrowIfNull(row, name);
        if (row.Length != features)
            throw new ArgumentException(
                $"expected {features} features, as in the rows that were fitted, got {row.Length}", name);
        for (var j = 0; j < features; j++)
            if (!double.IsFinite(row[j]))
                throw new ArgumentException(
                    FormattableString.Invariant($"expected finite features, got {row[j]} in column {j}"), name);
    }

    /// <summary>An exception unless there is one finite target a row.</summary>
    public static void CheckTargets(double[] y, int rows, string name = "y")
    {
        ArgumentNullException.ThrowIfNull(y, name);
        CheckCount(y.Length, rows, "targets", name);
        for (var i = 0; i < rows; i++)
            if (!double.IsFinite(y[i]))
                throw new ArgumentException(
                    FormattableString.Invariant($"expected finite targets, got {y[i]} in row {i}"), name);
    }

    /// <summary>An exception unless there are as many of something as there are rows.</summary>
    public static void CheckCount(int count, int rows, string what, string name)
    {
        if (count != rows) throw new ArgumentException($"expected {rows} {what}, one a row, got {count}", name);
    }

    /// <summary>The value itself, or an exception unless it is finite and not negative.</summary>
    public static double NotNegative(double value, string name) =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"expected a finite {name} of at least 0");

    /// <summary>The value itself, or an exception unless it is finite and positive.</summary>
    public static double Positive(double value, string name) =>
        value > 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"expected a positive, finite {name}");

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++) sum += a[j] * b[j];
        return sum;
    }

    public static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++)
        {
            var d = a[j] - b[j];
            sum += d * d;
        }
        return sum;
    }

    public static double[] Means(double[][] x)
    {
        var means = new double[x[0].Length];
        foreach (var row in x)
            for (var j = 0; j < means.Length; j++) means[j] += row[j];
        for (var j = 0; j < means.Length; j++) means[j] /= x.Length;
        return means;
    }

    public static double[] Column(double[][] x, int column) => Array.ConvertAll(x, row => row[column]);

    /// <summary>The place of the largest value, the first one of several.</summary>
    public static int ArgMax(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var k = 1; k < values.Length; k++)
            if (values[k] > values[best]) best = k;
        return best;
    }
}
