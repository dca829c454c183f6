namespace GenAiCourse.Learning;

/// <summary>How <see cref="LinearRegression.FitByGradientDescent"/> walks downhill.</summary>
public sealed record GradientDescentOptions
{
    /// <summary>η, the length of a step in units of the gradient; positive.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>The most steps to take; at least 1.</summary>
    public int MaxSteps { get; init; } = 10_000;

    /// <summary>Stops when no entry of the gradient is larger; 0 walks all the steps.</summary>
    public double Tolerance { get; init; } = 1e-9;
}
