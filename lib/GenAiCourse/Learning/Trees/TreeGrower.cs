namespace GenAiCourse.Learning;

/// <summary>Grows a tree from the root, each time by the split that leaves the least impurity.</summary>
internal sealed class TreeGrower(double[][] x, int[] places, int classes, DecisionTreeOptions options)
{
    // Splits whose impurities differ by less are equal: then the lower feature, and threshold, is taken.
    private const double Equal = 1e-12;

    private readonly Random _random = new(options.Seed);
    private readonly int[] _features = [.. Enumerable.Range(0, x[0].Length)];

    /// <summary>The root of the tree of these rows; a row may be there several times.</summary>
    public TreeNode Grow(int[] rows)
    {
        var root = Node(rows, 0);
        var open = new Stack<(TreeNode Node, int[] Rows)>([(root, rows)]);
        while (open.TryPop(out var next))
        {
            var (node, here) = next;
            if (node.Impurity == 0 || node.Depth >= options.MaxDepth || here.Length < options.MinSamplesSplit) continue;
            if (Best(here, node) is not { } best) continue;
            var left = Array.FindAll(here, i => x[i][best.Feature] <= best.Threshold);
            var right = Array.FindAll(here, i => x[i][best.Feature] > best.Threshold);
            node.Split(best.Feature, best.Threshold, Node(left, node.Depth + 1), Node(right, node.Depth + 1));
            open.Push((node.Right!, right));
            open.Push((node.Left!, left));
        }
        return root;
    }

    private TreeNode Node(int[] rows, int depth)
    {
        var counts = new int[classes];
        foreach (var row in rows) counts[places[row]]++;
        return new TreeNode(counts, Impurity(counts, rows.Length), depth);
    }

    private (int Feature, double Threshold)? Best(int[] rows, TreeNode node)
    {
        (int Feature, double Threshold)? best = null;
        var (least, looked) = (double.PositiveInfinity, 0);
        if (options.MaxFeatures < _features.Length) _random.Shuffle(_features);
        foreach (var feature in _features)
        {
            if (looked == options.MaxFeatures) break;
            var values = Array.ConvertAll(rows, i => x[i][feature]);
            var order = (int[])rows.Clone();
            Array.Sort(values, order);
            if (values[0] == values[^1]) continue;
            looked++;
            if (BestOf(values, order, node.Counts) is { } found && (found.Impurity < least - Equal
                || (found.Impurity <= least + Equal && feature < best?.Feature)))
                (best, least) = ((feature, found.Threshold), found.Impurity);
        }
        return best;
    }

    // The threshold whose two sides, by their sizes, have the least mean impurity.
    private (double Threshold, double Impurity)? BestOf(double[] values, int[] order, IReadOnlyList<int> counts)
    {
        var (n, left, right) = (values.Length, new int[classes], counts.ToArray());
        (double Threshold, double Impurity)? best = null;
        for (var i = 1; i < n; i++)
        {
            left[places[order[i - 1]]]++;
            right[places[order[i - 1]]]--;
            if (values[i] == values[i - 1] || i < options.MinSamplesLeaf || n - i < options.MinSamplesLeaf) continue;
            var impurity = (i * Impurity(left, i) + (n - i) * Impurity(right, n - i)) / n;
            if (best is not null && impurity >= best.Value.Impurity - Equal) continue;
            var middle = values[i - 1] + (values[i] - values[i - 1]) / 2;
            best = (middle < values[i] ? middle : values[i - 1], impurity);
        }
        return best;
    }

    private double Impurity(int[] counts, int total)
    {
        var sum = 0.0;
        foreach (var count in counts)
        {
            var p = count / (double)total;
            if (options.Criterion == SplitCriterion.Gini) sum += p * p;
            else if (count > 0) sum -= p * Math.Log2(p);
        }
        return options.Criterion == SplitCriterion.Gini ? 1 - sum : sum;
    }
}
