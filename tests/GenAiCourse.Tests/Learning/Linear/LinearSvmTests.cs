using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class LinearSvmTests
{
    [Fact]
    public void Fit_EachFixture_EqualsLiblinear()
    {
        foreach (var row in LearningFixture.Fits.GetProperty("linear_svm").EnumerateArray())
        {
            var options = new LinearSvmOptions { C = row.Number("c"), Tolerance = 1e-9, MaxPasses = 1_000_000 };
            var model = LinearSvm.Fit(row.Table("x"), row.Integers("y"), options);

            Assert.True(model.Converged);
            LearningFixture.Near(row.Table("coefficients"), model.Coefficients, 1e-6);
            Near.Equal(row.Numbers("intercepts"), [.. model.Intercepts], 1e-6);
        }
    }

    // ±1 with C = 1: w = α₁ + α₂ by symmetry, b = 0, and both lie on their margin at w = 1.
    [Fact]
    public void DecisionValues_TwoPoints_LieOnTheirMargins()
    {
        var model = LinearSvm.Fit([[-1], [1]], [0, 1], new() { Tolerance = 1e-12 });

        Assert.Equal(-1, model.DecisionValues([-1])[0], 1e-9);
        Assert.Equal(1, model.DecisionValues([1])[0], 1e-9);
        Assert.Equal([0, 1], model.Predict([[-3], [0.2]]));
    }

    [Fact]
    public void Fit_OtherOrders_GiveTheSamePlane()
    {
        var data = SyntheticData.Blobs([[0, 0], [2, 2]], 60, 1, seed: 8);
        var planes = new[] { 1, 2 }.Select(seed => LinearSvm.Fit(
            data.X, data.Y, new() { Tolerance = 1e-8, MaxPasses = 1_000_000, Seed = seed })).ToArray();

        LearningFixture.Near([[.. planes[0].Coefficients[0]]], [planes[1].Coefficients[0]], 1e-6);
        Assert.False(LinearSvm.Fit(data.X, data.Y, new() { Tolerance = 1e-12, MaxPasses = 1 }).Converged);
    }

    [Fact]
    public void Fit_BadInput_SaysWhatWasExpected()
    {
        Says.Text("got only the label 1", () => LinearSvm.Fit([[1], [2]], [1, 1]));
        Says.Text("positive, finite C", () => LinearSvm.Fit([[1], [2]], [1, 2], new() { C = 0 }));
        Says.Text("expected 1 features", () => LinearSvm.Fit([[1], [2]], [1, 2]).DecisionValues([1, 2]));
    }
}
