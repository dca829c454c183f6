using GenAiCourse.Statistics;

namespace GenAiCourse.Tests.Statistics;

public class BinsTests
{
    [Fact]
    public void Of_ValuesOnTheEdges_AreCountedOnce()
    {
        var bins = Bins.Of([0, 1, 2, 3, 4], 4);

        Assert.Equal([0.0, 1, 2, 3, 4], bins.Edges);
        Assert.Equal([1, 1, 1, 2], bins.Counts);      // the last bin is closed on both sides
    }

    [Fact]
    public void Of_AThousandValues_CountsEachAndFollowsTheRule()
    {
        var random = new Random(3);
        var values = Enumerable.Range(0, 1000).Select(_ => random.NextDouble()).ToArray();

        var bins = Bins.Of(values);

        Assert.Equal(1000, bins.Counts.Sum());
        // Freedman and Diaconis: range 1, IQR 0.5, so about 1 / (2 · 0.5 / 10) = 10 bins
        Assert.InRange(bins.Counts.Length, 9, 12);
    }

    [Fact]
    public void Of_EqualValues_StillHasARange() => Assert.Equal(3, Bins.Of([5, 5, 5]).Counts.Sum());

    [Fact]
    public void Of_AnInfinity_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Bins.Of([1, double.PositiveInfinity]));

    [Fact]
    public void Of_NoBins_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Bins.Of([1, 2], 0));
}
