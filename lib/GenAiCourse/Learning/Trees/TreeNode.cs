namespace GenAiCourse.Learning;

/// <summary>A question of a <see cref="DecisionTree"/>, or, where it has no branches, an answer.</summary>
public sealed class TreeNode
{
    private readonly int[] _counts;

    internal TreeNode(int[] counts, double impurity, int depth) =>
        (_counts, Impurity, Depth) = (counts, impurity, depth);

    /// <summary>How many of the rows that were fitted came here, of each class.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>How mixed those rows are.</summary>
    public double Impurity { get; }

    /// <summary>How many questions lie before this one.</summary>
    public int Depth { get; }

    /// <summary>The feature that is asked about; −1 in a leaf.</summary>
    public int Feature { get; private set; } = -1;

    /// <summary>Rows whose feature is at most this go left, the others right; NaN in a leaf.</summary>
    public double Threshold { get; private set; } = double.NaN;

    /// <summary>Where small values go; null in a leaf.</summary>
    public TreeNode? Left { get; private set; }

    /// <summary>Where large values go; null in a leaf.</summary>
    public TreeNode? Right { get; private set; }

    internal void Split(int feature, double threshold, TreeNode left, TreeNode right) =>
        (Feature, Threshold, Left, Right) = (feature, threshold, left, right);

    internal TreeNode LeafOf(double[] row)
    {
        var node = this;
        while (node is { Left: { } left, Right: { } right }) node = row[node.Feature] <= node.Threshold ? left : right;
        return node;
    }

    /// <summary>This node and all below it, each before its branches, left before right.</summary>
    internal IEnumerable<TreeNode> All()
    {
        var open = new Stack<TreeNode>([this]);
        while (open.TryPop(out var node))
        {
            yield return node;
            if (node.Right is not null) open.Push(node.Right);
            if (node.Left is not null) open.Push(node.Left);
        }
    }
}
