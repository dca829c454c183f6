namespace GenAiCourse.Statistics;

/// <summary>Intervals from drawing the sample again and again out of itself.</summary>
/// <remarks>Efron, 1979; the percentile interval: Efron and Tibshirani, 1993, chapter 13.</remarks>
public static partial class Bootstrap
{
    /// <summary>
    /// A percentile interval for the ratio Σ numerators / Σ denominators, drawing pairs with replacement.
    /// </summary>
    /// <param name="numerators">One number a unit, for example the bits of each document.</param>
    /// <param name="denominators">As many positive numbers, for example the bytes of each document.</param>
    /// <param name="seed">Decides the draws; the same seed gives the same interval.</param>
    /// <param name="level">How often such an interval holds the truth, in (0, 1).</param>
    /// <param name="draws">How many times the sample is drawn, at least 100.</param>
    /// <returns>The ratio of the sample itself, and the interval's ends.</returns>
    /// <exception cref="ArgumentException">There is no pair, or the lengths differ.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level or the number of draws is out of range.</exception>
    public static (double Value, double Low, double High) Ratio(
        ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators,
        int seed, double level = 0.95, int draws = 1000)
    {
        if (numerators.IsEmpty) throw new ArgumentException("expected at least one pair, got none", nameof(numerators));
        if (numerators.Length != denominators.Length)
            throw new ArgumentException(
                $"expected {numerators.Length} denominators, one per numerator, got {denominators.Length}",
                nameof(denominators));
        if (level is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "expected a level in (0, 1)");
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);

        var random = new Random(seed);
        var ratios = new double[draws];
        for (var draw = 0; draw < draws; draw++)
        {
            var (top, bottom) = (0.0, 0.0);
            for (var i = 0; i < numerators.Length; i++)
            {
                var unit = random.Next(numerators.Length);
                top += numerators[unit];
                bottom += denominators[unit];
            }
            ratios[draw] = top / bottom;
        }
        return (Total(numerators) / Total(denominators),
            Descriptive.Quantile(ratios, (1 - level) / 2), Descriptive.Quantile(ratios, (1 + level) / 2));
    }

    private static double Total(ReadOnlySpan<double> values) => Descriptive.Mean(values) * values.Length;
}
