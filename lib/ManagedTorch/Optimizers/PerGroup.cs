namespace TorchSharp;

/// <summary>Settings of a schedule, one for each group of parameters.</summary>
internal static class PerGroup
{
    public static T[] Repeat<T>(T value, int groups)
    {
        ArgumentNullException.ThrowIfNull(value);
        return [.. Enumerable.Repeat(value, groups)];
    }

    /// <exception cref="ArgumentException">There is not one value per group.</exception>
    public static T[] Check<T>(IEnumerable<T> values, int groups, string name)
    {
        ArgumentNullException.ThrowIfNull(values);
        T[] list = [.. values];
        return list.Length == groups ? list
            : throw new ArgumentException($"Expected {groups} values for {name}, but got {list.Length}", name);
    }
}
