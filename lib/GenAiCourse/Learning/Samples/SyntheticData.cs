namespace GenAiCourse.Learning;

/// <summary>Small samples with a known truth, made from a seed; the same seed gives the same numbers.</summary>
public static class SyntheticData
{
    // Means of a wine-like table's columns in three classes, and the spread that they share.
    private static readonly double[][] WineMeans =
    [
        [13.7, 2.0, 2.46, 17.0, 106, 2.84, 2.98, 0.29, 1.90, 5.5, 1.06, 3.16, 1116],
        [12.3, 1.9, 2.24, 20.2, 95, 2.26, 2.08, 0.36, 1.63, 3.1, 1.06, 2.79, 520],
        [13.2, 3.3, 2.44, 21.4, 99, 1.68, 0.78, 0.45, 1.15, 7.4, 0.68, 1.68, 630],
    ];

    private static readonly double[] WineSpreads =
        [0.51, 0.9, 0.25, 2.8, 13, 0.42, 0.5, 0.11, 0.52, 1.5, 0.15, 0.4, 170];

    /// <summary>Round clouds about given centres: x = centre + spread · (a normal draw each feature).</summary>
    /// <param name="centers">One centre a class, [k, d]; class i has the label i.</param>
    /// <param name="perClass">Rows of each class, at least 1.</param>
    /// <param name="spread">The standard deviation, at least 0.</param>
    /// <param name="seed">Decides the draws.</param>
    /// <exception cref="ArgumentException">The centres are not rows of finite numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count or the spread is out of range.</exception>
    public static LabeledRows Blobs(double[][] centers, int perClass, double spread, int seed)
    {
        Rows.Check(centers, nameof(centers));
        Rows.NotNegative(spread, nameof(spread));
        ArgumentOutOfRangeException.ThrowIfLessThan(perClass, 1);
        return Shuffled(centers.Length * perClass, seed, (i, random) => (
            Array.ConvertAll(centers[i % centers.Length], c => c + spread * Normal(random)), i % centers.Length));
    }

    /// <summary>Two half circles of radius 1 that reach into one another, [2 n, 2].</summary>
    /// <param name="perClass">Rows of each class, at least 1.</param>
    /// <param name="noise">The standard deviation of what is added to each coordinate, at least 0.</param>
    /// <param name="seed">Decides the draws.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count or the noise is out of range.</exception>
    public static LabeledRows Moons(int perClass, double noise, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perClass, 1);
        Rows.NotNegative(noise, nameof(noise));
        return Shuffled(2 * perClass, seed, (i, random) =>
        {
            var (sin, cos) = Math.SinCos(Math.PI * random.NextDouble());
            double[] row = i % 2 == 0 ? [cos, sin] : [1 - cos, 0.5 - sin];
            return (Array.ConvertAll(row, value => value + noise * Normal(random)), i % 2);
        });
    }

    /// <summary>A circle of radius 1 (label 0) about a smaller one (label 1), [2 n, 2].</summary>
    /// <param name="perClass">Rows of each class, at least 1.</param>
    /// <param name="noise">The standard deviation of what is added to each coordinate, at least 0.</param>
    /// <param name="seed">Decides the draws.</param>
    /// <param name="innerRadius">The smaller radius, in (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">A count, the noise or the radius is out of range.</exception>
    public static LabeledRows Circles(int perClass, double noise, int seed, double innerRadius = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perClass, 1);
        Rows.NotNegative(noise, nameof(noise));
        if (innerRadius is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(innerRadius), innerRadius, "expected a radius in (0, 1)");
        return Shuffled(2 * perClass, seed, (i, random) =>
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * random.NextDouble());
            var radius = i % 2 == 0 ? 1 : innerRadius;
            return ([radius * cos + noise * Normal(random), radius * sin + noise * Normal(random)], i % 2);
        });
    }

    /// <summary>A linear truth under noise: xⱼ normal with spread 1, y = w · x + b + noise · (a normal draw).</summary>
    /// <param name="coefficients">w, one finite number a feature.</param>
    /// <param name="intercept">b.</param>
    /// <param name="count">How many rows, at least 1.</param>
    /// <param name="noise">The standard deviation of what is added to y, at least 0.</param>
    /// <param name="seed">Decides the draws.</param>
    /// <exception cref="ArgumentException">The coefficients are none, or one is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count, the intercept or the noise is out of range.</exception>
    public static (double[][] X, double[] Y) Linear(
        double[] coefficients, double intercept, int count, double noise, int seed)
    {
        Rows.Check([coefficients], nameof(coefficients));
        Rows.NotNegative(noise, nameof(noise));
        Rows.NotNegative(Math.Abs(intercept), nameof(intercept));
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var random = new Random(seed);
        var (x, y) = (new double[count][], new double[count]);
        for (var i = 0; i < count; i++)
        {
            x[i] = Array.ConvertAll(coefficients, _ => Normal(random));
            y[i] = Rows.Dot(coefficients, x[i]) + intercept + noise * Normal(random);
        }
        return (x, y);
    }

    /// <summary>
    /// Three classes of thirteen features on very unequal scales (0.1 to 1,000), as chemists measure wine: made, not
    /// measured, so that it needs no file. [178, 13]: 59, 71 and 48 rows, as in the table of Forina et al., 1988.
    /// </summary>
    /// <param name="seed">Decides the draws.</param>
    public static LabeledRows WineLike(int seed) => Shuffled(178, seed, (i, random) =>
    {
        var label = i < 59 ? 0 : i < 130 ? 1 : 2;
        return ([.. WineMeans[label].Zip(WineSpreads, (mean, spread) => mean + spread * Normal(random))], label);
    });

    /// <summary>A draw from the standard normal distribution (Box and Muller, 1958).</summary>
    internal static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static LabeledRows Shuffled(int count, int seed, Func<int, Random, (double[], int)> draw)
    {
        var random = new Random(seed);
        var rows = new (double[] X, int Y)[count];
        for (var i = 0; i < count; i++) rows[i] = draw(i, random);
        random.Shuffle(rows);
        return new LabeledRows(Array.ConvertAll(rows, row => row.X), Array.ConvertAll(rows, row => row.Y));
    }
}
