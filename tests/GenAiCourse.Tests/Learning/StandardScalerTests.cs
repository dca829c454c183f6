using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class StandardScalerTests
{
    // Mean 4, and squared distances 9, 1, 1, 9: variance 5.
    [Fact]
    public void Transform_FourNumbers_GivesThoseWorkedOutByHand()
    {
        var scaler = StandardScaler.Fit([[1], [3], [5], [7]]);

        Near.Equal([-3 / Math.Sqrt(5)], scaler.Transform([1.0]), 1e-15);
        Near.Equal([-1 / Math.Sqrt(5)], scaler.Transform([3.0]), 1e-15);
        Near.Equal([7], scaler.InverseTransform(scaler.Transform([7.0])), 1e-15);
    }

    [Fact]
    public void Transform_FittedRows_HaveMean0AndSpread1()
    {
        var x = SyntheticData.WineLike(seed: 3).X;
        var z = StandardScaler.Fit(x).Transform(x);

        for (var j = 0; j < 13; j++)
        {
            Assert.Equal(0, z.Average(row => row[j]), 1e-12);
            Assert.Equal(1, z.Average(row => row[j] * row[j]), 1e-12);
        }
    }

    [Fact]
    public void Transform_ConstantColumn_IsExactly0()
    {
        var scaler = StandardScaler.Fit([[0.1, 1], [0.1, 2], [0.1, 3]]);

        Assert.Equal(1, scaler.Scales[0]);
        Assert.Equal(0, scaler.Transform([0.1, 2.0])[0]);
        Assert.Equal(0.1, scaler.Means[0]);
    }

    [Fact]
    public void Transform_RowOfAnotherWidth_SaysSo()
    {
        var scaler = StandardScaler.Fit([[1, 2], [3, 4]]);

        Assert.Contains("expected 2 features", Assert.Throws<ArgumentException>(
            () => scaler.Transform([1.0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => scaler.InverseTransform([double.NaN, 1]));
        Assert.Throws<ArgumentException>(() => StandardScaler.Fit([]));
    }
}
