namespace GenAiCourse.Learning;

/// <summary>Labels as places in the sorted list of the distinct ones.</summary>
internal static class Labels
{
    /// <summary>The distinct labels in ascending order, and for each row the place of its label among them.</summary>
    public static (int[] Classes, int[] Places) Of(int[] y)
    {
        var classes = y.Distinct().Order().ToArray();
        return (classes, Array.ConvertAll(y, label => Array.BinarySearch(classes, label)));
    }

    /// <summary>The same, with an exception unless there is one label a row and more than one class.</summary>
    public static (int[] Classes, int[] Places) OfSeveral(int[] y, int rows)
    {
        ArgumentNullException.ThrowIfNull(y);
        Rows.CheckCount(y.Length, rows, "labels", nameof(y));
        var (classes, places) = Of(y);
        if (classes.Length < 2)
            throw new ArgumentException(
                $"expected at least two classes to tell apart, got only the label {classes[0]}", nameof(y));
        return (classes, places);
    }
}
