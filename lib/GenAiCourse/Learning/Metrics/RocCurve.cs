namespace GenAiCourse.Learning;

/// <summary>What a score finds, and what it finds wrongly, as the threshold falls.</summary>
/// <param name="FalsePositiveRates">The share of the negatives at or above each threshold, from 0 up to 1.</param>
/// <param name="TruePositiveRates">The share of the positives at or above each threshold, from 0 up to 1.</param>
/// <param name="Thresholds">+∞, then each distinct score, descending.</param>
public sealed record RocCurve(double[] FalsePositiveRates, double[] TruePositiveRates, double[] Thresholds)
{
    /// <summary>
    /// AUC: the chance that a positive's score is above a negative's, ties counted half; by trapezoids under the curve.
    /// </summary>
    /// <remarks>Hanley and McNeil, 1982.</remarks>
    public double Area
    {
        get
        {
            var area = 0.0;
            for (var i = 1; i < FalsePositiveRates.Length; i++)
                area += (FalsePositiveRates[i] - FalsePositiveRates[i - 1])
                    * (TruePositiveRates[i] + TruePositiveRates[i - 1]) / 2;
            return area;
        }
    }

    /// <summary>Lowers the threshold score by score; equal scores pass it together.</summary>
    /// <param name="positive">Whether each row is a positive; at least one is, and at least one is not.</param>
    /// <param name="scores">One number a row, the higher the likelier positive; not NaN.</param>
    /// <exception cref="ArgumentException">The counts differ, a score is NaN, or there is one class only.</exception>
    public static RocCurve Of(bool[] positive, double[] scores)
    {
        var steps = RankedScores.Of(positive, scores);
        var (positives, negatives) = (steps[^1].TruePositives, steps[^1].FalsePositives);
        if (negatives == 0)
            throw new ArgumentException("expected positives and negatives, got positives only", nameof(positive));
        return new RocCurve(
            [0, .. steps.Select(step => step.FalsePositives / (double)negatives)],
            [0, .. steps.Select(step => step.TruePositives / (double)positives)],
            [double.PositiveInfinity, .. steps.Select(step => step.Threshold)]);
    }
}
