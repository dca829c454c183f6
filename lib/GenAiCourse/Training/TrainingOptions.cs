namespace GenAiCourse.Training;

/// <summary>How a <see cref="Trainer"/> trains.</summary>
/// <param name="Steps">Optimizer steps, at least one.</param>
/// <param name="LearningRate">The highest learning rate.</param>
public sealed record TrainingOptions(int Steps, double LearningRate)
{
    /// <summary>The share of the learning rate at a step: (step, steps) → [0, 1]. Constant by default.</summary>
    public Func<int, int, double> Schedule { get; init; } = Training.LearningRate.Constant;

    /// <summary>
    /// The longest gradient allowed, over all parameters together; longer ones are scaled down. Null for no limit.
    /// </summary>
    /// <remarks>Pascanu, Mikolov and Bengio, 2013, algorithm 1, https://arxiv.org/abs/1211.5063.</remarks>
    public double? ClipNorm { get; init; }

    /// <summary>
    /// Ends the training after so many steps, while the schedule stays that of all of them; null to go to the end.
    /// </summary>
    public int? StopAfter { get; init; }
}
