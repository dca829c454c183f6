using GenAiCourse.Stores;

namespace GenAiCourse.Tests.Stores;

public class BloomFilterTests
{
    [Theory]
    // m and k by the formulas, worked out by hand: −n ln p / (ln 2)², and (m / n) ln 2.
    [InlineData(1000, 0.01, 9586, 7)]
    [InlineData(1000, 0.1, 4793, 3)]
    [InlineData(50, 0.001, 719, 10)]
    public void MayContain_KeysThatWereAdded_NeverSaysNoAndSeldomYesToOthers(
        int keys, double rate, int bits, int hashes)
    {
        var filter = new BloomFilter(keys, rate);
        for (var i = 0; i < keys; i++) filter.Add($"key {i}");

        Assert.Equal((bits, hashes), (filter.Bits, filter.Hashes));
        Assert.All(Enumerable.Range(0, keys), i => Assert.True(filter.MayContain($"key {i}")));
        var wrong = Enumerable.Range(0, 100_000).Count(i => filter.MayContain($"other {i}")) / 100_000.0;
        Assert.InRange(wrong, rate * 0.6, rate * 1.6);
    }

    [Fact]
    public void MayContain_EmptyFilter_IsFalse() => Assert.False(new BloomFilter(1, 0.5).MayContain(""));

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(1, double.NaN)]
    public void Filter_WrongNumbers_AreRefused(int keys, double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new BloomFilter(keys, rate));
}
