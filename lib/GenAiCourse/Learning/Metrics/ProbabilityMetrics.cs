namespace GenAiCourse.Learning;

/// <summary>How good predicted probabilities are. Both measures are least, on average, for the true ones.</summary>
/// <remarks>Gneiting and Raftery, 2007 (strictly proper scoring rules).</remarks>
public static class ProbabilityMetrics
{
    /// <summary>−Σ ln p(what happened) / n, in nats; ∞ where what happened had probability 0.</summary>
    /// <param name="positive">Whether each row is a positive, at least one row.</param>
    /// <param name="probabilities">The predicted probability of a positive, one a row, in [0, 1].</param>
    /// <exception cref="ArgumentException">There is no row, or the counts differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is NaN or lies outside [0, 1].</exception>
    public static double LogLoss(bool[] positive, double[] probabilities)
    {
        Check(positive, probabilities);
        return positive.Zip(probabilities, (yes, p) => -Math.Log(yes ? p : 1 - p)).Average();
    }

    /// <summary>The same for several classes.</summary>
    /// <param name="places">For each row the column of its true class.</param>
    /// <param name="probabilities">The predicted probabilities, a row each, summing to 1.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, the counts differ, a class has no column, or a row does not sum to 1 within 1e-6.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A probability is NaN or lies outside [0, 1].</exception>
    public static double LogLoss(int[] places, double[][] probabilities)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(probabilities);
        if (places.Length == 0) throw new ArgumentException("expected at least one row, got none", nameof(places));
        Rows.CheckCount(probabilities.Length, places.Length, "rows of probabilities", nameof(probabilities));
        for (var i = 0; i < places.Length; i++)
        {
            foreach (var p in probabilities[i]) CheckProbability(p, i);
            if (places[i] < 0 || places[i] >= probabilities[i].Length)
                throw new ArgumentException(
                    $"expected a class in 0 .. {probabilities[i].Length - 1}, got {places[i]} in row {i}",
                    nameof(places));
            if (Math.Abs(probabilities[i].Sum() - 1) > 1e-6)
                throw new ArgumentException(
                    FormattableString.Invariant($"expected a sum of 1, got {probabilities[i].Sum()} in row {i}"),
                    nameof(probabilities));
        }
        return places.Zip(probabilities, (place, row) => -Math.Log(row[place])).Average();
    }

    /// <summary>Σ (p − 1 or 0)² / n, in [0, 1] (Brier, 1950).</summary>
    /// <inheritdoc cref="LogLoss(bool[], double[])"/>
    public static double Brier(bool[] positive, double[] probabilities)
    {
        Check(positive, probabilities);
        return positive.Zip(probabilities, (yes, p) => yes ? (1 - p) * (1 - p) : p * p).Average();
    }

    private static void Check(bool[] positive, double[] probabilities)
    {
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(probabilities);
        if (positive.Length == 0) throw new ArgumentException("expected at least one row, got none", nameof(positive));
        Rows.CheckCount(probabilities.Length, positive.Length, "probabilities", nameof(probabilities));
        for (var i = 0; i < probabilities.Length; i++) CheckProbability(probabilities[i], i);
    }

    private static void CheckProbability(double probability, int row)
    {
        if (probability is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(probability), probability, $"expected a probability in [0, 1] in row {row}");
    }
}
