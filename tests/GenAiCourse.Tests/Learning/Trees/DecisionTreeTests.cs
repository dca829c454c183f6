using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class DecisionTreeTests
{
    [Fact]
    public void Fit_EachFixture_EqualsScikitLearn()
    {
        foreach (var row in LearningFixture.Fits.GetProperty("trees").EnumerateArray())
        {
            var tree = DecisionTree.Fit(row.Table("x"), row.Integers("y"), new()
            {
                Criterion = row.GetProperty("criterion").GetString() == "gini"
                    ? SplitCriterion.Gini : SplitCriterion.Entropy,
                MaxDepth = row.GetProperty("max_depth").GetInt32(),
                MinSamplesLeaf = row.GetProperty("min_samples_leaf").GetInt32(),
            });

            Assert.Equal(row.GetProperty("leaves").GetInt32(), tree.LeafCount);
            Near.Equal(row.Numbers("root"), [tree.Root.Feature, tree.Root.Threshold], 1e-7);    // theirs are float
            Near.Equal(row.Numbers("importances"), [.. tree.FeatureImportances], 1e-12);
            LearningFixture.Near(row.Table("probabilities"), tree.PredictProbabilities(row.Table("test")), 1e-15);
        }
    }

    // Six rows: x0 ≤ 3.5 leaves one wrong; x1 ≤ 0.5 none. Gini of 3 and 3 is 1/2, entropy 1 bit.
    [Fact]
    public void Fit_SixRows_AsksTheQuestionWorkedOutByHand()
    {
        double[][] x = [[1, 0], [2, 0], [3, 1], [4, 0], [5, 1], [6, 1]];
        int[] y = [0, 0, 1, 0, 1, 1];

        var tree = DecisionTree.Fit(x, y);

        Assert.Equal((1, 0.5, 0.5), (tree.Root.Feature, tree.Root.Threshold, tree.Root.Impurity));
        Assert.Equal((1, 2), (tree.Depth, tree.LeafCount));
        Assert.Equal([3, 3], tree.Root.Counts);
        Assert.Equal([0.0, 1], tree.FeatureImportances);
        Assert.Equal(1, DecisionTree.Fit(x, y, new() { Criterion = SplitCriterion.Entropy }).Root.Impurity);
        Assert.Equal("[3, 3]\n  x1 ≤ 0.5: [3, 0] → 0\n  x1 > 0.5: [0, 3] → 1\n", tree.ToString());
    }

    [Fact]
    public void Fit_Xor_SplitsWhereTheFirstQuestionAloneDoesNotHelp()
    {
        double[][] x = [[0, 0], [0, 1], [1, 0], [1, 1]];
        int[] y = [0, 1, 1, 0];

        var tree = DecisionTree.Fit(x, y);

        Assert.Equal(1, tree.Accuracy(x, y));
        Assert.Equal((0, 2), (tree.Root.Feature, tree.Depth));      // both features are as good: the lower one
    }

    [Fact]
    public void Fit_EqualSplits_LowerFeatureAndThresholdWin()
    {
        var tree = DecisionTree.Fit([[1, 5], [2, 6], [3, 7]], [0, 1, 0], new() { MaxDepth = 1 });

        Assert.Equal((0, 1.5), (tree.Root.Feature, tree.Root.Threshold));
    }

    [Fact]
    public void Fit_Limits_AreKept()
    {
        var data = SyntheticData.Moons(100, 0.3, seed: 4);

        Assert.Equal(1, DecisionTree.Fit(data.X, data.Y).Accuracy(data.X, data.Y));
        Assert.Equal(3, DecisionTree.Fit(data.X, data.Y, new() { MaxDepth = 3 }).Depth);
        var wide = DecisionTree.Fit(data.X, data.Y, new() { MinSamplesLeaf = 20 });
        Assert.All(Leaves(wide.Root), leaf => Assert.True(leaf.Counts.Sum() >= 20));
        var few = DecisionTree.Fit(data.X, data.Y, new() { MinSamplesSplit = 50 });
        Assert.All(Inner(few.Root), node => Assert.True(node.Counts.Sum() >= 50));
    }

    [Fact]
    public void Fit_RowsThatAreTheSame_EndInOneLeaf()
    {
        var tree = DecisionTree.Fit([[1, 2], [1, 2], [1, 2]], [0, 1, 1]);

        Assert.Equal(1, tree.LeafCount);
        Assert.Equal([1 / 3.0, 2 / 3.0], tree.PredictProbabilities([9.0, 9]));
        Assert.Equal([0.0, 0], tree.FeatureImportances);
        Assert.Equal(7, DecisionTree.Fit([[1]], [7]).Predict([0.0]));
    }

    [Fact]
    public void Fit_NeighbouringValues_StillTellsThemApart()
    {
        var next = Math.BitIncrement(1.0);
        var tree = DecisionTree.Fit([[1], [next]], [0, 1]);

        Assert.Equal([0, 1], tree.Predict([[1], [next]]));
        var wide = DecisionTree.Fit([[-double.MaxValue], [double.MaxValue]], [0, 1]);
        Assert.Equal([0, 1], wide.Predict([[-double.MaxValue], [double.MaxValue]]));
    }

    [Fact]
    public void Fit_LongChain_DoesNotExhaustTheStack()
    {
        var x = Enumerable.Range(0, 3000).Select(i => new double[] { i }).ToArray();
        var y = Enumerable.Range(0, 3000).Select(i => i % 2).ToArray();

        Assert.Equal(1, DecisionTree.Fit(x, y).Accuracy(x, y));
    }

    [Fact]
    public void Fit_BadInput_SaysWhatWasExpected()
    {
        Says.Text("expected 2 labels", () => DecisionTree.Fit([[1], [2]], [1]));
        Says.Text("got NaN in row 0", () => DecisionTree.Fit([[double.NaN]], [1]));
        Says.Text("1 to 1 features", () => DecisionTree.Fit([[1]], [1], new() { MaxFeatures = 2 }));
        Says.Text("Gini or Entropy", () => DecisionTree.Fit([[1]], [1], new() { Criterion = (SplitCriterion)5 }));
        Says.Text("MaxDepth", () => DecisionTree.Fit([[1]], [1], new() { MaxDepth = 0 }));
        Says.Text("MinSamplesLeaf", () => DecisionTree.Fit([[1]], [1], new DecisionTreeOptions { MinSamplesLeaf = 0 }));
    }

    private static IEnumerable<TreeNode> Leaves(TreeNode node) =>
        node is { Left: { } left, Right: { } right } ? Leaves(left).Concat(Leaves(right)) : [node];

    private static IEnumerable<TreeNode> Inner(TreeNode node) =>
        node is { Left: { } left, Right: { } right } ? [node, .. Inner(left), .. Inner(right)] : [];
}
