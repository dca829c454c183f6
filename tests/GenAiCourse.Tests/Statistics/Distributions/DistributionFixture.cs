using System.Globalization;
using System.Text.Json;
using Testing;

namespace GenAiCourse.Tests.Statistics;

/// <summary>
/// Exact values, mpmath's with 60 digits rounded to double (tests/Fixtures/distributions.json, made by
/// make_distribution_fixtures.py beside it).
/// </summary>
internal static class DistributionFixture
{
    private const double Tolerance = 1e-12;
    private const double Subnormal = 1e-322;        // where a double has no 12 digits: a few units in the last place

    private static readonly JsonElement Rows =
        JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture("distributions.json"))).RootElement
            .GetProperty("distributions");

    /// <summary>The rows of one distribution.</summary>
    public static IEnumerable<JsonElement> Of(string name) =>
        Rows.EnumerateArray().Where(row => row.GetProperty("distribution").GetString() == name);

    /// <summary>The numbers of one of a row's lists; NaN where the exact value is not pinned down.</summary>
    public static IEnumerable<double[]> Numbers(JsonElement row, string list) =>
        row.GetProperty(list).EnumerateArray().Select(entry => entry.EnumerateArray().Select(Number).ToArray());

    /// <summary>A row's parameters, in the file's order.</summary>
    public static double[] Parameters(JsonElement row) =>
        [.. row.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Value.GetDouble())];

    /// <summary>
    /// The relative error; 0 where the exact value is not pinned down or equal, and where both are next to nothing.
    /// </summary>
    public static double Error(double expected, double actual)
    {
        if (double.IsNaN(expected) || expected.Equals(actual)) return 0;
        if (Math.Abs(expected - actual) <= Subnormal) return 0;
        var error = Math.Abs(actual - expected) / Math.Abs(expected);
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }

    /// <summary>Prints the worst error of each function and fails when one is above the tolerance.</summary>
    public static void Report(string name, IEnumerable<(string Function, string Where, double Error)> errors)
    {
        var worst = errors.GroupBy(error => error.Function).Select(group => group.MaxBy(error => error.Error)).ToList();
        foreach (var (function, where, error) in worst)
            TestContext.Current.TestOutputHelper!.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{name} {function}: {error:e1} at {where}"));
        Assert.All(worst, entry =>
            Assert.True(entry.Error <= Tolerance, $"{name} {entry.Function}: {entry.Error:e1} at {entry.Where}"));
    }

    private static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => double.NaN,
        JsonValueKind.String => double.Parse(element.GetString()!, CultureInfo.InvariantCulture),
        _ => element.GetDouble()
    };
}
