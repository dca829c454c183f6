using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class LinearRegressionTests
{
    [Fact]
    public void Fit_EachRidge_EqualsScikitLearn()
    {
        var block = LearningFixture.Fits.GetProperty("linear");
        var (x, y) = (block.Table("x"), block.Numbers("y"));
        foreach (var row in block.GetProperty("ridges").EnumerateArray())
        {
            var model = LinearRegression.Fit(x, y, row.Number("ridge"));

            Near.Equal(row.Numbers("coefficients"), [.. model.Coefficients], 1e-11);
            Near.Equal([row.Number("intercept")], [model.Intercept], 1e-11);
            Assert.Empty(model.LossTrace);
        }
    }

    // By hand: x̄ = 2, ȳ = 3, Σ(x − x̄)(y − ȳ) = 3, Σ(x − x̄)² = 2.
    [Fact]
    public void Fit_ThreePoints_GivesTheLineWorkedOutByHand()
    {
        var model = LinearRegression.Fit([[1], [2], [3]], [2, 2, 5]);

        Assert.Equal(1.5, model.Coefficients[0], 1e-14);
        Assert.Equal(0, model.Intercept, 1e-14);
        Assert.Equal([15.0, 30], model.Predict([[10], [20]]).Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void FitByGradientDescent_ScaledColumns_ReachesTheNormalEquationsAnswer()
    {
        var (x, y) = SyntheticData.Linear([2, -1, 0.5], 3, 200, 0.3, seed: 4);
        var exact = LinearRegression.Fit(x, y);

        var walked = LinearRegression.FitByGradientDescent(x, y, new() { Tolerance = 1e-12 });

        Near.Equal([.. exact.Coefficients, exact.Intercept], [.. walked.Coefficients, walked.Intercept], 1e-10);
        Assert.Equal(RegressionMetrics.MeanSquaredError(y, exact.Predict(x)), walked.LossTrace[^1], 1e-12);
        Assert.Equal(RegressionMetrics.MeanSquaredError(y, new double[200]), walked.LossTrace[0], 1e-12);
        Assert.All(
            walked.LossTrace.Zip(walked.LossTrace.Skip(1)),
            pair => Assert.True(pair.Second <= pair.First + 1e-15));
    }

    [Fact]
    public void FitByGradientDescent_TwoSteps_EqualsTheStepsWorkedOutByHand()
    {
        // L = mean of (w x + b − y)² over (1, 2), (3, 4): from (0, 0) the gradient is (−14, −6).
        var model = LinearRegression.FitByGradientDescent(
            [[1], [3]], [2, 4], new() { LearningRate = 0.1, MaxSteps = 1 });

        Near.Equal([1.4, 0.6], [model.Coefficients[0], model.Intercept], 1e-14);
        Near.Equal([10, (0 + 0.8 * 0.8) / 2], [.. model.LossTrace], 1e-14);
    }

    [Fact]
    public void FitByGradientDescent_TooLongSteps_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => LinearRegression.FitByGradientDescent(
            [[100], [300]], [2, 4], new() { LearningRate = 1 }));

        Assert.Contains("take a smaller one, or standardise", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_BadInput_SaysWhatWasExpected()
    {
        Says.Text("at least one row", () => LinearRegression.Fit([], []));
        Says.Text("got NaN in row 1, column 0", () => LinearRegression.Fit([[1], [double.NaN]], [1, 2]));
        Says.Text("expected 1 features in every row, as in row 0, got 2 in row 1",
            () => LinearRegression.Fit([[1], [2, 3]], [1, 2]));
        Says.Text("expected 2 targets, one a row, got 1", () => LinearRegression.Fit([[1], [2]], [1]));
        Says.Text("finite targets, got NaN in row 0", () => LinearRegression.Fit([[1], [2]], [double.NaN, 1]));
        Says.Text("more rows than the 2 features, got 2", () => LinearRegression.Fit([[1, 2], [2, 3]], [1, 2]));
        Says.Text("the same number in all of column 1",
            () => LinearRegression.Fit([[1, 0.1], [2, 0.1], [4, 0.1], [9, 0.1]], [1, 2, 3, 4]));
        Says.Text("column 1 is a combination of those before it",
            () => LinearRegression.Fit([[1, 3], [2, 5], [4, 9], [9, 19]], [1, 2, 3, 4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearRegression.Fit([[1], [2]], [1, 2], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LinearRegression.FitByGradientDescent(
            [[1], [2]], [1, 2], new GradientDescentOptions { LearningRate = 0 }));
        Says.Text("expected 1 features, as in the rows that were fitted, got 2",
            () => LinearRegression.Fit([[1], [2]], [1, 2]).Predict([1.0, 2]));
    }

    [Fact]
    public void Fit_SingularColumnsWithARidge_SharesTheWeight()
    {
        var model = LinearRegression.Fit([[1, 1], [2, 2], [3, 3]], [1, 2, 3], 1e-6);

        Near.Equal([0.5, 0.5], [.. model.Coefficients], 1e-6);
    }
}
