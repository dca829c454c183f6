namespace GenAiCourse.Training;

/// <summary>Learning rates as functions of the step: shares of the highest rate, in [0, 1].</summary>
public static class LearningRate
{
    /// <summary>Always the highest rate.</summary>
    public static Func<int, int, double> Constant { get; } = (_, _) => 1;

    /// <summary>Up in a straight line, then down along half a cosine to a tenth.</summary>
    /// <param name="step">The step, from 0.</param>
    /// <param name="steps">How many there are.</param>
    /// <param name="warmup">How many of them go up.</param>
    /// <param name="floor">The share at the end, in [0, 1].</param>
    /// <remarks>
    /// Loshchilov and Hutter, 2017, equation 5, https://arxiv.org/abs/1608.03983; with warm-up as in GPT-3.
    /// </remarks>
    public static double WarmupCosine(int step, int steps, int warmup, double floor = 0.1)
    {
        if (step < warmup) return (step + 1.0) / warmup;
        var done = Math.Min(1, (step - warmup) / (double)Math.Max(1, steps - warmup - 1));
        return floor + (1 - floor) * 0.5 * (1 + Math.Cos(Math.PI * done));
    }
}
