using System.Collections.Frozen;

namespace GenAiCourse.Text;

/// <summary>Where words that have grown together are cut.</summary>
internal static class Contractions
{
    private static readonly string[] Endings = ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"];

    // Written without a sign; only such as are no other word.
    private static readonly FrozenDictionary<string, int> Grown = """
        can+not gon+na got+ta wan+na lem+me gim+me du+nno out+ta could+a should+a would+a kind+a sort+a do+nt did+nt
        does+nt is+nt are+nt was+nt were+nt have+nt has+nt had+nt would+nt could+nt should+nt ca+nt wo+nt that+s
        there+s what+s you+re they+re i+ve i+m you+ve
        """
        .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenDictionary(
            word => word.Replace("+", "", StringComparison.Ordinal),
            word => word.IndexOf('+', StringComparison.Ordinal),
            StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Grown.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How long the first part is; the whole length where there is nothing to cut.</summary>
    public static int Cut(ReadOnlySpan<char> word)
    {
        if (Lookup.TryGetValue(word, out var length)) return length;
        if (word.IndexOfAny('\'', '’', '´') < 0) return word.Length;
        foreach (var ending in Endings)
            if (word.Length > ending.Length && EndsWith(word, ending))
                return word.Length - ending.Length;
        return word.Length;
    }

    private static bool EndsWith(ReadOnlySpan<char> word, string ending)
    {
        var tail = word[^ending.Length..];
        for (var i = 0; i < ending.Length; i++)
        {
            var letter = tail[i] is '’' or '´' ? '\'' : char.ToLowerInvariant(tail[i]);
            if (letter != ending[i]) return false;
        }
        return true;
    }
}
