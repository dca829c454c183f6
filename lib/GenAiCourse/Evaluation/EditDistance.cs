namespace GenAiCourse.Evaluation;

/// <summary>How many changes make one sequence of another: of characters, words or anything else.</summary>
/// <remarks>
/// Strings are sequences of UTF-16 code units; pass runes where characters beyond U+FFFF shall count once.
/// </remarks>
public static class EditDistance
{
    /// <summary>The fewest insertions, deletions and replacements (Levenshtein, 1966).</summary>
    /// <remarks>The recurrence of Wagner and Fischer, 1974, in a row of memory.</remarks>
    public static int Levenshtein<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b) where T : IEquatable<T>
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1].Equals(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = left = Math.Min(replaced, Math.Min(left, diagonal) + 1);
            }
        }
        return row[^1];
    }

    /// <summary>As <see cref="Levenshtein{T}"/>, where exchanging two neighbours is one change too.</summary>
    /// <remarks>
    /// Damerau, 1964, without the restriction that a part is changed once: "ca" becomes "abc" in two changes. Lowrance
    /// and Wagner, 1975.
    /// </remarks>
    public static int Damerau<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b) where T : IEquatable<T>
    {
        // Row and column −1 hold a distance that is never the least.
        var far = a.Length + b.Length;
        var table = new int[a.Length + 2, b.Length + 2];
        for (var i = 0; i <= a.Length; i++) (table[i + 1, 0], table[i + 1, 1]) = (far, i);
        for (var j = 0; j <= b.Length; j++) (table[0, j + 1], table[1, j + 1]) = (far, j);
        table[0, 0] = far;
        var lastRow = new Dictionary<T, int>();
        for (var i = 1; i <= a.Length; i++)
        {
            var lastMatch = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var (row, column) = (lastRow.GetValueOrDefault(b[j - 1]), lastMatch);
                var isEqual = a[i - 1].Equals(b[j - 1]);
                if (isEqual) lastMatch = j;
                var changed = Math.Min(table[i, j] + (isEqual ? 0 : 1), Math.Min(table[i + 1, j], table[i, j + 1]) + 1);
                table[i + 1, j + 1] = Math.Min(changed, table[row, column] + (i - row - 1) + 1 + (j - column - 1));
            }
            lastRow[a[i - 1]] = i;
        }
        return table[a.Length + 1, b.Length + 1];
    }

    /// <summary>The length of the longest sequence that both hold in order, with gaps.</summary>
    public static int LongestCommonSubsequence<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b) where T : IEquatable<T> =>
        CommonTable(a, b)[a.Length, b.Length];

    /// <summary>
    /// The share of a reference's words that were misheard: edits / words of the reference; it may exceed 1.
    /// </summary>
    /// <exception cref="ArgumentException">The reference has no words.</exception>
    public static double WordErrorRate(IReadOnlyList<string> reference, IReadOnlyList<string> hypothesis)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(hypothesis);
        if (reference.Count == 0) throw new ArgumentException(
            "expected a reference of at least one word", nameof(reference));
        return Levenshtein<string>([.. reference], [.. hypothesis]) / (double)reference.Count;
    }

    /// <summary>
    /// How alike two strings are: characters in common, near their places, and how many of them change order.
    /// </summary>
    /// <returns>In [0, 1]; 1 for two empty strings, 0 when one is empty.</returns>
    /// <remarks>Jaro, 1989, of the Tampa census.</remarks>
    public static double Jaro(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Length == 0 && b.Length == 0) return 1;
        var reach = Math.Max(0, (Math.Max(a.Length, b.Length) / 2) - 1);
        var taken = new bool[b.Length];
        var common = new List<(char Character, int Place)>();
        foreach (var (character, i) in a.Select((character, i) => (character, i)))
            for (var j = Math.Max(0, i - reach); j < Math.Min(b.Length, i + reach + 1); j++)
            {
                if (taken[j] || b[j] != character) continue;
                taken[j] = true;
                common.Add((character, j));
                break;
            }
        if (common.Count == 0) return 0;
        var inB = common.OrderBy(pair => pair.Place).Select(pair => pair.Character);
        var exchanged = common.Select(pair => pair.Character).Zip(inB).Count(pair => pair.First != pair.Second) / 2;
        var m = (double)common.Count;
        return ((m / a.Length) + (m / b.Length) + ((m - exchanged) / m)) / 3;
    }

    /// <summary>
    /// <see cref="Jaro"/>, raised for strings that begin alike: J + l · 0.1 · (1 − J), l up to 4 characters.
    /// </summary>
    /// <inheritdoc cref="Jaro"/>
    /// <remarks>Winkler, 1990.</remarks>
    public static double JaroWinkler(string a, string b)
    {
        var similarity = Jaro(a, b);
        var prefix = a.Zip(b).Take(4).TakeWhile(pair => pair.First == pair.Second).Count();
        return similarity + (prefix * 0.1 * (1 - similarity));
    }

    internal static int[,] CommonTable<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b) where T : IEquatable<T>
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
                table[i, j] = a[i - 1].Equals(b[j - 1])
                    ? table[i - 1, j - 1] + 1
                    : Math.Max(table[i - 1, j], table[i, j - 1]);
        return table;
    }
}
