using System.Text.Json;
using GenAiCourse.Statistics;
using Testing;

namespace GenAiCourse.Tests.Statistics;

/// <summary>
/// Against scipy's numbers (tests/Fixtures/statistics.json, made by make_statistics_fixtures.py beside it).
/// </summary>
public class DescriptiveTests
{
    private static readonly JsonElement Fixture =
        JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture("statistics.json"))).RootElement;

    public static TheoryData<int> Rows =>
        [.. Enumerable.Range(0, Fixture.GetProperty("descriptive").GetProperty("rows").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Descriptive_EachRow_EqualsScipy(int index)
    {
        var row = Fixture.GetProperty("descriptive").GetProperty("rows")[index];
        var x = Numbers(row.GetProperty("x"));

        Equal("mean", () => Descriptive.Mean(x));
        Equal("median", () => Descriptive.Median(x));
        Equal("variance0", () => Descriptive.Variance(x, 0));
        Equal("variance1", () => Descriptive.Variance(x));
        Equal("sd1", () => Descriptive.StandardDeviation(x));
        Equal("min", () => Descriptive.Quantile(x, 0));
        Equal("max", () => Descriptive.Quantile(x, 1));
        Equal("mad", () => Descriptive.MedianAbsoluteDeviation(x));
        Equal("skewness", () => Descriptive.Skewness(x));
        Equal("kurtosis_excess", () => Descriptive.ExcessKurtosis(x));

        void Equal(string name, Func<double> actual)
        {
            if (row.TryGetProperty(name, out var expected) && expected.ValueKind == JsonValueKind.Number)
                Near(expected.GetDouble(), actual(), name);
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Quantile_EachProbability_EqualsNumpysLinearMethod(int index)
    {
        var descriptive = Fixture.GetProperty("descriptive");
        var row = descriptive.GetProperty("rows")[index];
        var expected = Numbers(row.GetProperty("quantiles").GetProperty("linear"));
        var probabilities = Numbers(descriptive.GetProperty("quantile_probabilities"));

        for (var i = 0; i < probabilities.Length; i++)
            Near(
                expected[i], Descriptive.Quantile(Numbers(row.GetProperty("x")), probabilities[i]),
                $"quantile {probabilities[i]}");
    }

    [Fact]
    public void Correlation_EachPairOfSamples_EqualsScipy()
    {
        foreach (var row in Fixture.GetProperty("correlations").EnumerateArray())
        {
            if (row.GetProperty("pearson")[0] is not { ValueKind: JsonValueKind.Number } expected) continue;
            Near(
                expected.GetDouble(),
                Descriptive.Correlation(Numbers(row.GetProperty("x")), Numbers(row.GetProperty("y"))),
                "pearson");
        }
    }

    [Fact]
    public void Modes_ATie_GivesBothInOrder() => Assert.Equal([1.0, 3.0], Descriptive.Modes([3, 1, 2, 3, 1]));

    [Fact]
    public void TrimmedMean_ATenthOffEitherEnd_LeavesTheOutlierOut()
    {
        double[] values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1000];

        Assert.Equal(5.5, Descriptive.TrimmedMean(values, 0.1));                      // the mean of 2 … 9
        Assert.Equal(Descriptive.Mean(values), Descriptive.TrimmedMean(values, 0));
    }

    [Fact]
    public void Mean_ManySmallBesideOneLarge_LosesNothing() =>
        Assert.Equal(2.0 / 4, Descriptive.Mean([1e16, 1, 1, -1e16]));

    [Fact]
    public void Covariance_FourPairs_IsThePencilsNumber() =>
        Assert.Equal(-5.5 / 3, Descriptive.Covariance([1, 2, 3, 4], [5, 5, 3, 2]), 12);

    [Fact]
    public void Mean_NoValues_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => Descriptive.Mean([]));
        Assert.Contains("at least one value", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variance_OneValue_NeedsTwo() => Assert.Throws<ArgumentException>(() => Descriptive.Variance([1]));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Quantile_ProbabilityOutside_IsRefused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Descriptive.Quantile([1, 2], probability));

    [Fact]
    public void Covariance_DifferentLengths_SaysBoth()
    {
        var error = Assert.Throws<ArgumentException>(() => Descriptive.Covariance([1, 2, 3], [1, 2]));
        Assert.Contains("expected 3 values, as in x, got 2", error.Message, StringComparison.Ordinal);
    }

    private static double[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(number => number.GetDouble())];

    private static void Near(double expected, double actual, string what) =>
        Assert.True(
            Math.Abs(expected - actual) <= 1e-12 * Math.Max(1, Math.Abs(expected)),
            $"{what}: expected {expected:g17}, got {actual:g17}");
}
