// Hints, solutions and variants of the exercises in 03-probability-and-distributions.ipynb. Lines "//# kind exercise" begin a section.

//# hint bayes
// The joint probability of "author i, and this word" is priors[i] * likelihoods[i].
//# hint bayes
// The word's own probability is the sum of these products over all authors.
//# hint bayes
// Divide each product by the sum; where the sum is 0, throw new ArgumentException("…").
//# solution bayes
double[] Posterior(double[] priors, double[] likelihoods)
{
    double[] joint = [.. priors.Zip(likelihoods, (prior, likelihood) => prior * likelihood)];
    var sum = joint.Sum();
    if (sum == 0) throw new ArgumentException("expected a word that some author could have written, got an impossible one");
    return [.. joint.Select(p => p / sum)];
}
//# right bayes : with logarithms, as one does for long texts
double[] Posterior(double[] priors, double[] likelihoods)
{
    double[] logs = [.. priors.Select((prior, i) => Math.Log(prior) + Math.Log(likelihoods[i]))];
    var most = logs.Max();
    if (double.IsNegativeInfinity(most)) throw new ArgumentException("expected a possible word");
    var sum = logs.Sum(log => Math.Exp(log - most));
    return [.. logs.Select(log => Math.Exp(log - most) / sum)];
}
//# wrong bayes : does not divide by the sum
double[] Posterior(double[] priors, double[] likelihoods)
{
    if (priors.Zip(likelihoods, (p, l) => p * l).Sum() == 0) throw new ArgumentException("impossible");
    return [.. priors.Zip(likelihoods, (p, l) => p * l)];
}
//# wrong bayes : forgets the priors
double[] Posterior(double[] priors, double[] likelihoods)
{
    if (priors.Zip(likelihoods, (p, l) => p * l).Sum() == 0) throw new ArgumentException("impossible");
    return [.. likelihoods.Select(l => l / likelihoods.Sum())];
}
//# wrong bayes : gives NaN for an impossible word
double[] Posterior(double[] priors, double[] likelihoods)
{
    var sum = priors.Zip(likelihoods, (p, l) => p * l).Sum();
    return [.. priors.Zip(likelihoods, (p, l) => p * l / sum)];
}

//# hint by-weight
// Scale u in place of the weights: the point u * weights.Sum() lies somewhere on the line of all weights.
//# hint by-weight
// Walk along: add up the weights, and stop at the first index where the point is below (not at) the sum so far.
//# hint by-weight
// Rounding may carry the point past the end. Then the answer is the last index whose weight is not 0: Array.FindLastIndex.
//# solution by-weight
int Draw(double[] weights, double u)
{
    var (point, upTo) = (u * weights.Sum(), 0.0);
    for (var i = 0; i < weights.Length; i++)
        if (point < (upTo += weights[i])) return i;
    return Array.FindLastIndex(weights, weight => weight > 0);
}
//# right by-weight : by taking weights off the point
int Draw(double[] weights, double u)
{
    var (rest, last) = (u * weights.Sum(), 0);
    for (var i = 0; i < weights.Length; i++)
    {
        if (weights[i] == 0) continue;
        last = i;
        if (rest < weights[i]) return i;
        rest -= weights[i];
    }
    return last;
}
//# wrong by-weight : takes the weights for probabilities
int Draw(double[] weights, double u)
{
    var upTo = 0.0;
    for (var i = 0; i < weights.Length; i++)
        if (u < (upTo += weights[i])) return i;
    return weights.Length - 1;
}
//# wrong by-weight : at or below the sum, which draws a first weight of 0 at u = 0
int Draw(double[] weights, double u)
{
    var (point, upTo) = (u * weights.Sum(), 0.0);
    for (var i = 0; i < weights.Length; i++)
        if (point <= (upTo += weights[i])) return i;
    return Array.FindLastIndex(weights, weight => weight > 0);
}

//# hint rejection
// A loop without an end, while (true), with a return inside.
//# hint rejection
// Two numbers from random each time: the place x, and a height, bound times a uniform number.
//# hint rejection
// if (random.NextDouble() * bound < density(x)) return x; otherwise go on.
//# solution rejection
double Reject(Func<double, double> density, double bound, Random random)
{
    while (true)
    {
        var x = random.NextDouble();
        if (random.NextDouble() * bound < density(x)) return x;
    }
}
//# right rejection : recursively, by the chance of keeping x
double Reject(Func<double, double> density, double bound, Random random)
{
    var x = random.NextDouble();
    return random.NextDouble() < density(x) / bound ? x : Reject(density, bound, random);
}
//# wrong rejection : never throws again
double Reject(Func<double, double> density, double bound, Random random) => random.NextDouble();
//# wrong rejection : forgets the bound, so that heights above 1 are cut off
double Reject(Func<double, double> density, double bound, Random random)
{
    while (true)
    {
        var x = random.NextDouble();
        if (random.NextDouble() < density(x)) return x;
    }
}
//# wrong rejection : keeps the darts above the curve
double Reject(Func<double, double> density, double bound, Random random)
{
    while (true)
    {
        var x = random.NextDouble();
        if (random.NextDouble() * bound > density(x)) return x;
    }
}
