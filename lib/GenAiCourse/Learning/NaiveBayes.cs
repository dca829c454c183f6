using GenAiCourse.Mathematics;

namespace GenAiCourse.Learning;

/// <summary>
/// A classifier by Bayes' rule that takes a row's features for independent of each other, once the class is given.
/// </summary>
/// <remarks>
/// P(class | row) ∝ P(class) · Π P(feature | class), summed in logarithms. Labels are strings; a class's number is its
/// place in <see cref="Classes"/>. The independence is wrong for words, so that probabilities are too sure of
/// themselves, but the order of classes is often right (Hand and Yu, 2001, https://doi.org/10.2307/1403452). Numbers
/// are those of scikit-learn's naive_bayes module.
/// </remarks>
public abstract class NaiveBayes
{
    private readonly double[] _weights;         // [features, classes]: a word's weights lie side by side
    private readonly double[] _biases;          // [classes]
    private readonly bool _binary;

    private protected NaiveBayes(
        ClassCounts counts, double[][] featureLogProbabilities, double[][] weights, double[] biases, bool binary)
    {
        (Classes, FeatureLogProbabilities, _biases, _binary) =
            (counts.Classes, featureLogProbabilities, biases, binary);
        ClassLogPriors = counts.LogPriors;
        Features = counts.Features[0].Length;
        _weights = new double[Features * biases.Length];
        for (var c = 0; c < biases.Length; c++)
            for (var f = 0; f < Features; f++)
                _weights[f * biases.Length + c] = weights[c][f];
    }

    /// <summary>The distinct labels in ordinal order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The number of features, the columns of the rows.</summary>
    public int Features { get; }

    /// <summary>ln P(class), for each class.</summary>
    public IReadOnlyList<double> ClassLogPriors { get; }

    /// <summary>What was learnt of each feature, [classes, features]; the model says what it is.</summary>
    public IReadOnlyList<IReadOnlyList<double>> FeatureLogProbabilities { get; }

    /// <summary>The most probable class of each row; of equal ones the first in order.</summary>
    /// <exception cref="ArgumentException">The rows have another number of columns.</exception>
    public string[] Predict(SparseMatrix rows)
    {
        Check(rows);
        var labels = new string[rows.Rows];
        Span<double> scores = new double[Classes.Count];
        for (var r = 0; r < labels.Length; r++)
        {
            Score(rows, r, scores);
            var best = 0;
            for (var c = 1; c < scores.Length; c++)
                if (scores[c] > scores[best]) best = c;
            labels[r] = Classes[best];
        }
        return labels;
    }

    /// <summary>ln P(class, row) up to a number that is the same for all classes, [rows, classes].</summary>
    /// <inheritdoc cref="Predict" path="/exception"/>
    public double[][] JointLogLikelihoods(SparseMatrix rows)
    {
        Check(rows);
        var scores = new double[rows.Rows][];
        for (var r = 0; r < scores.Length; r++) Score(rows, r, scores[r] = new double[Classes.Count]);
        return scores;
    }

    /// <summary>ln P(class | row), [rows, classes]; the probabilities of a row sum to 1.</summary>
    /// <inheritdoc cref="Predict" path="/exception"/>
    public double[][] PredictLogProbabilities(SparseMatrix rows)
    {
        var scores = JointLogLikelihoods(rows);
        foreach (var row in scores)
        {
            var greatest = row.Max();
            var sum = greatest + Math.Log(row.Sum(score => Math.Exp(score - greatest)));
            for (var c = 0; c < row.Length; c++) row[c] -= sum;
        }
        return scores;
    }

    /// <summary>P(class | row), [rows, classes].</summary>
    /// <inheritdoc cref="Predict" path="/exception"/>
    public double[][] PredictProbabilities(SparseMatrix rows) =>
        [.. PredictLogProbabilities(rows).Select(row => Array.ConvertAll(row, Math.Exp))];

    private void Score(SparseMatrix rows, int row, Span<double> scores)
    {
        _biases.CopyTo(scores);
        var columns = rows.ColumnsOf(row);
        var values = rows.ValuesOf(row);
        for (var i = 0; i < columns.Length; i++)
        {
            var value = _binary ? values[i] > 0 ? 1 : 0 : values[i];
            var weights = _weights.AsSpan(columns[i] * scores.Length, scores.Length);
            for (var c = 0; c < scores.Length; c++) scores[c] += value * weights[c];
        }
    }

    private void Check(SparseMatrix rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Columns != Features)
            throw new ArgumentException(
                $"expected {Features} features, got {rows.Columns}; transform the rows with the fitted vectorizer",
                nameof(rows));
    }
}
