// Hints, solutions and variants of the exercises in 07-supervised-learning.ipynb. Lines "//# kind exercise" begin a section.

//# hint scale-apart
// Go column by column: the mean and the standard deviation of column j over the training rows.
//# hint scale-apart
// A standard deviation of 0 would divide by 0: put 1 in its place.
//# hint scale-apart
// Make new rows: testRows.Select(row => row.Select((v, j) => (v - means[j]) / scales[j]).ToArray()).ToArray().
//# solution scale-apart
(double[][] Train, double[][] Test) ScaleApart(double[][] trainRows, double[][] testRows)
{
    var columns = Enumerable.Range(0, trainRows[0].Length);
    double[] means = [.. columns.Select(j => trainRows.Average(row => row[j]))];
    double[] scales = [.. columns.Select(j => Math.Sqrt(trainRows.Average(row => Math.Pow(row[j] - means[j], 2))))];
    double[] Scale(double[] row) => [.. row.Select((v, j) => (v - means[j]) / (scales[j] > 0 ? scales[j] : 1))];
    return ([.. trainRows.Select(Scale)], [.. testRows.Select(Scale)]);
}
//# right scale-apart : with loops
(double[][] Train, double[][] Test) ScaleApart(double[][] trainRows, double[][] testRows)
{
    double[][] train = [.. trainRows.Select(row => row.ToArray())], test = [.. testRows.Select(row => row.ToArray())];
    for (var j = 0; j < trainRows[0].Length; j++)
    {
        double sum = 0, squares = 0;
        foreach (var row in trainRows) sum += row[j];
        var mean = sum / trainRows.Length;
        foreach (var row in trainRows) squares += (row[j] - mean) * (row[j] - mean);
        var scale = squares == 0 ? 1 : Math.Sqrt(squares / trainRows.Length);
        foreach (var row in train.Concat(test)) row[j] = (row[j] - mean) / scale;
    }
    return (train, test);
}
//# wrong scale-apart : scales the test rows by their own mean and spread
(double[][] Train, double[][] Test) ScaleApart(double[][] trainRows, double[][] testRows) =>
    (StandardScaler.Fit(trainRows).Transform(trainRows), StandardScaler.Fit(testRows).Transform(testRows));
//# wrong scale-apart : fits on all rows together
(double[][] Train, double[][] Test) ScaleApart(double[][] trainRows, double[][] testRows)
{
    var scaler = StandardScaler.Fit([.. trainRows, .. testRows]);
    return (scaler.Transform(trainRows), scaler.Transform(testRows));
}
//# wrong scale-apart : divides by 0 in a constant column
(double[][] Train, double[][] Test) ScaleApart(double[][] trainRows, double[][] testRows)
{
    var columns = Enumerable.Range(0, trainRows[0].Length);
    double[] means = [.. columns.Select(j => trainRows.Average(row => row[j]))];
    double[] scales = [.. columns.Select(j => Math.Sqrt(trainRows.Average(row => Math.Pow(row[j] - means[j], 2))))];
    double[] Scale(double[] row) => [.. row.Select((v, j) => (v - means[j]) / scales[j])];
    return ([.. trainRows.Select(Scale)], [.. testRows.Select(Scale)]);
}

//# hint best-question
// The candidates are the midpoints of neighbouring distinct values: feature.Distinct().Order().
//# hint best-question
// For one candidate t, take the labels with feature ≤ t and those with feature > t, and add n · Gini(…) of each.
//# hint best-question
// MinBy keeps the first of equals, so going through the candidates in ascending order gives the smallest.
//# solution best-question
double BestThreshold(double[] feature, int[] labels)
{
    double[] values = [.. feature.Distinct().Order()];
    double Cost(double t)
    {
        int[] low = [.. labels.Where((_, i) => feature[i] <= t)], high = [.. labels.Where((_, i) => feature[i] > t)];
        return Math.Round(low.Length * Gini(low) + high.Length * Gini(high), 9);
    }
    return values.Zip(values.Skip(1), (a, b) => (a + b) / 2).MinBy(Cost);
}
//# right best-question : sorted once, with running counts
double BestThreshold(double[] feature, int[] labels)
{
    int[] order = [.. Enumerable.Range(0, labels.Length).OrderBy(i => feature[i])];
    var (best, least, n) = (double.NaN, double.PositiveInfinity, labels.Length);
    for (var cut = 1; cut < n; cut++)
    {
        if (feature[order[cut]] == feature[order[cut - 1]]) continue;
        int[] low = [.. order[..cut].Select(i => labels[i])], high = [.. order[cut..].Select(i => labels[i])];
        var cost = (cut * Gini(low) + (n - cut) * Gini(high)) / n;
        if (cost < least - 1e-12) (best, least) = ((feature[order[cut]] + feature[order[cut - 1]]) / 2, cost);
    }
    return best;
}
//# wrong best-question : the plain mean of both sides, whatever their sizes
double BestThreshold(double[] feature, int[] labels)
{
    double[] values = [.. feature.Distinct().Order()];
    double Cost(double t)
    {
        int[] low = [.. labels.Where((_, i) => feature[i] <= t)], high = [.. labels.Where((_, i) => feature[i] > t)];
        return Math.Round(Gini(low) + Gini(high), 9);
    }
    return values.Zip(values.Skip(1), (a, b) => (a + b) / 2).MinBy(Cost);
}
//# wrong best-question : of equal questions the largest
double BestThreshold(double[] feature, int[] labels)
{
    double[] values = [.. feature.Distinct().Order()];
    var (best, least) = (double.NaN, double.PositiveInfinity);
    foreach (var t in values.Zip(values.Skip(1), (a, b) => (a + b) / 2))
    {
        int[] low = [.. labels.Where((_, i) => feature[i] <= t)], high = [.. labels.Where((_, i) => feature[i] > t)];
        var cost = Math.Round(low.Length * Gini(low) + high.Length * Gini(high), 9);
        if (cost <= least) (best, least) = (t, cost);
    }
    return best;
}
//# wrong best-question : forgets to sort the rows
double BestThreshold(double[] feature, int[] labels)
{
    var (best, least, n) = (double.NaN, double.PositiveInfinity, labels.Length);
    for (var cut = 1; cut < n; cut++)
    {
        var cost = (cut * Gini(labels[..cut]) + (n - cut) * Gini(labels[cut..])) / n;
        if (cost < least - 1e-12) (best, least) = ((feature[cut] + feature[cut - 1]) / 2, cost);
    }
    return best;
}
//# wrong best-question : cuts between equal values
double BestThreshold(double[] feature, int[] labels)
{
    int[] order = [.. Enumerable.Range(0, labels.Length).OrderBy(i => feature[i])];
    var (best, least, n) = (double.NaN, double.PositiveInfinity, labels.Length);
    for (var cut = 1; cut < n; cut++)
    {
        int[] low = [.. order[..cut].Select(i => labels[i])], high = [.. order[cut..].Select(i => labels[i])];
        var cost = (cut * Gini(low) + (n - cut) * Gini(high)) / n;
        if (cost < least - 1e-12) (best, least) = ((feature[order[cut]] + feature[order[cut - 1]]) / 2, cost);
    }
    return best;
}

//# hint area
// Two loops: over the positives and over the negatives. Count 1, ½ or 0 for each pair.
//# hint area
// Divide by the number of pairs: positives times negatives.
//# hint area
// By sorting once: a positive's rank among all, equal scores sharing the mean of their ranks, counts the rows below it.
//# solution area
double Area(bool[] positive, double[] scores)
{
    double[] high = [.. scores.Where((_, i) => positive[i])], low = [.. scores.Where((_, i) => !positive[i])];
    return high.Average(p => low.Average(q => p > q ? 1 : p == q ? 0.5 : 0));
}
//# right area : by ranks, sorting once (Mann and Whitney, 1947)
double Area(bool[] positive, double[] scores)
{
    var (ranks, before, positives) = (0.0, 0, positive.Count(p => p));
    foreach (var group in scores.Zip(positive).GroupBy(row => row.First).OrderBy(group => group.Key))
    {
        ranks += group.Count(row => row.Second) * (before + (group.Count() + 1) / 2.0);
        before += group.Count();
    }
    return (ranks - positives * (positives + 1) / 2.0) / (positives * (double)(positive.Length - positives));
}
//# wrong area : ties count nothing
double Area(bool[] positive, double[] scores)
{
    double[] high = [.. scores.Where((_, i) => positive[i])], low = [.. scores.Where((_, i) => !positive[i])];
    return high.Average(p => low.Average(q => p > q ? 1.0 : 0));
}
//# wrong area : the share of right answers at one threshold
double Area(bool[] positive, double[] scores) =>
    positive.Zip(scores).Average(row => row.First == row.Second >= 0.5 ? 1.0 : 0);
