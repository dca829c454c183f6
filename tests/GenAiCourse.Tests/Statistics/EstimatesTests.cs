using System.Text.Json;
using GenAiCourse.Statistics;
using GenAiCourse.Tests.Mathematics;
using static GenAiCourse.Tests.Statistics.TestFixture;

namespace GenAiCourse.Tests.Statistics;

public class EstimatesTests
{
    private static readonly (string Name, QuantileMethod Method)[] Methods =
    [
        ("inverted_cdf", QuantileMethod.InvertedCumulative),
        ("averaged_inverted_cdf", QuantileMethod.AveragedInvertedCumulative),
        ("closest_observation", QuantileMethod.ClosestObservation),
        ("interpolated_inverted_cdf", QuantileMethod.InterpolatedInvertedCumulative),
        ("hazen", QuantileMethod.Hazen), ("weibull", QuantileMethod.Weibull), ("linear", QuantileMethod.Linear),
        ("median_unbiased", QuantileMethod.MedianUnbiased), ("normal_unbiased", QuantileMethod.NormalUnbiased)
    ];

    private static IEnumerable<JsonElement> Rows =>
        Root.GetProperty("descriptive").GetProperty("rows").EnumerateArray();

    [Fact]
    public void EachEstimate_EachRow_EqualsScipy()
    {
        foreach (var row in Rows)
        {
            var x = Numbers(row.GetProperty("x"));
            Equal("sem", () => Descriptive.StandardError(x));
            Equal("geometric_mean", () => Descriptive.GeometricMean(x));
            Equal("harmonic_mean", () => Descriptive.HarmonicMean(x));
            Equal("trimmed_mean_10", () => Descriptive.TrimmedMean(x, 0.1));
            Equal("skewness_unbiased", () => Descriptive.UnbiasedSkewness(x), 1e-10);
            Equal("kurtosis_excess_unbiased", () => Descriptive.UnbiasedExcessKurtosis(x), 1e-10);
            if (row.TryGetProperty("variance_interval95", out var interval))
            {
                var (low, high) = Descriptive.VarianceInterval(x);
                Near(Numbers(interval)[0], low, "low");
                Near(Numbers(interval)[1], high, "high");
            }
            // scipy computes W in single precision.
            if (row.TryGetProperty("shapiro", out var shapiro))
            {
                var result = ShapiroWilk.Of(x);
                Near(Numbers(shapiro)[0], result.Statistic, "W", 2e-6);
                Near(Numbers(shapiro)[1], result.PValue, "p of W", 2e-4);
            }

            void Equal(string name, Func<double> actual, double tolerance = 1e-11)
            {
                if (row.TryGetProperty(name, out var expected)) Near(expected.GetDouble(), actual(), name, tolerance);
            }
        }
    }

    [Fact]
    public void Quantile_EachMethod_EqualsNumpy()
    {
        var probabilities = Numbers(Root.GetProperty("descriptive").GetProperty("quantile_probabilities"));
        foreach (var row in Rows)
            foreach (var (name, method) in Methods)
            {
                var expected = row.GetProperty("quantiles").GetProperty(name).EnumerateArray().ToArray();
                for (var i = 0; i < probabilities.Length; i++)
                {
                    if (expected[i].ValueKind == JsonValueKind.Null) continue;
                    if (IsNumpysFault(method, probabilities[i], row.GetProperty("x").GetArrayLength())) continue;
                    var actual = Descriptive.Quantile(Numbers(row.GetProperty("x")), probabilities[i], method);
                    Near(expected[i].GetDouble(), actual, $"{name} {probabilities[i]} of {row.GetProperty("x")}");
                }
            }
    }

    [Fact]
    public void CovarianceMatrix_ThirtyRows_EqualsNumpy()
    {
        var fixture = MatrixFixture.Matrices.GetProperty("covariance");
        var rows = MatrixFixture.Matrix(fixture.GetProperty("rows"));
        MatrixFixture.Near(
            MatrixFixture.Matrix(fixture.GetProperty("covariance")), Descriptive.CovarianceMatrix(rows), 1e-14, "cov");
        MatrixFixture.Near(
            MatrixFixture.Matrix(fixture.GetProperty("correlation")), Descriptive.CorrelationMatrix(rows), 1e-14, "r");
    }

    // Hyndman and Fan's table by hand, as R's quantile(1:5, p, type = 3) and (1:2, 0, type = 2) have it.
    [Fact]
    public void Quantile_WhereNumpyErrs_IsHyndmanAndFans()
    {
        double[] five = [5, 4, 3, 2, 1];
        Assert.Equal(2, Descriptive.Quantile(five, 0.5, QuantileMethod.ClosestObservation));
        Assert.Equal(4, Descriptive.Quantile(five, 0.9, QuantileMethod.ClosestObservation));
        Assert.Equal(1, Descriptive.Quantile([1, 2], 0, QuantileMethod.AveragedInvertedCumulative));
        Assert.Equal(1, Descriptive.Quantile([1, 2], 0, QuantileMethod.Weibull));
    }

    [Fact]
    public void EachEstimate_NumbersOutOfRange_SaysSo()
    {
        Assert.Throws<ArgumentException>(() => Descriptive.Quantile([], 0.5, QuantileMethod.Hazen));
        Assert.Throws<ArgumentOutOfRangeException>(() => Descriptive.Quantile([1], 1.5, QuantileMethod.Hazen));
        Assert.Throws<ArgumentOutOfRangeException>(() => Descriptive.Quantile([1], 0.5, (QuantileMethod)10));
        Assert.Equal(double.NaN, Descriptive.Quantile([1, double.NaN], 0.5, QuantileMethod.Hazen));
        Assert.Throws<ArgumentException>(() => Descriptive.StandardError([1]));
        Assert.Throws<ArgumentException>(() => Descriptive.GeometricMean([1, -1]));
        Assert.Equal(0, Descriptive.GeometricMean([0, 4]));
        Assert.Equal(0, Descriptive.HarmonicMean([0, 4]));
        Assert.Throws<ArgumentException>(() => Descriptive.UnbiasedSkewness([1, 2]));
        Assert.Throws<ArgumentException>(() => Descriptive.UnbiasedExcessKurtosis([1, 2, 4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Descriptive.VarianceInterval([1, 2], 2));
        Assert.Throws<ArgumentException>(() => Descriptive.CovarianceMatrix(new double[1, 2]));
        Assert.Throws<ArgumentException>(() => ShapiroWilk.Of([1, 2]));
        Assert.Throws<ArgumentException>(() => ShapiroWilk.Of([2, 2, 2]));
        Assert.Throws<ArgumentException>(() => ShapiroWilk.Of([2, 1, double.NaN]));
        Assert.Throws<ArgumentException>(() => ShapiroWilk.Of(new double[5001]));
    }

    // With three values 6 / π · (asin √W − asin √¾) is exact: evenly spaced, W = 1 and p = 1.
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(50)]
    public void ShapiroWilk_NormalSamples_IsRejectedAboutAsOftenAsItSays(int n)
    {
        Assert.Equal(1, ShapiroWilk.Of([1, 2, 3]).PValue, 1e-7);
        var random = new Random(n);
        var rejected = 0;
        for (var trial = 0; trial < 2000; trial++)
        {
            var sample = Enumerable.Range(0, n).Select(_ => NormalDistribution.Standard.Sample(random)).ToArray();
            if (ShapiroWilk.Of(sample).PValue < 0.05) rejected++;
        }
        Assert.InRange(rejected, 66, 134);       // 100 ± 3.5 √(2000 · 0.05 · 0.95)
    }

    // NumPy 1.24 takes the largest value at p = 0 in types 2, 4 and 6, and in type 3 the odd rank of two.
    private static bool IsNumpysFault(QuantileMethod method, double probability, int n) => method switch
    {
        QuantileMethod.AveragedInvertedCumulative or QuantileMethod.InterpolatedInvertedCumulative
            or QuantileMethod.Weibull => probability == 0,
        QuantileMethod.ClosestObservation => n * probability % 1 == 0.5,
        _ => false
    };
}
