using GenAiCourse.Statistics;

namespace GenAiCourse.Tests.Statistics;

public class BootstrapTests
{
    [Fact]
    public void Ratio_OfMeans_HoldsTheTruthAboutAsOftenAsItSays()
    {
        // Exponential numbers with mean 2 over constants: the truth is 2, and 95 % of the intervals should hold it.
        var random = new Random(11);
        var held = 0;
        for (var trial = 0; trial < 200; trial++)
        {
            var x = Enumerable.Range(0, 60).Select(_ => -2 * Math.Log(1 - random.NextDouble())).ToArray();
            var (_, low, high) = Bootstrap.Ratio(x, Enumerable.Repeat(1.0, 60).ToArray(), seed: trial, draws: 400);
            if (low <= 2 && 2 <= high) held++;
        }
        Assert.InRange(held, 176, 198);
    }

    [Fact]
    public void Ratio_EqualPairs_HasNoWidth() =>
        Assert.Equal((2.0, 2.0, 2.0), Bootstrap.Ratio([2, 4, 6], [1, 2, 3], seed: 1));

    [Fact]
    public void Ratio_DifferentLengths_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Bootstrap.Ratio([1, 2], [1], seed: 1));
}
