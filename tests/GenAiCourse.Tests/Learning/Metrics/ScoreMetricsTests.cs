using System.Text.Json;
using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class ScoreMetricsTests
{
    public static TheoryData<int> Samples => [0, 1, 2];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Curves_EachFixture_EqualScikitLearn(int sample)
    {
        var (row, positive, scores) = Read(sample);

        Assert.Equal(row.Number("roc_auc"), RocCurve.Of(positive, scores).Area, 1e-14);
        Assert.Equal(
            row.Number("average_precision"), PrecisionRecallCurve.Of(positive, scores).AveragePrecision, 1e-14);
    }

    // The chance itself: over all pairs of a positive and a negative, ties counted half.
    [Theory]
    [MemberData(nameof(Samples))]
    public void Area_EachFixture_IsTheShareOfPairsInOrder(int sample)
    {
        var (_, positive, scores) = Read(sample);
        var (inOrder, pairs) = (0.0, 0);
        for (var i = 0; i < scores.Length; i++)
            for (var j = 0; j < scores.Length; j++)
            {
                if (!positive[i] || positive[j]) continue;
                inOrder += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                pairs++;
            }

        Assert.Equal(inOrder / pairs, RocCurve.Of(positive, scores).Area, 1e-14);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void LogLossAndBrier_EachFixture_EqualScikitLearn(int sample)
    {
        var (row, positive, scores) = Read(sample);
        var probabilities = Array.ConvertAll(scores, score => 1 / (1 + Math.Exp(-score)));
        var rows = Array.ConvertAll(probabilities, p => new[] { 1 - p, p });

        Assert.Equal(row.Number("log_loss"), ProbabilityMetrics.LogLoss(positive, probabilities), 1e-13);
        Assert.Equal(row.Number("log_loss"), ProbabilityMetrics.LogLoss(row.Integers("truth"), rows), 1e-13);
        Assert.Equal(row.Number("brier"), ProbabilityMetrics.Brier(positive, probabilities), 1e-14);
    }

    [Fact]
    public void Ranking_EachFixture_EqualsScikitLearn()
    {
        foreach (var row in LearningFixture.Metrics.GetProperty("ranking").EnumerateArray())
        {
            var (relevance, scores) = (row.Numbers("relevance"), row.Numbers("score"));
            Near.Equal(
                [row.Number("dcg"), row.Number("ndcg"), row.Number("ndcg5")],
                [
                    RankingMetrics.DiscountedCumulativeGain(relevance, scores),
                    RankingMetrics.NormalizedDiscountedCumulativeGain(relevance, scores),
                    RankingMetrics.NormalizedDiscountedCumulativeGain(relevance, scores, 5)
                ], 1e-14);
        }
    }

    // Both of two equal scores share the discounts 1 and 1 / log₂ 3; the mean over both orders is the same.
    [Fact]
    public void Ranking_EqualScores_IsTheMeanOverTheirOrders()
    {
        var gain = RankingMetrics.DiscountedCumulativeGain([3, 1, 2], [5, 5, 1]);

        var third = 2 / Math.Log2(4);
        Assert.Equal(((3 + 1 / Math.Log2(3)) + (1 + 3 / Math.Log2(3))) / 2 + third, gain, 1e-14);
        Assert.Equal(0, RankingMetrics.NormalizedDiscountedCumulativeGain([0, 0], [1, 2]));
    }

    [Fact]
    public void RocCurve_FourRows_HasTheCornersWorkedOutByHand()
    {
        var curve = RocCurve.Of([true, false, true, false], [0.9, 0.8, 0.4, 0.1]);

        Assert.Equal([0, 0, 0.5, 0.5, 1], curve.FalsePositiveRates);
        Assert.Equal([0, 0.5, 0.5, 1, 1], curve.TruePositiveRates);
        Assert.Equal([double.PositiveInfinity, 0.9, 0.8, 0.4, 0.1], curve.Thresholds);
        Assert.Equal(0.75, curve.Area);
    }

    [Fact]
    public void Each_BadInput_SaysWhatWasExpected()
    {
        Says.Text("at least one positive", () => RocCurve.Of([false, false], [1, 2]));
        Says.Text("positives only", () => RocCurve.Of([true, true], [1, 2]));
        Says.Text("got NaN in row 1", () => PrecisionRecallCurve.Of([true, false], [1, double.NaN]));
        Says.Text("expected 2 scores", () => RocCurve.Of([true, false], [1]));
        Says.Text("at least one row", () => ProbabilityMetrics.LogLoss(Array.Empty<bool>(), []));
        Says.Text("probability in [0, 1] in row 1", () => ProbabilityMetrics.Brier([true, false], [1, 1.1]));
        Says.Text("probability in [0, 1] in row 0", () => ProbabilityMetrics.LogLoss([true], [double.NaN]));
        Says.Text("got 2 in row 0", () => ProbabilityMetrics.LogLoss([2], [[0.5, 0.5]]));
        Says.Text("a sum of 1, got 0.75", () => ProbabilityMetrics.LogLoss([0], [[0.5, 0.25]]));
        Says.Text("relevance of at least 0", () => RankingMetrics.DiscountedCumulativeGain([-1], [1]));
        Says.Text("got NaN", () => RankingMetrics.DiscountedCumulativeGain([1], [double.NaN]));
        Assert.Equal(double.PositiveInfinity, ProbabilityMetrics.LogLoss([true], [0.0]));
    }

    private static (JsonElement Row, bool[] Positive, double[] Scores) Read(int sample)
    {
        var row = LearningFixture.Metrics.GetProperty("scores")[sample];
        return (row, Array.ConvertAll(row.Integers("truth"), label => label == 1), row.Numbers("score"));
    }
}
