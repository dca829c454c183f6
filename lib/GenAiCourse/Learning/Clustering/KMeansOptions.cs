namespace GenAiCourse.Learning;

/// <summary>How <see cref="KMeans.Fit"/> searches.</summary>
public sealed record KMeansOptions
{
    /// <summary>How often to begin anew, at least 1; the run with the least inertia is kept.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>The most rounds of a run, at least 1.</summary>
    public int MaxRounds { get; init; } = 300;

    /// <summary>Where to begin, [k, d]; null for centres drawn by k-means++. With it there is one run.</summary>
    public double[][]? InitialCenters { get; init; }

    /// <summary>Decides the draws.</summary>
    public int Seed { get; init; }
}
