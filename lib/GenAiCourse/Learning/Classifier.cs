namespace GenAiCourse.Learning;

/// <summary>A fitted model that gives a row of features one of the labels it has seen.</summary>
public abstract class Classifier
{
    private protected Classifier(int[] classes, int features) => (Classes, FeatureCount) = (classes, features);

    /// <summary>The distinct labels of the rows that were fitted, in ascending order.</summary>
    public IReadOnlyList<int> Classes { get; }

    /// <summary>How many features a row must have.</summary>
    public int FeatureCount { get; }

    /// <summary>The label of one row.</summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public int Predict(double[] row)
    {
        Rows.CheckRow(row, FeatureCount);
        return Classes[PredictPlace(row)];
    }

    /// <summary>The label of each row.</summary>
    /// <exception cref="ArgumentException">A row has another number of features, or one is not finite.</exception>
    public int[] Predict(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Array.ConvertAll(rows, Predict);
    }

    /// <summary>The share of the rows whose predicted label is the given one, in [0, 1].</summary>
    /// <param name="rows">At least one row.</param>
    /// <param name="labels">The true label of each row.</param>
    /// <exception cref="ArgumentException">There is no row, the counts differ, or a row does not fit.</exception>
    public double Accuracy(double[][] rows, int[] labels)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(labels);
        if (rows.Length == 0) throw new ArgumentException("expected at least one row, got none", nameof(rows));
        Rows.CheckCount(labels.Length, rows.Length, "labels", nameof(labels));
        return rows.Where((row, i) => Predict(row) == labels[i]).Count() / (double)rows.Length;
    }

    /// <summary>Where among the classes the row's label stands.</summary>
    private protected abstract int PredictPlace(double[] row);
}
