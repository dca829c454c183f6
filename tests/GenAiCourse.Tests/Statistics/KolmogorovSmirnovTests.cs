using GenAiCourse.Statistics;
using static GenAiCourse.Tests.Statistics.TestFixture;

namespace GenAiCourse.Tests.Statistics;

public class KolmogorovSmirnovTests
{
    [Fact]
    public void TwoSample_EachRow_EqualsScipy()
    {
        foreach (var row in Root.GetProperty("two_samples").EnumerateArray())
            Same(
                row.GetProperty("kolmogorov_smirnov_exact"),
                KolmogorovSmirnov.TwoSample(Numbers(row.GetProperty("x")), Numbers(row.GetProperty("y"))), "KS");
    }

    [Fact]
    public void Distance_OfThreeNumbers_IsTheLargestGap()
    {
        // F = x on [0, 1]: the steps' ends are 1/3 − 0.1, 2/3 − 0.2, 0.9 − 2/3 and so on.
        Assert.Equal(2.0 / 3 - 0.2, KolmogorovSmirnov.Distance([0.9, 0.1, 0.2], x => x), 1e-15);
        Assert.Equal(0.4, KolmogorovSmirnov.Distance([0.4], x => x) - 0.2, 1e-15);
    }

    // The 5 % point of Kolmogorov's limit is λ = 1.3581 (Smirnov, 1948, table I).
    [Fact]
    public void OneSample_ManyUniformNumbers_IsRejectedAboutAsOftenAsItSays()
    {
        var random = new Random(3);
        var rejected = 0;
        for (var trial = 0; trial < 2000; trial++)
        {
            var sample = Enumerable.Range(0, 40).Select(_ => random.NextDouble()).ToArray();
            if (KolmogorovSmirnov.OneSample(sample, x => x).PValue < 0.05) rejected++;
        }
        Assert.InRange(rejected, 71, 129);       // 100 ± 3 √(2000 · 0.05 · 0.95)
        var grid = Enumerable.Range(0, 10_000).Select(i => (i + 0.5) / 10_000).ToArray();
        var shifted = KolmogorovSmirnov.OneSample(grid, x => Math.Min(1, x + 1.3581 / 100 - 0.5e-4));
        Assert.Equal(0.05, shifted.PValue, 0.001);
    }

    [Fact]
    public void EachMethod_BadSamples_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.Distance([], x => x));
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.Distance([double.NaN], x => x));
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.TwoSample([1], []));
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.TwoSample(new double[2000], new double[2000]));
        Assert.Equal(new TestOutcome(0, 1), KolmogorovSmirnov.TwoSample([1, 2, 3], [1, 2, 3]));
    }
}
