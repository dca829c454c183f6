namespace GenAiCourse.Mathematics;

/// <summary>A symmetric matrix by its axes: A = V diag(λ) Vᵀ.</summary>
/// <param name="Values">λ, [n], ascending.</param>
/// <param name="Vectors">
/// V, [n, n]: column j belongs to λⱼ, has length 1, and its entry of largest size (the first of equals) is positive.
/// </param>
public sealed record EigenDecomposition(double[] Values, double[,] Vectors)
{
    /// <summary>The vector that belongs to a value.</summary>
    /// <param name="index">Which of the ascending values; ^1 is the largest.</param>
    /// <returns>[n].</returns>
    public double[] Vector(Index index)
    {
        var column = index.GetOffset(Values.Length);
        return [.. Enumerable.Range(0, Vectors.GetLength(0)).Select(i => Vectors[i, column])];
    }
}
