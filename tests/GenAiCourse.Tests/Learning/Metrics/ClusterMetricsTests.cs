using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class ClusterMetricsTests
{
    [Fact]
    public void Each_Fixture_EqualsScikitLearn()
    {
        var block = LearningFixture.Fits.GetProperty("clusters");
        var x = block.Table("x");
        foreach (var row in block.GetProperty("scores").EnumerateArray())
        {
            var (truth, labels) = (row.Integers("truth"), row.Integers("labels"));

            Near.Equal(row.Numbers("silhouettes"), ClusterMetrics.Silhouettes(x, labels), 1e-12);
            Near.Equal(
                [
                    row.Number("silhouette"), row.Number("adjusted_rand"), row.Number("mutual_information"),
                    row.Number("normalized_mutual_information")
                ],
                [
                    ClusterMetrics.Silhouette(x, labels), ClusterMetrics.AdjustedRandIndex(truth, labels),
                    ClusterMetrics.MutualInformation(truth, labels),
                    ClusterMetrics.NormalizedMutualInformation(truth, labels)
                ],
                1e-13);
        }
    }

    [Fact]
    public void AdjustedRandIndex_FourRows_IsTheOneWorkedOutByHand()
    {
        // Pairs together in both: 1; in the first: 1 + 1 = 2; in the second: 3; of 6. Expected 2 · 3 / 6 = 1.
        Assert.Equal((1 - 1) / (2.5 - 1), ClusterMetrics.AdjustedRandIndex([0, 0, 1, 1], [0, 0, 0, 1]), 1e-15);
        Assert.Equal(1, ClusterMetrics.AdjustedRandIndex([0, 0, 1, 1], [7, 7, -2, -2]));
        Assert.Equal(1, ClusterMetrics.AdjustedRandIndex([0, 0], [1, 1]));
        Assert.Equal(1, ClusterMetrics.AdjustedRandIndex([0], [1]));
        Assert.Equal(1, ClusterMetrics.NormalizedMutualInformation([0, 0], [1, 1]));
    }

    [Fact]
    public void Silhouettes_LoneRow_Is0()
    {
        Assert.Equal(0, ClusterMetrics.Silhouettes([[0], [1], [10]], [0, 0, 1])[2]);
        Assert.Equal(0, ClusterMetrics.Silhouettes([[0], [0], [0], [0]], [0, 0, 1, 1])[0]);
    }

    [Fact]
    public void Each_BadInput_SaysWhatWasExpected()
    {
        Says.Text("only the label 4", () => ClusterMetrics.Silhouette([[0], [1]], [4, 4]));
        Says.Text("at least one row", () => ClusterMetrics.AdjustedRandIndex([], []));
        Says.Text("expected 2 groups", () => ClusterMetrics.MutualInformation([1, 2], [1]));
    }
}
