namespace GenAiCourse.Mathematics;

/// <summary>The way that a minimizer took.</summary>
/// <param name="Points">Each point x, from the start on.</param>
/// <param name="Values">f at each of them.</param>
/// <param name="HasConverged">Whether the gradient's length came down to the tolerance.</param>
public sealed record Descent(double[][] Points, double[] Values, bool HasConverged)
{
    /// <summary>The last point.</summary>
    public double[] Minimum => Points[^1];

    /// <summary>f at the last point.</summary>
    public double Value => Values[^1];

    /// <summary>How many steps were made.</summary>
    public int Steps => Points.Length - 1;
}
