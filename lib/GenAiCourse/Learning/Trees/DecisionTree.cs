using System.Globalization;
using System.Text;

namespace GenAiCourse.Learning;

/// <summary>
/// Questions "is feature j at most t?", asked one after the other; a leaf answers with its rows' shares.
/// </summary>
/// <remarks>
/// CART (Breiman et al., 1984), without pruning. Thresholds lie midway between neighbouring values. Of equally good
/// splits the lower feature wins, then the lower threshold, so the same rows always give the same tree.
/// </remarks>
public sealed class DecisionTree : ProbabilisticClassifier
{
    private readonly double[] _importances;

    private DecisionTree(int[] classes, int features, TreeNode root) : base(classes, features)
    {
        Root = root;
        _importances = Importances(root, features);
    }

    /// <summary>The first question.</summary>
    public TreeNode Root { get; }

    /// <summary>The most questions from the root to a leaf.</summary>
    public int Depth => Root.All().Max(node => node.Depth);

    /// <summary>How many answers there are.</summary>
    public int LeafCount => Root.All().Count(node => node.Left is null);

    /// <summary>
    /// How much of the impurity each feature's splits take away, as shares that sum to 1; all 0 in a tree of one leaf.
    /// </summary>
    /// <remarks>
    /// Measured on the rows that were fitted, so features of many values look more useful than they are.
    /// </remarks>
    public IReadOnlyList<double> FeatureImportances => _importances;

    /// <summary>Grows a tree.</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <param name="y">One label a row; with one class only, the tree is one leaf.</param>
    /// <param name="options">Criterion and limits; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, rows differ in length, a feature is not finite, or the counts differ.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static DecisionTree Fit(double[][] x, int[] y, DecisionTreeOptions? options = null)
    {
        Rows.Check(x);
        ArgumentNullException.ThrowIfNull(y);
        Rows.CheckCount(y.Length, x.Length, "labels", nameof(y));
        var (classes, places) = Labels.Of(y);
        return Grow(x, classes, places, [.. Enumerable.Range(0, x.Length)], options ?? new());
    }

    /// <summary>The questions and answers as text, a line each, indented by depth.</summary>
    public override string ToString()
    {
        var (text, questions) = (new StringBuilder(), new Dictionary<TreeNode, string> { [Root] = "" });
        foreach (var node in Root.All())
        {
            text.Append(' ', 2 * node.Depth).Append(questions[node]);
            text.Append('[').AppendJoin(", ", node.Counts).Append(']');
            text.Append(node.Left is null ? $" → {Classes[Place(node)]}\n" : "\n");
            if (node is not { Left: { } left, Right: { } right }) continue;
            var threshold = node.Threshold.ToString("0.####", CultureInfo.InvariantCulture);
            questions[left] = $"x{node.Feature} ≤ {threshold}: ";
            questions[right] = $"x{node.Feature} > {threshold}: ";
        }
        return text.ToString();
    }

    internal static DecisionTree Grow(
        double[][] x, int[] classes, int[] places, int[] rows, DecisionTreeOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDepth ?? 1, 1, nameof(options.MaxDepth));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinSamplesSplit, 2, nameof(options.MinSamplesSplit));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinSamplesLeaf, 1, nameof(options.MinSamplesLeaf));
        if (options.MaxFeatures < 1 || options.MaxFeatures > x[0].Length)
            throw new ArgumentOutOfRangeException(
                nameof(options), options.MaxFeatures, $"expected 1 to {x[0].Length} features for each node");
        if (!Enum.IsDefined(options.Criterion))
            throw new ArgumentOutOfRangeException(nameof(options), options.Criterion, "expected Gini or Entropy");
        return new DecisionTree(
            classes, x[0].Length, new TreeGrower(x, places, classes.Length, options).Grow(rows));
    }

    private protected override double[] Probabilities(double[] row)
    {
        var counts = Root.LeafOf(row).Counts;
        var total = (double)counts.Sum();
        return [.. counts.Select(count => count / total)];
    }

    private static int Place(TreeNode leaf) => Rows.ArgMax([.. leaf.Counts.Select(count => (double)count)]);

    private static double[] Importances(TreeNode root, int features)
    {
        var taken = new double[features];
        double Mixed(TreeNode node) => node.Counts.Sum() * node.Impurity;
        foreach (var node in root.All())
            if (node is { Left: { } left, Right: { } right })
                taken[node.Feature] += Mixed(node) - Mixed(left) - Mixed(right);
        var sum = taken.Sum();
        return sum > 0 ? Array.ConvertAll(taken, value => value / sum) : taken;
    }
}
