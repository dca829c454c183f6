namespace GenAiCourse.Learning;

/// <summary>How <see cref="LogisticRegression.Fit"/> fits.</summary>
public sealed record LogisticRegressionOptions
{
    /// <summary>
    /// λ, at least 0: how strongly large coefficients are held back; 1/C of scikit-learn. With 0, classes that a plane
    /// separates have no best coefficients: they grow until the steps run out.
    /// </summary>
    public double L2 { get; init; } = 1;

    /// <summary>Stops when the gradient of the mean loss is no longer than this; positive.</summary>
    public double Tolerance { get; init; } = 1e-8;

    /// <summary>The most steps to take; at least 1.</summary>
    public int MaxSteps { get; init; } = 1000;
}
