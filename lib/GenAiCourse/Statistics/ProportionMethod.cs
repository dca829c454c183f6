namespace GenAiCourse.Statistics;

/// <summary>Which confidence interval a proportion gets.</summary>
public enum ProportionMethod
{
    /// <summary>Wilson, 1927: the proportions that a normal test would not reject. The one to use by default.</summary>
    Wilson,

    /// <summary>Wilson's with a correction for continuity (Newcombe, 1998): wider.</summary>
    WilsonCorrected,

    /// <summary>
    /// Clopper and Pearson, 1934, from the binomial itself: holds the truth at least as often as it says.
    /// </summary>
    Exact,

    /// <summary>
    /// p̂ ± z √(p̂ (1 − p̂) / n), the textbooks': too narrow for few trials, and without width at 0 and n.
    /// </summary>
    Wald
}
