namespace GenAiCourse.Mathematics;

/// <summary>Integrals by number: ∫ f(x) dx from a to b.</summary>
public static class Quadrature
{
    /// <summary>The integral, with as many points as it needs where it needs them.</summary>
    /// <param name="f">The integrand; the ends and the breakpoints themselves are never asked.</param>
    /// <param name="a">The lower end; may be −∞.</param>
    /// <param name="b">The upper end; may be ∞, and may be below a, which changes the sign.</param>
    /// <param name="absolute">Stop when the estimated error is at most this, not negative.</param>
    /// <param name="relative">Or at most this times the integral, not negative.</param>
    /// <param name="mostEvaluations">Give up after so many, at least 21.</param>
    /// <param name="breakpoints">Where f jumps, has a corner or a pole, between finite ends.</param>
    /// <exception cref="ArgumentException">
    /// An end is NaN, a breakpoint does not lie between finite ends, or f is not finite somewhere.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A tolerance or the number of evaluations is out of range.
    /// </exception>
    /// <remarks>
    /// Gauss and Kronrod's 21 points on each interval; the interval with the largest error is halved until the errors
    /// sum to the tolerance (QUADPACK's qag: Piessens et al., 1983). An infinite range is mapped by x = (1 − t) / t.
    /// </remarks>
    public static IntegralResult Integrate(
        Func<double, double> f, double a, double b, double absolute = 1e-13, double relative = 1e-11,
        int mostEvaluations = 20_000, params double[] breakpoints)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(breakpoints);
        ArgumentOutOfRangeException.ThrowIfNegative(absolute);
        ArgumentOutOfRangeException.ThrowIfNegative(relative);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostEvaluations, GaussKronrod.Points);
        if (double.IsNaN(a) || double.IsNaN(b))
            throw new ArgumentException($"expected ends, got {a} and {b}", nameof(a));
        if (a == b) return new IntegralResult(0, 0, 0, true);
        if (a > b)
        {
            var turned = Integrate(f, b, a, absolute, relative, mostEvaluations, breakpoints);
            return turned with { Value = -turned.Value };
        }
        if (double.IsFinite(a) && double.IsFinite(b))
            return Adapt(Checked(f), Ends(a, b, breakpoints), absolute, relative, mostEvaluations, points: 1);
        if (breakpoints.Length > 0)
            throw new ArgumentException(
                "expected no breakpoints in an infinite range; integrate the parts", nameof(breakpoints));

        var g = Checked(f);
        Func<double, double> mapped = (double.IsFinite(a), double.IsFinite(b)) switch
        {
            (true, _) => t => g(a + (1 - t) / t) / t / t,
            (_, true) => t => g(b - (1 - t) / t) / t / t,
            _ => t => (g((1 - t) / t) + g(-(1 - t) / t)) / t / t
        };
        var points = double.IsInfinity(a) && double.IsInfinity(b) ? 2 : 1;
        return Adapt(mapped, [0, 1], absolute, relative, mostEvaluations, points);
    }

    /// <summary>The trapezium rule: straight lines between n + 1 points.</summary>
    /// <param name="f">The integrand.</param>
    /// <param name="a">The lower end, finite.</param>
    /// <param name="b">The upper end, finite.</param>
    /// <param name="intervals">n, at least 1; the error falls with n².</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no interval.</exception>
    public static double Trapezoid(Func<double, double> f, double a, double b, int intervals)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentOutOfRangeException.ThrowIfLessThan(intervals, 1);
        var (h, sum) = ((b - a) / intervals, (f(a) + f(b)) / 2);
        for (var i = 1; i < intervals; i++) sum += f(a + i * h);
        return sum * h;
    }

    /// <summary>Simpson's rule: a parabola through each three of n + 1 points.</summary>
    /// <param name="f">The integrand.</param>
    /// <param name="a">The lower end, finite.</param>
    /// <param name="b">The upper end, finite.</param>
    /// <param name="intervals">n, even, at least 2; the error falls with n⁴.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of intervals is odd or below 2.</exception>
    public static double Simpson(Func<double, double> f, double a, double b, int intervals)
    {
        ArgumentNullException.ThrowIfNull(f);
        if (intervals < 2 || intervals % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(intervals), intervals, "expected an even number from 2");
        var (h, sum) = ((b - a) / intervals, f(a) + f(b));
        for (var i = 1; i < intervals; i++) sum += (i % 2 == 1 ? 4 : 2) * f(a + i * h);
        return sum * h / 3;
    }

    private static IntegralResult Adapt(
        Func<double, double> f, double[] ends, double absolute, double relative, int mostEvaluations, int points)
    {
        var queue = new PriorityQueue<(double A, double B, double Value, double Error), double>();
        var (asked, stuck) = (0, new List<(double Value, double Error)>());
        for (var i = 1; i < ends.Length; i++) Add(ends[i - 1], ends[i]);
        while (true)
        {
            var parts = queue.UnorderedItems.Select(item => (item.Element.Value, item.Element.Error)).Concat(stuck);
            var (value, error) = (parts.Sum(part => part.Value), parts.Sum(part => part.Error));
            var isDone = error <= Math.Max(absolute, relative * Math.Abs(value));
            if (isDone || queue.Count == 0 || asked + 2 * points * GaussKronrod.Points > mostEvaluations)
                return new IntegralResult(value, error, asked, isDone);
            var worst = queue.Dequeue();
            var middle = worst.A + (worst.B - worst.A) / 2;
            if (middle <= worst.A || middle >= worst.B)
                stuck.Add((worst.Value, worst.Error));      // no double lies between: nothing left to halve
            else
            {
                Add(worst.A, middle);
                Add(middle, worst.B);
            }
        }

        void Add(double from, double to)
        {
            var (value, error) = GaussKronrod.Apply(f, from, to);
            asked += points * GaussKronrod.Points;
            queue.Enqueue((from, to, value, error), -error);
        }
    }

    private static double[] Ends(double a, double b, double[] breakpoints)
    {
        foreach (var point in breakpoints)
            if (!(point > a && point < b))
                throw new ArgumentException(
                    $"expected breakpoints between {a} and {b}, got {point}", nameof(breakpoints));
        return [a, .. breakpoints.Distinct().Order(), b];
    }

    private static Func<double, double> Checked(Func<double, double> f) => x =>
    {
        var value = f(x);
        return double.IsFinite(value)
            ? value
            : throw new ArgumentException(
                $"expected a finite integrand, got {value} at {x}; give a pole as a breakpoint", nameof(f));
    };
}
