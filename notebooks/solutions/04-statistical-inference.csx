// Hints, solutions and variants of the exercises in 04-statistical-inference.ipynb. Lines "//# kind exercise" begin a section.

//# hint welch
// Two numbers first: u = Descriptive.Variance(x) / x.Length, and v for y. Descriptive.Variance divides by n − 1.
//# hint welch
// t is the difference of the means over Math.Sqrt(u + v).
//# hint welch
// ν = (u + v) * (u + v) / (u * u / (x.Length - 1) + v * v / (y.Length - 1)). It need not be whole.
//# solution welch
(double T, double Degrees) WelchTest(double[] x, double[] y)
{
    var (u, v) = (Descriptive.Variance(x) / x.Length, Descriptive.Variance(y) / y.Length);
    var degrees = (u + v) * (u + v) / (u * u / (x.Length - 1) + v * v / (y.Length - 1));
    return ((x.Average() - y.Average()) / Math.Sqrt(u + v), degrees);
}
//# right welch : with standard errors and loops of its own
(double T, double Degrees) WelchTest(double[] x, double[] y)
{
    double SquaredError(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length;
    }
    var (u, v) = (SquaredError(x), SquaredError(y));
    var share = u / (u + v);
    return ((x.Average() - y.Average()) / Math.Sqrt(u + v), 1 / (share * share / (x.Length - 1) + (1 - share) * (1 - share) / (y.Length - 1)));
}
//# wrong welch : pools the variances and counts n + m - 2 degrees
(double T, double Degrees) WelchTest(double[] x, double[] y)
{
    var degrees = x.Length + y.Length - 2;
    var pooled = ((x.Length - 1) * Descriptive.Variance(x) + (y.Length - 1) * Descriptive.Variance(y)) / degrees;
    return ((x.Average() - y.Average()) / Math.Sqrt(pooled / x.Length + pooled / y.Length), degrees);
}
//# wrong welch : forgets to divide the variances by n
(double T, double Degrees) WelchTest(double[] x, double[] y)
{
    var (u, v) = (Descriptive.Variance(x), Descriptive.Variance(y));
    return ((x.Average() - y.Average()) / Math.Sqrt(u + v), (u + v) * (u + v) / (u * u / (x.Length - 1) + v * v / (y.Length - 1)));
}

//# hint sign-flip
// A number from 0 to 2ⁿ − 1 is a choice of signs: bit i says whether difference i is flipped.
//# hint sign-flip
// For each mask, sum ((mask >> i & 1) == 0 ? d : -d) over the differences.
//# hint sign-flip
// Count a mask where |sum| >= |observed sum| - 1e-12 * n. The mask 0 is the observed sample itself.
//# solution sign-flip
double SignFlipP(double[] differences)
{
    var (n, asFar) = (differences.Length, 0);
    var observed = Math.Abs(differences.Average());
    for (var mask = 0; mask < 1 << n; mask++)
        if (Math.Abs(differences.Select((d, i) => (mask >> i & 1) == 0 ? d : -d).Average()) >= observed - 1e-12) asFar++;
    return asFar / Math.Pow(2, n);
}
//# right sign-flip : recursively, by sums
double SignFlipP(double[] differences)
{
    var observed = Math.Abs(differences.Sum());
    int Count(int i, double sum) => i == differences.Length
        ? Math.Abs(sum) >= observed - 1e-12 * differences.Length ? 1 : 0
        : Count(i + 1, sum + differences[i]) + Count(i + 1, sum - differences[i]);
    return Count(0, 0) / Math.Pow(2, differences.Length);
}
//# wrong sign-flip : looks to one side only
double SignFlipP(double[] differences)
{
    var (n, asFar) = (differences.Length, 0);
    for (var mask = 0; mask < 1 << n; mask++)
        if (differences.Select((d, i) => (mask >> i & 1) == 0 ? d : -d).Average() >= differences.Average() - 1e-12) asFar++;
    return asFar / Math.Pow(2, n);
}
//# wrong sign-flip : leaves out the observed sample and those that tie with it
double SignFlipP(double[] differences)
{
    var (n, asFar) = (differences.Length, 0);
    var observed = Math.Abs(differences.Average());
    for (var mask = 0; mask < 1 << n; mask++)
        if (Math.Abs(differences.Select((d, i) => (mask >> i & 1) == 0 ? d : -d).Average()) > observed + 1e-12) asFar++;
    return asFar / Math.Pow(2, n);
}

//# hint holm
// Sort the places, not the values: Enumerable.Range(0, p.Length).OrderBy(i => p[i]) remembers where each p came from.
//# hint holm
// The k-th smallest, counted from 0, is compared with alpha / (p.Length - k).
//# hint holm
// Leave the loop at the first that is larger: TakeWhile or break. All later ones stay false, however small their own limit.
//# solution holm
bool[] Holm(double[] p, double alpha)
{
    var rejected = new bool[p.Length];
    var order = Enumerable.Range(0, p.Length).OrderBy(i => p[i]).ToArray();
    for (var k = 0; k < order.Length && p[order[k]] <= alpha / (p.Length - k); k++) rejected[order[k]] = true;
    return rejected;
}
//# right holm : by adjusted p-values
bool[] Holm(double[] p, double alpha)
{
    var (adjusted, largest) = (new double[p.Length], 0.0);
    foreach (var (place, k) in Enumerable.Range(0, p.Length).OrderBy(i => p[i]).Select((place, k) => (place, k)))
        adjusted[place] = largest = Math.Max(largest, (p.Length - k) * p[place]);
    return Array.ConvertAll(adjusted, value => value <= alpha);
}
//# wrong holm : Bonferroni's single limit
bool[] Holm(double[] p, double alpha) => Array.ConvertAll(p, value => value <= alpha / p.Length);
//# wrong holm : does not stop at the first that fails
bool[] Holm(double[] p, double alpha)
{
    var rejected = new bool[p.Length];
    var order = Enumerable.Range(0, p.Length).OrderBy(i => p[i]).ToArray();
    for (var k = 0; k < order.Length; k++) rejected[order[k]] = p[order[k]] <= alpha / (p.Length - k);
    return rejected;
}
//# wrong holm : answers in sorted order
bool[] Holm(double[] p, double alpha)
{
    var sorted = p.Order().ToArray();
    var count = sorted.TakeWhile((value, k) => value <= alpha / (p.Length - k)).Count();
    return Array.ConvertAll(sorted.Select((_, k) => k).ToArray(), k => k < count);
}
