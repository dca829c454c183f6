namespace GenAiCourse.Learning;

/// <summary>Many trees, each of other rows and other features, whose answers are averaged.</summary>
/// <remarks>
/// Breiman, 2001. A row is left out of about 1/e of the trees; what those say of it is as good as a test, for nothing.
/// </remarks>
public sealed class RandomForest : ProbabilisticClassifier
{
    private readonly DecisionTree[] _trees;

    private RandomForest(int[] classes, int features, DecisionTree[] trees, double outOfBagError)
        : base(classes, features) => (_trees, OutOfBagError) = (trees, outOfBagError);

    /// <summary>The trees, in the order in which they were grown.</summary>
    public IReadOnlyList<DecisionTree> Trees => _trees;

    /// <summary>
    /// The share of the rows that the trees which had not seen them get wrong; of rows that every tree saw, none
    /// counts.
    /// NaN without bootstrap, or where every tree saw every row.
    /// </summary>
    public double OutOfBagError { get; }

    /// <summary>The mean of the trees' <see cref="DecisionTree.FeatureImportances"/>.</summary>
    public IReadOnlyList<double> FeatureImportances =>
        [.. Enumerable.Range(0, FeatureCount).Select(j => _trees.Average(tree => tree.FeatureImportances[j]))];

    /// <summary>Grows the trees.</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <param name="y">One label a row.</param>
    /// <param name="options">Trees and draws; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, rows differ in length, a feature is not finite, or the counts differ.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static RandomForest Fit(double[][] x, int[] y, RandomForestOptions? options = null)
    {
        options ??= new();
        var d = Rows.Check(x);
        ArgumentNullException.ThrowIfNull(y);
        Rows.CheckCount(y.Length, x.Length, "labels", nameof(y));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Trees, 1);

        var (classes, places) = Labels.Of(y);
        var (random, all) = (new Random(options.Seed), Enumerable.Range(0, x.Length).ToArray());
        var votes = Array.ConvertAll(x, _ => new double[classes.Length]);
        var trees = new DecisionTree[options.Trees];
        for (var t = 0; t < trees.Length; t++)
        {
            var rows = options.Bootstrap ? Array.ConvertAll(all, _ => random.Next(x.Length)) : all;
            trees[t] = DecisionTree.Grow(x, classes, places, rows, options.Tree with
            {
                MaxFeatures = options.Tree.MaxFeatures ?? Math.Max(1, (int)Math.Sqrt(d)),
                Seed = random.Next(),
            });
            foreach (var i in all.Except(rows))
                foreach (var (k, p) in trees[t].PredictProbabilities(x[i]).Index()) votes[i][k] += p;
        }
        return new RandomForest(classes, d, trees, ErrorOf(votes, places));
    }

    private protected override double[] Probabilities(double[] row)
    {
        var mean = new double[Classes.Count];
        foreach (var tree in _trees)
            foreach (var (k, p) in tree.PredictProbabilities(row).Index()) mean[k] += p / _trees.Length;
        return mean;
    }

    private static double ErrorOf(double[][] votes, int[] places)
    {
        var judged = Enumerable.Range(0, votes.Length).Where(i => votes[i].Sum() > 0).ToList();
        return judged.Count > 0
            ? judged.Count(i => Rows.ArgMax(votes[i]) != places[i]) / (double)judged.Count
            : double.NaN;
    }
}
