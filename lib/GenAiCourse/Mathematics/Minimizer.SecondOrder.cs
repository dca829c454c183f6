namespace GenAiCourse.Mathematics;

// Ways that also use how the gradient changes.
public static partial class Minimizer
{
    /// <summary>Newton's steps x − H⁻¹ g: on a quadratic one step is enough.</summary>
    /// <param name="f">The function, twice differentiable.</param>
    /// <param name="gradient">Its gradient, [n] for [n].</param>
    /// <param name="hessian">Its second derivatives, [n, n] for [n].</param>
    /// <param name="start">Where to begin, [n], near the minimum: afar it may go to a maximum or a saddle.</param>
    /// <param name="steps">The most steps, at least 1.</param>
    /// <param name="tolerance">Stop where the gradient is at most this long, not negative.</param>
    /// <exception cref="ArgumentException">
    /// There is no coordinate, the gradient has another length, or the Hessian is singular.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Descent Newton(
        Func<double[], double> f, Func<double[], double[]> gradient, Func<double[], double[,]> hessian,
        double[] start, int steps = 100, double tolerance = 1e-8)
    {
        ArgumentNullException.ThrowIfNull(hessian);
        return Walk(f, gradient, start, steps, tolerance, (x, g, _) =>
            [.. x.Zip(LinearAlgebra.Solve(hessian(x), g), (value, step) => value - step)]);
    }

    /// <summary>L-BFGS: Newton's steps with a Hessian guessed from the last few gradients, and a line search.</summary>
    /// <param name="f">The function.</param>
    /// <param name="gradient">Its gradient, [n] for [n].</param>
    /// <param name="start">Where to begin, [n].</param>
    /// <param name="memory">How many steps the guess looks back, at least 1.</param>
    /// <param name="steps">The most steps, at least 1.</param>
    /// <param name="tolerance">Stop where the gradient is at most this long, not negative.</param>
    /// <returns>A way on which f never rises; it also ends where no step along the direction lowers f.</returns>
    /// <exception cref="ArgumentException">There is no coordinate, or the gradient has another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    /// <remarks>
    /// Nocedal, 1980; Nocedal and Wright, 2006, algorithms 7.4 and 7.5. The search bisects until both of Wolfe's
    /// conditions hold, with 10⁻⁴ and 0.9.
    /// </remarks>
    public static Descent Lbfgs(
        Func<double[], double> f, Func<double[], double[]> gradient, double[] start, int memory = 10,
        int steps = 200, double tolerance = 1e-8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(memory, 1);
        var pairs = new List<(double[] Step, double[] Change)>();
        double[]? lastPoint = null, lastGradient = null;
        return Walk(f, gradient, start, steps, tolerance, (x, g, _) =>
        {
            if (lastPoint is not null)
            {
                var (step, change) = (Combine(x, -1, lastPoint), Combine(g, -1, lastGradient!));
                if (LinearAlgebra.Dot(step, change) > 0) pairs.Add((step, change));
                if (pairs.Count > memory) pairs.RemoveAt(0);
            }
            (lastPoint, lastGradient) = (x, g);
            var direction = Direction(g, pairs);
            return Search(f, gradient, x, g, direction, isFirst: pairs.Count == 0);
        });
    }

    // The two loops: −H g, H the guess of the inverse Hessian.
    private static double[] Direction(double[] g, List<(double[] Step, double[] Change)> pairs)
    {
        var (q, shares) = ((double[])g.Clone(), new double[pairs.Count]);
        for (var i = pairs.Count - 1; i >= 0; i--)
        {
            var (step, change) = pairs[i];
            shares[i] = LinearAlgebra.Dot(step, q) / LinearAlgebra.Dot(step, change);
            q = Combine(q, -shares[i], change);
        }
        if (pairs.Count > 0)
        {
            var (step, change) = pairs[^1];
            var scale = LinearAlgebra.Dot(step, change) / LinearAlgebra.Dot(change, change);
            q = Array.ConvertAll(q, value => value * scale);
        }
        for (var i = 0; i < pairs.Count; i++)
        {
            var (step, change) = pairs[i];
            q = Combine(q, shares[i] - LinearAlgebra.Dot(change, q) / LinearAlgebra.Dot(step, change), step);
        }
        return Array.ConvertAll(q, value => -value);
    }

    // A point with enough descent (Armijo) and a slope that has flattened enough (Wolfe), by bisection.
    private static double[] Search(
        Func<double[], double> f, Func<double[], double[]> gradient, double[] x, double[] g, double[] direction,
        bool isFirst)
    {
        var (value, slope) = (f(x), LinearAlgebra.Dot(g, direction));
        var slack = 1e-15 * Math.Abs(value);    // near the bottom, values differ by their rounding alone
        var (low, high) = (0.0, double.PositiveInfinity);
        var length = isFirst ? Math.Min(1, 1 / LinearAlgebra.Norm(g)) : 1.0;
        for (var i = 0; i < 60; i++)
        {
            var next = Combine(x, length, direction);
            if (!(f(next) <= value + 1e-4 * length * slope + slack)) high = length;
            else if (LinearAlgebra.Dot(gradient(next), direction) < 0.9 * slope) low = length;
            else return next;
            length = double.IsInfinity(high) ? 2 * length : (low + high) / 2;
        }
        return Combine(x, low, direction);      // lowers f, or does not move
    }

    private static double[] Combine(double[] x, double factor, double[] y) => [.. x.Zip(y, (a, b) => a + factor * b)];
}
