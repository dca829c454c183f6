namespace GenAiCourse.Learning;

/// <summary>How a naive Bayes model is fitted.</summary>
public sealed record NaiveBayesOptions
{
    /// <summary>
    /// What is added to every count (Laplace's 1, Lidstone's less), so that a word that a class has not shown yet does
    /// not rule it out; above 0.
    /// </summary>
    public double Alpha { get; init; } = 1;

    /// <summary>Whether a class's share of the training rows is its prior probability, or all are equal.</summary>
    public bool FitPriors { get; init; } = true;

    internal void Check()
    {
        if (!(Alpha > 0) || double.IsInfinity(Alpha))
            throw new ArgumentOutOfRangeException(
                nameof(Alpha), FormattableString.Invariant($"expected a finite Alpha above 0, got {Alpha:g}"));
    }
}
