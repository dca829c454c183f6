namespace GenAiCourse.Training;

/// <summary>What happened at each step of a training.</summary>
/// <param name="Losses">The loss before each step.</param>
/// <param name="LearningRates">The learning rate of each step.</param>
/// <param name="GradientNorms">The gradient's length before clipping; empty when nothing was clipped.</param>
public sealed record TrainingHistory(
    IReadOnlyList<double> Losses, IReadOnlyList<double> LearningRates, IReadOnlyList<double> GradientNorms)
{
    /// <summary>The mean loss of the last steps.</summary>
    /// <param name="steps">How many, at most; fewer when there were fewer.</param>
    public double RecentLoss(int steps = 20) => Losses.TakeLast(steps).Average();

    /// <summary>The losses, each averaged with those before it, so that a curve shows its course.</summary>
    /// <param name="memory">The weight of what came before, in [0, 1).</param>
    public IReadOnlyList<double> Smoothed(double memory = 0.9)
    {
        var smooth = new double[Losses.Count];
        var (sum, weight) = (0.0, 0.0);
        for (var i = 0; i < smooth.Length; i++)
        {
            (sum, weight) = (memory * sum + Losses[i], memory * weight + 1);
            smooth[i] = sum / weight;
        }
        return smooth;
    }
}
