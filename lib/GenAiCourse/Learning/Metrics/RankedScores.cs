namespace GenAiCourse.Learning;

/// <summary>How many rows of either kind lie at or above each distinct score, the scores descending.</summary>
internal static class RankedScores
{
    public static List<(double Threshold, int TruePositives, int FalsePositives)> Of(bool[] positive, double[] scores)
    {
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(scores);
        Rows.CheckCount(scores.Length, positive.Length, "scores", nameof(scores));
        if (!positive.Contains(true))
            throw new ArgumentException("expected at least one positive, got none", nameof(positive));
        var nan = Array.FindIndex(scores, double.IsNaN);
        if (nan >= 0) throw new ArgumentException($"expected scores, got NaN in row {nan}", nameof(scores));

        var steps = new List<(double, int, int)>();
        var (found, wrong) = (0, 0);
        foreach (var group in scores.Zip(positive).GroupBy(row => row.First).OrderByDescending(group => group.Key))
        {
            foreach (var (_, isPositive) in group)
            {
                if (isPositive) found++;
                else wrong++;
            }
            steps.Add((group.Key, found, wrong));
        }
        return steps;
    }
}
