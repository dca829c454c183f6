namespace GenAiCourse.Learning;

/// <summary>
/// A classifier that gives each class a probability, and predicts the likeliest (of equals, the first).
/// </summary>
public abstract class ProbabilisticClassifier : Classifier
{
    private protected ProbabilisticClassifier(int[] classes, int features) : base(classes, features) { }

    /// <summary>
    /// The probability of each class, in the order of <see cref="Classifier.Classes"/>; they sum to 1.
    /// </summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public double[] PredictProbabilities(double[] row)
    {
        Rows.CheckRow(row, FeatureCount);
        return Probabilities(row);
    }

    /// <summary>The probabilities of each row.</summary>
    /// <inheritdoc cref="PredictProbabilities(double[])"/>
    public double[][] PredictProbabilities(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Array.ConvertAll(rows, PredictProbabilities);
    }

    private protected abstract double[] Probabilities(double[] row);

    private protected override int PredictPlace(double[] row) => Rows.ArgMax(Probabilities(row));
}
