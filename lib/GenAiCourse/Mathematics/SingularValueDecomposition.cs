namespace GenAiCourse.Mathematics;

/// <summary>A = U diag(σ) Vᵀ: turn, stretch, turn.</summary>
/// <param name="U">[n, k], k = min(n, m): columns of length 1 at right angles.</param>
/// <param name="Values">σ, [k], descending, none negative.</param>
/// <param name="VTransposed">Vᵀ, [k, m]: rows of length 1 at right angles.</param>
public sealed record SingularValueDecomposition(double[,] U, double[] Values, double[,] VTransposed);
