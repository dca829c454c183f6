using System.Text.Json;
using GenAiCourse.Statistics;
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

    /// <summary>scipy's names of the alternatives.</summary>
    public static (string Name, Alternative Alternative)[] Sides { get; } =
        [("two-sided", Alternative.TwoSided), ("less", Alternative.Less), ("greater", Alternative.Greater)];

    /// <summary>A row's groups.</summary>
    public static double[][] Groups(JsonElement row) =>
        [.. row.GetProperty("groups").EnumerateArray().Select(Numbers)];

    /// <summary>A row's table of counts.</summary>
    public static int[,] Table(JsonElement row)
    {
        var lines = row.GetProperty("table").EnumerateArray().Select(Numbers).ToArray();
        var table = new int[lines.Length, lines[0].Length];
        for (var i = 0; i < lines.Length; i++)
            for (var j = 0; j < lines[i].Length; j++)
                table[i, j] = (int)lines[i][j];
        return table;
    }

    /// <summary>Fails unless both are near [statistic, p].</summary>
    public static void Same(JsonElement expected, TestOutcome actual, string what)
    {
        Near(expected[0].GetDouble(), actual.Statistic, $"{what} statistic");
        Near(expected[1].GetDouble(), actual.PValue, $"{what} p");
    }

    /// <summary>Fails unless they agree within the relative tolerance; scipy's own have hardly more digits.</summary>
    public static void Near(double expected, double actual, string what, double tolerance = 1e-11) =>
        Assert.True(
            Math.Abs(expected - actual) <= tolerance * Math.Abs(expected) || expected == actual,
            $"{what}: expected {expected:g17}, got {actual:g17}");
}
