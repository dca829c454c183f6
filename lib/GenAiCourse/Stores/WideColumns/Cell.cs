namespace GenAiCourse.Stores;

/// <summary>Where a value stands: in which partition, in which of its rows, in which column.</summary>
/// <param name="Partition">Decides which nodes hold it; all rows of one partition lie together.</param>
/// <param name="Clustering">Orders the rows of a partition; compared by code unit.</param>
/// <param name="Column">The column.</param>
public readonly record struct CellKey(string Partition, string Clustering, string Column) : IComparable<CellKey>
{
    /// <inheritdoc/>
    public int CompareTo(CellKey other)
    {
        var order = string.CompareOrdinal(Partition, other.Partition);
        if (order == 0) order = string.CompareOrdinal(Clustering, other.Clustering);
        return order != 0 ? order : string.CompareOrdinal(Column, other.Column);
    }

    /// <inheritdoc/>
    public static bool operator <(CellKey left, CellKey right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator >(CellKey left, CellKey right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator <=(CellKey left, CellKey right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >=(CellKey left, CellKey right) => left.CompareTo(right) >= 0;
}

/// <summary>A value with the time it was written.</summary>
/// <param name="Key">Where it stands.</param>
/// <param name="Value">The value; null says that it was deleted (a tombstone).</param>
/// <param name="Timestamp">When, in the writer's units: of two cells with one key the later holds.</param>
public readonly record struct Cell(CellKey Key, string? Value, long Timestamp)
{
    /// <summary>The cell that holds, of two with one key.</summary>
    /// <remarks>
    /// The later one; at one time a tombstone, or else the greater value. Every replica must choose alike, in whatever
    /// order it hears of them: Cassandra's rule.
    /// </remarks>
    public static Cell Latest(Cell a, Cell b)
    {
        if (a.Timestamp != b.Timestamp) return a.Timestamp > b.Timestamp ? a : b;
        if (a.Value is null || b.Value is null) return a.Value is null ? a : b;
        return string.CompareOrdinal(a.Value, b.Value) >= 0 ? a : b;
    }
}

/// <summary>A row: what its columns hold.</summary>
/// <param name="Clustering">Its place in the partition.</param>
/// <param name="Columns">The columns that have a value.</param>
public sealed record WideRow(string Clustering, IReadOnlyDictionary<string, string> Columns);
