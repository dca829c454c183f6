namespace GenAiCourse.Statistics;

/// <summary>What counts of successes say about the chance of one.</summary>
public static class Proportion
{
    /// <summary>A two-sided confidence interval for the chance of success.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">n, at least 1.</param>
    /// <param name="level">How often such an interval holds the truth, in (0, 1).</param>
    /// <param name="method">Whose interval.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static (double Low, double High) Interval(
        long successes, long trials, double level = 0.95, ProportionMethod method = ProportionMethod.Wilson)
    {
        Check(successes, trials);
        var tail = (1 - Samples.Level(level)) / 2;
        var z = NormalDistribution.Standard.UpperQuantile(tail);
        return method switch
        {
            ProportionMethod.Wilson => Wilson(successes, trials, z),
            ProportionMethod.WilsonCorrected => WilsonCorrected(successes, trials, z),
            ProportionMethod.Exact => Exact(successes, trials, tail),
            ProportionMethod.Wald => Wald(successes, trials, z),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "expected a method of the enumeration")
        };
    }

    /// <summary>The exact test of whether the chance of success is a given one.</summary>
    /// <param name="successes">From 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">n, at least 1.</param>
    /// <param name="chance">p₀ under the null hypothesis, in [0, 1].</param>
    /// <param name="alternative">Which departures to look for.</param>
    /// <returns>
    /// The share of successes and its p; two-sided, the sum of all counts no more probable than this one.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static TestOutcome Test(
        long successes, long trials, double chance, Alternative alternative = Alternative.TwoSided)
    {
        Check(successes, trials);
        var binomial = new BinomialDistribution(trials, chance);
        var p = alternative switch
        {
            Alternative.TwoSided => TwoSided(binomial, successes),
            _ => Samples.Side(alternative, binomial.Cumulative(successes), binomial.Survival(successes - 1))
        };
        return new TestOutcome((double)successes / trials, p);
    }

    private static (double, double) Wilson(double k, double n, double z)
    {
        var (p, whole) = (k / n, 2 * (n + z * z));
        var (centre, width) = ((2 * k + z * z) / whole, z / whole * Math.Sqrt(4 * k * (1 - p) + z * z));
        return (k == 0 ? 0 : centre - width, k == n ? 1 : centre + width);
    }

    private static (double, double) WilsonCorrected(double k, double n, double z)
    {
        var (p, q, whole) = (k / n, 1 - k / n, 2 * (n + z * z));
        var centre = (2 * k + z * z) / whole;
        var below = (1 + z * Math.Sqrt(z * z - 2 - 1 / n + 4 * p * (n * q + 1))) / whole;
        var above = (1 + z * Math.Sqrt(z * z + 2 - 1 / n + 4 * p * (n * q - 1))) / whole;
        return (k == 0 ? 0 : centre - below, k == n ? 1 : centre + above);
    }

    private static (double, double) Exact(double k, double n, double tail) => (
        k == 0 ? 0 : new BetaDistribution(k, n - k + 1).Quantile(tail),
        k == n ? 1 : new BetaDistribution(k + 1, n - k).UpperQuantile(tail));

    private static (double, double) Wald(double k, double n, double z)
    {
        var (p, width) = (k / n, z * Math.Sqrt(k / n * (1 - k / n) / n));
        return (p - width, p + width);
    }

    // A count as probable as the observed one belongs to the sum, though its mass be rounded otherwise.
    private static double TwoSided(BinomialDistribution binomial, long k)
    {
        const double rounding = 1 + 1e-7;
        var (most, n) = (binomial.Mass(k) * rounding, binomial.Trials);
        if (k == binomial.Mean) return 1;
        var isBelow = k < binomial.Mean;
        var (inner, outer) = isBelow
            ? ((long)Math.Ceiling(binomial.Mean), n + 1)
            : ((long)Math.Floor(binomial.Mean), -1);
        while (Math.Abs(outer - inner) > 0)
        {
            var middle = inner + (outer - inner) / 2;
            if (binomial.Mass(middle) <= most) outer = middle;
            else inner = middle + Math.Sign(outer - inner);
        }
        return Math.Min(1, isBelow
            ? binomial.Cumulative(k) + binomial.Survival(outer - 1)
            : binomial.Survival(k - 1) + binomial.Cumulative(outer));
    }

    private static void Check(long successes, long trials)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
    }
}
