using GenAiCourse.Learning;

namespace GenAiCourse.Tests.Learning;

public class CrossValidationTests
{
    [Fact]
    public void Accuracies_LearnerThatGivesTheMajority_AreItsShares()
    {
        int[] y = [.. Enumerable.Range(0, 40).Select(i => i % 4 == 0 ? 1 : 0)];
        var x = Array.ConvertAll(y, label => new double[] { label });

        var scores = CrossValidation.Accuracies(x, y, (_, _) => rows => new int[rows.Length], folds: 5, seed: 1);

        Assert.Equal([0.75, 0.75, 0.75, 0.75, 0.75], scores);
    }

    [Fact]
    public void Accuracies_EachFold_LearnsFromTheOtherRowsAlone()
    {
        double[][] x = [.. Enumerable.Range(0, 20).Select(i => new double[] { i })];
        int[] y = [.. Enumerable.Range(0, 20).Select(i => i % 2)];

        CrossValidation.Accuracies(x, y, (trainX, _) => rows =>
        {
            Assert.Equal(20, trainX.Length + rows.Length);
            Assert.Empty(trainX.Intersect(rows));
            return new int[rows.Length];
        }, folds: 4);
    }

    [Fact]
    public void Accuracies_UnequalCounts_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => CrossValidation.Accuracies(
            [[1], [2]], [1], (_, _) => rows => new int[rows.Length], folds: 2));
        Assert.Throws<ArgumentException>(() => CrossValidation.Accuracies(
            [[1], [2], [3], [4]], [1, 2, 1, 2], (_, _) => _ => [1], folds: 2));
    }
}
