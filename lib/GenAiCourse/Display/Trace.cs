using GenAiCourse.Statistics;

namespace GenAiCourse.Display;

/// <summary>One thing drawn on a chart: exactly one of the cases below.</summary>
/// <param name="Name">What the legend calls it; null for no entry.</param>
public abstract record Trace(string? Name)
{
    /// <summary>Points joined by a line.</summary>
    public sealed record Line(double[] X, double[] Y, string? Name) : Trace(Name);

    /// <summary>Points on their own.</summary>
    public sealed record Points(double[] X, double[] Y, string? Name) : Trace(Name);

    /// <summary>One bar a label.</summary>
    public sealed record Bars(string[] Labels, double[] Values, string? Name) : Trace(Name);

    /// <summary>Bars that touch, one a bin.</summary>
    public sealed record Histogram(Bins Bins, string? Name) : Trace(Name);

    /// <summary>
    /// Median, quartiles, whiskers to the last value within 1.5 IQR (Tukey, 1977), and what lies beyond.
    /// </summary>
    public sealed record Box(double[] Values, string Label) : Trace((string?)null);

    /// <summary>A coloured square for each value; row 0 is drawn on top.</summary>
    public sealed record Heat(double[,] Values, string[]? Columns, string[]? Rows) : Trace((string?)null);

    /// <summary>A straight line across the whole chart, at an x or at a y.</summary>
    public sealed record Mark(double At, bool IsVertical, string? Name) : Trace(Name);
}
