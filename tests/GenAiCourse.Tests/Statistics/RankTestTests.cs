using GenAiCourse.Statistics;
using static GenAiCourse.Tests.Statistics.TestFixture;

namespace GenAiCourse.Tests.Statistics;

public class RankTestTests
{
    [Fact]
    public void MannWhitney_EachRow_EqualsScipy()
    {
        foreach (var row in Root.GetProperty("two_samples").EnumerateArray()
            .Concat(Root.GetProperty("ties").EnumerateArray()))
        {
            var (x, y) = (Numbers(row.GetProperty("x")), Numbers(row.GetProperty("y")));
            foreach (var way in row.GetProperty("mann_whitney").EnumerateObject())
                foreach (var (name, alternative) in Sides)
                {
                    var method = way.Name == "exact" ? TestMethod.Exact : TestMethod.Asymptotic;
                    var result = RankTest.MannWhitney(
                        x, y, alternative, method, isCorrected: way.Name == "asymptotic_corrected");
                    Same(way.Value.GetProperty(name), result, $"{way.Name} {name}");
                }
        }
    }

    [Fact]
    public void WilcoxonSignedRank_EachRow_EqualsScipy()
    {
        foreach (var row in Root.GetProperty("paired").EnumerateArray())
        {
            var (x, y) = (Numbers(row.GetProperty("x")), Numbers(row.GetProperty("y")));
            foreach (var way in row.GetProperty("wilcoxon").EnumerateObject())
                foreach (var (name, alternative) in Sides)
                {
                    var method = way.Name == "exact" ? TestMethod.Exact : TestMethod.Asymptotic;
                    var result = RankTest.WilcoxonSignedRank(x, y, alternative, method);
                    var expected = Numbers(way.Value.GetProperty(name));
                    var smaller = Math.Min(result.Statistic, x.Length * (x.Length + 1) / 2.0 - result.Statistic);
                    Near(expected[0], alternative == Alternative.TwoSided ? smaller : result.Statistic, "W");
                    Near(expected[1], result.PValue, $"{way.Name} {name}");
                }
        }
    }

    [Fact]
    public void KruskalWallis_EachRow_EqualsScipy()
    {
        foreach (var row in Root.GetProperty("groups").EnumerateArray())
            Same(row.GetProperty("kruskal"), RankTest.KruskalWallis(Groups(row)), "kruskal");
    }

    // All 20 choices of 3 places of 6: U = 0 once, and U ≤ 1 twice (counted out by hand).
    [Fact]
    public void MannWhitney_ThreeAgainstThree_CountsTheOrders()
    {
        Assert.Equal(new TestOutcome(0, 0.1), RankTest.MannWhitney([1, 2, 3], [4, 5, 6]));
        Assert.Equal(new TestOutcome(1, 0.1), RankTest.MannWhitney([1, 2, 4], [3, 5, 6], Alternative.Less));
    }

    // The shared ranks by hand: 1.5, 1.5, 3.5 against 3.5, 5.5, 5.5; ties 3 · (2³ − 2) of 6³ − 6.
    [Fact]
    public void KruskalWallis_Ties_AreCorrectedFor()
    {
        var plain = 12.0 / (6 * 7) * (6.5 * 6.5 / 3 + 14.5 * 14.5 / 3) - 3 * 7;
        Near(plain / (1 - 18.0 / 210), RankTest.KruskalWallis([1, 1, 2], [2, 3, 3]).Statistic, "H");
    }

    [Fact]
    public void Of_Ties_ShareTheMeanOfTheirPlaces() =>
        Assert.Equal([4.0, 1.5, 3.0, 1.5], Ranks.Of([9, 2, 5, 2]));

    [Fact]
    public void EachTest_BadSamples_SaysSo()
    {
        var nan = Assert.Throws<ArgumentException>(() => RankTest.MannWhitney([1, double.NaN], [2]));
        Assert.Contains("got NaN at 1", nan.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RankTest.MannWhitney([], [2]));
        var ties = Assert.Throws<ArgumentException>(
            () => RankTest.MannWhitney([1, 2], [2, 3], method: TestMethod.Exact));
        Assert.Contains("use Asymptotic", ties.Message, StringComparison.Ordinal);
        Assert.Equal(double.NaN, RankTest.MannWhitney([1, 1], [1, 1]).PValue);
        Assert.Throws<ArgumentException>(() => RankTest.WilcoxonSignedRank([1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => RankTest.WilcoxonSignedRank([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => RankTest.KruskalWallis([1, 2]));
        Assert.Throws<ArgumentException>(() => RankTest.KruskalWallis([1, 1], [1]));
        Assert.Throws<ArgumentException>(() => RankTest.KruskalWallis([1, 1], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankTest.MannWhitney([1], [2], (Alternative)5));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankTest.MannWhitney([1], [2], method: (TestMethod)5));
    }
}
