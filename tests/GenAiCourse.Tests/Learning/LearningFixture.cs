using System.Text.Json;
using Testing;

namespace GenAiCourse.Tests.Learning;

/// <summary>
/// scikit-learn's fits (tests/Fixtures/learning.json) and metrics (metrics.json), made by the scripts beside them.
/// </summary>
internal static class LearningFixture
{
    /// <summary>The fits.</summary>
    public static JsonElement Fits { get; } = Open("learning.json");

    /// <summary>The metrics of classifiers, scores, rankings and regressions.</summary>
    public static JsonElement Metrics { get; } = Open("metrics.json").GetProperty("classification");

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static double[] Numbers(this JsonElement element) =>
        [.. element.EnumerateArray().Select(number => number.GetDouble())];

    public static double[] Numbers(this JsonElement element, string name) => element.GetProperty(name).Numbers();

    public static double[][] Table(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(Numbers)];

    public static int[] Integers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetInt32())];

    /// <summary>Fails unless each row agrees, entry by entry, to tolerance · (1 + |expected|).</summary>
    public static void Near(double[][] expected, IReadOnlyList<IEnumerable<double>> actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Count);
        for (var i = 0; i < expected.Length; i++)
            Testing.Near.Equal(expected[i], actual[i].ToArray(), tolerance, $"row {i}");
    }

    private static JsonElement Open(string name) =>
        JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture(name))).RootElement;
}
