namespace GenAiCourse.Learning;

/// <summary>How well a class is found.</summary>
/// <param name="Precision">Of the rows that were called so, the share that is: TP / (TP + FP).</param>
/// <param name="Recall">Of the rows that are so, the share that was found: TP / (TP + FN).</param>
/// <param name="F1">The harmonic mean of the two, 2 P R / (P + R).</param>
/// <remarks>A quotient whose denominator is 0 counts as 0.</remarks>
public readonly record struct ClassScores(double Precision, double Recall, double F1);
