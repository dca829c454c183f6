namespace GenAiCourse.Statistics;

/// <summary>The uniform distribution: f(x) = 1 / (high − low) for low ≤ x ≤ high.</summary>
public sealed class UniformDistribution : IContinuousDistribution
{
    /// <summary>The uniform distribution between two numbers.</summary>
    /// <param name="low">The smallest number, finite.</param>
    /// <param name="high">The largest number, finite, above <paramref name="low"/> by a finite width.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range or NaN.</exception>
    public UniformDistribution(double low, double high)
    {
        Low = Check.Finite(low);
        High = Check.Finite(high);
        if (!(low < high) || !double.IsFinite(high - low))
            throw new ArgumentOutOfRangeException(
                nameof(high), high, $"expected a high end above low ({low}) by a finite width");
    }

    /// <summary>The smallest number.</summary>
    public double Low { get; }

    /// <summary>The largest number.</summary>
    public double High { get; }

    /// <inheritdoc/>
    public double Mean => Low / 2 + High / 2;

    /// <inheritdoc/>
    public double Variance => Width * Width / 12;

    /// <inheritdoc/>
    public double Density(double x) => double.IsNaN(x) ? x : x < Low || x > High ? 0 : 1 / Width;

    /// <inheritdoc/>
    public double LogDensity(double x) => Math.Log(Density(x));

    /// <inheritdoc/>
    public double Cumulative(double x) => (Math.Clamp(x, Low, High) - Low) / Width;

    /// <inheritdoc/>
    public double Survival(double x) => (High - Math.Clamp(x, Low, High)) / Width;

    /// <inheritdoc/>
    public double Quantile(double probability) =>
        probability == 1 ? High : Math.FusedMultiplyAdd(Check.Probability(probability), Width, Low);

    /// <inheritdoc/>
    public double UpperQuantile(double probability) =>
        probability == 1 ? Low : Math.FusedMultiplyAdd(-Check.Probability(probability), Width, High);

    /// <inheritdoc/>
    public double Sample(Random random) => Quantile(random.NextDouble());

    private double Width => High - Low;
}
