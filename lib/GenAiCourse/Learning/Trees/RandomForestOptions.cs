namespace GenAiCourse.Learning;

/// <summary>How a <see cref="RandomForest"/> grows.</summary>
public sealed record RandomForestOptions
{
    /// <summary>How many trees; at least 1.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>Whether each tree sees n rows drawn with replacement; else all see all of them.</summary>
    public bool Bootstrap { get; init; } = true;

    /// <summary>
    /// How each tree grows; its seed is not used. Without <see cref="DecisionTreeOptions.MaxFeatures"/> each node
    /// chooses among ⌊√d⌋ features.
    /// </summary>
    public DecisionTreeOptions Tree { get; init; } = new();

    /// <summary>Decides the draws of rows and features.</summary>
    public int Seed { get; init; }
}
