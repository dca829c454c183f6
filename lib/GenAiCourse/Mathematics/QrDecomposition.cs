namespace GenAiCourse.Mathematics;

/// <summary>A = QR.</summary>
/// <param name="Q">[n, k]: columns of length 1 at right angles, that span A's.</param>
/// <param name="R">[k, m]: zeros below the diagonal, on which no number is negative.</param>
public sealed record QrDecomposition(double[,] Q, double[,] R);
