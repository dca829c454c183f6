using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class LogisticRegressionTests
{
    [Fact]
    public void Fit_TwoAndThreeClasses_EqualsScikitLearn()
    {
        foreach (var row in LearningFixture.Fits.GetProperty("logistic").EnumerateArray())
        {
            var (x, y) = (row.Table("x"), row.Integers("y"));
            var model = LogisticRegression.Fit(x, y, new() { L2 = row.Number("l2"), Tolerance = 1e-10 });

            Assert.True(model.Converged);
            LearningFixture.Near(row.Table("coefficients"), model.Coefficients, 1e-6);
            Near.Equal(row.Numbers("intercepts"), [.. model.Intercepts], 1e-6);
            LearningFixture.Near(row.Table("probabilities"), model.PredictProbabilities(x[..5]), 1e-6);
        }
    }

    [Fact]
    public void Fit_DefaultTolerance_EqualsScikitLearnToFiveDigits()
    {
        foreach (var row in LearningFixture.Fits.GetProperty("logistic").EnumerateArray())
            LearningFixture.Near(
                row.Table("coefficients"),
                LogisticRegression.Fit(row.Table("x"), row.Integers("y"), new() { L2 = row.Number("l2") }).Coefficients,
                1e-5);
    }

    // Two points at ±1 and λ = 1: by symmetry b = 0, and 2 (1 − σ(w)) = w, so w = 0.67483... (bisection below).
    [Fact]
    public void Fit_TwoPoints_SolvesTheEquationWorkedOutByHand()
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            if (2 / (1 + Math.Exp(middle)) > middle) low = middle;
            else high = middle;
        }

        var model = LogisticRegression.Fit([[-1], [1]], [0, 1], new() { Tolerance = 1e-12 });

        Assert.Equal(low, model.Coefficients[0][0], 1e-10);
        Assert.Equal(0, model.Intercepts[0], 1e-10);
    }

    [Fact]
    public void Fit_AnyRows_LossNeverRisesAndStartsAtLogOfTheClasses()
    {
        var data = SyntheticData.WineLike(seed: 1);
        var model = LogisticRegression.Fit(StandardScaler.Fit(data.X).Transform(data.X), data.Y);

        Assert.Equal(Math.Log(3), model.LossTrace[0], 1e-12);
        Assert.All(
            model.LossTrace.Zip(model.LossTrace.Skip(1)),
            pair => Assert.True(pair.Second <= pair.First + 1e-14));
    }

    [Fact]
    public void Fit_SeparatedClassesWithoutPenalty_StopsWithFiniteCoefficients()
    {
        var model = LogisticRegression.Fit([[-2], [-1], [1], [2]], [5, 5, 9, 9], new() { L2 = 0, MaxSteps = 200 });

        Assert.True(double.IsFinite(model.Coefficients[0][0]));
        Assert.Equal([5, 5, 9, 9], model.Predict([[-2], [-1], [1], [2]]));
        Assert.Equal(1, model.Accuracy([[-2], [-1], [1], [2]], [5, 5, 9, 9]));
        Assert.Equal([1.0], model.PredictProbabilities([-1e6])[..1]);
    }

    // The symmetric form: the gradient of every score sums to 0, so rows and intercepts do.
    [Fact]
    public void Fit_ThreeClasses_CoefficientsSumToZero()
    {
        var data = SyntheticData.Blobs([[0, 0], [3, 0], [0, 3]], 30, 1, seed: 2);
        var model = LogisticRegression.Fit(data.X, data.Y);

        Assert.Equal(0, model.Intercepts.Sum(), 1e-9);
        Assert.Equal(0, model.Coefficients.Sum(row => row[0]), 1e-6);
        Assert.All(data.X, row => Assert.Equal(1, model.PredictProbabilities(row).Sum(), 1e-12));
    }

    [Fact]
    public void Fit_BadInput_SaysWhatWasExpected()
    {
        Says.Text("got only the label 3", () => LogisticRegression.Fit([[1], [2]], [3, 3]));
        Says.Text("expected 2 labels, one a row, got 1", () => LogisticRegression.Fit([[1], [2]], [3]));
        Says.Text("got NaN in row 0, column 0", () => LogisticRegression.Fit([[double.NaN], [2]], [1, 2]));
        Says.Text("at least one row", () => LogisticRegression.Fit([], []));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => LogisticRegression.Fit([[1], [2]], [1, 2], new LogisticRegressionOptions { L2 = -1 }));
        Classifier model = LogisticRegression.Fit([[1], [2]], [1, 2]);
        Says.Text("expected 1 features", () => model.Predict([1.0, 2]));
        Says.Text("got Infinity in column 0", () => ((ProbabilisticClassifier)model).PredictProbabilities([1 / 0.0]));
        Says.Text("at least one row", () => model.Accuracy([], []));
    }
}
