namespace GenAiCourse.Statistics;

/// <summary>How often a t-test sees an effect that is there: its power, and the sample that a power needs.</summary>
/// <remarks>
/// The effect is Cohen's d, the difference in standard deviations (0.2 small, 0.5 medium, 0.8 large: Cohen, 1988).
/// Where it is d, t has the noncentral t distribution with δ = d √n, or d √(n m / (n + m)).
/// </remarks>
public static class TTestPower
{
    private const int MostValues = 10_000_000;

    /// <summary>
    /// The power of the one-sample test, and of the paired test with d in deviations of the differences.
    /// </summary>
    /// <param name="effect">d = (μ − μ₀) / σ, finite.</param>
    /// <param name="count">n, at least 2.</param>
    /// <param name="significance">α, the share of false alarms, in (0, 1).</param>
    /// <param name="alternative">Which departures the test looks for.</param>
    /// <returns>A probability; at d = 0 it is α.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static double OneSample(
        double effect, int count, double significance = 0.05, Alternative alternative = Alternative.TwoSided)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        return Power(Check.Finite(effect) * Math.Sqrt(count), count - 1, significance, alternative);
    }

    /// <summary>The power of the test of two samples of equal variance.</summary>
    /// <param name="effect">d = (μₓ − μᵧ) / σ, finite.</param>
    /// <param name="countX">n, at least 2.</param>
    /// <param name="countY">m, at least 2.</param>
    /// <param name="significance">α, the share of false alarms, in (0, 1).</param>
    /// <param name="alternative">Which departures the test looks for.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static double TwoSample(
        double effect, int countX, int countY, double significance = 0.05,
        Alternative alternative = Alternative.TwoSided)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(countX, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(countY, 2);
        var pairs = (double)countX * countY / ((double)countX + countY);
        return Power(Check.Finite(effect) * Math.Sqrt(pairs), countX + (double)countY - 2, significance, alternative);
    }

    /// <summary>The smallest n with which the one-sample test has a given power.</summary>
    /// <param name="effect">d, not 0.</param>
    /// <param name="power">How often the effect is to be seen, in (α, 1).</param>
    /// <param name="significance">α, in (0, 1).</param>
    /// <param name="alternative">Which departures the test looks for.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An argument is out of range, or the effect lies on the side that the test does not look at, or is too small.
    /// </exception>
    public static int RequiredForOneSample(
        double effect, double power = 0.8, double significance = 0.05,
        Alternative alternative = Alternative.TwoSided) =>
        Required(n => OneSample(effect, n, significance, alternative), effect, power, significance, alternative);

    /// <summary>The smallest n with which the test of two samples of n values each has a given power.</summary>
    /// <inheritdoc cref="RequiredForOneSample"/>
    public static int RequiredForTwoSamples(
        double effect, double power = 0.8, double significance = 0.05,
        Alternative alternative = Alternative.TwoSided) =>
        Required(n => TwoSample(effect, n, n, significance, alternative), effect, power, significance, alternative);

    private static double Power(double noncentrality, double degrees, double significance, Alternative alternative)
    {
        Samples.Level(significance);
        var student = new StudentTDistribution(degrees);
        return alternative switch
        {
            Alternative.Greater => NoncentralT.Survival(student.UpperQuantile(significance), degrees, noncentrality),
            Alternative.Less => NoncentralT.Survival(student.UpperQuantile(significance), degrees, -noncentrality),
            Alternative.TwoSided =>
                NoncentralT.Survival(student.UpperQuantile(significance / 2), degrees, noncentrality)
                + NoncentralT.Survival(student.UpperQuantile(significance / 2), degrees, -noncentrality),
            _ => throw new ArgumentOutOfRangeException(
                nameof(alternative), alternative, "expected TwoSided, Less or Greater")
        };
    }

    // Power rises with n: double until it is reached, then halve the bracket.
    private static int Required(
        Func<int, double> powerOf, double effect, double power, double significance, Alternative alternative)
    {
        Samples.Level(significance);
        if (!(power > significance && power < 1))
            throw new ArgumentOutOfRangeException(nameof(power), power, $"expected a power in ({significance}, 1)");
        var isSeen = alternative switch
        {
            Alternative.Less => effect < 0,
            Alternative.Greater => effect > 0,
            _ => effect is < 0 or > 0
        };
        if (!isSeen)
            throw new ArgumentOutOfRangeException(
                nameof(effect), effect, $"expected an effect other than 0 that a test {alternative} looks for");
        var (below, reached) = (1, 2);
        while (powerOf(reached) < power)
        {
            (below, reached) = (reached, 2 * reached);
            if (reached > MostValues)
                throw new ArgumentOutOfRangeException(
                    nameof(effect), effect, $"expected an effect that {MostValues} values can show");
        }
        while (reached - below > 1)
        {
            var middle = (below + reached) / 2;
            if (powerOf(middle) >= power) reached = middle;
            else below = middle;
        }
        return reached;
    }
}
