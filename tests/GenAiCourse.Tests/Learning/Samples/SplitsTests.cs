using GenAiCourse.Learning;

namespace GenAiCourse.Tests.Learning;

public class SplitsTests
{
    private static readonly int[] Labels =
        [.. Enumerable.Range(0, 53).Select(i => i % 10 < 6 ? 7 : i % 10 < 9 ? -1 : 3)];

    [Fact]
    public void TrainTest_AnySeed_PutsEachRowOnOneSide()
    {
        var split = Splits.TrainTest(10, 0.3, seed: 1);

        Assert.Equal(3, split.Test.Length);
        Assert.Equal(Enumerable.Range(0, 10), split.Train.Concat(split.Test).Order());
        Assert.Equal(split.Test, Splits.TrainTest(10, 0.3, seed: 1).Test);
        Assert.NotEqual(split.Test, Splits.TrainTest(10, 0.3, seed: 2).Test);
        Assert.Single(Splits.TrainTest(10, 0.001, seed: 1).Test);
        Assert.Single(Splits.TrainTest(10, 0.999, seed: 1).Train);
    }

    [Fact]
    public void StratifiedTrainTest_ThreeClasses_KeepsTheirShares()
    {
        var split = Splits.StratifiedTrainTest(Labels, 0.25, seed: 5);

        Assert.Equal(Enumerable.Range(0, 53), split.Train.Concat(split.Test).Order());
        foreach (var group in Labels.GroupBy(label => label))
            Assert.Equal(
                (int)Math.Round(0.25 * group.Count(), MidpointRounding.AwayFromZero),
                split.Test.Count(i => Labels[i] == group.Key));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void KFold_AnySeed_TestsEachRowOnce(int k)
    {
        foreach (var folds in new[] { Splits.KFold(53, k, seed: 3), Splits.StratifiedKFold(Labels, k, seed: 3) })
        {
            Assert.Equal(k, folds.Length);
            Assert.Equal(Enumerable.Range(0, 53), folds.SelectMany(fold => fold.Test).Order());
            Assert.All(folds, fold =>
            {
                Assert.Equal(Enumerable.Range(0, 53), fold.Train.Concat(fold.Test).Order());
                Assert.InRange(fold.Test.Length, 53 / k, 53 / k + 1);
            });
        }
    }

    [Fact]
    public void StratifiedKFold_ThreeClasses_SpreadsEachEvenly()
    {
        var folds = Splits.StratifiedKFold(Labels, 4, seed: 3);

        foreach (var label in Labels.Distinct())
        {
            var counts = folds.Select(fold => fold.Test.Count(i => Labels[i] == label)).ToList();
            Assert.InRange(counts.Max() - counts.Min(), 0, 1);
        }
    }

    [Fact]
    public void Each_TooFewRowsOrFolds_SaysSo()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Splits.TrainTest(1, 0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Splits.TrainTest(10, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Splits.TrainTest(10, double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Splits.KFold(3, 4, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Splits.StratifiedKFold([1, 1], 1, 0));
        Assert.Throws<ArgumentException>(() => Splits.StratifiedKFold([], 2, 0));
        var error = Assert.Throws<ArgumentException>(() => Splits.StratifiedKFold([1, 1, 1, 2], 2, 0));
        Assert.Contains("got 1 of the label 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Splits.StratifiedTrainTest([1, 1, 2], 0.5, 0));
    }
}
