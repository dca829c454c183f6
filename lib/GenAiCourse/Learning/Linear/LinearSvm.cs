namespace GenAiCourse.Learning;

/// <summary>
/// The plane with the widest margin between two classes; for more, one plane a class against the rest.
/// </summary>
/// <remarks>
/// Cortes and Vapnik, 1995: the smallest (|w|² + b²) / 2 + C Σ max(0, 1 − y (w · x + b)). Fitted by dual coordinate
/// descent (Hsieh et al., 2008, algorithm 1), as LIBLINEAR is, which counts b as the weight of a feature that is always
/// 1 and so holds it back too: put the features on one scale, about 0, first.
/// </remarks>
public sealed class LinearSvm : Classifier
{
    private readonly double[][] _coefficients;
    private readonly double[] _intercepts;

    private LinearSvm(int[] classes, double[][] coefficients, double[] intercepts, bool converged)
        : base(classes, coefficients[0].Length) =>
        (_coefficients, _intercepts, Converged) = (coefficients, intercepts, converged);

    /// <summary>w: for two classes one row, positive towards the second; for more, one row a class.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Coefficients => _coefficients;

    /// <summary>b, one number a row of <see cref="Coefficients"/>.</summary>
    public IReadOnlyList<double> Intercepts => _intercepts;

    /// <summary>Whether every plane met the tolerance before the passes ran out.</summary>
    public bool Converged { get; }

    /// <summary>Fits the planes.</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <param name="y">One label a row, of at least two classes.</param>
    /// <param name="options">Cost and passes; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, rows differ in length, a feature is not finite, the counts differ, or there is one class only.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static LinearSvm Fit(double[][] x, int[] y, LinearSvmOptions? options = null)
    {
        options ??= new();
        var d = Rows.Check(x);
        var (classes, places) = Labels.OfSeveral(y, x.Length);
        Rows.Positive(options.C, nameof(options.C));
        Rows.Positive(options.Tolerance, nameof(options.Tolerance));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxPasses, 1);

        var converged = true;
        var planes = new double[classes.Length == 2 ? 1 : classes.Length][];
        for (var k = 0; k < planes.Length; k++)
        {
            var positive = planes.Length == 1 ? 1 : k;
            (planes[k], var met) = Plane(x, Array.ConvertAll(places, place => place == positive ? 1.0 : -1), options);
            converged &= met;
        }
        return new LinearSvm(
            classes, Array.ConvertAll(planes, w => w[..d]), Array.ConvertAll(planes, w => w[d]), converged);
    }

    /// <summary>w · x + b of each plane: ±1 on the margins, 0 between the classes.</summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public double[] DecisionValues(double[] row)
    {
        Rows.CheckRow(row, FeatureCount);
        return [.. _coefficients.Select((w, k) => Rows.Dot(w, row) + _intercepts[k])];
    }

    private protected override int PredictPlace(double[] row)
    {
        var values = DecisionValues(row);
        return values.Length == 1 ? values[0] > 0 ? 1 : 0 : Rows.ArgMax(values);
    }

    // w, and last b: Σ αᵢ yᵢ (xᵢ, 1), each αᵢ in [0, C] moved in turn to where the dual is least.
    private static (double[] Plane, bool Converged) Plane(double[][] x, double[] y, LinearSvmOptions options)
    {
        var (n, d, random) = (x.Length, x[0].Length, new Random(options.Seed));
        var (w, alpha) = (new double[d + 1], new double[n]);
        var squares = Array.ConvertAll(x, row => Rows.Dot(row, row) + 1);
        var order = Enumerable.Range(0, n).ToArray();
        for (var pass = 0; pass < options.MaxPasses; pass++)
        {
            random.Shuffle(order);
            var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var i in order)
            {
                var gradient = y[i] * (Rows.Dot(w.AsSpan(0, d), x[i]) + w[d]) - 1;
                var projected = alpha[i] == 0 ? Math.Min(gradient, 0)
                    : alpha[i] == options.C ? Math.Max(gradient, 0) : gradient;
                (least, most) = (Math.Min(least, projected), Math.Max(most, projected));
                if (projected == 0) continue;
                var before = alpha[i];
                alpha[i] = Math.Clamp(before - gradient / squares[i], 0, options.C);
                var step = (alpha[i] - before) * y[i];
                for (var j = 0; j < d; j++) w[j] += step * x[i][j];
                w[d] += step;
            }
            if (most - least <= options.Tolerance) return (w, true);
        }
        return (w, false);
    }
}
