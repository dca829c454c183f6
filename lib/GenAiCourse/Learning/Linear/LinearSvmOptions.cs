namespace GenAiCourse.Learning;

/// <summary>How <see cref="LinearSvm.Fit"/> fits.</summary>
public sealed record LinearSvmOptions
{
    /// <summary>
    /// C, positive: what a row on the wrong side of its margin costs, against the width of the margin.
    /// </summary>
    public double C { get; init; } = 1;

    /// <summary>Stops when no projected gradients of a pass are further apart; positive.</summary>
    public double Tolerance { get; init; } = 1e-4;

    /// <summary>The most passes over the rows; at least 1.</summary>
    public int MaxPasses { get; init; } = 10_000;

    /// <summary>Decides the order of the rows in each pass.</summary>
    public int Seed { get; init; }
}
