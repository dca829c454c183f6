using System.Text.Json;
using Testing;

namespace GenAiCourse.Tests.Statistics;

/// <summary>scipy's tests (tests/Fixtures/statistics.json, made by make_statistics_fixtures.py beside it).</summary>
internal static class TestFixture
{
    /// <summary>The whole file.</summary>
    public static JsonElement Root { get; } =
        JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture("statistics.json"))).RootElement;

    /// <summary>An array's numbers.</summary>
    public static double[] Numbers(JsonElement array) =>
        [.. array.EnumerateArray().Select(number => number.GetDouble())];

    /// <summary>Fails unless they agree within a relative 1e-11; scipy's own have hardly more digits.</summary>
    public static void Near(double expected, double actual, string what) =>
        Assert.True(
            Math.Abs(expected - actual) <= 1e-11 * Math.Abs(expected),
            $"{what}: expected {expected:g17}, got {actual:g17}");
}
