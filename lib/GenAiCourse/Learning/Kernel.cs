namespace GenAiCourse.Learning;

/// <summary>A similarity of two rows that is an inner product in some space of features.</summary>
/// <remarks>
/// Boser, Guyon and Vapnik, 1992. Each is symmetric, and its matrix on any rows has no negative eigenvalue.
/// </remarks>
public abstract record Kernel
{
    private Kernel() { }

    /// <summary>a · b: the features themselves.</summary>
    public static Kernel Linear { get; } = new LinearKernel();

    /// <summary>exp(−γ |a − b|²): nearness; the larger γ, the nearer a row must be to count.</summary>
    /// <param name="gamma">γ, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="gamma"/> is not positive and finite.</exception>
    public static Kernel Rbf(double gamma) => new RbfKernel(Rows.Positive(gamma, nameof(gamma)));

    /// <summary>(γ a · b + c)ᵖ: products of up to p features.</summary>
    /// <param name="degree">p, at least 1.</param>
    /// <param name="gamma">γ, positive.</param>
    /// <param name="constant">c, at least 0; with 0 only products of exactly p features count.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    public static Kernel Polynomial(int degree, double gamma = 1, double constant = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        return new PolynomialKernel(
            degree, Rows.Positive(gamma, nameof(gamma)), Rows.NotNegative(constant, nameof(constant)));
    }

    /// <summary>1 / (d · the variance of all the features), a γ to begin with (scikit-learn's "scale").</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <exception cref="ArgumentException">The rows do not fit together, or no feature varies.</exception>
    public static double ScaledGamma(double[][] x)
    {
        var d = Rows.Check(x);
        var mean = x.Average(row => row.Average());
        var variance = x.Average(row => row.Average(value => (value - mean) * (value - mean)));
        return variance > 0
            ? 1 / (d * variance)
            : throw new ArgumentException("expected features that vary, got the same number everywhere", nameof(x));
    }

    /// <summary>The similarity of two rows of as many features.</summary>
    public abstract double Value(ReadOnlySpan<double> a, ReadOnlySpan<double> b);

    private sealed record LinearKernel : Kernel
    {
        public override double Value(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => Rows.Dot(a, b);
    }

    private sealed record RbfKernel(double Gamma) : Kernel
    {
        public override double Value(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
            Math.Exp(-Gamma * Rows.SquaredDistance(a, b));
    }

    private sealed record PolynomialKernel(int Degree, double Gamma, double Constant) : Kernel
    {
        public override double Value(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
        {
            var (value, power) = (Gamma * Rows.Dot(a, b) + Constant, 1.0);
            for (var i = 0; i < Degree; i++) power *= value;
            return power;
        }
    }
}
