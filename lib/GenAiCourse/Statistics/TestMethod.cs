namespace GenAiCourse.Statistics;

/// <summary>How a rank test finds its p-value.</summary>
public enum TestMethod
{
    /// <summary>Exact where no values tie and the sample is small enough, asymptotic elsewhere.</summary>
    Automatic,

    /// <summary>From the statistic's own distribution, counted out; only without ties.</summary>
    Exact,

    /// <summary>From the normal distribution that the statistic tends to, corrected for ties.</summary>
    Asymptotic
}
