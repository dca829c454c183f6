namespace GenAiCourse.Evaluation;

/// <summary>What takes the place of precisions that are 0, which would make a sentence's BLEU 0.</summary>
/// <remarks>
/// The numbers are those of Chen and Cherry, "A systematic comparison of smoothing techniques for sentence-level BLEU",
/// 2014, and of NLTK's SmoothingFunction: https://aclanthology.org/W14-3346.
/// </remarks>
public enum BleuSmoothing
{
    /// <summary>Nothing: one precision of 0 makes BLEU 0.</summary>
    None = 0,

    /// <summary>0.1 matches in place of 0.</summary>
    Epsilon = 1,

    /// <summary>One match and one n-gram more, above single words.</summary>
    AddOne = 2,

    /// <summary>Half a match for the first precision of 0, a quarter for the next, and so on.</summary>
    Halving = 3,

    /// <summary>As <see cref="Halving"/>, and less for short sentences, whose precisions are coarse.</summary>
    HalvingByLength = 4,

    /// <summary>The mean of the precisions of three neighbouring orders; it may exceed 1.</summary>
    NeighbourMean = 5,

    /// <summary>
    /// Each precision drawn to what the two orders before lead one to expect; needs matches of single words and pairs.
    /// </summary>
    Interpolated = 6,

    /// <summary><see cref="HalvingByLength"/>, then <see cref="NeighbourMean"/>; it may exceed 1.</summary>
    HalvingThenMean = 7,
}
