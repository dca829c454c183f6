namespace GenAiCourse.Statistics;

// Intervals for any statistic of one sample.
public static partial class Bootstrap
{
    /// <summary>The statistic of each of many samples drawn with replacement out of the sample.</summary>
    /// <param name="values">At least one number.</param>
    /// <param name="statistic">Of a sample, for example its median.</param>
    /// <param name="seed">Decides the draws.</param>
    /// <param name="draws">How many, at least 100.</param>
    /// <returns>[draws], in the order drawn; its spread is the statistic's standard error.</returns>
    /// <exception cref="ArgumentException">There is no value, or one is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 100 draws.</exception>
    public static double[] Draws(
        ReadOnlySpan<double> values, Func<double[], double> statistic, int seed, int draws = 2000)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        Samples.Check(values, 1, nameof(values));
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        var (random, results) = (new Random(seed), new double[draws]);
        for (var draw = 0; draw < draws; draw++)
        {
            var sample = new double[values.Length];
            for (var i = 0; i < sample.Length; i++) sample[i] = values[random.Next(values.Length)];
            results[draw] = statistic(sample);
        }
        return results;
    }

    /// <summary>A confidence interval for whatever the statistic estimates.</summary>
    /// <param name="values">At least two numbers.</param>
    /// <param name="statistic">Of a sample, for example its median.</param>
    /// <param name="seed">Decides the draws; the same seed gives the same interval.</param>
    /// <param name="level">How often such an interval holds the truth, in (0, 1).</param>
    /// <param name="draws">How many samples are drawn, at least 100.</param>
    /// <param name="method">How the draws become an interval.</param>
    /// <returns>
    /// The statistic of the sample itself, and the interval's ends. With BCa they are NaN where the statistic lies
    /// outside all draws; where no single value moves it when left out (a median among ties), a counts as 0.
    /// </returns>
    /// <exception cref="ArgumentException">There are fewer than two values, or one is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The level, the number of draws or the method is out of range.
    /// </exception>
    /// <remarks>Efron and Tibshirani, 1993, chapters 13 and 14.</remarks>
    public static (double Value, double Low, double High) Interval(
        ReadOnlySpan<double> values, Func<double[], double> statistic, int seed, double level = 0.95,
        int draws = 2000, BootstrapMethod method = BootstrapMethod.Bca)
    {
        Samples.Check(values, 2, nameof(values));
        Samples.Level(level);
        var results = Draws(values, statistic, seed, draws);
        return OfDraws(values.ToArray(), statistic, results, level, method);
    }

    internal static (double Value, double Low, double High) OfDraws(
        double[] values, Func<double[], double> statistic, double[] draws, double level, BootstrapMethod method)
    {
        var (estimate, tail) = (statistic(values), (1 - level) / 2);
        var (low, high) = method switch
        {
            BootstrapMethod.Percentile or BootstrapMethod.Basic => (tail, 1 - tail),
            BootstrapMethod.Bca => Moved(values, statistic, draws, estimate, tail),
            _ => throw new ArgumentOutOfRangeException(nameof(method), method, "expected Percentile, Basic or Bca")
        };
        if (double.IsNaN(low) || double.IsNaN(high)) return (estimate, double.NaN, double.NaN);
        var (from, to) = (Descriptive.Quantile(draws, low), Descriptive.Quantile(draws, high));
        return method == BootstrapMethod.Basic
            ? (estimate, 2 * estimate - to, 2 * estimate - from)
            : (estimate, from, to);
    }

    // Efron, 1987, equations 2.3 and 6.6: z₀ from the share of draws below the estimate, a from leaving out each value.
    private static (double Low, double High) Moved(
        double[] values, Func<double[], double> statistic, double[] draws, double estimate, double tail)
    {
        var below = draws.Sum(draw => draw < estimate ? 1 : draw == estimate ? 0.5 : 0) / draws.Length;
        var bias = NormalDistribution.Standard.Quantile(below);
        var left = new double[values.Length];
        for (var i = 0; i < values.Length; i++) left[i] = statistic([.. values[..i], .. values[(i + 1)..]]);
        var mean = Descriptive.Mean(left);
        var (cubes, squares) = (left.Sum(x => Math.Pow(mean - x, 3)), left.Sum(x => (mean - x) * (mean - x)));
        var acceleration = squares == 0 ? 0 : cubes / (6 * Math.Pow(squares, 1.5));
        return (At(NormalDistribution.Standard.Quantile(tail)), At(NormalDistribution.Standard.UpperQuantile(tail)));

        double At(double z) => NormalDistribution.Standard.Cumulative(
            bias + (bias + z) / (1 - acceleration * (bias + z)));
    }
}
