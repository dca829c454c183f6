namespace GenAiCourse.Mathematics;

/// <summary>Ways to go downhill: from a start, by the gradient, to where it is 0.</summary>
/// <remarks>
/// Each returns all its points. A way that leaves the finite numbers ends there, not converged, its last value infinite
/// or NaN: too large a rate is to be seen, not hidden.
/// </remarks>
public static partial class Minimizer
{
    /// <summary>x ← x − η g, or with momentum v ← β v + g, x ← x − η v.</summary>
    /// <param name="f">The function.</param>
    /// <param name="gradient">Its gradient, [n] for [n].</param>
    /// <param name="start">Where to begin, [n].</param>
    /// <param name="rate">
    /// η, positive; on a quadratic it must stay below 2 / λmax (with momentum 2 (1 + β) / λmax).
    /// </param>
    /// <param name="momentum">β, in [0, 1).</param>
    /// <param name="isNesterov">Whether the gradient counts one step ahead: x ← x − η (g + β v).</param>
    /// <param name="steps">The most steps, at least 1.</param>
    /// <param name="tolerance">Stop where the gradient is at most this long, not negative.</param>
    /// <exception cref="ArgumentException">There is no coordinate, or the gradient has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>Cauchy, 1847; Polyak, 1964; Nesterov, 1983, as PyTorch's SGD has it.</remarks>
    public static Descent GradientDescent(
        Func<double[], double> f, Func<double[], double[]> gradient, double[] start, double rate,
        double momentum = 0, bool isNesterov = false, int steps = 1000, double tolerance = 1e-8)
    {
        CheckRate(rate);
        CheckShare(momentum, nameof(momentum));
        var velocity = new double[start?.Length ?? 0];
        return Walk(f, gradient, start, steps, tolerance, (x, g, _) =>
        {
            var next = new double[x.Length];
            for (var i = 0; i < x.Length; i++)
            {
                velocity[i] = momentum * velocity[i] + g[i];
                next[i] = x[i] - rate * (isNesterov ? g[i] + momentum * velocity[i] : velocity[i]);
            }
            return next;
        });
    }

    /// <summary>s ← β s + (1 − β) g², x ← x − η g / (√s + ε): each coordinate at a rate of its own.</summary>
    /// <param name="f">The function.</param>
    /// <param name="gradient">Its gradient, [n] for [n].</param>
    /// <param name="start">Where to begin, [n].</param>
    /// <param name="rate">η, positive.</param>
    /// <param name="decay">β, in [0, 1).</param>
    /// <param name="steps">The most steps, at least 1.</param>
    /// <param name="tolerance">Stop where the gradient is at most this long, not negative.</param>
    /// <exception cref="ArgumentException">There is no coordinate, or the gradient has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>Hinton, 2012, lecture 6e. ε is 1e-8.</remarks>
    public static Descent RmsProp(
        Func<double[], double> f, Func<double[], double[]> gradient, double[] start, double rate = 0.01,
        double decay = 0.99, int steps = 1000, double tolerance = 1e-8)
    {
        CheckRate(rate);
        CheckShare(decay, nameof(decay));
        var squares = new double[start?.Length ?? 0];
        return Walk(f, gradient, start, steps, tolerance, (x, g, _) =>
        {
            var next = new double[x.Length];
            for (var i = 0; i < x.Length; i++)
            {
                squares[i] = decay * squares[i] + (1 - decay) * g[i] * g[i];
                next[i] = x[i] - rate * g[i] / (Math.Sqrt(squares[i]) + 1e-8);
            }
            return next;
        });
    }

    /// <summary>
    /// Adam: m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂) g², both divided by 1 − βᵗ, x ← x − η m̂ / (√ŝ + ε).
    /// </summary>
    /// <param name="f">The function.</param>
    /// <param name="gradient">Its gradient, [n] for [n].</param>
    /// <param name="start">Where to begin, [n].</param>
    /// <param name="rate">η, positive: about the length of a step in each coordinate.</param>
    /// <param name="beta1">β₁, in [0, 1).</param>
    /// <param name="beta2">β₂, in [0, 1).</param>
    /// <param name="steps">The most steps, at least 1.</param>
    /// <param name="tolerance">Stop where the gradient is at most this long, not negative.</param>
    /// <exception cref="ArgumentException">There is no coordinate, or the gradient has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>Kingma and Ba, 2015, algorithm 1. ε is 1e-8.</remarks>
    public static Descent Adam(
        Func<double[], double> f, Func<double[], double[]> gradient, double[] start, double rate = 0.01,
        double beta1 = 0.9, double beta2 = 0.999, int steps = 1000, double tolerance = 1e-8)
    {
        CheckRate(rate);
        CheckShare(beta1, nameof(beta1));
        CheckShare(beta2, nameof(beta2));
        var (means, squares) = (new double[start?.Length ?? 0], new double[start?.Length ?? 0]);
        return Walk(f, gradient, start, steps, tolerance, (x, g, step) =>
        {
            var next = new double[x.Length];
            var (first, second) = (1 - Math.Pow(beta1, step), 1 - Math.Pow(beta2, step));
            for (var i = 0; i < x.Length; i++)
            {
                means[i] = beta1 * means[i] + (1 - beta1) * g[i];
                squares[i] = beta2 * squares[i] + (1 - beta2) * g[i] * g[i];
                next[i] = x[i] - rate * (means[i] / first) / (Math.Sqrt(squares[i] / second) + 1e-8);
            }
            return next;
        });
    }

    // The loop that all share; move gives the next point from the point, the gradient and the step's number from 1.
    private static Descent Walk(
        Func<double[], double> f, Func<double[], double[]> gradient, double[]? start, int steps, double tolerance,
        Func<double[], double[], int, double[]> move)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentNullException.ThrowIfNull(start);
        if (start.Length == 0) throw new ArgumentException("expected at least one coordinate, got none", nameof(start));
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);

        double[] x = [.. start];
        var (points, values) = (new List<double[]> { x }, new List<double> { f(x) });
        for (var step = 1; ; step++)
        {
            var g = gradient(x);
            if (g.Length != x.Length)
                throw new ArgumentException(
                    $"expected a gradient of {x.Length} numbers, got {g.Length}", nameof(gradient));
            var hasConverged = LinearAlgebra.Norm(g) <= tolerance;
            if (hasConverged || step > steps || !double.IsFinite(values[^1]))
                return new Descent([.. points], [.. values], hasConverged);
            var next = move(x, g, step);
            // No double lies between: rounding hides what further descent there is.
            if (next.AsSpan().SequenceEqual(x)) return new Descent([.. points], [.. values], false);
            x = next;
            points.Add(x);
            values.Add(f(x));
        }
    }

    private static void CheckRate(double rate)
    {
        if (!(rate > 0 && double.IsFinite(rate)))
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "expected a positive, finite rate");
    }

    private static void CheckShare(double share, string name)
    {
        if (share is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(name, share, $"expected a {name} in [0, 1)");
    }
}
