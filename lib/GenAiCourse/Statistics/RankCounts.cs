using System.Numerics;

namespace GenAiCourse.Statistics;

/// <summary>The exact null distributions of rank statistics: how many orders give each value.</summary>
internal static class RankCounts
{
    /// <summary>
    /// How many of the C(n + m, n) orders of two samples give U = 0 … nm: the coefficients of
    /// Π (1 − q^(m + i)) / (1 − q^i), i = 1 … n (Mann and Whitney, 1947; Gauss's binomial).
    /// </summary>
    public static BigInteger[] MannWhitney(int n, int m)
    {
        var counts = new BigInteger[n * m + 1];
        counts[0] = 1;
        for (var i = 1; i <= n; i++)
        {
            for (var u = counts.Length - 1; u >= m + i; u--) counts[u] -= counts[u - m - i];
            for (var u = i; u < counts.Length; u++) counts[u] += counts[u - i];
        }
        return counts;
    }

    /// <summary>How many of the 2ⁿ choices of signs give the ranks 1 … n a positive sum of 0 … n (n + 1) / 2.</summary>
    public static BigInteger[] Wilcoxon(int n)
    {
        var counts = new BigInteger[n * (n + 1) / 2 + 1];
        counts[0] = 1;
        for (var i = 1; i <= n; i++)
            for (var sum = counts.Length - 1; sum >= i; sum--) counts[sum] += counts[sum - i];
        return counts;
    }

    /// <summary>How many of the n! orders have 0 … n (n − 1) / 2 inversions.</summary>
    public static BigInteger[] Inversions(int n)
    {
        var counts = new BigInteger[n * (n - 1) / 2 + 1];
        counts[0] = 1;
        for (var i = 2; i <= n; i++)
        {
            // times (1 − qⁱ) / (1 − q)
            for (var k = counts.Length - 1; k >= i; k--) counts[k] -= counts[k - i];
            for (var k = 1; k < counts.Length; k++) counts[k] += counts[k - 1];
        }
        return counts;
    }

    /// <summary>P(statistic ≤ value) and P(statistic ≥ value).</summary>
    public static (double AtMost, double AtLeast) Tails(BigInteger[] counts, int value)
    {
        var (total, below, above) = (BigInteger.Zero, BigInteger.Zero, BigInteger.Zero);
        for (var i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            if (i <= value) below += counts[i];
            if (i >= value) above += counts[i];
        }
        return (Ratio(below, total), Ratio(above, total));
    }

    /// <summary>The quotient of two counts, to a double's precision however large they are.</summary>
    public static double Ratio(BigInteger part, BigInteger whole)
    {
        if (part.IsZero) return 0;
        // 61 or 62 bits of the quotient: as a whole number it is rounded to a double once.
        var shift = (int)(whole.GetBitLength() - part.GetBitLength()) + 61;
        return Math.ScaleB((ulong)((part << shift) / whole), -shift);
    }
}
