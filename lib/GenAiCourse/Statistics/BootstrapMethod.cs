namespace GenAiCourse.Statistics;

/// <summary>How a bootstrap's draws become an interval.</summary>
public enum BootstrapMethod
{
    /// <summary>The draws' own quantiles: simple, and a little too narrow for small or skewed samples.</summary>
    Percentile,

    /// <summary>The quantiles turned about the estimate, 2θ̂ − q: centres the error rather than the draws.</summary>
    Basic,

    /// <summary>
    /// Quantiles moved for bias and for skewness (bias-corrected and accelerated: Efron, 1987): the best of the three
    /// for most statistics, at the price of n more evaluations.
    /// </summary>
    Bca
}
