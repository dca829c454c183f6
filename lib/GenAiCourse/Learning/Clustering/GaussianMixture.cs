namespace GenAiCourse.Learning;

/// <summary>A density made of k bells: p(x) = Σ πₖ N(x; μₖ, Σₖ).</summary>
/// <remarks>
/// Fitted by EM (Dempster, Laird and Rubin, 1977; Bishop, Pattern Recognition and Machine Learning, 2006, section 9.2),
/// begun from k-means. Logarithms of densities are added by log-sum-exp, so that none underflows.
/// </remarks>
public sealed class GaussianMixture
{
    private readonly GaussianComponent[] _components;
    private readonly CovarianceShape _shape;

    private GaussianMixture(
        GaussianComponent[] components, CovarianceShape shape, IReadOnlyList<double> trace, bool converged) =>
        (_components, _shape, LogLikelihoodTrace, Converged) = (components, shape, trace, converged);

    /// <summary>The bells; their weights sum to 1.</summary>
    public IReadOnlyList<GaussianComponent> Components => _components;

    /// <summary>The mean of ln p(xᵢ) over the rows that were fitted, after each round.</summary>
    public IReadOnlyList<double> LogLikelihoodTrace { get; }

    /// <summary>Whether the last round added less than the tolerance.</summary>
    public bool Converged { get; }

    /// <summary>How many numbers were fitted: k − 1 weights, the means and the covariances.</summary>
    public int ParameterCount
    {
        get
        {
            var (k, d) = (_components.Length, Width);
            return k - 1 + k * d + k * (_shape == CovarianceShape.Full ? d * (d + 1) / 2 : d);
        }
    }

    private int Width => _components[0].Mean.Count;

    /// <summary>Searches for the bells of the greatest likelihood; it finds a local maximum.</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <param name="components">k, at least 1 and no more than there are distinct rows.</param>
    /// <param name="options">Shape, runs and rounds; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, rows differ in length, a feature is not finite, fewer rows than k are distinct, or without
    /// regularization a covariance became singular.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option or k is out of range.</exception>
    public static GaussianMixture Fit(double[][] x, int components, GaussianMixtureOptions? options = null)
    {
        options ??= new();
        Rows.Check(x);
        ArgumentOutOfRangeException.ThrowIfLessThan(components, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Starts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRounds, 1);
        Rows.Positive(options.Tolerance, nameof(options.Tolerance));
        Rows.NotNegative(options.Regularization, nameof(options.Regularization));
        var random = new Random(options.Seed);
        return Enumerable.Range(0, options.Starts)
            .Select(_ => Run(x, components, options, random.Next()))
            .MaxBy(run => run.LogLikelihoodTrace[^1])!;
    }

    /// <summary>ln p(x) of one row.</summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public double LogDensity(double[] row)
    {
        Rows.CheckRow(row, Width);
        return Weigh(row, _components, new double[_components.Length]);
    }

    /// <summary>The mean of ln p over the rows: what held-out rows score tells how well the density fits.</summary>
    /// <param name="rows">At least one row.</param>
    /// <exception cref="ArgumentException">There is no row, or one does not fit.</exception>
    public double MeanLogDensity(double[][] rows)
    {
        Rows.Check(rows, nameof(rows));
        return rows.Average(LogDensity);
    }

    /// <summary>The chance that the row came from each bell: πₖ N(x; μₖ, Σₖ) / p(x); they sum to 1.</summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public double[] Responsibilities(double[] row)
    {
        Rows.CheckRow(row, Width);
        var chances = new double[_components.Length];
        Weigh(row, _components, chances);
        return chances;
    }

    /// <summary>The place of the bell that the row most likely came from.</summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public int Predict(double[] row) => Rows.ArgMax(Responsibilities(row));

    /// <summary>BIC = p ln n − 2 Σ ln p(xᵢ); the lower, the better the fit for its number of parameters.</summary>
    /// <param name="rows">The rows that were fitted.</param>
    /// <exception cref="ArgumentException">There is no row, or one does not fit.</exception>
    /// <remarks>Schwarz, 1978.</remarks>
    public double BayesianInformationCriterion(double[][] rows) =>
        -2 * MeanLogDensity(rows) * rows.Length + ParameterCount * Math.Log(rows.Length);

    /// <summary>Draws rows: a bell by its weight, then a row of that bell.</summary>
    /// <param name="count">How many rows, at least 0.</param>
    /// <param name="random">Where the chance comes from.</param>
    /// <returns>The rows, each with the place of its bell as its label.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public LabeledRows Sample(int count, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(random);
        var (x, y) = (new double[count][], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var left = random.NextDouble();
            while (y[i] < _components.Length - 1 && (left -= _components[y[i]].Weight) >= 0) y[i]++;
            x[i] = _components[y[i]].Sample(random);
        }
        return new LabeledRows(x, y);
    }

    private static GaussianMixture Run(double[][] x, int k, GaussianMixtureOptions options, int seed)
    {
        var clusters = KMeans.Fit(x, k, new() { Starts = 1, Seed = seed }).Labels;
        var chances = Array.ConvertAll(x, _ => new double[k]);
        for (var i = 0; i < x.Length; i++) chances[i][clusters[i]] = 1;
        var (trace, converged, bells) = (new List<double>(), false, Maximize(x, chances, options));
        while (trace.Count < options.MaxRounds && !converged)
        {
            var total = 0.0;
            for (var i = 0; i < x.Length; i++) total += Weigh(x[i], bells, chances[i]);
            trace.Add(total / x.Length);
            converged = trace.Count > 1 && trace[^1] - trace[^2] < options.Tolerance;
            if (!converged) bells = Maximize(x, chances, options);
        }
        return new GaussianMixture(bells, options.Covariance, trace, converged);
    }

    // The E step of one row: fills in its chances, and gives ln p(x).
    private static double Weigh(double[] row, GaussianComponent[] bells, double[] chances)
    {
        for (var k = 0; k < bells.Length; k++) chances[k] = Math.Log(bells[k].Weight) + bells[k].LogDensity(row);
        return LogisticLoss.Softmax(chances);
    }

    // The M step: weights, means and covariances by the rows' chances.
    private static GaussianComponent[] Maximize(double[][] x, double[][] chances, GaussianMixtureOptions options)
    {
        var (d, bells) = (x[0].Length, new GaussianComponent[chances[0].Length]);
        for (var k = 0; k < bells.Length; k++)
        {
            var (total, mean) = (chances.Sum(row => row[k]) + 1e-300, new double[d]);
            for (var i = 0; i < x.Length; i++)
                for (var j = 0; j < d; j++) mean[j] += chances[i][k] * x[i][j] / total;
            var covariance = mean.Select(_ => new double[d]).ToArray();
            for (var i = 0; i < x.Length; i++)
                for (var a = 0; a < d; a++)
                    for (var b = options.Covariance == CovarianceShape.Full ? 0 : a; b <= a; b++)
                        covariance[a][b] += chances[i][k] * (x[i][a] - mean[a]) * (x[i][b] - mean[b]) / total;
            for (var a = 0; a < d; a++)
            {
                covariance[a][a] += options.Regularization;
                for (var b = 0; b < a; b++) covariance[b][a] = covariance[a][b];
            }
            bells[k] = new GaussianComponent(total / x.Length, mean, covariance);
        }
        return bells;
    }
}
