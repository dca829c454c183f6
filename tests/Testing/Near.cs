using System.Globalization;

namespace Testing;

/// <summary>Numbers that agree within a tolerance.</summary>
internal static class Near
{
    /// <summary>
    /// Fails unless each pair differs by at most tolerance · (1 + |expected|); NaN and infinities must be equal.
    /// </summary>
    public static void Equal(
        ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance, string what = "value")
    {
        Assert.True(
            expected.Length == actual.Length,
            $"{what}: expected {expected.Length} numbers, got {actual.Length}");
        for (var i = 0; i < expected.Length; i++)
        {
            var (e, a) = (expected[i], actual[i]);
            var same = e.Equals(a) || Math.Abs(e - a) <= tolerance * (1 + Math.Abs(e));
            Assert.True(
                same,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what}[{i}]: expected {e:g17}, got {a:g17}"));
        }
    }
}
