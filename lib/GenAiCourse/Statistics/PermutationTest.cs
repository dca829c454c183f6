using System.Numerics;

namespace GenAiCourse.Statistics;

/// <summary>Tests of any statistic, by arranging the sample's own values in other ways.</summary>
/// <remarks>
/// Fisher, 1935; Pitman, 1937. Exact where there are no more arrangements than the limit; else arrangements are drawn
/// at random, and p is (b + 1) / (draws + 1), b of them as far out (Phipson and Smyth, 2010). A two-sided p is twice
/// the smaller side's.
/// </remarks>
public static class PermutationTest
{
    /// <summary>
    /// Whether two samples come from one distribution: which value is in which sample is arranged anew.
    /// </summary>
    /// <param name="x">At least one number.</param>
    /// <param name="y">At least one number.</param>
    /// <param name="statistic">Of x and y, for example the difference of their means.</param>
    /// <param name="seed">Decides the draws; without meaning where the test is exact.</param>
    /// <param name="alternative">Whether the statistic is far out above, below, or on either side.</param>
    /// <param name="limit">The most arrangements to look at, at least 100.</param>
    /// <exception cref="ArgumentException">A sample is empty or holds a NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 100.</exception>
    public static PermutationResult TwoSample(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Func<double[], double[], double> statistic, int seed,
        Alternative alternative = Alternative.TwoSided, int limit = 10_000)
    {
        Samples.Check(x, 1, nameof(x));
        Samples.Check(y, 1, nameof(y));
        Check(statistic, limit);
        double[] all = [.. x, .. y];
        var (n, m) = (x.Length, y.Length);
        return HasAtMost(limit, n + m, Math.Min(n, m))
            ? Result(Subsets(n + m, n).Select(Split), statistic(all[..n], all[n..]), alternative, isExact: true)
            : Result(Draws(), statistic(all[..n], all[n..]), alternative, isExact: false);

        double Split(bool[] isFirst)
        {
            var (first, second, i, j) = (new double[n], new double[m], 0, 0);
            for (var k = 0; k < all.Length; k++)
                if (isFirst[k]) first[i++] = all[k];
                else second[j++] = all[k];
            return statistic(first, second);
        }

        IEnumerable<double> Draws()
        {
            var (random, order) = (new Random(seed), all.ToArray());
            for (var draw = 0; draw < limit; draw++)
            {
                random.Shuffle(order);
                yield return statistic(order[..n], order[n..]);
            }
        }
    }

    /// <summary>
    /// Whether pairs differ by a distribution that is symmetric about 0: each difference's sign is arranged anew.
    /// </summary>
    /// <param name="x">At least one number.</param>
    /// <param name="y">As many numbers; the i-th belongs to the i-th of x.</param>
    /// <param name="statistic">Of the differences xᵢ − yᵢ, for example their mean.</param>
    /// <param name="seed">Decides the draws; without meaning where the test is exact.</param>
    /// <param name="alternative">Whether the statistic is far out above, below, or on either side.</param>
    /// <param name="limit">The most arrangements to look at, at least 100.</param>
    /// <exception cref="ArgumentException">The lengths differ, there is no pair, or a value is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 100.</exception>
    public static PermutationResult Paired(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, Func<double[], double> statistic, int seed,
        Alternative alternative = Alternative.TwoSided, int limit = 10_000)
    {
        Samples.CheckPairs(x, y, 1);
        Check(statistic, limit);
        var differences = new double[x.Length];
        for (var i = 0; i < differences.Length; i++) differences[i] = x[i] - y[i];
        var isExact = x.Length < 31 && 1 << x.Length <= limit;
        return Result(isExact ? All() : Draws(), statistic(differences), alternative, isExact);

        IEnumerable<double> All()
        {
            for (var signs = 0; signs < 1 << differences.Length; signs++)
                yield return statistic([.. differences.Select((d, i) => (signs >> i & 1) == 0 ? d : -d)]);
        }

        IEnumerable<double> Draws()
        {
            var random = new Random(seed);
            for (var draw = 0; draw < limit; draw++)
                yield return statistic(Array.ConvertAll(differences, d => random.Next(2) == 0 ? d : -d));
        }
    }

    private static PermutationResult Result(
        IEnumerable<double> arrangements, double observed, Alternative alternative, bool isExact)
    {
        // Equal statistics may differ in their last digits, since their values are added in another order.
        var rounding = 1e-14 * Math.Max(1, Math.Abs(observed)) * 100;
        var (atMost, atLeast, count) = (0.0, 0.0, 0);
        foreach (var value in arrangements)
        {
            count++;
            if (value <= observed + rounding) atMost++;
            if (value >= observed - rounding) atLeast++;
        }
        var own = isExact ? 0 : 1;      // the arrangement that was observed, which a draw may miss
        var p = Samples.Side(alternative, (atMost + own) / (count + own), (atLeast + own) / (count + own));
        return new PermutationResult(observed, p, count, isExact);
    }

    private static void Check(Delegate statistic, int limit)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 100);
    }

    // Whether C(n, k) is at most the limit; its factors only grow, so that the count may stop early.
    private static bool HasAtMost(int limit, int n, int k)
    {
        var choices = BigInteger.One;
        for (var i = 1; i <= k && choices <= limit; i++) choices = choices * (n - k + i) / i;
        return choices <= limit;
    }

    // All choices of k places of n, from the first k to the last.
    private static IEnumerable<bool[]> Subsets(int n, int k)
    {
        var places = Enumerable.Range(0, k).ToArray();
        while (true)
        {
            var chosen = new bool[n];
            foreach (var place in places) chosen[place] = true;
            yield return chosen;
            var i = k - 1;
            while (i >= 0 && places[i] == n - k + i) i--;
            if (i < 0) yield break;
            places[i]++;
            for (var j = i + 1; j < k; j++) places[j] = places[j - 1] + 1;
        }
    }
}
