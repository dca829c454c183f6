// Hints, solutions and variants of the exercises in 11-what-is-generative-ai.ipynb. Lines "//# kind exercise" begin a section.

//# hint bayes
// First the products: priors.Zip(likelihoods, (p, l) => p * l).
//# hint bayes
// Their sum is p(x). Divide each product by it.
//# hint bayes
// If the sum is 0, return a copy of the priors.
//# solution bayes
double[] BayesRule(double[] priors, double[] likelihoods)
{
    double[] products = [.. priors.Zip(likelihoods, (p, l) => p * l)];
    var sum = products.Sum();
    return sum > 0 ? [.. products.Select(product => product / sum)] : [.. priors];
}
//# right bayes : with a loop
double[] BayesRule(double[] priors, double[] likelihoods)
{
    var (posteriors, evidence) = (new double[priors.Length], 0.0);
    for (var k = 0; k < priors.Length; k++) evidence += priors[k] * likelihoods[k];
    for (var k = 0; k < priors.Length; k++) posteriors[k] = evidence == 0 ? priors[k] : priors[k] * likelihoods[k] / evidence;
    return posteriors;
}
//# wrong bayes : forgets the priors
double[] BayesRule(double[] priors, double[] likelihoods)
{
    var sum = likelihoods.Sum();
    return sum > 0 ? [.. likelihoods.Select(l => l / sum)] : [.. priors];
}
//# wrong bayes : does not divide by p(x)
double[] BayesRule(double[] priors, double[] likelihoods) => [.. priors.Zip(likelihoods, (p, l) => p * l)];
//# wrong bayes : 0 / 0 when nothing is known
double[] BayesRule(double[] priors, double[] likelihoods)
{
    double[] products = [.. priors.Zip(likelihoods, (p, l) => p * l)];
    return [.. products.Select(product => product / products.Sum())];
}

//# hint draw
// The target is u * weights.Sum(). Walk along the weights and add them up.
//# hint draw
// Stop at the first place where the running sum is greater than (not equal to) the target.
//# hint draw
// Rounding may leave you past the end: then the last place with a positive weight is the answer.
//# solution draw
int Draw(double[] weights, double u)
{
    var (target, sum) = (u * weights.Sum(), 0.0);
    for (var k = 0; k < weights.Length; k++)
    {
        sum += weights[k];
        if (sum > target) return k;
    }
    return Array.FindLastIndex(weights, weight => weight > 0);
}
//# right draw : by subtraction
int Draw(double[] weights, double u)
{
    var left = u * weights.Sum();
    var last = 0;
    for (var k = 0; k < weights.Length; k++)
    {
        if (weights[k] == 0) continue;
        last = k;
        left -= weights[k];
        if (left < 0) return k;
    }
    return last;
}
//# wrong draw : stops on a border, and so draws weights of 0
int Draw(double[] weights, double u)
{
    var (target, sum) = (u * weights.Sum(), 0.0);
    for (var k = 0; k < weights.Length; k++)
    {
        sum += weights[k];
        if (sum >= target) return k;
    }
    return weights.Length - 1;
}
//# wrong draw : takes the weights for probabilities
int Draw(double[] weights, double u)
{
    var sum = 0.0;
    for (var k = 0; k < weights.Length; k++)
    {
        sum += weights[k];
        if (sum > u) return k;
    }
    return weights.Length - 1;
}
//# wrong draw : always the likeliest
int Draw(double[] weights, double u) => Array.IndexOf(weights, weights.Max());

//# hint fill-the-gap
// The slope of the line of best fit is s[1][0] / s[0][0] (lesson 07).
//# hint fill-the-gap
// Mean: m[1] + slope * (x - m[0]).
//# hint fill-the-gap
// Variance: s[1][1] less what the first column explains, slope * s[0][1].
//# solution fill-the-gap
(double Mean, double Variance) Given(double x, double[] m, double[][] s)
{
    var slope = s[1][0] / s[0][0];
    return (m[1] + slope * (x - m[0]), s[1][1] - slope * s[0][1]);
}
//# right fill-the-gap : by the factor L
(double Mean, double Variance) Given(double x, double[] m, double[][] s)
{
    var l11 = Math.Sqrt(s[0][0]);
    var l21 = s[1][0] / l11;
    var z1 = (x - m[0]) / l11;
    return (m[1] + l21 * z1, s[1][1] - l21 * l21);
}
//# wrong fill-the-gap : the variance as if nothing were known
(double Mean, double Variance) Given(double x, double[] m, double[][] s) => (m[1] + s[1][0] / s[0][0] * (x - m[0]), s[1][1]);
//# wrong fill-the-gap : the slope the other way round
(double Mean, double Variance) Given(double x, double[] m, double[][] s)
{
    var slope = s[1][0] / s[1][1];
    return (m[1] + slope * (x - m[0]), s[1][1] - s[1][0] * s[0][1] / s[0][0]);
}
//# wrong fill-the-gap : the correlation in place of the slope
(double Mean, double Variance) Given(double x, double[] m, double[][] s)
{
    var correlation = s[1][0] / Math.Sqrt(s[0][0] * s[1][1]);
    return (m[1] + correlation * (x - m[0]), s[1][1] * (1 - correlation * correlation));
}
