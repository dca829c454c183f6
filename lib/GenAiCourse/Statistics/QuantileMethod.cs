namespace GenAiCourse.Statistics;

/// <summary>How a quantile between two sorted values is found: the nine types of Hyndman and Fan, 1996.</summary>
/// <remarks>
/// With h = n p + m the types from 4 on lie between x₍⌊h⌋₎ and x₍⌊h⌋₊₁₎, at the fraction h − ⌊h⌋. NumPy's names.
/// </remarks>
public enum QuantileMethod
{
    /// <summary>Type 1: the smallest value with a share of at least p at or below it.</summary>
    InvertedCumulative = 1,

    /// <summary>Type 2: as type 1, but the mean of two values where np is whole.</summary>
    AveragedInvertedCumulative = 2,

    /// <summary>Type 3: the value with the rank nearest np, the even one of two (SAS).</summary>
    ClosestObservation = 3,

    /// <summary>Type 4: m = 0.</summary>
    InterpolatedInvertedCumulative = 4,

    /// <summary>Type 5: m = ½ (Hazen, 1914).</summary>
    Hazen = 5,

    /// <summary>Type 6: m = p (Weibull, 1939; SPSS).</summary>
    Weibull = 6,

    /// <summary>Type 7: m = 1 − p; the default of NumPy, R and spreadsheets.</summary>
    Linear = 7,

    /// <summary>
    /// Type 8: m = (p + 1) / 3, about unbiased for the median of the quantile, whatever the distribution.
    /// </summary>
    MedianUnbiased = 8,

    /// <summary>Type 9: m = p / 4 + 3/8, about unbiased for normal samples.</summary>
    NormalUnbiased = 9
}
