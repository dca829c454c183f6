namespace GenAiCourse.Learning;

/// <summary>How a <see cref="DecisionTree"/> grows.</summary>
public sealed record DecisionTreeOptions
{
    /// <summary>What a split must make smaller.</summary>
    public SplitCriterion Criterion { get; init; } = SplitCriterion.Gini;

    /// <summary>The most questions from the root to a leaf, at least 1; null for as many as it takes.</summary>
    public int? MaxDepth { get; init; }

    /// <summary>A node of fewer rows is not split; at least 2.</summary>
    public int MinSamplesSplit { get; init; } = 2;

    /// <summary>No leaf has fewer rows; at least 1.</summary>
    public int MinSamplesLeaf { get; init; } = 1;

    /// <summary>
    /// How many features, drawn by chance, each node chooses among, in 1 .. d; null for all. Features that do not vary
    /// in the node do not count.
    /// </summary>
    public int? MaxFeatures { get; init; }

    /// <summary>Decides which features are drawn; of no effect where all are looked at.</summary>
    public int Seed { get; init; }
}
