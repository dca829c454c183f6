namespace GenAiCourse.Evaluation;

/// <summary>
/// How surprised a language model is by a text: as if it chose among so many equally probable tokens.
/// </summary>
/// <remarks>exp(H) of the cross-entropy H = −(1/n) Σ ln pᵢ. Jelinek et al., 1977.</remarks>
public static class Perplexity
{
    /// <summary>The mean of −ln p, in nats a token; divide by ln 2 for bits.</summary>
    /// <param name="logProbabilities">ln p of each token that came, none above 0; at least one.</param>
    /// <exception cref="ArgumentException">There are none, or one is above 0 or NaN.</exception>
    public static double CrossEntropy(ReadOnlySpan<double> logProbabilities)
    {
        if (logProbabilities.IsEmpty) throw new ArgumentException(
            "expected at least one token", nameof(logProbabilities));
        var sum = 0.0;
        foreach (var log in logProbabilities)
            sum += log <= 0
                ? log
                : throw new ArgumentException(
                    $"expected logarithms of probabilities, at most 0, got {log}", nameof(logProbabilities));
        return -sum / logProbabilities.Length;
    }

    /// <summary>The perplexity of tokens with these logarithms of probabilities.</summary>
    /// <returns>At least 1; infinite when a token was held impossible.</returns>
    /// <inheritdoc cref="CrossEntropy"/>
    public static double OfLogs(ReadOnlySpan<double> logProbabilities) => Math.Exp(CrossEntropy(logProbabilities));

    /// <summary>The perplexity of tokens with these probabilities.</summary>
    /// <param name="probabilities">p of each token that came, in [0, 1]; at least one.</param>
    /// <returns>At least 1; infinite when a token was held impossible.</returns>
    /// <exception cref="ArgumentException">There are none, or one is outside [0, 1].</exception>
    public static double Of(ReadOnlySpan<double> probabilities)
    {
        var logs = new double[probabilities.Length];
        for (var i = 0; i < logs.Length; i++)
            logs[i] = probabilities[i] is >= 0 and <= 1
                ? Math.Log(probabilities[i])
                : throw new ArgumentException(
                    $"expected probabilities in [0, 1], got {probabilities[i]}", nameof(probabilities));
        return OfLogs(logs);
    }
}
