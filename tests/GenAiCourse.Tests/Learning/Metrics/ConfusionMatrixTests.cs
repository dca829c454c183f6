using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class ConfusionMatrixTests
{
    [Fact]
    public void Of_EachFixture_EqualsScikitLearn()
    {
        foreach (var row in LearningFixture.Metrics.GetProperty("labels").EnumerateArray())
        {
            var matrix = ConfusionMatrix.Of(row.Integers("truth"), row.Integers("predicted"));

            Assert.Equal(
                row.Table("confusion"), matrix.ToRows().Select(r => Array.ConvertAll(r, count => (double)count)));
            Near.Equal(
                [
                    row.Number("accuracy"), row.Number("balanced_accuracy"), row.Number("cohen_kappa"),
                    row.Number("matthews")
                ],
                [matrix.Accuracy, matrix.BalancedAccuracy, matrix.CohenKappa, matrix.MatthewsCorrelation], 1e-14);
            Equal(row.Numbers("macro"), matrix.Scores(Averaging.Macro));
            Equal(row.Numbers("micro"), matrix.Scores(Averaging.Micro));
            Equal(row.Numbers("weighted"), matrix.Scores(Averaging.Weighted));
            foreach (var (label, scores) in row.GetProperty("per_class").EnumerateArray().Index())
                Equal(scores.Numbers(), matrix.ScoresOf(label));
        }
    }

    // Of 3 sick, 2 are found; of 4 called sick, 2 are: P = 2/4, R = 2/3, F1 = 4/7.
    [Fact]
    public void ScoresOf_EightRows_AreThoseWorkedOutByHand()
    {
        var matrix = ConfusionMatrix.Of([1, 1, 1, -5, -5, -5, -5, -5], [1, 1, -5, 1, 1, -5, -5, -5]);

        Assert.Equal([-5, 1], matrix.Classes);
        Assert.Equal((2, 1, 2, 3), (matrix[1, 1], matrix[1, -5], matrix[-5, 1], matrix[-5, -5]));
        Equal([0.5, 2 / 3.0, 4 / 7.0], matrix.ScoresOf(1));
    }

    [Fact]
    public void Scores_OneClassOrNoneFound_Are0OrAsDocumented()
    {
        var one = ConfusionMatrix.Of([2, 2], [2, 2]);
        Assert.Equal((1.0, 0.0, double.NaN), (one.Accuracy, one.MatthewsCorrelation, one.CohenKappa));
        Assert.Equal(new ClassScores(0, 0, 0), ConfusionMatrix.Of([1, 2], [2, 1]).ScoresOf(1));
        Assert.Equal(0.5, ConfusionMatrix.Of([1, 1], [1, 3]).BalancedAccuracy);
    }

    [Fact]
    public void Of_BadInput_SaysWhatWasExpected()
    {
        Says.Text("at least one label", () => ConfusionMatrix.Of([], []));
        Says.Text("expected 2 predictions", () => ConfusionMatrix.Of([1, 2], [1]));
        Says.Text("one of the labels 1, 2, got 7", () => ConfusionMatrix.Of([1, 2], [1, 2]).ScoresOf(7));
        Says.Text("Macro, Micro or Weighted", () => ConfusionMatrix.Of([1], [1]).Scores((Averaging)9));
    }

    private static void Equal(double[] expected, ClassScores actual) =>
        Near.Equal(expected, [actual.Precision, actual.Recall, actual.F1], 1e-14);
}
