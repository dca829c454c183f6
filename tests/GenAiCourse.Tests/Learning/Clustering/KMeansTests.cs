using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class KMeansTests
{
    [Fact]
    public void Fit_GivenCentres_EqualsScikitLearn()
    {
        var block = LearningFixture.Fits.GetProperty("clusters");
        var model = KMeans.Fit(block.Table("x"), 3, new() { InitialCenters = block.Table("start") });

        LearningFixture.Near(block.Table("centers"), model.Centers, 1e-12);
        Assert.Equal(block.Integers("labels"), model.Labels);
        Assert.Equal(block.Number("inertia"), model.Inertia, 1e-10);
    }

    [Fact]
    public void Fit_SeveralStarts_FindsScikitLearnsBestOf100()
    {
        var block = LearningFixture.Fits.GetProperty("clusters");
        var model = KMeans.Fit(block.Table("x"), 3, new() { Seed = 1 });

        Assert.Equal(block.Number("best_inertia"), model.Inertia, 1e-10);
        Assert.Equal(model.Labels, model.Predict(block.Table("x")));
    }

    // 1 and 5 first: {1, 2} and {5, 6, 10}, then 1.5 and 7; 5 stays at 7 (4 < 12.25): done. Inertia ½ + 14.
    [Fact]
    public void Fit_FiveNumbers_TakesTheRoundsWorkedOutByHand()
    {
        var model = KMeans.Fit([[1], [2], [5], [6], [10]], 2, new() { InitialCenters = [[1], [5]] });

        Assert.Equal([1.5, 7], model.Centers.Select(center => center[0]));
        Assert.Equal([0, 0, 1, 1, 1], model.Labels);
        Near.Equal([1 + 1 + 25, 14.5], [.. model.InertiaTrace], 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void InertiaTrace_AnyStart_NeverRises(int seed)
    {
        var data = SyntheticData.Moons(200, 0.2, seed);
        for (var k = 1; k <= 20; k++)
            NeverRises(KMeans.Fit(data.X, k, new() { Starts = 1, Seed = seed }));
    }

    [Fact]
    public void Fit_CentresFarFromAllRows_FillsTheEmptyOnes()
    {
        var data = SyntheticData.Blobs([[0, 0], [10, 0], [0, 10], [10, 10]], 25, 0.5, seed: 2);
        var model = KMeans.Fit(
            data.X, 4, new() { InitialCenters = [[5, 5], [1000, 1000], [2000, 2000], [-3000, 0]] });

        NeverRises(model);
        Assert.Equal(4, model.Labels.Distinct().Count());
        Assert.Equal(1, ClusterMetrics.AdjustedRandIndex(data.Y, [.. model.Labels]));
    }

    [Fact]
    public void Fit_SeparateBlobs_FindsThem()
    {
        var data = SyntheticData.Blobs([[0, 0], [6, 0], [0, 6], [6, 6]], 100, 1, seed: 3);

        Assert.True(ClusterMetrics.AdjustedRandIndex(data.Y, [.. KMeans.Fit(data.X, 4).Labels]) > 0.95);
    }

    [Fact]
    public void Fit_AsManyClustersAsRows_HasNoInertia() =>
        Assert.Equal(0, KMeans.Fit([[1], [2], [2], [7]], 3).Inertia);

    [Fact]
    public void Fit_BadInput_SaysWhatWasExpected()
    {
        Says.Text("at least 3 distinct rows, one a cluster, got 2", () => KMeans.Fit([[1], [1], [2]], 3));
        Says.Text("expected 2 initial centres of 1 features, got 1 of 1",
            () => KMeans.Fit([[1], [2]], 2, new KMeansOptions { InitialCenters = [[1]] }));
        Says.Text("clusters", () => KMeans.Fit([[1]], 0));
        Says.Text("at least one row", () => KMeans.Fit([], 1));
        Says.Text("got NaN in row 0", () => KMeans.Fit([[double.NaN]], 1));
        Says.Text("expected 1 features", () => KMeans.Fit([[1]], 1).Predict([1.0, 2]));
    }

    private static void NeverRises(KMeans model) =>
        Assert.All(model.InertiaTrace.Zip(model.InertiaTrace.Skip(1)),
            pair => Assert.True(pair.Second <= pair.First * (1 + 1e-14), $"{pair.First} → {pair.Second}"));
}
