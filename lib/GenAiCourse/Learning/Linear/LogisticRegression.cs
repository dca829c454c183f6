using GenAiCourse.Mathematics;

namespace GenAiCourse.Learning;

/// <summary>
/// Probabilities from linear scores: σ(w · x + b) for two classes, softmax(W x + b) for more.
/// </summary>
/// <remarks>
/// Cox, 1958. Fitted by L-BFGS to the smallest Σ cross-entropy + λ |W|² / 2; the intercepts are not penalised. Bishop,
/// Pattern Recognition and Machine Learning, 2006, sections 4.3.2 and 4.3.4. Put the features on one scale first: λ
/// holds the coefficients of small-scaled features back more.
/// </remarks>
public sealed class LogisticRegression : ProbabilisticClassifier
{
    private readonly double[] _intercepts;
    private readonly double[][] _coefficients;

    private LogisticRegression(int[] classes, double[][] coefficients, double[] intercepts, Descent result)
        : base(classes, coefficients[0].Length)
    {
        (_coefficients, _intercepts) = (coefficients, intercepts);
        (LossTrace, Converged) = (result.Values, result.HasConverged);
    }

    /// <summary>
    /// W: for two classes one row, of the second's scores; for more, one row a class.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>> Coefficients => _coefficients;

    /// <summary>b, one number a row of <see cref="Coefficients"/>.</summary>
    public IReadOnlyList<double> Intercepts => _intercepts;

    /// <summary>The mean penalised loss before the first step and after each; it never rises.</summary>
    public IReadOnlyList<double> LossTrace { get; }

    /// <summary>Whether the gradient fell to the tolerance before the steps ran out.</summary>
    public bool Converged { get; }

    /// <summary>Fits the coefficients.</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <param name="y">One label a row, of at least two classes.</param>
    /// <param name="options">Penalty and steps; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, rows differ in length, a feature is not finite, the counts differ, or there is one class only.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static LogisticRegression Fit(double[][] x, int[] y, LogisticRegressionOptions? options = null)
    {
        options ??= new();
        var d = Rows.Check(x);
        var (classes, places) = Labels.OfSeveral(y, x.Length);
        Rows.NotNegative(options.L2, nameof(options.L2));
        Rows.Positive(options.Tolerance, nameof(options.Tolerance));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxSteps, 1);

        var scores = classes.Length == 2 ? 1 : classes.Length;
        var loss = new LogisticLoss(x, places, scores, options.L2);
        var result = Minimizer.Lbfgs(
            loss.Value, loss.Gradient, new double[scores * (d + 1)], steps: options.MaxSteps,
                tolerance: options.Tolerance);
        var rows = result.Minimum.Chunk(d + 1).ToArray();
        return new LogisticRegression(
            classes, Array.ConvertAll(rows, row => row[..d]), Array.ConvertAll(rows, row => row[d]), result);
    }

    private protected override double[] Probabilities(double[] row)
    {
        double[] z = [.. _coefficients.Select((w, k) => Rows.Dot(w, row) + _intercepts[k])];
        if (z.Length == 1) return [LogisticLoss.Sigmoid(-z[0]), LogisticLoss.Sigmoid(z[0])];
        LogisticLoss.Softmax(z);
        return z;
    }
}
