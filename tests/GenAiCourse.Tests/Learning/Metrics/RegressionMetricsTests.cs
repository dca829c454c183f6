using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class RegressionMetricsTests
{
    [Fact]
    public void Each_Fixture_EqualsScikitLearn()
    {
        var block = LearningFixture.Metrics.GetProperty("regression");
        var (truth, predicted) = (block.Numbers("truth"), block.Numbers("predicted"));

        Near.Equal(
            [block.Number("mse"), Math.Sqrt(block.Number("mse")), block.Number("mae"), block.Number("r2"),
                block.Number("median_absolute_error")],
            [
                RegressionMetrics.MeanSquaredError(truth, predicted),
                RegressionMetrics.RootMeanSquaredError(truth, predicted),
                RegressionMetrics.MeanAbsoluteError(truth, predicted),
                RegressionMetrics.R2(truth, predicted),
                RegressionMetrics.MedianAbsoluteError(truth, predicted)
            ],
            1e-14);
    }

    [Fact]
    public void R2_TruthThatDoesNotVary_Is1Or0()
    {
        Assert.Equal(1, RegressionMetrics.R2([2, 2], [2, 2]));
        Assert.Equal(0, RegressionMetrics.R2([2, 2], [2, 3]));
        Assert.Equal(0, RegressionMetrics.R2([1, 2, 3], [2, 2, 2]), 1e-15);
    }

    [Fact]
    public void Each_NaNOrUnequalCounts_IsNaNOrSaysSo()
    {
        Assert.Equal(double.NaN, RegressionMetrics.MeanSquaredError([1, 2], [1, double.NaN]));
        Assert.Equal(double.NaN, RegressionMetrics.MedianAbsoluteError([1, 2], [1, double.NaN]));
        Assert.Equal(double.NaN, RegressionMetrics.R2([1, double.NaN], [1, 2]));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.MeanAbsoluteError([], []));
        Assert.Throws<ArgumentException>(() => RegressionMetrics.R2([1, 2], [1]));
    }
}
