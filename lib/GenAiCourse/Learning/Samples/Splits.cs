namespace GenAiCourse.Learning;

/// <summary>Rows divided by chance into those to learn from and those to be judged by.</summary>
/// <remarks>Kohavi, 1995, on why the folds are stratified. A seed decides the order; the same gives the same.</remarks>
public static class Splits
{
    /// <summary>One shuffled split.</summary>
    /// <param name="count">How many rows there are, at least 2.</param>
    /// <param name="testShare">The share of test rows, in (0, 1); at least one row falls on either side.</param>
    /// <param name="seed">Decides the order.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are fewer than two rows, or the share is not in (0, 1).
    /// </exception>
    public static Fold TrainTest(int count, double testShare, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        var test = TestCount(count, testShare);
        var order = Shuffled([.. Enumerable.Range(0, count)], new Random(seed));
        return new Fold([.. order[test..].Order()], [.. order[..test].Order()]);
    }

    /// <summary>One split in which every class has about the same share of test rows.</summary>
    /// <param name="labels">The label of each row; at least two rows of each class.</param>
    /// <param name="testShare">The share of test rows of each class, in (0, 1), rounded; at least one row.</param>
    /// <param name="seed">Decides the order.</param>
    /// <exception cref="ArgumentException">There is no row, or a class has one row only.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1).</exception>
    public static Fold StratifiedTrainTest(int[] labels, double testShare, int seed)
    {
        var random = new Random(seed);
        var (train, test) = (new List<int>(), new List<int>());
        foreach (var places in ByClass(labels, 2, random))
        {
            var count = TestCount(places.Length, testShare);
            test.AddRange(places[..count]);
            train.AddRange(places[count..]);
        }
        return new Fold([.. train.Order()], [.. test.Order()]);
    }

    /// <summary>k splits; each row is a test row in one of them.</summary>
    /// <param name="count">How many rows there are, at least <paramref name="folds"/>.</param>
    /// <param name="folds">k, at least 2.</param>
    /// <param name="seed">Decides the order.</param>
    /// <returns>Folds whose sizes differ by at most one row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There are fewer than two folds, or fewer rows than folds.
    /// </exception>
    public static Fold[] KFold(int count, int folds, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, folds);
        var order = Shuffled([.. Enumerable.Range(0, count)], new Random(seed));
        var foldOf = new int[count];
        for (var i = 0; i < count; i++) foldOf[order[i]] = i % folds;
        return FromFolds(foldOf, folds);
    }

    /// <summary>k splits; each row is a test row in one, and every class is spread evenly over them.</summary>
    /// <param name="labels">The label of each row; at least <paramref name="folds"/> rows of each class.</param>
    /// <param name="folds">k, at least 2.</param>
    /// <param name="seed">Decides the order.</param>
    /// <returns>Folds whose sizes, and rows of each class, differ by at most one.</returns>
    /// <exception cref="ArgumentException">There is no row, or a class has fewer rows than there are folds.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two folds.</exception>
    public static Fold[] StratifiedKFold(int[] labels, int folds, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        var foldOf = new int[labels?.Length ?? 0];
        var next = 0;       // goes on from class to class, so that the folds' sizes stay even
        foreach (var places in ByClass(labels, folds, new Random(seed)))
            foreach (var place in places) foldOf[place] = next++ % folds;
        return FromFolds(foldOf, folds);
    }

    private static Fold[] FromFolds(int[] foldOf, int folds) =>
        [.. Enumerable.Range(0, folds).Select(fold => new Fold(
            [.. Enumerable.Range(0, foldOf.Length).Where(i => foldOf[i] != fold)],
            [.. Enumerable.Range(0, foldOf.Length).Where(i => foldOf[i] == fold)]))];

    private static List<int[]> ByClass(int[]? labels, int least, Random random)
    {
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Length == 0) throw new ArgumentException("expected at least one label, got none", nameof(labels));
        var groups = new List<int[]>();
        foreach (var group in Enumerable.Range(0, labels.Length).GroupBy(i => labels[i]).OrderBy(group => group.Key))
        {
            var places = group.ToArray();
            if (places.Length < least)
                throw new ArgumentException(
                    $"expected at least {least} rows of each class, got {places.Length} of the label {group.Key}; " +
                    "take fewer folds, or split without regard to the classes", nameof(labels));
            groups.Add(Shuffled(places, random));
        }
        return groups;
    }

    private static int TestCount(int count, double testShare) =>
        testShare is > 0 and < 1
            ? Math.Clamp((int)Math.Round(count * testShare, MidpointRounding.AwayFromZero), 1, count - 1)
            : throw new ArgumentOutOfRangeException(nameof(testShare), testShare, "expected a share in (0, 1)");

    private static int[] Shuffled(int[] places, Random random)
    {
        random.Shuffle(places);
        return places;
    }
}
