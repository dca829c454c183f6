using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace GenAiCourse.Learning;

/// <summary>A line, plane or hyperplane of least squares: ŷ = w · x + b.</summary>
/// <remarks>
/// Gauss, 1809; the ridge: Hoerl and Kennard, 1970. The columns are centred, so that the intercept is never penalised,
/// and the centred ones factored into Q R: that keeps twice the digits of solving the normal equation
/// XᵀX w = Xᵀy as it stands (Golub and Van Loan, Matrix Computations, section 5.3).
/// </remarks>
public sealed class LinearRegression
{
    // Of a column's length, what must be left once the columns before it are taken away.
    private const double Independent = 1e-10;

    private readonly double[] _coefficients;

    private LinearRegression(double[] coefficients, double intercept, IReadOnlyList<double> lossTrace) =>
        (_coefficients, Intercept, LossTrace) = (coefficients, intercept, lossTrace);

    /// <summary>w, one number a feature.</summary>
    public IReadOnlyList<double> Coefficients => _coefficients;

    /// <summary>b, the prediction where every feature is 0.</summary>
    public double Intercept { get; }

    /// <summary>
    /// The mean squared error before the first step and after each; empty when no steps were walked.
    /// </summary>
    public IReadOnlyList<double> LossTrace { get; }

    /// <summary>The w and b that make Σ (yᵢ − w · xᵢ − b)² + λ |w|² smallest.</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <param name="y">One target a row, [n].</param>
    /// <param name="ridge">λ, at least 0; 0 is plain least squares.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, rows differ in length, a number is not finite, or without a ridge the columns do not decide w:
    /// one is constant, or a combination of those before it, or there are fewer than d + 1 rows.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ridge"/> is negative or not finite.</exception>
    public static LinearRegression Fit(double[][] x, double[] y, double ridge = 0)
    {
        var d = Rows.Check(x);
        Rows.CheckTargets(y, x.Length);
        Rows.NotNegative(ridge, nameof(ridge));
        if (ridge == 0 && x.Length <= d)
            throw new ArgumentException(
                $"expected more rows than the {d} features, got {x.Length}; add rows, drop features or set a ridge",
                nameof(x));

        var (means, meanY) = (Rows.Means(x), y.Sum() / y.Length);
        var penalties = ridge > 0 ? d : 0;      // √λ on the diagonal below X is the penalty as more equations
        var a = Matrix<double>.Build.Dense(x.Length + penalties, d, (i, j) =>
            i < x.Length ? x[i][j] - means[j] : i - x.Length == j ? Math.Sqrt(ridge) : 0);
        var b = Vector<double>.Build.Dense(x.Length + penalties, i => i < x.Length ? y[i] - meanY : 0);
        var factors = a.QR(QRMethod.Thin);
        if (ridge == 0) CheckRank(x, a, factors.R);
        var w = factors.R.Solve(factors.Q.TransposeThisAndMultiply(b)).ToArray();
        return new LinearRegression(w, meanY - Rows.Dot(w, means), []);
    }

    /// <summary>The same w and b, walked to: w ← w − η ∂L/∂w, b ← b − η ∂L/∂b with L = Σ (yᵢ − ŷᵢ)² / n.</summary>
    /// <param name="x">Rows of features, [n, d]; on one scale, or the steps will be too long or too many.</param>
    /// <param name="y">One target a row, [n].</param>
    /// <param name="options">The steps; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, rows differ in length, a number is not finite, or the loss grew beyond all numbers.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static LinearRegression FitByGradientDescent(
        double[][] x, double[] y, GradientDescentOptions? options = null)
    {
        options ??= new();
        var d = Rows.Check(x);
        Rows.CheckTargets(y, x.Length);
        Rows.Positive(options.LearningRate, nameof(options.LearningRate));
        Rows.NotNegative(options.Tolerance, nameof(options.Tolerance));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxSteps, 1);

        var (w, b, gradient) = (new double[d], 0.0, new double[d + 1]);
        var trace = new List<double> { Gradient(x, y, w, b, gradient) };
        while (trace.Count <= options.MaxSteps && gradient.Max(Math.Abs) > options.Tolerance)
        {
            for (var j = 0; j < d; j++) w[j] -= options.LearningRate * gradient[j];
            b -= options.LearningRate * gradient[d];
            trace.Add(Gradient(x, y, w, b, gradient));
            if (!double.IsFinite(trace[^1]))
                throw new ArgumentException(
                    FormattableString.Invariant($"expected a loss that falls, got {trace[^1]} after step ") +
                    FormattableString.Invariant($"{trace.Count - 1} with learning rate {options.LearningRate}; ") +
                    "take a smaller one, or standardise the features", nameof(options));
        }
        return new LinearRegression(w, b, trace);
    }

    /// <summary>ŷ of one row.</summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public double Predict(double[] row)
    {
        Rows.CheckRow(row, _coefficients.Length);
        return Rows.Dot(_coefficients, row) + Intercept;
    }

    /// <summary>ŷ of each row.</summary>
    /// <inheritdoc cref="Predict(double[])"/>
    public double[] Predict(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Array.ConvertAll(rows, Predict);
    }

    // Fills in ∂L/∂w and, last, ∂L/∂b, and gives L.
    private static double Gradient(double[][] x, double[] y, double[] w, double b, double[] gradient)
    {
        var loss = 0.0;
        Array.Clear(gradient);
        for (var i = 0; i < x.Length; i++)
        {
            var error = Rows.Dot(w, x[i]) + b - y[i];
            loss += error * error / x.Length;
            for (var j = 0; j < w.Length; j++) gradient[j] += 2 * error * x[i][j] / x.Length;
            gradient[^1] += 2 * error / x.Length;
        }
        return loss;
    }

    private static void CheckRank(double[][] x, Matrix<double> centred, Matrix<double> r)
    {
        for (var j = 0; j < r.ColumnCount; j++)
        {
            var length = centred.Column(j).L2Norm();
            if (length <= Independent * Math.Sqrt(x.Sum(row => row[j] * row[j])))
                throw new ArgumentException(
                    $"expected columns that vary, got the same number in all of column {j}; drop it", nameof(x));
            if (Math.Abs(r[j, j]) <= Independent * length)
                throw new ArgumentException(
                    $"expected independent columns, but column {j} is a combination of those before it; " +
                    "drop it or set a ridge", nameof(x));
        }
    }
}
