using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class RandomForestTests
{
    [Fact]
    public void Fit_Moons_BeatsOneTreeOnUnseenRows()
    {
        var (train, test) = (SyntheticData.Moons(150, 0.3, seed: 1), SyntheticData.Moons(1000, 0.3, seed: 2));
        var tree = DecisionTree.Fit(train.X, train.Y).Accuracy(test.X, test.Y);
        var forest = RandomForest.Fit(train.X, train.Y, new() { Seed = 3 });

        Assert.True(forest.Accuracy(test.X, test.Y) > tree + 0.01);
        Assert.Equal(1 - forest.Accuracy(test.X, test.Y), forest.OutOfBagError, 0.05);
    }

    // Labels that have nothing to do with the features: the error of unseen rows is a half, of seen ones about none.
    [Fact]
    public void OutOfBagError_LabelsByChance_IsAboutAHalf()
    {
        var random = new Random(5);
        double[][] x = [.. Enumerable.Range(0, 400).Select(_ => new[] { random.NextDouble(), random.NextDouble() })];
        int[] y = [.. Enumerable.Range(0, 400).Select(_ => random.Next(2))];

        var forest = RandomForest.Fit(x, y, new() { Trees = 50, Seed = 1 });

        Assert.Equal(0.5, forest.OutOfBagError, 0.1);
        Assert.True(forest.Accuracy(x, y) > 0.95);
    }

    [Fact]
    public void PredictProbabilities_AnyRow_AreTheMeanOfTheTrees()
    {
        var data = SyntheticData.WineLike(seed: 2);
        var forest = RandomForest.Fit(data.X, data.Y, new() { Trees = 7, Seed = 1, Tree = new() { MaxDepth = 2 } });
        var row = data.X[0];

        Near.Equal(
            [.. Enumerable.Range(0, 3).Select(k => forest.Trees.Average(tree => tree.PredictProbabilities(row)[k]))],
            forest.PredictProbabilities(row), 1e-14);
        Assert.Equal(1, forest.FeatureImportances.Sum(), 1e-12);
        Assert.All(forest.Trees, tree => Assert.InRange(tree.Depth, 1, 2));
    }

    [Fact]
    public void Fit_SameSeed_GivesTheSameTrees()
    {
        var data = SyntheticData.WineLike(seed: 2);
        string Trees(int seed) => string.Concat(
            RandomForest.Fit(data.X, data.Y, new() { Trees = 5, Seed = seed }).Trees.Select(tree => tree.ToString()));

        Assert.Equal(Trees(1), Trees(1));
        Assert.NotEqual(Trees(1), Trees(2));
    }

    [Fact]
    public void Fit_WithoutBootstrap_EachTreeDrawsItsOwnFeatures()
    {
        var data = SyntheticData.WineLike(seed: 2);
        var forest = RandomForest.Fit(data.X, data.Y, new() { Trees = 5, Bootstrap = false });

        Assert.Equal(5, forest.Trees.Select(tree => tree.ToString()).Distinct().Count());
    }

    [Fact]
    public void Fit_WithoutChance_IsTheOneTree()
    {
        var data = SyntheticData.WineLike(seed: 2);
        var options = new DecisionTreeOptions { MaxFeatures = 13 };
        var forest = RandomForest.Fit(data.X, data.Y, new() { Trees = 2, Bootstrap = false, Tree = options });

        Assert.All(forest.Trees, tree =>
            Assert.Equal(DecisionTree.Fit(data.X, data.Y).ToString(), tree.ToString()));
        Assert.Equal(double.NaN, forest.OutOfBagError);
    }

    [Fact]
    public void Fit_BadInput_SaysWhatWasExpected()
    {
        Says.Text("Trees", () => RandomForest.Fit([[1]], [1], new RandomForestOptions { Trees = 0 }));
        Says.Text("expected 1 labels", () => RandomForest.Fit([[1]], []));
        Says.Text("at least one row", () => RandomForest.Fit([], []));
    }
}
