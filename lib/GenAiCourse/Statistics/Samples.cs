namespace GenAiCourse.Statistics;

/// <summary>The checks that the tests share, and the sides of a p-value.</summary>
internal static class Samples
{
    /// <summary>Fails when the sample is too small or holds a NaN.</summary>
    public static void Check(ReadOnlySpan<double> values, int least, string name)
    {
        if (values.Length < least)
            throw new ArgumentException($"expected at least {least} values, got {values.Length}", name);
        for (var i = 0; i < values.Length; i++)
            if (double.IsNaN(values[i]))
                throw new ArgumentException($"expected numbers, got NaN at {i}; drop or fill it first", name);
    }

    /// <summary>Fails when the lengths differ, or when there are too few pairs or a NaN.</summary>
    public static void CheckPairs(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int least)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"expected {x.Length} values, as in x, got {y.Length}", nameof(y));
        Check(x, least, nameof(x));
        Check(y, least, nameof(y));
    }

    /// <summary>The level itself, or an exception.</summary>
    public static double Level(double level) =>
        level is > 0 and < 1
            ? level
            : throw new ArgumentOutOfRangeException(nameof(level), level, "expected a level in (0, 1)");

    /// <summary>The p-value of one side, or twice that of the smaller.</summary>
    public static double Side(Alternative alternative, double less, double greater) => alternative switch
    {
        Alternative.TwoSided => Math.Min(1, 2 * Math.Min(less, greater)),
        Alternative.Less => Math.Min(1, less),
        Alternative.Greater => Math.Min(1, greater),
        _ => throw new ArgumentOutOfRangeException(
            nameof(alternative), alternative, "expected TwoSided, Less or Greater")
    };

    /// <summary>The p-value of a statistic that is standard normal under the null hypothesis.</summary>
    public static double NormalSide(Alternative alternative, double z) =>
        Side(alternative, NormalDistribution.Standard.Cumulative(z), NormalDistribution.Standard.Survival(z));

    /// <summary>The p-value of a statistic that has Student's t distribution under the null hypothesis.</summary>
    public static double StudentSide(Alternative alternative, double t, double degrees)
    {
        if (double.IsNaN(t)) return double.NaN;
        var student = new StudentTDistribution(degrees);
        return Side(alternative, student.Cumulative(t), student.Survival(t));
    }
}
