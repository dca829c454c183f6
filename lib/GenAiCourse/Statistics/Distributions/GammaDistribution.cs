namespace GenAiCourse.Statistics;

/// <summary>
/// The gamma distribution: f(x) = (x / θ)^(k − 1) e^(−x / θ) / (θ Γ(k)) for x > 0, with shape k and scale θ.
/// </summary>
/// <remarks>Its distribution function is the regularised incomplete gamma function P(k, x / θ).</remarks>
public sealed class GammaDistribution : IContinuousDistribution
{
    /// <summary>The gamma distribution with this shape and this scale.</summary>
    /// <param name="shape">k, positive and finite.</param>
    /// <param name="scale">θ, positive and finite; the rate is 1 / θ.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range or NaN.</exception>
    public GammaDistribution(double shape, double scale)
    {
        Shape = Check.Positive(shape);
        Scale = Check.Positive(scale);
    }

    /// <summary>k.</summary>
    public double Shape { get; }

    /// <summary>θ.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public double Mean => Shape * Scale;

    /// <inheritdoc/>
    public double Variance => Shape * Scale * Scale;

    /// <inheritdoc/>
    public double Density(double x) => Term(x).Value;

    /// <inheritdoc/>
    public double LogDensity(double x) => Term(x).Log;

    /// <inheritdoc/>
    public double Cumulative(double x) => IncompleteGamma.Both(Shape, x / Scale).Lower;

    /// <inheritdoc/>
    public double Survival(double x) => IncompleteGamma.Both(Shape, x / Scale).Upper;

    /// <inheritdoc/>
    public double Quantile(double probability) => Inverse.OnPositive(this, probability, upper: false);

    /// <inheritdoc/>
    public double UpperQuantile(double probability) => Inverse.OnPositive(this, probability, upper: true);

    /// <inheritdoc/>
    /// <remarks>Marsaglia and Tsang, 2000.</remarks>
    public double Sample(Random random) => Scale * Standard(Shape, random);

    /// <summary>One number of scale 1.</summary>
    internal static double Standard(double shape, Random random) => Math.Exp(LogStandard(shape, random));

    /// <summary>The logarithm of one, because at small shapes the number itself often underflows.</summary>
    internal static double LogStandard(double shape, Random random)
    {
        // A smaller shape by Stuart's relation: X(k) = X(k + 1) U^(1 / k).
        if (shape < 1) return LogStandard(shape + 1, random) + Math.Log(1 - random.NextDouble()) / shape;

        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var z = NormalDistribution.Standard.Sample(random);
            var root = 1 + c * z;
            if (root <= 0) continue;
            var v = root * root * root;
            if (Math.Log(1 - random.NextDouble()) < z * z / 2 + d * (1 - v + Math.Log(v))) return Math.Log(d * v);
        }
    }

    private Scaled Term(double value)
    {
        var x = value / Scale;
        if (double.IsNaN(x)) return new Scaled(x, 0);
        if (x < 0 || double.IsInfinity(x)) return default;
        if (Shape >= 1) return SaddlePoint.Poisson(Shape - 1, x) * (1 / Scale);
        return x == 0 ? new Scaled(double.PositiveInfinity, 0) : SaddlePoint.Poisson(Shape, x) * (Shape / x / Scale);
    }
}
