using GenAiCourse.Statistics;
using static GenAiCourse.Tests.Statistics.TestFixture;

namespace GenAiCourse.Tests.Statistics;

public class CorrelationTests
{
    [Fact]
    public void EachCoefficient_EachRow_EqualsScipy()
    {
        foreach (var row in Root.GetProperty("correlations").EnumerateArray())
        {
            var (x, y) = (Numbers(row.GetProperty("x")), Numbers(row.GetProperty("y")));
            Same("pearson", Correlation.Pearson(x, y));
            Same("spearman", Correlation.Spearman(x, y));
            Same("kendall_b", Correlation.KendallTauB(x, y, TestMethod.Asymptotic));
            if (row.TryGetProperty("kendall_exact_p", out var exact))
                Near(exact.GetDouble(), Correlation.KendallTauB(x, y).PValue, "kendall exact");
            var (low, high) = Correlation.Pearson(x, y).Interval();
            Near(Numbers(row.GetProperty("pearson_interval95"))[0], low, "interval");
            Near(Numbers(row.GetProperty("pearson_interval95"))[1], high, "interval");
            Near(row.GetProperty("covariance").GetDouble(), Descriptive.Covariance(x, y), "covariance");

            void Same(string name, CorrelationResult result)
            {
                var expected = Numbers(row.GetProperty(name));
                Near(expected[0], result.Coefficient, name);
                Near(expected[1], result.PValue, $"{name} p", 1e-10);      // the last digits of r, times t²
            }
        }
    }

    [Fact]
    public void LineFit_EachRow_EqualsScipy()
    {
        foreach (var row in Root.GetProperty("correlations").EnumerateArray())
        {
            var (expected, line) = (
                row.GetProperty("line"),
                LineFit.Of(Numbers(row.GetProperty("x")), Numbers(row.GetProperty("y"))));
            foreach (var (name, value) in new[]
            {
                ("slope", line.Slope), ("intercept", line.Intercept), ("r", line.Correlation), ("p", line.PValue),
                ("slope_error", line.SlopeError), ("intercept_error", line.InterceptError)
            })
                Near(expected.GetProperty(name).GetDouble(), value, name, 1e-10);
        }
    }

    [Fact]
    public void KendallTauB_ManyTies_EqualsTheCountOfAllPairs()
    {
        var random = new Random(5);
        var x = Enumerable.Range(0, 200).Select(_ => (double)random.Next(12)).ToArray();
        var y = x.Select(value => value + random.Next(9)).ToArray();
        var (concordant, tiedX, tiedY, all) = (0, 0, 0, 200 * 199 / 2);
        for (var i = 0; i < x.Length; i++)
            for (var j = 0; j < i; j++)
            {
                concordant += Math.Sign((x[i] - x[j]) * (y[i] - y[j]));
                tiedX += x[i] == x[j] ? 1 : 0;
                tiedY += y[i] == y[j] ? 1 : 0;
            }
        var expected = concordant / Math.Sqrt((double)(all - tiedX) * (all - tiedY));

        Near(expected, Correlation.KendallTauB(x, y).Coefficient, "tau");
    }

    [Fact]
    public void Spearman_AnythingThatRises_IsOne()
    {
        double[] x = [1, 2, 3, 4], y = [1, 10, 100, 1e9];
        Assert.Equal(1, Correlation.Spearman(x, y).Coefficient);
        Assert.Equal(0, Correlation.Spearman(x, y).PValue);
        Assert.Equal(1, Correlation.KendallTauB(x, y).Coefficient);
        Assert.True(Correlation.Pearson(x, y).Coefficient < 0.8);
    }

    [Fact]
    public void LineFit_PointsOnALine_HasNoError()
    {
        var line = LineFit.Of([0, 1, 2, 3], [1, 3, 5, 7]);
        Assert.Equal((2.0, 1.0, 0.0), (line.Slope, line.Intercept, line.SlopeError));
        Assert.Equal(21, line.At(10));
        Assert.Equal((2.0, 2.0), line.SlopeInterval());
    }

    [Fact]
    public void EachCoefficient_BadSamples_SaysSo()
    {
        Assert.Equal(double.NaN, Correlation.Pearson([1, 1, 1], [1, 2, 3]).Coefficient);
        Assert.Equal(double.NaN, Correlation.Spearman([1, 1, 1], [1, 2, 3]).PValue);
        Assert.Equal(double.NaN, Correlation.KendallTauB([1, 1, 1], [1, 2, 3]).PValue);
        Assert.Throws<ArgumentException>(() => Correlation.Pearson([1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => Correlation.Spearman([1, 2, double.NaN], [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => Correlation.KendallTauB([1, 2, 3], [1, 2]));
        Assert.Throws<ArgumentException>(() => Correlation.KendallTauB([1, 1, 3], [1, 2, 3], TestMethod.Exact));
        Assert.Throws<ArgumentException>(() => LineFit.Of([1, 1, 1], [1, 2, 3]));
        Assert.Throws<InvalidOperationException>(() => Correlation.Pearson([1, 2, 3], [1, 2, 4]).Interval());
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Correlation.Pearson([1, 2, 3, 5], [1, 2, 4, 1]).Interval(0));
    }
}
