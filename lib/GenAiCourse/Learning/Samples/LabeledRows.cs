namespace GenAiCourse.Learning;

/// <summary>Rows of features with a label each.</summary>
/// <param name="X">The features, [n, d].</param>
/// <param name="Y">The labels, [n].</param>
public sealed record LabeledRows(double[][] X, int[] Y)
{
    /// <summary>How many rows there are.</summary>
    public int Count => X.Length;

    /// <summary>The rows at these places, in this order.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such place.</exception>
    public LabeledRows Take(IReadOnlyList<int> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return new([.. places.Select(i => X[i])], [.. places.Select(i => Y[i])]);
    }
}
