namespace GenAiCourse.Learning;

/// <summary>
/// The widest margin between two classes in a kernel's space; for more classes, each two of them are told apart,
/// and the
/// most votes win (of equals, the first class).
/// </summary>
/// <remarks>
/// Cortes and Vapnik, 1995: f(x) = Σ αᵢ yᵢ K(xᵢ, x) + b. Fitted by <see cref="SequentialMinimalOptimization"/> with the
/// whole kernel matrix of two classes in memory: 8 n² bytes. Put the features on one scale first.
/// </remarks>
public sealed class KernelSvm : Classifier
{
    private readonly Kernel _kernel;
    private readonly Machine[] _machines;

    private KernelSvm(int[] classes, int features, Kernel kernel, Machine[] machines) : base(classes, features) =>
        (_kernel, _machines) = (kernel, machines);

    /// <summary>Places, in the rows that were fitted, of those that hold a margin; ascending.</summary>
    public IReadOnlyList<int> SupportPlaces =>
        [.. _machines.SelectMany(machine => machine.Support).Distinct().Order()];

    /// <summary>Whether every two classes met the tolerance before the steps ran out.</summary>
    public bool Converged => _machines.All(machine => machine.Converged);

    /// <summary>Fits the margins.</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <param name="y">One label a row, of at least two classes.</param>
    /// <param name="options">Kernel, cost and steps; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, rows differ in length, a feature is not finite, the counts differ, or there is one class only.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static KernelSvm Fit(double[][] x, int[] y, KernelSvmOptions? options = null)
    {
        options ??= new();
        var d = Rows.Check(x);
        var (classes, places) = Labels.OfSeveral(y, x.Length);
        Rows.Positive(options.C, nameof(options.C));
        Rows.Positive(options.Tolerance, nameof(options.Tolerance));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxSteps, 1);

        var kernel = options.Kernel ?? Kernel.Rbf(Kernel.ScaledGamma(x));
        var machines = new List<Machine>();
        for (var first = 0; first < classes.Length; first++)
            for (var second = first + 1; second < classes.Length; second++)
                machines.Add(Between(x, places, first, second, kernel, options));
        return new KernelSvm(classes, d, kernel, [.. machines]);
    }

    /// <summary>
    /// f of each two classes (0 and 1, 0 and 2, …, 1 and 2, …), positive towards the second: ±1 on the margins.
    /// </summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public double[] DecisionValues(double[] row)
    {
        Rows.CheckRow(row, FeatureCount);
        return Array.ConvertAll(_machines, machine => machine.Value(row, _kernel));
    }

    private protected override int PredictPlace(double[] row)
    {
        var votes = new double[Classes.Count];
        foreach (var machine in _machines) votes[machine.Value(row, _kernel) > 0 ? machine.Second : machine.First]++;
        return Rows.ArgMax(votes);
    }

    private static Machine Between(
        double[][] x, int[] places, int first, int second, Kernel kernel, KernelSvmOptions options)
    {
        var chosen = Enumerable.Range(0, x.Length).Where(i => places[i] == first || places[i] == second).ToArray();
        var matrix = new double[chosen.Length][];
        for (var i = 0; i < chosen.Length; i++)
        {
            matrix[i] = new double[chosen.Length];
            for (var j = 0; j <= i; j++) matrix[i][j] = matrix[j][i] = kernel.Value(x[chosen[i]], x[chosen[j]]);
        }
        var signs = Array.ConvertAll(chosen, i => places[i] == second ? 1.0 : -1);
        var (weights, intercept, converged) =
            new SequentialMinimalOptimization(matrix, signs, options.C).Solve(options.Tolerance, options.MaxSteps);

        var support = Enumerable.Range(0, chosen.Length).Where(i => weights[i] != 0).ToArray();
        return new Machine(
            first, second, Array.ConvertAll(support, i => chosen[i]),
            Array.ConvertAll(support, i => (double[])x[chosen[i]].Clone()),
            Array.ConvertAll(support, i => weights[i]), intercept, converged);
    }

    private sealed record Machine(
        int First, int Second, int[] Support, double[][] Vectors, double[] Weights, double Intercept, bool Converged)
    {
        public double Value(double[] row, Kernel kernel)
        {
            var sum = Intercept;
            for (var i = 0; i < Weights.Length; i++) sum += Weights[i] * kernel.Value(Vectors[i], row);
            return sum;
        }
    }
}
