namespace GenAiCourse.Statistics;

/// <summary>The exponential distribution: f(x) = λ e^(−λx) for x ≥ 0.</summary>
public sealed class ExponentialDistribution : IContinuousDistribution
{
    /// <summary>The exponential distribution with this rate.</summary>
    /// <param name="rate">λ, positive and finite; the mean is 1 / λ.</param>
    /// <exception cref="ArgumentOutOfRangeException">The parameter is out of its range or NaN.</exception>
    public ExponentialDistribution(double rate) => Rate = Check.Positive(rate);

    /// <summary>λ.</summary>
    public double Rate { get; }

    /// <inheritdoc/>
    public double Mean => 1 / Rate;

    /// <inheritdoc/>
    public double Variance => 1 / Rate / Rate;

    /// <inheritdoc/>
    public double Density(double x) => x < 0 ? 0 : Rate * Math.Exp(-Rate * x);

    /// <inheritdoc/>
    public double LogDensity(double x) => x < 0 ? double.NegativeInfinity : Math.Log(Rate) - Rate * x;

    /// <inheritdoc/>
    public double Cumulative(double x) => x <= 0 ? 0 : -Elementary.ExpM1(-Rate * x);

    /// <inheritdoc/>
    public double Survival(double x) => x <= 0 ? 1 : Math.Exp(-Rate * x);

    /// <inheritdoc/>
    public double Quantile(double probability) => Distance(Elementary.Log1P(-Check.Probability(probability)));

    /// <inheritdoc/>
    public double UpperQuantile(double probability) => Distance(Math.Log(Check.Probability(probability)));

    /// <inheritdoc/>
    public double Sample(Random random) => Distance(Math.Log(1 - random.NextDouble()));

    private double Distance(double log) => log == 0 ? 0 : -log / Rate;      // 0, not −0
}
