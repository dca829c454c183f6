// Hints, solutions and variants of the exercises in 06-calculus-and-optimisation.ipynb. Lines "//# kind exercise" begin a section.

//# hint simpson
// h = (b - a) / n, and point i lies at a + i * h. The two ends count once.
//# hint simpson
// Points with an odd number count four times, the inner ones with an even number twice.
//# hint simpson
// for (var i = 1; i < n; i++) sum += (i % 2 == 1 ? 4 : 2) * f(a + i * h); and h / 3 * sum at the end.
//# solution simpson
double Simpson(Func<double, double> f, double a, double b, int n)
{
    var (h, sum) = ((b - a) / n, f(a) + f(b));
    for (var i = 1; i < n; i++) sum += (i % 2 == 1 ? 4 : 2) * f(a + i * h);
    return sum * h / 3;
}
//# right simpson : from two trapezium rules, (4 fine − coarse) / 3
double Simpson(Func<double, double> f, double a, double b, int n) => (4 * Trapezium(f, a, b, n) - Coarse(f, a, b, n / 2)) / 3;
double Coarse(Func<double, double> f, double a, double b, int n) =>
    Enumerable.Range(0, n).Sum(i => (b - a) / n * (f(a + (b - a) * i / n) + f(a + (b - a) * (i + 1) / n)) / 2);
//# wrong simpson : the trapezium rule
double Simpson(Func<double, double> f, double a, double b, int n) => Trapezium(f, a, b, n);
//# wrong simpson : 2 and 4 the other way round
double Simpson(Func<double, double> f, double a, double b, int n)
{
    var (h, sum) = ((b - a) / n, f(a) + f(b));
    for (var i = 1; i < n; i++) sum += (i % 2 == 1 ? 2 : 4) * f(a + i * h);
    return sum * h / 3;
}
//# wrong simpson : counts the ends twice
double Simpson(Func<double, double> f, double a, double b, int n)
{
    var (h, sum) = ((b - a) / n, 0.0);
    for (var i = 0; i <= n; i++) sum += (i % 2 == 1 ? 4 : 2) * f(a + i * h);
    return sum * h / 3;
}

//# hint backtracking
// ‖g‖² is the dot product of g with itself: g.Sum(slope => slope * slope).
//# hint backtracking
// double[] next = [.. x.Zip(g, (value, slope) => value - rate * slope)]; is the point after a step.
//# hint backtracking
// while (f(next) > f(x) - rate * squares / 2) rate /= 2; with next computed anew each time.
//# solution backtracking
double Backtrack(Func<double[], double> f, double[] x, double[] g)
{
    var (rate, before, squares) = (1.0, f(x), g.Sum(slope => slope * slope));
    while (f([.. x.Zip(g, (value, slope) => value - rate * slope)]) > before - rate * squares / 2) rate /= 2;
    return rate;
}
//# right backtracking : with the powers of ½ in a query
double Backtrack(Func<double[], double> f, double[] x, double[] g) => Enumerable.Range(0, 1000).Select(k => Math.Pow(2, -k))
    .First(rate => f([.. x.Zip(g, (value, slope) => value - rate * slope)]) <= f(x) - rate * LinearAlgebra.Dot(g, g) / 2);
//# wrong backtracking : takes any step that goes down
double Backtrack(Func<double[], double> f, double[] x, double[] g)
{
    var rate = 1.0;
    while (rate > 1e-12 && f([.. x.Zip(g, (value, slope) => value - rate * slope)]) >= f(x)) rate /= 2;
    return rate;
}
//# wrong backtracking : steps uphill
double Backtrack(Func<double[], double> f, double[] x, double[] g)
{
    var (rate, squares) = (1.0, g.Sum(slope => slope * slope));
    while (rate > 1e-12 && f([.. x.Zip(g, (value, slope) => value + rate * slope)]) > f(x) - rate * squares / 2) rate /= 2;
    return rate;
}
//# wrong backtracking : moves x itself
double Backtrack(Func<double[], double> f, double[] x, double[] g)
{
    var (rate, before, squares) = (1.0, f(x), g.Sum(slope => slope * slope));
    double[] from = [.. x];
    while (true)
    {
        for (var i = 0; i < x.Length; i++) x[i] = from[i] - rate * g[i];
        if (f(x) <= before - rate * squares / 2) return rate;
        rate /= 2;
    }
}

//# hint adam
// Four things to keep: the point, m, s (each an array) and the number of the step t, which is 1 at the first step.
//# hint adam
// In Step: t++, then for each coordinate m[i] = 0.9 * m[i] + 0.1 * g, and s[i] with 0.999, 0.001 and g * g.
//# hint adam
// x[i] -= rate * (m[i] / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(s[i] / (1 - Math.Pow(0.999, t))) + 1e-8). The corrected values are not kept.
//# solution adam
class MyAdam(double[] start, double rate)
{
    private readonly double[] x = [.. start], m = new double[start.Length], s = new double[start.Length];
    private int t;

    public double[] Step(double[] gradient)
    {
        t++;
        for (var i = 0; i < x.Length; i++)
        {
            m[i] = 0.9 * m[i] + 0.1 * gradient[i];
            s[i] = 0.999 * s[i] + 0.001 * gradient[i] * gradient[i];
            x[i] -= rate * (m[i] / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(s[i] / (1 - Math.Pow(0.999, t))) + 1e-8);
        }
        return x;
    }
}
//# right adam : with the corrections kept as running products
class MyAdam(double[] start, double rate)
{
    private double[] x = start, m = new double[start.Length], s = new double[start.Length];
    private double first = 1, second = 1;

    public double[] Step(double[] gradient)
    {
        (first, second) = (first * 0.9, second * 0.999);
        m = [.. m.Zip(gradient, (old, g) => old + (1 - 0.9) * (g - old))];
        s = [.. s.Zip(gradient, (old, g) => old + (1 - 0.999) * (g * g - old))];
        return x = [.. x.Select((value, i) => value - rate * m[i] / (1 - first) / (Math.Sqrt(s[i] / (1 - second)) + 1e-8))];
    }
}
//# wrong adam : without the corrections, so that the first steps are too large
class MyAdam(double[] start, double rate)
{
    private readonly double[] x = [.. start], m = new double[start.Length], s = new double[start.Length];

    public double[] Step(double[] gradient)
    {
        for (var i = 0; i < x.Length; i++)
        {
            m[i] = 0.9 * m[i] + 0.1 * gradient[i];
            s[i] = 0.999 * s[i] + 0.001 * gradient[i] * gradient[i];
            x[i] -= rate * m[i] / (Math.Sqrt(s[i]) + 1e-8);
        }
        return x;
    }
}
//# wrong adam : keeps the corrected averages
class MyAdam(double[] start, double rate)
{
    private readonly double[] x = [.. start], m = new double[start.Length], s = new double[start.Length];
    private int t;

    public double[] Step(double[] gradient)
    {
        t++;
        for (var i = 0; i < x.Length; i++)
        {
            m[i] = (0.9 * m[i] + 0.1 * gradient[i]) / (1 - Math.Pow(0.9, t));
            s[i] = (0.999 * s[i] + 0.001 * gradient[i] * gradient[i]) / (1 - Math.Pow(0.999, t));
            x[i] -= rate * m[i] / (Math.Sqrt(s[i]) + 1e-8);
        }
        return x;
    }
}
//# wrong adam : begins to count the steps at 0
class MyAdam(double[] start, double rate)
{
    private readonly double[] x = [.. start], m = new double[start.Length], s = new double[start.Length];
    private int t;

    public double[] Step(double[] gradient)
    {
        for (var i = 0; i < x.Length; i++)
        {
            m[i] = 0.9 * m[i] + 0.1 * gradient[i];
            s[i] = 0.999 * s[i] + 0.001 * gradient[i] * gradient[i];
            x[i] -= rate * (m[i] / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(s[i] / (1 - Math.Pow(0.999, t))) + 1e-8);
        }
        t++;
        return x;
    }
}
