namespace GenAiCourse.Stores;

/// <summary>How found documents are handed over.</summary>
public sealed record FindOptions
{
    /// <summary>
    /// The paths to sort by, most important first, each ascending or descending; insertion order by default.
    /// </summary>
    public IReadOnlyList<(string Path, bool IsDescending)> Sort { get; init; } = [];

    /// <summary>How many to leave out at the start, not negative.</summary>
    public int Skip { get; init; }

    /// <summary>How many to give at the most, not negative.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>The fields to keep, beside _id; null keeps all.</summary>
    public IReadOnlyList<string>? Fields { get; init; }
}

/// <summary>How a query was answered.</summary>
/// <param name="Index">The path whose index was used; null when every document was read.</param>
/// <param name="DocumentsRead">How many documents were compared with the query.</param>
/// <param name="DocumentsFound">How many it means.</param>
public sealed record QueryPlan(string? Index, int DocumentsRead, int DocumentsFound);

/// <summary>What an update did.</summary>
/// <param name="Matched">Documents that the query means.</param>
/// <param name="Modified">Those of them that changed.</param>
public sealed record UpdateResult(int Matched, int Modified);
