namespace GenAiCourse.Statistics;

/// <summary>Quantiles, by solving for the number whose probability is given.</summary>
internal static class Inverse
{
    /// <summary>The quantile of a distribution on [0, ∞), from whichever tail is the smaller.</summary>
    /// <param name="distribution">The distribution to invert.</param>
    /// <param name="probability">In [0, 1].</param>
    /// <param name="upper">Whether the probability is that of the upper tail.</param>
    public static double OnPositive(IContinuousDistribution distribution, double probability, bool upper)
    {
        Check.Probability(probability);
        if (probability is 0 or 1) return (probability == 0) == upper ? double.PositiveInfinity : 0;
        if (probability > 0.5) (probability, upper) = (1 - probability, !upper);    // exact: Sterbenz, 1974
        return Solve(
            upper ? distribution.Survival : distribution.Cumulative, x => x * distribution.Density(x),
            rising: !upper, probability, Math.Clamp(distribution.Mean, 1e-3, 1e3), double.PositiveInfinity);
    }

    /// <summary>The quantile of a distribution that is symmetric about 0.</summary>
    /// <param name="tail">P(X > x) for x > 0.</param>
    /// <param name="centre">P(0 &lt; X ≤ x) for x > 0.</param>
    /// <param name="weight">x f(x).</param>
    /// <param name="probability">In [0, 1].</param>
    public static double OnSymmetric(
        Func<double, double> tail, Func<double, double> centre, Func<double, double> weight, double probability)
    {
        Check.Probability(probability);
        if (probability == 0.5) return 0;
        var side = probability < 0.5 ? -1 : 1;
        var smaller = probability < 0.5 ? probability : 1 - probability;
        if (smaller == 0) return side * double.PositiveInfinity;
        return side * (smaller <= 0.25
            ? Solve(tail, weight, rising: false, smaller, 1, double.PositiveInfinity)
            : Solve(centre, weight, rising: true, 0.5 - smaller, 0.5, double.PositiveInfinity));
    }

    /// <summary>The x in (0, end) at which a monotone probability has the given value.</summary>
    /// <param name="probability">The function to invert.</param>
    /// <param name="weight">x times the size of the function's derivative.</param>
    /// <param name="rising">Whether the function rises with x.</param>
    /// <param name="target">The value to reach, positive.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="end">The end of the support; the result when the solution lies within rounding of it.</param>
    /// <returns>0 where the solution is too small for a double, and ∞ where it is too large.</returns>
    /// <remarks>
    /// Newton's steps for ln F against ln x, which the tails make nearly straight lines, inside a bracket that a step
    /// must not leave: there the bracket is halved, also in ln x.
    /// </remarks>
    public static double Solve(
        Func<double, double> probability, Func<double, double> weight, bool rising, double target,
        double start, double end)
    {
        const int mostSteps = 500;      // halving alone needs 60; the rest is never reached
        var (low, high, x) = (0.0, end, start);
        for (var step = 0; step < mostSteps; step++)
        {
            var value = probability(x);
            if (value == target) return x;
            if (value < target == rising) low = x;
            else high = x;

            // The root is near x e^−move; a weight that overflows gives 0 and leaves it to the bracket.
            var move = value / weight(x) * Math.Log(value / target) * (rising ? 1 : -1);
            var next = x * Math.Exp(-move);
            if (next > low && next < high)
            {
                if (Math.Abs(move) < 1e-9) return next;     // Newton: the next would be the square of that
            }
            else
            {
                if (move != 0 && Math.Abs(move) < 1e-14) return x;      // as near as the rounding lets it come
                next = Middle(low, high);
                if (next <= low || next >= high) return low == 0 ? 0 : high == end ? end : x;
            }
            x = next;
        }
        return x;
    }

    /// <summary>
    /// The smallest k ≥ <paramref name="least"/> with F(k) ≥ <paramref name="probability"/>, or with P(X > k) ≤ it.
    /// </summary>
    /// <param name="distribution">The distribution to invert.</param>
    /// <param name="probability">In (0, 1).</param>
    /// <param name="upper">Whether the probability is that of the upper tail.</param>
    /// <param name="least">The support's smallest number.</param>
    /// <remarks>A probability that misses by a few roundings counts, so that F(k) gives k back.</remarks>
    public static long OnIntegers(IDiscreteDistribution distribution, double probability, bool upper, long least)
    {
        const double rounding = 1e-14;
        if (probability > 0.5) (probability, upper) = (1 - probability, !upper);    // exact: Sterbenz, 1974
        var (below, step) = (least - 1, 1L);
        while (!IsReached(below + step))
        {
            below += step;
            if (below > long.MaxValue / 4) return long.MaxValue;
            step *= 2;
        }
        var reached = below + step;
        while (reached - below > 1)
        {
            var middle = below + (reached - below) / 2;
            if (IsReached(middle)) reached = middle;
            else below = middle;
        }
        return reached;

        bool IsReached(long k) => upper
            ? distribution.Survival(k) <= probability * (1 + rounding)
            : distribution.Cumulative(k) >= probability * (1 - rounding);
    }

    private static double Middle(double low, double high)
    {
        var (from, to) = (Math.Max(low, double.Epsilon), Math.Min(high, double.MaxValue));
        return Math.Sqrt(from) * Math.Sqrt(to);
    }
}
