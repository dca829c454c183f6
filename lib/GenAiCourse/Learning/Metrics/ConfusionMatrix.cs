namespace GenAiCourse.Learning;

/// <summary>How often rows of each class were called each class, and the scores that follow from it.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[] _classes, _truths, _calls;
    private readonly int[,] _counts;
    private readonly int _total;

    private ConfusionMatrix(int[] classes, int[,] counts)
    {
        (_classes, _counts) = (classes, counts);
        (_truths, _calls) = (new int[classes.Length], new int[classes.Length]);
        for (var i = 0; i < classes.Length; i++)
            for (var j = 0; j < classes.Length; j++)
            {
                _truths[i] += counts[i, j];
                _calls[j] += counts[i, j];
                _total += counts[i, j];
            }
    }

    /// <summary>The labels of rows and columns, ascending: all that occur, as truth or as prediction.</summary>
    public IReadOnlyList<int> Classes => _classes;

    /// <summary>How many rows of class i were called class j.</summary>
    /// <param name="truth">The true label.</param>
    /// <param name="predicted">The predicted label.</param>
    /// <exception cref="ArgumentException">Neither a truth nor a prediction has such a label.</exception>
    public int this[int truth, int predicted] => _counts[Place(truth), Place(predicted)];

    /// <summary>The share of right predictions, Σᵢ cᵢᵢ / n.</summary>
    public double Accuracy => Diagonal() / (double)_total;

    /// <summary>The mean recall of the classes that occur as truth: what guessing one class does not raise.</summary>
    public double BalancedAccuracy =>
        Enumerable.Range(0, _classes.Length).Where(i => _truths[i] > 0).Average(i => Scores(i).Recall);

    /// <summary>
    /// κ = (p − pₑ) / (1 − pₑ), the agreement above what chance gives; NaN where chance agrees always.
    /// </summary>
    /// <remarks>Cohen, 1960.</remarks>
    public double CohenKappa
    {
        get
        {
            var chance = _truths.Zip(_calls, (a, b) => (double)a * b).Sum() / ((double)_total * _total);
            return (Accuracy - chance) / (1 - chance);
        }
    }

    /// <summary>
    /// Matthews' correlation of truth and prediction, in [−1, 1]; 0 where one of the two does not vary.
    /// </summary>
    /// <remarks>Matthews, 1975; for several classes: Gorodkin, 2004.</remarks>
    public double MatthewsCorrelation
    {
        get
        {
            var n = (double)_total;
            var together = Diagonal() * n - _truths.Zip(_calls, (a, b) => (double)a * b).Sum();
            var truths = n * n - _truths.Sum(a => (double)a * a);
            var calls = n * n - _calls.Sum(a => (double)a * a);
            return truths * calls > 0 ? together / Math.Sqrt(truths * calls) : 0;
        }
    }

    /// <summary>Counts the pairs.</summary>
    /// <param name="truth">The true label of each row, at least one.</param>
    /// <param name="predicted">The predicted label of each row.</param>
    /// <exception cref="ArgumentException">There is no row, or the counts differ.</exception>
    public static ConfusionMatrix Of(int[] truth, int[] predicted)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(predicted);
        if (truth.Length == 0) throw new ArgumentException("expected at least one label, got none", nameof(truth));
        Rows.CheckCount(predicted.Length, truth.Length, "predictions", nameof(predicted));
        var (classes, places) = Labels.Of([.. truth, .. predicted]);
        var counts = new int[classes.Length, classes.Length];
        for (var i = 0; i < truth.Length; i++) counts[places[i], places[truth.Length + i]]++;
        return new ConfusionMatrix(classes, counts);
    }

    /// <summary>How well one class is found.</summary>
    /// <param name="label">The class.</param>
    /// <exception cref="ArgumentException">Neither a truth nor a prediction has such a label.</exception>
    public ClassScores ScoresOf(int label) => Scores(Place(label));

    /// <summary>How well the classes are found on average.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such averaging.</exception>
    public ClassScores Scores(Averaging averaging)
    {
        var scores = Enumerable.Range(0, _classes.Length).Select(Scores).ToList();
        double Mean(Func<ClassScores, double> part, Func<int, double> weight) =>
            scores.Select((score, i) => part(score) * weight(i)).Sum();
        return averaging switch
        {
            Averaging.Micro => Quotients(Diagonal(), _total, _total),
            Averaging.Macro => Averages(_ => 1.0 / _classes.Length),
            Averaging.Weighted => Averages(i => _truths[i] / (double)_total),
            _ => throw new ArgumentOutOfRangeException(
                nameof(averaging), averaging, "expected Macro, Micro or Weighted")
        };

        ClassScores Averages(Func<int, double> weight) =>
            new(Mean(s => s.Precision, weight), Mean(s => s.Recall, weight), Mean(s => s.F1, weight));
    }

    /// <summary>The counts as rows, a truth each; the columns are predictions.</summary>
    public int[][] ToRows() =>
        [.. Enumerable.Range(0, _classes.Length).Select(i =>
            Enumerable.Range(0, _classes.Length).Select(j => _counts[i, j]).ToArray())];

    private ClassScores Scores(int place) => Quotients(_counts[place, place], _calls[place], _truths[place]);

    private static ClassScores Quotients(int found, int called, int true_)
    {
        var precision = called > 0 ? found / (double)called : 0;
        var recall = true_ > 0 ? found / (double)true_ : 0;
        return new(precision, recall, found > 0 ? 2 * precision * recall / (precision + recall) : 0);
    }

    private int Diagonal() => Enumerable.Range(0, _classes.Length).Sum(i => _counts[i, i]);

    private int Place(int label)
    {
        var place = Array.BinarySearch(_classes, label);
        return place >= 0
            ? place
            : throw new ArgumentException(
                $"expected one of the labels {string.Join(", ", _classes)}, got {label}", nameof(label));
    }
}
