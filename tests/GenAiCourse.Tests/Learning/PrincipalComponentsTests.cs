using GenAiCourse.Learning;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class PrincipalComponentsTests
{
    // scikit-learn 1.2 chooses its signs otherwise, so directions and coordinates are compared up to them.
    [Fact]
    public void Fit_EachFixture_EqualsScikitLearn()
    {
        foreach (var row in LearningFixture.Fits.GetProperty("components").EnumerateArray())
        {
            var (x, directions) = (row.Table("x"), row.Table("components"));
            var model = PrincipalComponents.Fit(x, directions.Length);
            double[] signs =
                [.. directions.Zip(model.Components, (a, b) => (double)Math.Sign(a.Zip(b, (u, v) => u * v).Sum()))];

            LearningFixture.Near(
                directions, [.. model.Components.Select((direction, k) => direction.Select(v => signs[k] * v))], 1e-11);
            Near.Equal(row.Numbers("explained_variance"), [.. model.ExplainedVariance], 1e-12);
            Near.Equal(row.Numbers("explained_variance_ratio"), [.. model.ExplainedVarianceRatio], 1e-12);
            var coordinates = model.Transform(x);
            LearningFixture.Near(
                row.Table("transformed"), Array.ConvertAll(coordinates, c => c.Zip(signs, (v, s) => s * v)), 1e-11);
            LearningFixture.Near(row.Table("inverse"), Array.ConvertAll(coordinates, model.InverseTransform), 1e-11);
        }
    }

    [Fact]
    public void Fit_RowsOnALine_FindsItWithAPositiveSign()
    {
        var model = PrincipalComponents.Fit([[0, 1], [-3, 5], [3, -3], [6, -7]]);

        Near.Equal([-0.6, 0.8], [.. model.Components[0]], 1e-14);
        Near.Equal([1, 0], [.. model.ExplainedVarianceRatio], 1e-14);
        Near.Equal([1.5, -1], [.. model.Mean], 1e-14);
        Assert.Equal(0, model.Transform([1.5, -1.0])[0], 1e-14);
    }

    [Fact]
    public void Components_AnyRows_AreAtRightAnglesWithFallingVariance()
    {
        var model = PrincipalComponents.Fit(SyntheticData.WineLike(seed: 1).X);

        for (var i = 0; i < 13; i++)
            for (var j = 0; j < 13; j++)
            {
                var product = model.Components[i].Zip(model.Components[j], (a, b) => a * b).Sum();
                Assert.Equal(i == j ? 1 : 0, product, 1e-12);
            }
        Assert.Equal(model.ExplainedVariance.OrderDescending(), model.ExplainedVariance);
        Assert.All(model.Components, direction => Assert.True(direction.MaxBy(Math.Abs) > 0));
    }

    [Fact]
    public void InverseTransform_AllComponents_GivesTheRowBack()
    {
        var x = SyntheticData.WineLike(seed: 1).X;
        var model = PrincipalComponents.Fit(x);

        LearningFixture.Near(x, Array.ConvertAll(model.Transform(x), model.InverseTransform), 1e-12);
    }

    [Fact]
    public void Fit_BadInput_SaysWhatWasExpected()
    {
        Says.Text("at least two rows", () => PrincipalComponents.Fit([[1, 2]]));
        Says.Text("expected 1 to 2 components", () => PrincipalComponents.Fit([[1, 2], [3, 4]], 3));
        Says.Text("got NaN in row 1", () => PrincipalComponents.Fit([[1], [double.NaN]]));
        Says.Text("expected 1 features", () => PrincipalComponents.Fit([[1, 2], [3, 4]], 1).InverseTransform([1, 2]));
        Assert.Equal(double.NaN, PrincipalComponents.Fit([[1, 1], [1, 1]]).ExplainedVarianceRatio[0]);
    }
}
