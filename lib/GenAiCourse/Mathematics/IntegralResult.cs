namespace GenAiCourse.Mathematics;

/// <summary>What an adaptive quadrature found.</summary>
/// <param name="Value">The integral.</param>
/// <param name="ErrorEstimate">How far off the value may be: an estimate that is nearly always too large.</param>
/// <param name="Evaluations">How often the function was asked.</param>
/// <param name="HasConverged">
/// Whether the estimate came down to the tolerance; if not, take the value with care.
/// </param>
public sealed record IntegralResult(double Value, double ErrorEstimate, int Evaluations, bool HasConverged);
