namespace GenAiCourse.Mathematics;

/// <summary>Where f(x) = 0.</summary>
public static class RootFinding
{
    /// <summary>Halves an interval at whose ends f has different signs: one bit a step, and never fails.</summary>
    /// <param name="f">A continuous function.</param>
    /// <param name="a">One end, finite.</param>
    /// <param name="b">The other, finite, with f of the other sign.</param>
    /// <param name="tolerance">Stop when the interval is at most this wide, not negative.</param>
    /// <param name="mostSteps">Stop after so many steps in any case, at least 1.</param>
    /// <exception cref="ArgumentException">f has the same sign at both ends, or is NaN at one.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance or the number of steps is out of range.</exception>
    public static RootResult Bisect(
        Func<double, double> f, double a, double b, double tolerance = 1e-14, int mostSteps = 200)
    {
        var (fa, _) = Bracket(f, a, b, tolerance, mostSteps);
        var trace = new List<double>();
        if (fa == 0) return new RootResult(a, [a], true);
        while (trace.Count < mostSteps)
        {
            var middle = a + (b - a) / 2;
            trace.Add(middle);
            var value = f(middle);
            if (value == 0 || Math.Abs(b - a) / 2 <= tolerance || middle == a || middle == b)
                return new RootResult(middle, [.. trace], true);
            if (value > 0 == fa > 0) a = middle;
            else b = middle;
        }
        return new RootResult(trace[^1], [.. trace], false);
    }

    /// <summary>
    /// Newton's steps x − f(x) / f'(x): the number of right digits doubles each time, near a simple root.
    /// </summary>
    /// <param name="f">A differentiable function.</param>
    /// <param name="derivative">f'.</param>
    /// <param name="start">The first x, near the root: from afar the steps may diverge or run in a circle.</param>
    /// <param name="tolerance">Stop when a step is at most this times 1 + |x|, not negative.</param>
    /// <param name="mostSteps">Stop after so many steps in any case, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance or the number of steps is out of range.</exception>
    public static RootResult Newton(
        Func<double, double> f, Func<double, double> derivative, double start, double tolerance = 1e-14,
        int mostSteps = 100)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(derivative);
        Check(tolerance, mostSteps);
        var (x, trace) = (start, new List<double> { start });
        for (var i = 0; i < mostSteps; i++)
        {
            var value = f(x);
            if (value == 0) return new RootResult(x, [.. trace], true);
            var step = value / derivative(x);
            x -= step;
            trace.Add(x);
            if (!double.IsFinite(x)) break;
            if (Math.Abs(step) <= tolerance * (1 + Math.Abs(x))) return new RootResult(x, [.. trace], true);
        }
        return new RootResult(x, [.. trace], false);
    }

    /// <summary>Newton's steps with the slope through the last two points, where there is no derivative.</summary>
    /// <param name="f">A differentiable function.</param>
    /// <param name="first">One x near the root.</param>
    /// <param name="second">Another.</param>
    /// <param name="tolerance">Stop when a step is at most this times 1 + |x|, not negative.</param>
    /// <param name="mostSteps">Stop after so many steps in any case, at least 1.</param>
    /// <exception cref="ArgumentException">The two points are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance or the number of steps is out of range.</exception>
    public static RootResult Secant(
        Func<double, double> f, double first, double second, double tolerance = 1e-14, int mostSteps = 100)
    {
        ArgumentNullException.ThrowIfNull(f);
        Check(tolerance, mostSteps);
        if (first == second) throw new ArgumentException($"expected two points, got {first} twice", nameof(second));
        var (before, x, trace) = (first, second, new List<double> { first, second });
        var (old, value) = (f(before), f(x));
        for (var i = 0; i < mostSteps; i++)
        {
            if (value == 0) return new RootResult(x, [.. trace], true);
            var step = value * (x - before) / (value - old);
            (before, old, x) = (x, value, x - step);
            trace.Add(x);
            if (!double.IsFinite(x)) break;
            if (Math.Abs(step) <= tolerance * (1 + Math.Abs(x))) return new RootResult(x, [.. trace], true);
            value = f(x);
        }
        return new RootResult(x, [.. trace], false);
    }

    /// <summary>Brent's method: as safe as bisection, and nearly as fast as Newton's steps.</summary>
    /// <inheritdoc cref="Bisect"/>
    /// <remarks>Brent, 1973, chapter 4: inverse quadratic or secant steps, halving where they do not serve.</remarks>
    public static RootResult Brent(
        Func<double, double> f, double a, double b, double tolerance = 1e-14, int mostSteps = 200)
    {
        var (fa, fb) = Bracket(f, a, b, tolerance, mostSteps);
        var (c, fc, step, before, trace) = (a, fa, b - a, b - a, new List<double>());
        for (var i = 0; i < mostSteps; i++)
        {
            if (fb > 0 == fc > 0) (c, fc, step, before) = (a, fa, b - a, b - a);
            if (Math.Abs(fc) < Math.Abs(fb)) (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb);
            var (least, half) = (2e-16 * Math.Abs(b) + tolerance / 2, (c - b) / 2);
            if (fb == 0 || Math.Abs(half) <= least) return new RootResult(b, [.. trace, b], true);
            (step, before) = Math.Abs(before) >= least && Math.Abs(fa) > Math.Abs(fb)
                ? Interpolate(a, b, c, fa, fb, fc, half, least, step, before)
                : (half, half);
            (a, fa) = (b, fb);
            b += Math.Abs(step) > least ? step : least * Math.Sign(half);
            fb = f(b);
            trace.Add(b);
        }
        return new RootResult(b, [.. trace], false);
    }

    private static (double Step, double Before) Interpolate(
        double a, double b, double c, double fa, double fb, double fc, double half, double least, double step,
        double before)
    {
        var s = fb / fa;
        var (p, q) = (2 * half * s, 1 - s);
        if (a != c)
        {
            var (u, r) = (fa / fc, fb / fc);
            (p, q) = (s * (2 * half * u * (u - r) - (b - a) * (r - 1)), (u - 1) * (r - 1) * (s - 1));
        }
        if (p > 0) q = -q;
        p = Math.Abs(p);
        var isInside = 2 * p < Math.Min(3 * half * q - Math.Abs(least * q), Math.Abs(before * q));
        return isInside ? (p / q, step) : (half, half);
    }

    private static (double Fa, double Fb) Bracket(
        Func<double, double> f, double a, double b, double tolerance, int mostSteps)
    {
        ArgumentNullException.ThrowIfNull(f);
        Check(tolerance, mostSteps);
        var (fa, fb) = (f(a), f(b));
        return fa == 0 || fb == 0 || fa > 0 != fb > 0 && !double.IsNaN(fa + fb)
            ? (fa, fb)
            : throw new ArgumentException($"expected f of two signs, got {fa} at {a} and {fb} at {b}", nameof(b));
    }

    private static void Check(double tolerance, int mostSteps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        ArgumentOutOfRangeException.ThrowIfLessThan(mostSteps, 1);
    }
}
