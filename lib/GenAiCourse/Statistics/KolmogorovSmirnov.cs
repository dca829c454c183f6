using System.Numerics;

namespace GenAiCourse.Statistics;

/// <summary>The largest distance between two distribution functions, and whether chance would make one.</summary>
public static class KolmogorovSmirnov
{
    /// <summary>D = sup |Fₙ(x) − F(x)|, from a sample's distribution function to a given one.</summary>
    /// <param name="values">At least one number.</param>
    /// <param name="cumulative">F, a continuous distribution function.</param>
    /// <returns>A number in [0, 1].</returns>
    /// <exception cref="ArgumentException">There is no value, or one is NaN.</exception>
    public static double Distance(ReadOnlySpan<double> values, Func<double, double> cumulative)
    {
        ArgumentNullException.ThrowIfNull(cumulative);
        Samples.Check(values, 1, nameof(values));
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var (most, n) = (0.0, (double)sorted.Length);
        for (var i = 0; i < sorted.Length; i++)
        {
            var f = cumulative(sorted[i]);
            most = Math.Max(most, Math.Max((i + 1) / n - f, f - i / n));
        }
        return most;
    }

    /// <summary>Whether a sample comes from a given continuous distribution.</summary>
    /// <param name="values">At least one number.</param>
    /// <param name="cumulative">F, known beforehand: with parameters fitted to the sample p is far too large.</param>
    /// <returns>D, and an approximate p.</returns>
    /// <exception cref="ArgumentException">There is no value, or one is NaN.</exception>
    /// <remarks>
    /// P ≈ 2 Σ (−1)^(k − 1) e^(−2 k² λ²) with λ = D (√n + 0.12 + 0.11 / √n) (Kolmogorov, 1933; Stephens, 1970), within
    /// about 0.001 for n ≥ 20.
    /// </remarks>
    public static TestOutcome OneSample(ReadOnlySpan<double> values, Func<double, double> cumulative)
    {
        var distance = Distance(values, cumulative);
        var root = Math.Sqrt(values.Length);
        return new TestOutcome(distance, Limit(distance * (root + 0.12 + 0.11 / root)));
    }

    /// <summary>Whether two samples come from the same distribution, whatever it is: exact.</summary>
    /// <param name="x">At least one number.</param>
    /// <param name="y">At least one number; n m ≤ 1,000,000.</param>
    /// <returns>D = sup |Fₙ(x) − Gₘ(x)| and P(D ≥ it), exact without ties and an upper bound with them.</returns>
    /// <exception cref="ArgumentException">A sample is empty, too large or holds a NaN.</exception>
    /// <remarks>
    /// Counts the paths from (0, 0) to (n, m) that stay within the distance (Hodges, 1958, section 2).
    /// </remarks>
    public static TestOutcome TwoSample(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Samples.Check(x, 1, nameof(x));
        Samples.Check(y, 1, nameof(y));
        if ((long)x.Length * y.Length > 1_000_000)
            throw new ArgumentException(
                $"expected at most 1,000,000 pairs, got {(long)x.Length * y.Length}; test a part", nameof(y));
        var steps = Steps(x, y);
        var (inside, all) = (Paths(x.Length, y.Length, steps), Paths(x.Length, y.Length, long.MaxValue));
        return new TestOutcome((double)steps / ((long)x.Length * y.Length), RankCounts.Ratio(all - inside, all));
    }

    // n m D, a whole number.
    private static long Steps(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (first, second) = (x.ToArray(), y.ToArray());
        Array.Sort(first);
        Array.Sort(second);
        var (i, j, most) = (0, 0, 0L);
        while (i < first.Length && j < second.Length)
        {
            var value = Math.Min(first[i], second[j]);
            while (i < first.Length && first[i] == value) i++;
            while (j < second.Length && second[j] == value) j++;
            most = Math.Max(most, Math.Abs((long)i * second.Length - (long)j * first.Length));
        }
        return most;
    }

    // Paths through the points with |i m − j n| below the bound.
    private static BigInteger Paths(int n, int m, long bound)
    {
        var row = new BigInteger[m + 1];
        for (var i = 0; i <= n; i++)
            for (var j = 0; j <= m; j++)
            {
                var before = j > 0 ? row[j - 1] : 0;
                row[j] = i == 0 && j == 0 ? 1 : row[j] + before;
                if (Math.Abs((long)i * m - (long)j * n) >= bound) row[j] = 0;
            }
        return row[m];
    }

    private static double Limit(double lambda)
    {
        if (lambda < 0.2) return 1;     // differs from 1 by less than 1e-12; the sum would converge slowly
        var sum = 0.0;
        for (var k = 1; k <= 100; k++) sum += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2.0 * k * k * lambda * lambda);
        return Math.Clamp(sum, 0, 1);
    }
}
