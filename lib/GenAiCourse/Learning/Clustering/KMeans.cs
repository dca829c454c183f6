namespace GenAiCourse.Learning;

/// <summary>k centres, each the mean of the rows that are nearer to it than to the others.</summary>
/// <remarks>
/// Lloyd, 1982 (written in 1957), begun by k-means++ (Arthur and Vassilvitskii, 2007): each next centre is a row drawn
/// with a chance in proportion to its squared distance from the nearest centre so far. A centre that loses all its rows
/// moves to the row that is farthest from its own centre, which cannot make the inertia rise. Of centres equally near
/// the first one counts.
/// </remarks>
public sealed class KMeans
{
    private readonly double[][] _centers;
    private readonly int[] _labels;

    private KMeans(double[][] centers, int[] labels, IReadOnlyList<double> trace) =>
        (_centers, _labels, InertiaTrace) = (centers, labels, trace);

    /// <summary>The centres, [k, d].</summary>
    public IReadOnlyList<IReadOnlyList<double>> Centers => _centers;

    /// <summary>The place of the nearest centre, for each row that was fitted.</summary>
    public IReadOnlyList<int> Labels => _labels;

    /// <summary>Σ |xᵢ − its centre|².</summary>
    public double Inertia => InertiaTrace[^1];

    /// <summary>The inertia after each time that the rows chose their centres; it never rises.</summary>
    public IReadOnlyList<double> InertiaTrace { get; }

    /// <summary>Searches for the centres of the least inertia; it finds a local minimum.</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <param name="clusters">k, at least 1 and no more than there are distinct rows.</param>
    /// <param name="options">Runs and rounds; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, rows differ in length, a feature is not finite, fewer rows than k are distinct, or the initial
    /// centres are not k rows of d numbers.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option or k is out of range.</exception>
    public static KMeans Fit(double[][] x, int clusters, KMeansOptions? options = null)
    {
        options ??= new();
        var d = Rows.Check(x);
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Starts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRounds, 1);
        if (options.InitialCenters is { } given)
        {
            if (Rows.Check(given, nameof(options.InitialCenters)) != d || given.Length != clusters)
                throw new ArgumentException(
                    $"expected {clusters} initial centres of {d} features, got {given.Length} of {given[0].Length}",
                    nameof(options));
            return Run(x, given, options.MaxRounds);
        }

        var random = new Random(options.Seed);
        return Enumerable.Range(0, options.Starts)
            .Select(_ => Run(x, PlusPlus(x, clusters, random), options.MaxRounds))
            .MinBy(run => run.Inertia)!;
    }

    /// <summary>The place of the nearest centre.</summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public int Predict(double[] row)
    {
        Rows.CheckRow(row, _centers[0].Length);
        return Nearest(row, _centers).Place;
    }

    /// <summary>The place of the nearest centre, for each row.</summary>
    /// <inheritdoc cref="Predict(double[])"/>
    public int[] Predict(double[][] rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return Array.ConvertAll(rows, Predict);
    }

    private static KMeans Run(double[][] x, double[][] start, int maxRounds)
    {
        var centers = Array.ConvertAll(start, center => (double[])center.Clone());
        var (labels, trace) = (new int[x.Length], new List<double>());
        Array.Fill(labels, -1);
        while (Assign(x, centers, labels, trace) && trace.Count <= maxRounds) Move(x, centers, labels);
        return new KMeans(centers, labels, trace);
    }

    // Whether a row has changed its centre.
    private static bool Assign(double[][] x, double[][] centers, int[] labels, List<double> trace)
    {
        var (changed, inertia) = (false, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            var (place, distance) = Nearest(x[i], centers);
            inertia += distance;
            changed |= place != labels[i];
            labels[i] = place;
        }
        trace.Add(inertia);
        return changed;
    }

    private static void Move(double[][] x, double[][] centers, int[] labels)
    {
        var empty = new List<int>();
        for (var k = 0; k < centers.Length; k++)
        {
            var own = x.Where((_, i) => labels[i] == k).ToArray();
            if (own.Length > 0) centers[k] = Rows.Means(own);
            else empty.Add(k);
        }
        if (empty.Count == 0) return;
        var distances = x.Select((row, i) => Rows.SquaredDistance(row, centers[labels[i]])).ToArray();
        foreach (var k in empty)
        {
            var farthest = Rows.ArgMax(distances);
            centers[k] = (double[])x[farthest].Clone();
            for (var i = 0; i < x.Length; i++)
                distances[i] = Math.Min(distances[i], Rows.SquaredDistance(x[i], centers[k]));
        }
    }

    private static double[][] PlusPlus(double[][] x, int clusters, Random random)
    {
        var centers = new List<double[]> { x[random.Next(x.Length)] };
        var distances = Array.ConvertAll(x, row => Rows.SquaredDistance(row, centers[0]));
        while (centers.Count < clusters)
        {
            var sum = distances.Sum();
            if (sum == 0)
                throw new ArgumentException(
                    $"expected at least {clusters} distinct rows, one a cluster, got {centers.Count}", nameof(x));
            var (left, place) = (random.NextDouble() * sum, 0);
            while (place < x.Length - 1 && (left -= distances[place]) >= 0) place++;
            while (distances[place] == 0) place--;      // rounding may lead past the last row that has a chance
            centers.Add(x[place]);
            for (var i = 0; i < x.Length; i++)
                distances[i] = Math.Min(distances[i], Rows.SquaredDistance(x[i], x[place]));
        }
        return [.. centers];
    }

    private static (int Place, double Distance) Nearest(double[] row, double[][] centers)
    {
        var (place, least) = (0, double.PositiveInfinity);
        for (var k = 0; k < centers.Length; k++)
        {
            var distance = Rows.SquaredDistance(row, centers[k]);
            if (distance < least) (place, least) = (k, distance);
        }
        return (place, least);
    }
}
