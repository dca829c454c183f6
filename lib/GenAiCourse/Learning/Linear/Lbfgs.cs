namespace GenAiCourse.Learning;

/// <summary>Walks downhill with the curvature that the last steps have shown: L-BFGS (Liu and Nocedal, 1989).</summary>
/// <remarks>
/// Each direction is Nocedal's two-loop recursion (1980) over the last ten steps. A step's length is found by bisection
/// for Wolfe's weak conditions (Lewis and Overton, 2013, algorithm 2.6), so that every pair has yᵀs &gt; 0.
/// </remarks>
internal static class Lbfgs
{
    private const int Memory = 10;

    /// <summary>A value at a point; fills in the gradient there.</summary>
    public delegate double Objective(double[] point, double[] gradient);

    /// <summary>
    /// Where it stopped, the values on the way, and whether no entry of the gradient is above the bound.
    /// </summary>
    public sealed record Result(double[] Point, List<double> Trace, bool Converged);

    /// <summary>Stops when no entry of the gradient is above the tolerance, or after the most steps.</summary>
    public static Result Minimize(Objective objective, double[] start, double tolerance, int maxSteps)
    {
        var (x, gradient) = ((double[])start.Clone(), new double[start.Length]);
        var trace = new List<double> { objective(x, gradient) };
        var pairs = new List<(double[] Step, double[] Change, double Curvature)>();
        while (trace.Count <= maxSteps && gradient.Max(Math.Abs) > tolerance)
        {
            var direction = Direction(gradient, pairs);
            var (nextX, nextGradient) = (new double[x.Length], new double[x.Length]);
            var first = pairs.Count == 0 ? Math.Min(1, 1 / Math.Sqrt(Rows.Dot(gradient, gradient))) : 1;
            var value = Step(objective, x, gradient, trace[^1], direction, first, nextX, nextGradient);
            if (double.IsNaN(value)) break;     // rounding hides what further descent there is
            double[] step = [.. nextX.Zip(x, (a, b) => a - b)];
            double[] change = [.. nextGradient.Zip(gradient, (a, b) => a - b)];
            var curvature = Rows.Dot(step, change);
            if (curvature > 0) pairs.Add((step, change, curvature));
            if (pairs.Count > Memory) pairs.RemoveAt(0);
            (x, gradient) = (nextX, nextGradient);
            trace.Add(value);
        }
        return new Result(x, trace, gradient.Max(Math.Abs) <= tolerance);
    }

    private static double[] Direction(double[] gradient, List<(double[] Step, double[] Change, double Curvature)> pairs)
    {
        var direction = Array.ConvertAll(gradient, g => -g);
        var weights = new double[pairs.Count];
        for (var i = pairs.Count - 1; i >= 0; i--)
        {
            weights[i] = Rows.Dot(pairs[i].Step, direction) / pairs[i].Curvature;
            Add(direction, -weights[i], pairs[i].Change);
        }
        if (pairs.Count > 0)
        {
            var scale = pairs[^1].Curvature / Rows.Dot(pairs[^1].Change, pairs[^1].Change);
            for (var j = 0; j < direction.Length; j++) direction[j] *= scale;
        }
        for (var i = 0; i < pairs.Count; i++)
            Add(direction, weights[i] - Rows.Dot(pairs[i].Change, direction) / pairs[i].Curvature, pairs[i].Step);
        return direction;
    }

    // The value after the step; NaN when there is none that goes down.
    private static double Step(
        Objective objective, double[] x, double[] gradient, double value, double[] direction, double length,
        double[] nextX, double[] nextGradient)
    {
        const double Descent = 1e-4, Curvature = 0.9;
        var slope = Rows.Dot(gradient, direction);
        var slack = 1e-15 * Math.Abs(value);    // near the bottom, values differ by their rounding alone
        var (low, high) = (0.0, double.PositiveInfinity);
        for (var trial = 0; trial < 60; trial++)
        {
            for (var j = 0; j < x.Length; j++) nextX[j] = x[j] + length * direction[j];
            var next = objective(nextX, nextGradient);
            if (!(next <= value + Descent * length * slope + slack)) high = length;
            else if (Rows.Dot(nextGradient, direction) < Curvature * slope) low = length;
            else return next;
            length = double.IsFinite(high) ? (low + high) / 2 : 2 * low;
        }
        return double.NaN;
    }

    private static void Add(double[] to, double factor, double[] what)
    {
        for (var j = 0; j < to.Length; j++) to[j] += factor * what[j];
    }
}
