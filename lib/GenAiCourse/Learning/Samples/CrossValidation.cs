namespace GenAiCourse.Learning;

/// <summary>What a way of learning scores on rows that it has not seen.</summary>
/// <remarks>Stone, 1974; the folds are stratified (Kohavi, 1995).</remarks>
public static class CrossValidation
{
    /// <summary>The accuracy on each fold, of a model fitted to the others.</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <param name="y">One label a row, at least <paramref name="folds"/> of each class.</param>
    /// <param name="fit">
    /// Fits a model. What it learns beforehand (a scaling, a choice) belongs inside, or it leaks.
    /// </param>
    /// <param name="folds">How many folds, at least 2.</param>
    /// <param name="seed">Decides the folds.</param>
    /// <exception cref="ArgumentException">
    /// The counts differ, or a class has fewer rows than there are folds.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds.</exception>
    public static double[] Accuracies(
        double[][] x, int[] y, Func<double[][], int[], Func<double[][], int[]>> fit, int folds = 5, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(fit);
        Rows.Check(x);
        Rows.CheckCount(y.Length, x.Length, "labels", nameof(y));
        var rows = new LabeledRows(x, y);
        return Array.ConvertAll(Splits.StratifiedKFold(y, folds, seed), fold =>
        {
            var (train, test) = (rows.Take(fold.Train), rows.Take(fold.Test));
            var predicted = fit(train.X, train.Y)(test.X);
            Rows.CheckCount(predicted.Length, test.Count, "predictions", nameof(fit));
            return predicted.Zip(test.Y).Count(pair => pair.First == pair.Second) / (double)test.Count;
        });
    }

    /// <inheritdoc cref="Accuracies(double[][], int[], Func{double[][], int[], Func{double[][], int[]}}, int, int)"/>
    public static double[] Accuracies(
        double[][] x, int[] y, Func<double[][], int[], Classifier> fit, int folds = 5, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return Accuracies(x, y, (trainX, trainY) => fit(trainX, trainY).Predict, folds, seed);
    }
}
