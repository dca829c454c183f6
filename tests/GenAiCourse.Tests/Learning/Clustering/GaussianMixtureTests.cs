using System.Text.Json;
using GenAiCourse.Learning;
using GenAiCourse.Statistics;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class GaussianMixtureTests
{
    [Fact]
    public void Fit_EachShape_EqualsScikitLearn()
    {
        var block = LearningFixture.Fits.GetProperty("mixtures");
        var x = block.Table("x");
        foreach (var row in block.GetProperty("fits").EnumerateArray())
        {
            var model = GaussianMixture.Fit(x, 3, new()
            {
                Covariance = row.GetProperty("covariance").GetString() == "full"
                    ? CovarianceShape.Full : CovarianceShape.Diagonal,
                Tolerance = 1e-13,
                MaxRounds = 10_000,
            });
            var order = Enumerable.Range(0, 3).OrderByDescending(k => model.Components[k].Weight).ToArray();
            var bells = Array.ConvertAll(order, k => model.Components[k]);

            Assert.True(model.Converged);
            Assert.Equal(row.Number("score"), model.MeanLogDensity(x), 1e-10);
            Near.Equal(row.Numbers("weights"), Array.ConvertAll(bells, bell => bell.Weight), 1e-6);
            LearningFixture.Near(row.Table("means"), Array.ConvertAll(bells, bell => bell.Mean), 1e-5);
            Assert.Equal(row.Number("bic"), model.BayesianInformationCriterion(x), 1e-6);
            Near.Equal(row.Numbers("log_densities"), [.. x[..10].Select(model.LogDensity)], 1e-5);
            LearningFixture.Near(
                row.Table("responsibilities"),
                Array.ConvertAll(x[..10], r => order.Select(k => model.Responsibilities(r)[k])), 1e-5);
            var spread = row.GetProperty("covariances")[0];
            double[][] expected = spread[0].ValueKind == JsonValueKind.Array
                ? [.. spread.EnumerateArray().Select(r => r.Numbers())]
                : [[spread[0].GetDouble(), 0], [0, spread[1].GetDouble()]];
            LearningFixture.Near(expected, bells[0].Covariance, 1e-5);
        }
    }

    // One bell: EM is the closed form, the mean and the population's covariance.
    [Fact]
    public void Fit_OneBell_IsTheMeanAndCovariance()
    {
        double[][] x = [[1, 2], [3, 5], [5, 2]];
        var model = GaussianMixture.Fit(x, 1, new() { Regularization = 0 });
        GaussianComponent bell = model.Components[0];

        Near.Equal([1, 3, 3], [bell.Weight, .. bell.Mean], 1e-14);
        LearningFixture.Near([[8 / 3.0, 0], [0, 2]], bell.Covariance, 1e-14);
        var atMean = -Math.Log(2 * Math.PI) - 0.5 * Math.Log(16 / 3.0);
        Assert.Equal(atMean, model.LogDensity([3, 3]), 1e-13);
        Assert.Equal(atMean - 0.5 * (9 / (8 / 3.0)), model.LogDensity([6, 3]), 1e-13);
    }

    [Theory]
    [InlineData(CovarianceShape.Full, 0)]
    [InlineData(CovarianceShape.Diagonal, 0)]
    [InlineData(CovarianceShape.Full, 1e-6)]
    public void LogLikelihoodTrace_AnyStart_NeverFalls(CovarianceShape shape, double regularization)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var data = SyntheticData.Moons(150, 0.15, seed);
            for (var k = 1; k <= 6; k++)
            {
                var trace = GaussianMixture.Fit(data.X, k, new()
                {
                    Covariance = shape,
                    Regularization = regularization,
                    Starts = 1,
                    Seed = seed,
                    Tolerance = 1e-9,
                }).LogLikelihoodTrace;
                Assert.All(trace.Zip(trace.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1e-12));
            }
        }
    }

    [Fact]
    public void LogDensity_RowFarAway_DoesNotUnderflow()
    {
        var model = GaussianMixture.Fit(SyntheticData.Blobs([[0], [9]], 50, 1, seed: 1).X, 2);

        Assert.InRange(model.LogDensity([1e4]), -1e8, -1e7);
        Assert.Equal(1, model.Responsibilities([1e4]).Sum(), 1e-12);
    }

    [Fact]
    public void Fit_ThreeBells_FindsThemAndBicPrefersThree()
    {
        var data = SyntheticData.Blobs([[0, 0], [6, 0], [3, 5]], 150, 1, seed: 6);
        var model = GaussianMixture.Fit(data.X, 3);

        Assert.True(ClusterMetrics.AdjustedRandIndex(data.Y, Array.ConvertAll(data.X, model.Predict)) > 0.95);
        var criteria = Enumerable.Range(1, 5).Select(k =>
            GaussianMixture.Fit(data.X, k).BayesianInformationCriterion(data.X)).ToList();
        Assert.Equal(3, 1 + criteria.IndexOf(criteria.Min()));
        Assert.Equal(3 * (1 + 2 + 3) - 1, model.ParameterCount);
    }

    // The mean of a sample of n lies within 5 σ / √n of the mixture's own.
    [Fact]
    public void Sample_ManyRows_HasTheMixturesMoments()
    {
        var data = SyntheticData.Blobs([[0, 0], [6, 0], [3, 5]], 100, 1, seed: 6);
        var model = GaussianMixture.Fit(data.X, 3);
        var sample = model.Sample(20_000, new Random(1));

        for (var k = 0; k < 3; k++)
        {
            var bell = model.Components[k];
            var own = sample.X.Where((_, i) => sample.Y[i] == k).ToArray();
            Assert.Equal(bell.Weight, own.Length / 20_000.0, 5 * Math.Sqrt(0.25 / 20_000));
            double[] first = [.. own.Select(row => row[0])], second = [.. own.Select(row => row[1])];
            Assert.Equal(bell.Mean[0], first.Average(), 5 * Math.Sqrt(bell.Covariance[0][0] / own.Length));
            Assert.Equal(bell.Covariance[1][0], Descriptive.Covariance(first, second), 0.1);
            Assert.Equal(bell.Covariance[1][1], Descriptive.Variance(second), 0.1);
        }
        Assert.Equal(model.Sample(3, new Random(1)).X, model.Sample(3, new Random(1)).X);
        Assert.Empty(model.Sample(0, new Random(1)).X);
    }

    [Fact]
    public void Fit_BadInput_SaysWhatWasExpected()
    {
        Says.Text("set a larger regularization", () => GaussianMixture.Fit(
            [[1, 2], [2, 4], [3, 6]], 1, new GaussianMixtureOptions { Regularization = 0 }));
        Says.Text("distinct rows", () => GaussianMixture.Fit([[1], [1]], 2));
        Says.Text("got NaN in row 1", () => GaussianMixture.Fit([[1], [double.NaN]], 1));
        Says.Text("Tolerance", () => GaussianMixture.Fit([[1], [2]], 1, new() { Tolerance = 0 }));
        Says.Text("expected 1 features", () => GaussianMixture.Fit([[1], [2]], 1).Predict([1, 2]));
        Assert.Equal(1, GaussianMixture.Fit([[1], [1]], 1).Components[0].Mean[0]);
    }
}
