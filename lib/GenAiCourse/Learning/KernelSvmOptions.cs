namespace GenAiCourse.Learning;

/// <summary>How <see cref="KernelSvm.Fit"/> fits.</summary>
public sealed record KernelSvmOptions
{
    /// <summary>How alike two rows are; null for nearness, <see cref="Kernel.Rbf"/> of the scaled γ.</summary>
    public Kernel? Kernel { get; init; }

    /// <summary>
    /// C, positive: what a row on the wrong side of its margin costs, against the width of the margin.
    /// </summary>
    public double C { get; init; } = 1;

    /// <summary>Stops when no pair of rows violates the optimum's conditions by more; positive.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>The most pairs to move, for each two classes; at least 1.</summary>
    public int MaxSteps { get; init; } = 1_000_000;
}
