using GenAiCourse.Learning;
using GenAiCourse.Statistics;

namespace GenAiCourse.Tests.Learning;

public class SyntheticDataTests
{
    [Fact]
    public void Blobs_ManyRows_LieAboutTheirCentres()
    {
        LabeledRows data = SyntheticData.Blobs([[0, 5], [-3, 1]], 4000, 2, seed: 1);

        Assert.Equal(8000, data.Count);
        foreach (var (label, center) in new[] { (0, new double[] { 0, 5 }), (1, [-3, 1]) })
            for (var j = 0; j < 2; j++)
            {
                var values = data.X.Where((_, i) => data.Y[i] == label).Select(row => row[j]).ToArray();
                Assert.Equal(4000, values.Length);
                Assert.Equal(center[j], values.Average(), 4 * 2 / Math.Sqrt(4000));
                Assert.Equal(2, Descriptive.StandardDeviation(values), 0.1);
            }
    }

    [Fact]
    public void CirclesAndMoons_WithoutNoise_LieOnTheirCurves()
    {
        var circles = SyntheticData.Circles(50, 0, seed: 2, innerRadius: 0.3);
        for (var i = 0; i < 100; i++)
            Assert.Equal(circles.Y[i] == 0 ? 1 : 0.3, Math.Sqrt(circles.X[i].Sum(value => value * value)), 1e-12);

        var moons = SyntheticData.Moons(50, 0, seed: 2);
        for (var i = 0; i < 100; i++)
        {
            var (x, y) = moons.Y[i] == 0 ? (moons.X[i][0], moons.X[i][1]) : (1 - moons.X[i][0], 0.5 - moons.X[i][1]);
            Assert.Equal(1, Math.Sqrt(x * x + y * y), 1e-12);
            Assert.True(y >= 0);
        }
    }

    [Fact]
    public void Each_SameSeed_GivesTheSameNumbers()
    {
        Assert.Equal(SyntheticData.WineLike(3).X, SyntheticData.WineLike(3).X);
        Assert.NotEqual(SyntheticData.WineLike(3).X, SyntheticData.WineLike(4).X);
        Assert.Equal([59, 71, 48], SyntheticData.WineLike(3).Y.CountBy(label => label).OrderBy(pair => pair.Key)
            .Select(pair => pair.Value));
        Assert.Equal(SyntheticData.Linear([1], 0, 5, 1, 3).Y, SyntheticData.Linear([1], 0, 5, 1, 3).Y);
    }

    [Fact]
    public void Linear_WithoutNoise_IsExact()
    {
        var (x, y) = SyntheticData.Linear([2, -3], 5, 20, 0, seed: 1);

        Assert.All(x.Zip(y), row => Assert.Equal(2 * row.First[0] - 3 * row.First[1] + 5, row.Second, 1e-12));
    }

    [Fact]
    public void Each_BadSizes_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => SyntheticData.Blobs([], 1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticData.Blobs([[1]], 0, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticData.Moons(1, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticData.Circles(1, 0, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticData.Linear([1], double.NaN, 1, 0, 0));
    }
}
