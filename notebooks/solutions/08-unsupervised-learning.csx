// Hints, solutions and variants of the exercises in 08-unsupervised-learning.ipynb. Lines "//# kind exercise" begin a section.

//# hint inertia
// First gather the rows of each group: x.Zip(groups).GroupBy(row => row.Second, row => row.First).
//# hint inertia
// A group's mean has one number a column: Enumerable.Range(0, d).Select(j => rows.Average(row => row[j])).
//# hint inertia
// Sum (value - mean)² over all columns of all rows of all groups. No square root, no division.
//# solution inertia
double Inertia(double[][] x, int[] groups)
{
    var cost = 0.0;
    foreach (var group in x.Zip(groups).GroupBy(row => row.Second, row => row.First))
    {
        double[] mean = [.. Enumerable.Range(0, x[0].Length).Select(j => group.Average(row => row[j]))];
        cost += group.Sum(row => row.Zip(mean, (value, m) => (value - m) * (value - m)).Sum());
    }
    return cost;
}
//# right inertia : all pairs of a group, over twice its size
double Inertia(double[][] x, int[] groups) => x.Zip(groups).GroupBy(row => row.Second, row => row.First).Sum(group =>
    group.Sum(a => group.Sum(b => a.Zip(b, (p, q) => (p - q) * (p - q)).Sum())) / (2 * group.Count()));
//# wrong inertia : distances, not squared
double Inertia(double[][] x, int[] groups)
{
    var cost = 0.0;
    foreach (var group in x.Zip(groups).GroupBy(row => row.Second, row => row.First))
    {
        double[] mean = [.. Enumerable.Range(0, x[0].Length).Select(j => group.Average(row => row[j]))];
        cost += group.Sum(row => Math.Sqrt(row.Zip(mean, (value, m) => (value - m) * (value - m)).Sum()));
    }
    return cost;
}
//# wrong inertia : divided by the number of rows
double Inertia(double[][] x, int[] groups)
{
    var cost = 0.0;
    foreach (var group in x.Zip(groups).GroupBy(row => row.Second, row => row.First))
    {
        double[] mean = [.. Enumerable.Range(0, x[0].Length).Select(j => group.Average(row => row[j]))];
        cost += group.Sum(row => row.Zip(mean, (value, m) => (value - m) * (value - m)).Sum());
    }
    return cost / x.Length;
}

//# hint next-centre
// For one row: the smallest of its squared distances to the centres.
//# hint next-centre
// centers.Min(c => row.Zip(c, (p, q) => (p - q) * (p - q)).Sum()) is that number.
//# hint next-centre
// Divide every row's number by their sum.
//# solution next-centre
double[] Chances(double[][] x, double[][] centers)
{
    double[] squared = [.. x.Select(row => centers.Min(c => row.Zip(c, (p, q) => (p - q) * (p - q)).Sum()))];
    var sum = squared.Sum();
    return [.. squared.Select(value => value / sum)];
}
//# right next-centre : with loops
double[] Chances(double[][] x, double[][] centers)
{
    var (chances, sum) = (new double[x.Length], 0.0);
    for (var i = 0; i < x.Length; i++)
    {
        chances[i] = double.PositiveInfinity;
        foreach (var center in centers)
        {
            var squared = 0.0;
            for (var j = 0; j < center.Length; j++) squared += Math.Pow(x[i][j] - center[j], 2);
            chances[i] = Math.Min(chances[i], squared);
        }
        sum += chances[i];
    }
    for (var i = 0; i < x.Length; i++) chances[i] /= sum;
    return chances;
}
//# wrong next-centre : distances, not squared
double[] Chances(double[][] x, double[][] centers)
{
    double[] far = [.. x.Select(row => Math.Sqrt(centers.Min(c => row.Zip(c, (p, q) => (p - q) * (p - q)).Sum())))];
    var sum = far.Sum();
    return [.. far.Select(value => value / sum)];
}
//# wrong next-centre : only the last centre counts
double[] Chances(double[][] x, double[][] centers)
{
    double[] squared = [.. x.Select(row => row.Zip(centers[^1], (p, q) => (p - q) * (p - q)).Sum())];
    var sum = squared.Sum();
    return [.. squared.Select(value => value / sum)];
}
//# wrong next-centre : not divided by the sum
double[] Chances(double[][] x, double[][] centers) =>
    [.. x.Select(row => centers.Min(c => row.Zip(c, (p, q) => (p - q) * (p - q)).Sum()))];

//# hint log-shares
// Subtracting the same number from every logarithm does not change the shares.
//# hint log-shares
// Subtract the largest: then one exponential is 1, and none overflows.
//# hint log-shares
// ln Σ eˡ = max + ln Σ e^(l − max).
//# solution log-shares
(double[] Shares, double LogSum) LogShares(double[] logs)
{
    var max = logs.Max();
    double[] parts = [.. logs.Select(log => Math.Exp(log - max))];
    return ([.. parts.Select(part => part / parts.Sum())], max + Math.Log(parts.Sum()));
}
//# right log-shares : the sum first, then each share from its logarithm
(double[] Shares, double LogSum) LogShares(double[] logs)
{
    var largest = logs.Max();
    var sum = largest + Math.Log(logs.Sum(log => Math.Exp(log - largest)));
    return ([.. logs.Select(log => Math.Exp(log - sum))], sum);
}
//# wrong log-shares : exponentials of what has drowned
(double[] Shares, double LogSum) LogShares(double[] logs)
{
    double[] parts = [.. logs.Select(Math.Exp)];
    return ([.. parts.Select(part => part / parts.Sum())], Math.Log(parts.Sum()));
}
//# wrong log-shares : subtracts the smallest
(double[] Shares, double LogSum) LogShares(double[] logs)
{
    var min = logs.Min();
    double[] parts = [.. logs.Select(log => Math.Exp(log - min))];
    return ([.. parts.Select(part => part / parts.Sum())], min + Math.Log(parts.Sum()));
}
//# wrong log-shares : forgets to add the largest again
(double[] Shares, double LogSum) LogShares(double[] logs)
{
    var max = logs.Max();
    double[] parts = [.. logs.Select(log => Math.Exp(log - max))];
    return ([.. parts.Select(part => part / parts.Sum())], Math.Log(parts.Sum()));
}
