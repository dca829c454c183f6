using System.Text.Json;
using GenAiCourse.Learning;

namespace GenAiCourse.Tests.Learning;

public class KernelSvmTests
{
    [Fact]
    public void Fit_EachFixture_EqualsLibsvm()
    {
        foreach (var row in LearningFixture.Fits.GetProperty("kernel_svm").EnumerateArray())
        {
            var options = new KernelSvmOptions { Kernel = Read(row), C = row.Number("c"), Tolerance = 1e-9 };
            var (x, y, test) = (row.Table("x"), row.Integers("y"), row.Table("test"));
            var model = KernelSvm.Fit(x, y, options);

            // Between several classes scikit-learn's values are positive towards the first of two.
            var sign = y.Distinct().Count() == 2 ? 1 : -1;
            var expected = Array.ConvertAll(row.Table("decisions"), r => Array.ConvertAll(r, value => sign * value));
            Assert.True(model.Converged);
            // LIBSVM keeps its kernel matrix in single precision.
            LearningFixture.Near(expected, Array.ConvertAll(test, model.DecisionValues), 1e-5);
            Assert.Equal(row.Integers("predicted"), model.Predict(test));
            Assert.Equal(row.Integers("support"), model.SupportPlaces);
        }
    }

    // The conditions of the optimum (Karush, Kuhn and Tucker): y f ≥ 1 beyond the margin, ≤ 1 inside it.
    [Fact]
    public void Fit_TwoClasses_MeetsTheConditionsOfTheOptimum()
    {
        var data = SyntheticData.Moons(60, 0.2, seed: 5);
        var model = KernelSvm.Fit(data.X, data.Y, new() { C = 3, Tolerance = 1e-10 });

        var support = model.SupportPlaces.ToHashSet();
        var onMargin = 0;
        for (var i = 0; i < data.Count; i++)
        {
            var margin = (data.Y[i] == 1 ? 1 : -1) * model.DecisionValues(data.X[i])[0];
            Assert.True(support.Contains(i) ? margin <= 1 + 1e-9 : margin >= 1 - 1e-9, $"row {i}: {margin}");
            if (Math.Abs(margin - 1) < 1e-9) onMargin++;
        }
        Assert.True(onMargin >= 2);
    }

    [Fact]
    public void Fit_Circles_TellsApartWhatNoPlaneCan()
    {
        var data = SyntheticData.Circles(100, 0.08, seed: 3);

        Assert.Equal(1, KernelSvm.Fit(data.X, data.Y, new() { C = 10 }).Accuracy(data.X, data.Y));
        Assert.InRange(LinearSvm.Fit(data.X, data.Y).Accuracy(data.X, data.Y), 0, 0.7);
    }

    // XOR with (1 + a · b)²: by symmetry every α is 1/8, f = x₁ x₂ (up to sign) and b = 0.
    [Fact]
    public void DecisionValues_XorWithSquares_AreTheProductOfTheFeatures()
    {
        var model = KernelSvm.Fit(
            [[-1, -1], [-1, 1], [1, -1], [1, 1]], [1, 0, 0, 1],
            new() { Kernel = Kernel.Polynomial(2), C = 100, Tolerance = 1e-10 });

        foreach (var (a, b) in new[] { (1.0, 1.0), (0.5, -2), (3, 0.25) })
            Assert.Equal(a * b, model.DecisionValues([a, b])[0], 1e-9);
    }

    [Fact]
    public void Fit_BadInput_SaysWhatWasExpected()
    {
        Says.Text("got only the label 1", () => KernelSvm.Fit([[1], [2]], [1, 1]));
        Says.Text("positive, finite C", () => KernelSvm.Fit([[1], [2]], [1, 2], new() { C = double.NaN }));
        Says.Text("positive, finite gamma", () => Kernel.Rbf(0));
        Says.Text("features that vary", () => KernelSvm.Fit([[1], [1]], [1, 2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Kernel.Polynomial(0));
        Assert.False(KernelSvm.Fit([[1], [2], [3], [4]], [1, 2, 1, 2], new() { MaxSteps = 1 }).Converged);
    }

    private static Kernel Read(JsonElement row) => row.GetProperty("kernel").GetString() switch
    {
        "linear" => Kernel.Linear,
        "poly" => Kernel.Polynomial(3, row.Number("gamma"), 1),
        _ => Kernel.Rbf(row.Number("gamma"))
    };
}
