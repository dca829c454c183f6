namespace GenAiCourse.Statistics;

/// <summary>Whether a sample is normal: how straight its sorted values lie against those of a normal one.</summary>
public static class ShapiroWilk
{
    private static readonly double[] Last = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
    private static readonly double[] SecondLast = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
    private static readonly double[] SmallMean = [0.544, -0.39978, 0.025054, -6.714e-4];
    private static readonly double[] SmallDeviation = [1.3822, -0.77857, 0.062767, -0.0020322];
    private static readonly double[] LargeMean = [-1.5861, -0.31082, -0.083751, 0.0038915];
    private static readonly double[] LargeDeviation = [-0.4803, -0.082676, 0.0030302];

    /// <summary>The test.</summary>
    /// <param name="values">From 3 to 5000 numbers, not all equal.</param>
    /// <returns>W = (Σ aᵢ x₍ᵢ₎)² / Σ (xᵢ − x̄)² in (0, 1], 1 for a sample as normal as can be, and its p.</returns>
    /// <exception cref="ArgumentException">
    /// There are too few or too many values, one is NaN, or all are equal.
    /// </exception>
    /// <remarks>
    /// Shapiro and Wilk, 1965; weights and p by Royston, 1995 (algorithm AS R94), whose approximations are good to
    /// about 3 digits of p.
    /// </remarks>
    public static TestOutcome Of(ReadOnlySpan<double> values)
    {
        Samples.Check(values, 3, nameof(values));
        if (values.Length > 5000)
            throw new ArgumentException($"expected at most 5000 values, got {values.Length}", nameof(values));
        var sorted = values.ToArray();
        Array.Sort(sorted);
        if (sorted[0] == sorted[^1])
            throw new ArgumentException("expected values that differ, got equal ones", nameof(values));

        var weights = Weights(sorted.Length);
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * (sorted[^(i + 1)] - sorted[i]);
        var w = Math.Min(1, sum * sum / (Descriptive.Variance(sorted, 0) * sorted.Length));
        return new TestOutcome(w, PValue(w, sorted.Length));
    }

    // aᵢ of the larger half, from the largest value down; the smaller half has −aᵢ.
    private static double[] Weights(int n)
    {
        if (n == 3) return [Math.Sqrt(0.5)];
        var scores = new double[n / 2];
        for (var i = 0; i < scores.Length; i++)
            scores[i] = NormalDistribution.Standard.UpperQuantile((i + 1 - 0.375) / (n + 0.25));
        var squares = 2 * scores.Sum(score => score * score);
        var (size, root) = (Math.Sqrt(squares), 1 / Math.Sqrt(n));
        var first = Polynomial(Last, root) + scores[0] / size;
        if (n <= 5)
        {
            var scale = Math.Sqrt((squares - 2 * scores[0] * scores[0]) / (1 - 2 * first * first));
            return [first, .. scores.Skip(1).Select(score => score / scale)];
        }
        var second = Polynomial(SecondLast, root) + scores[1] / size;
        var rest = Math.Sqrt((squares - 2 * scores[0] * scores[0] - 2 * scores[1] * scores[1])
            / (1 - 2 * first * first - 2 * second * second));
        return [first, second, .. scores.Skip(2).Select(score => score / rest)];
    }

    private static double PValue(double w, int n)
    {
        if (n == 3)     // exact
            return Math.Clamp(6 / Math.PI * (Math.Asin(Math.Sqrt(w)) - Math.Asin(Math.Sqrt(0.75))), 0, 1);
        var (y, log) = (Math.Log(1 - w), Math.Log(n));
        if (n > 11)
            return Normal((y - Polynomial(LargeMean, log)) / Math.Exp(Polynomial(LargeDeviation, log)));
        var gamma = -2.273 + 0.459 * n;
        return y >= gamma
            ? 0
            : Normal((-Math.Log(gamma - y) - Polynomial(SmallMean, n)) / Math.Exp(Polynomial(SmallDeviation, n)));
    }

    private static double Normal(double z) => NormalDistribution.Standard.Survival(z);

    private static double Polynomial(double[] coefficients, double x) =>
        coefficients.Reverse().Aggregate(0.0, (sum, coefficient) => sum * x + coefficient);
}
