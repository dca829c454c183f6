namespace GenAiCourse.Statistics;

/// <summary>How much a message tells, in bits (Shannon, 1948).</summary>
/// <remarks>0 log 0 counts as 0. In nats, multiply by ln 2.</remarks>
public static class Information
{
    /// <summary>The entropy H(p) = −Σ pᵢ log₂ pᵢ: how many yes-no questions an outcome takes in the mean.</summary>
    /// <param name="p">Probabilities that sum to 1 within 1e-9.</param>
    /// <returns>From 0, one outcome for sure, to log₂ n, all alike.</returns>
    /// <exception cref="ArgumentException">A number lies outside [0, 1], or they do not sum to 1.</exception>
    public static double Entropy(ReadOnlySpan<double> p)
    {
        Check(p, nameof(p));
        var sum = 0.0;
        foreach (var x in p) sum -= x > 0 ? x * Math.Log2(x) : 0;
        return sum == 0 ? 0 : sum;      // not −0
    }

    /// <summary>The cross-entropy −Σ pᵢ log₂ qᵢ: the questions it takes with questions made for q.</summary>
    /// <param name="p">The true probabilities, which sum to 1 within 1e-9.</param>
    /// <param name="q">The assumed ones, as many, which sum to 1 within 1e-9.</param>
    /// <returns>At least <see cref="Entropy"/> of p; ∞ where q rules out what p allows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or the numbers are no probabilities.</exception>
    public static double CrossEntropy(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        Check(p, nameof(p));
        Check(q, nameof(q));
        if (p.Length != q.Length)
            throw new ArgumentException($"expected {p.Length} probabilities, as in p, got {q.Length}", nameof(q));
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++) sum -= p[i] > 0 ? p[i] * Math.Log2(q[i]) : 0;
        return sum == 0 ? 0 : sum;
    }

    /// <summary>
    /// The Kullback–Leibler divergence Σ pᵢ log₂ (pᵢ / qᵢ): the bits lost by taking q for p. Not the same as of q from
    /// p.
    /// </summary>
    /// <returns>0 where they agree; ∞ where q rules out what p allows.</returns>
    /// <inheritdoc cref="CrossEntropy"/>
    /// <remarks>Kullback and Leibler, 1951.</remarks>
    public static double Divergence(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        CrossEntropy(p, q);     // for its checks
        var sum = 0.0;
        for (var i = 0; i < p.Length; i++) sum += p[i] > 0 ? p[i] * Math.Log2(p[i] / q[i]) : 0;
        return Math.Max(0, sum);
    }

    /// <summary>The Jensen–Shannon divergence, the mean divergence of p and q from their mixture (p + q) / 2.</summary>
    /// <returns>From 0, where they agree, to 1, where they have no outcome in common; the same of q from p.</returns>
    /// <inheritdoc cref="CrossEntropy"/>
    /// <remarks>Lin, 1991.</remarks>
    public static double JensenShannon(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        CrossEntropy(p, q);     // for its checks
        var mixture = new double[p.Length];
        for (var i = 0; i < mixture.Length; i++) mixture[i] = (p[i] + q[i]) / 2;
        return (Divergence(p, mixture) + Divergence(q, mixture)) / 2;
    }

    /// <summary>The mutual information Σ pᵢⱼ log₂ (pᵢⱼ / (pᵢ pⱼ)): what one variable tells about the other.</summary>
    /// <param name="joint">[n, m]: joint probabilities that sum to 1 within 1e-9.</param>
    /// <returns>0 where the two are independent.</returns>
    /// <exception cref="ArgumentException">A number lies outside [0, 1], or they do not sum to 1.</exception>
    public static double MutualInformation(double[,] joint)
    {
        ArgumentNullException.ThrowIfNull(joint);
        var (n, m) = (joint.GetLength(0), joint.GetLength(1));
        var (rows, columns, product) = (new double[n], new double[m], new double[n * m]);
        for (var i = 0; i < n; i++)
            for (var j = 0; j < m; j++)
            {
                rows[i] += joint[i, j];
                columns[j] += joint[i, j];
            }
        double[] flat = [.. joint.Cast<double>()];
        Check(flat, nameof(joint));
        for (var i = 0; i < flat.Length; i++) product[i] = rows[i / m] * columns[i % m];
        return Divergence(flat, product);
    }

    private static void Check(ReadOnlySpan<double> p, string name)
    {
        var sum = 0.0;
        foreach (var x in p)
        {
            if (x is not (>= 0 and <= 1))
                throw new ArgumentException($"expected probabilities in [0, 1], got {x}", name);
            sum += x;
        }
        if (!(Math.Abs(sum - 1) <= 1e-9))
            throw new ArgumentException($"expected probabilities that sum to 1, got {sum}; divide by their sum", name);
    }
}
