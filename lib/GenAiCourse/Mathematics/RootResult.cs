namespace GenAiCourse.Mathematics;

/// <summary>Where a function crosses 0.</summary>
/// <param name="Root">The last x.</param>
/// <param name="Trace">Each x that was tried, in order, for a picture.</param>
/// <param name="HasConverged">Whether the steps came down to the tolerance before they ran out.</param>
public sealed record RootResult(double Root, double[] Trace, bool HasConverged);
