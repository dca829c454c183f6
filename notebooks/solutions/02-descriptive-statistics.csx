// Hints, solutions and variants of the exercises in 02-descriptive-statistics.ipynb. Lines "//# kind exercise" begin a section.

//# hint trimmed-mean
// Sort a copy: values.Order().ToArray() leaves the array alone.
//# hint trimmed-mean
// The number to drop at each end is the same: var cut = (int)(share * values.Length).
//# hint trimmed-mean
// sorted[cut..^cut] is what is left; its Average() is the answer.
//# solution trimmed-mean
double TrimmedMean(double[] values, double share)
{
    var sorted = values.Order().ToArray();
    var cut = (int)(share * sorted.Length);
    return sorted[cut..^cut].Average();
}
//# right trimmed-mean : with Skip and Take
double TrimmedMean(double[] values, double share)
{
    var cut = (int)(share * values.Length);
    return values.Order().Skip(cut).Take(values.Length - 2 * cut).Average();
}
//# wrong trimmed-mean : does not sort
double TrimmedMean(double[] values, double share)
{
    var cut = (int)(share * values.Length);
    return values[cut..^cut].Average();
}
//# wrong trimmed-mean : sorts the caller's array
double TrimmedMean(double[] values, double share)
{
    Array.Sort(values);
    var cut = (int)(share * values.Length);
    return values[cut..^cut].Average();
}

//# hint tukey-fences
// Three numbers first: var (low, high) = the quartiles at 0.25 and 0.75, and their distance.
//# hint tukey-fences
// The fences stand at low - 1.5 * distance and high + 1.5 * distance.
//# hint tukey-fences
// Where(...) keeps what lies outside, Order() sorts it, ToArray() ends it.
//# solution tukey-fences
double[] FarOut(double[] values)
{
    var (low, high) = (Descriptive.Quantile(values, 0.25), Descriptive.Quantile(values, 0.75));
    var reach = 1.5 * (high - low);
    return values.Where(value => value < low - reach || value > high + reach).Order().ToArray();
}
//# right tukey-fences : by the distance from the box
double[] FarOut(double[] values)
{
    var (low, high) = (Descriptive.Quantile(values, 0.25), Descriptive.Quantile(values, 0.75));
    return [.. values.Where(value => Math.Max(low - value, value - high) > 1.5 * Descriptive.InterquartileRange(values)).Order()];
}
//# wrong tukey-fences : measures from the mean with the standard deviation
double[] FarOut(double[] values)
{
    var (mean, s) = (Descriptive.Mean(values), Descriptive.StandardDeviation(values));
    return values.Where(value => Math.Abs(value - mean) > 1.5 * s).Order().ToArray();
}
//# wrong tukey-fences : counts values on the fence
double[] FarOut(double[] values)
{
    var (low, high) = (Descriptive.Quantile(values, 0.25), Descriptive.Quantile(values, 0.75));
    var reach = 1.5 * (high - low);
    return values.Where(value => value <= low - reach || value >= high + reach).Order().ToArray();
}

//# hint one-pass
// Keep three numbers: how many there were, their mean, and the sum of squared distances from the mean.
//# hint one-pass
// With a new value, the mean moves by (value - mean) / n.
//# hint one-pass
// The sum of squares grows by (value - old mean) * (value - new mean).
//# solution one-pass
class RunningVariance
{
    private int n;
    private double mean, squares;

    public void Add(double value)
    {
        n++;
        var before = value - mean;
        mean += before / n;
        squares += before * (value - mean);
    }

    public double Mean => mean;
    public double Variance => squares / (n - 1);
}
//# right one-pass : Chan's form for adding one value
class RunningVariance
{
    private int n;
    private double mean, squares;

    public void Add(double value)
    {
        var distance = value - mean;
        squares += distance * distance * n / (n + 1);
        mean += distance / ++n;
    }

    public double Mean => mean;
    public double Variance => squares / (n - 1);
}
//# wrong one-pass : the two huge sums
class RunningVariance
{
    private int n;
    private double sum, squares;

    public void Add(double value)
    {
        n++;
        sum += value;
        squares += value * value;
    }

    public double Mean => sum / n;
    public double Variance => (squares - sum * sum / n) / (n - 1);
}
