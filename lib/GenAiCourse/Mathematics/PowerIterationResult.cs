namespace GenAiCourse.Mathematics;

/// <summary>What power iteration found.</summary>
/// <param name="Value">The eigenvalue of largest size, as the last Rayleigh quotient vᵀAv has it.</param>
/// <param name="Vector">[n]: its eigenvector, of length 1, its entry of largest size positive.</param>
/// <param name="Trace">The Rayleigh quotient after each step, for a picture of how it settles.</param>
/// <param name="HasConverged">Whether ‖Av − λv‖ fell to the tolerance before the steps ran out.</param>
public sealed record PowerIterationResult(double Value, double[] Vector, double[] Trace, bool HasConverged);
