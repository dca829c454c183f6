namespace GenAiCourse.Learning;

/// <summary>Gives a row the label that most of its k nearest rows have.</summary>
/// <remarks>
/// Fix and Hodges, 1951; Cover and Hart, 1967. Euclidean distance to every row, so put the features on one scale first.
/// Of rows equally far the one that was given earlier is nearer; of labels with equal votes the smallest wins.
/// </remarks>
public sealed class KNearestNeighbors : ProbabilisticClassifier
{
    private readonly double[][] _x;
    private readonly int[] _places;

    private KNearestNeighbors(int[] classes, double[][] x, int[] places, int neighbors) : base(classes, x[0].Length) =>
        (_x, _places, Neighbors) = (x, places, neighbors);

    /// <summary>k, how many rows vote.</summary>
    public int Neighbors { get; }

    /// <summary>Keeps the rows; there is nothing else to fit.</summary>
    /// <param name="x">Rows of features, [n, d].</param>
    /// <param name="y">One label a row.</param>
    /// <param name="neighbors">k, in 1 .. n.</param>
    /// <exception cref="ArgumentException">
    /// There is no row, rows differ in length, a feature is not finite, or the counts differ.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="neighbors"/> is not in 1 .. n.</exception>
    public static KNearestNeighbors Fit(double[][] x, int[] y, int neighbors = 5)
    {
        Rows.Check(x);
        ArgumentNullException.ThrowIfNull(y);
        Rows.CheckCount(y.Length, x.Length, "labels", nameof(y));
        if (neighbors < 1 || neighbors > x.Length)
            throw new ArgumentOutOfRangeException(
                nameof(neighbors), neighbors, $"expected 1 to {x.Length} neighbours, no more than there are rows");
        var (classes, places) = Labels.Of(y);
        return new KNearestNeighbors(classes, Array.ConvertAll(x, row => (double[])row.Clone()), places, neighbors);
    }

    /// <summary>The k nearest of the rows that were fitted, the nearest first: their places and distances.</summary>
    /// <exception cref="ArgumentException">The row has another number of features, or one is not finite.</exception>
    public (int Place, double Distance)[] Nearest(double[] row)
    {
        Rows.CheckRow(row, FeatureCount);
        var nearest = new (int Place, double Distance)[Neighbors];
        var found = 0;
        for (var i = 0; i < _x.Length; i++)
        {
            var distance = Rows.SquaredDistance(row, _x[i]);
            if (found == Neighbors && distance >= nearest[^1].Distance) continue;
            var at = found < Neighbors ? found++ : Neighbors - 1;
            for (; at > 0 && distance < nearest[at - 1].Distance; at--) nearest[at] = nearest[at - 1];
            nearest[at] = (i, distance);
        }
        return Array.ConvertAll(nearest, neighbor => (neighbor.Place, Math.Sqrt(neighbor.Distance)));
    }

    private protected override double[] Probabilities(double[] row)
    {
        var votes = new double[Classes.Count];
        foreach (var (place, _) in Nearest(row)) votes[_places[place]]++;
        return Array.ConvertAll(votes, count => count / Neighbors);
    }
}
