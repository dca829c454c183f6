namespace GenAiCourse.Learning;

/// <summary>How pure, and how complete, what a score finds is as the threshold falls.</summary>
/// <param name="Precisions">Of the rows at or above each threshold, the share of positives.</param>
/// <param name="Recalls">Of the positives, the share at or above each threshold, up to 1.</param>
/// <param name="Thresholds">Each distinct score, descending.</param>
public sealed record PrecisionRecallCurve(double[] Precisions, double[] Recalls, double[] Thresholds)
{
    /// <summary>AP = Σ (Rᵢ − Rᵢ₋₁) Pᵢ: steps, not trapezoids, which would flatter (Davis and Goadrich, 2006).</summary>
    public double AveragePrecision =>
        Precisions.Select((precision, i) => precision * (Recalls[i] - (i > 0 ? Recalls[i - 1] : 0))).Sum();

    /// <summary>Lowers the threshold score by score; equal scores pass it together.</summary>
    /// <param name="positive">Whether each row is a positive; at least one is.</param>
    /// <param name="scores">One number a row, the higher the likelier positive; not NaN.</param>
    /// <exception cref="ArgumentException">The counts differ, a score is NaN, or no row is a positive.</exception>
    public static PrecisionRecallCurve Of(bool[] positive, double[] scores)
    {
        var steps = RankedScores.Of(positive, scores);
        return new PrecisionRecallCurve(
            [.. steps.Select(step => step.TruePositives / (double)(step.TruePositives + step.FalsePositives))],
            [.. steps.Select(step => step.TruePositives / (double)steps[^1].TruePositives)],
            [.. steps.Select(step => step.Threshold)]);
    }
}
