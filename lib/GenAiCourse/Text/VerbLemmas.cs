using System.Buffers;

namespace GenAiCourse.Text;

/// <summary>Lemmas of verbs in lower case.</summary>
internal static class VerbLemmas
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static string Of(string word)
    {
        if (VerbForms.Irregular.TryGetValue(word, out var lemma)) return lemma;
        foreach (var prefix in VerbForms.Prefixes)
            if (word.Length > prefix.Length + 2
                && word.StartsWith(prefix, StringComparison.Ordinal)
                && VerbForms.Irregular.TryGetValue(word[prefix.Length..], out lemma)
                && lemma.Length > 2)
                return prefix + lemma;
        if (word.EndsWith("in'", StringComparison.Ordinal)) word = word[..^1] + "g";
        if (word.EndsWith("ing", StringComparison.Ordinal) && HasVowel(word.AsSpan(..^3))) return Base(word[..^3]);
        if (word.EndsWith("ied", StringComparison.Ordinal) && word.Length > 4) return word[..^3] + "y";
        if (word.EndsWith("eed", StringComparison.Ordinal)) return word;
        if (word.EndsWith("'d", StringComparison.Ordinal)) return word[..^2];
        if (word.EndsWith("ed", StringComparison.Ordinal) && HasVowel(word.AsSpan(..^2))) return Base(word[..^2]);
        return word.EndsWith('s') ? Third(word) : word;
    }

    private static string Third(string word)
    {
        if (word.Length < 3 || word.EndsWith("ss", StringComparison.Ordinal)
            || word.EndsWith("us", StringComparison.Ordinal)
            || word.EndsWith("is", StringComparison.Ordinal)) return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return word[..^3] + "y";
        foreach (var ending in new[] { "sses", "shes", "ches", "xes", "zzes", "oes" })
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return VerbForms.WithE.Contains(word[..^2]) ? word[..^1] : word[..^2];
        return word[..^1];
    }

    // What was before -ed or -ing: "stopp" → "stop", "hop" → "hope", "help" → "help".
    private static string Base(string stem)
    {
        if (VerbForms.WithE.Contains(stem)) return stem + "e";
        if (VerbForms.WithoutE.Contains(stem) || stem.Length < 2) return stem;
        var (last, before) = (stem[^1], stem[^2]);
        if (last == before && !IsVowel(last)) return Undoubled(stem);
        if (stem.EndsWith("ck", StringComparison.Ordinal) && stem[^3] == 'i' && Syllables(stem) > 1
            && !stem.EndsWith("kick", StringComparison.Ordinal)) return stem[..^1];
        return NeedsE(stem, last, before) ? stem + "e" : stem;
    }

    private static string Undoubled(string stem)
    {
        var single = stem[..^1];
        return stem[^1] switch
        {
            'l' => VerbForms.DoublingL.Contains(single) ? single : stem,
            's' or 'f' or 'z' => stem,
            _ => stem is "add" or "err" or "egg" or "butt" or "purr" ? stem : single,
        };
    }

    private static bool NeedsE(string stem, char last, char before)
    {
        switch (last)
        {
            case 'c' or 'v': return true;
            case 'u': return true;
            case 'z': return before != 't';
            case 's': return true;
            case 'g': return before is 'd' or 'r' || IsVowel(before) || stem.EndsWith("lg", StringComparison.Ordinal);
            case 'l' when "bcdfgkpstz".Contains(before, StringComparison.Ordinal): return true;
            case 'w' or 'x' or 'y' or 'h' or 'a' or 'e' or 'i' or 'o': return false;
        }
        if (!IsVowel(before)) return false;
        var third = stem.Length > 2 ? stem[^3] : ' ';
        var doubleVowel = IsVowel(third) && !(third == 'u' && stem.Length > 3 && stem[^4] == 'q');
        if (doubleVowel) return stem.EndsWith("iat", StringComparison.Ordinal)
            || stem.EndsWith("uat", StringComparison.Ordinal) || stem.EndsWith("eiv", StringComparison.Ordinal);
        if (Syllables(stem) == 1) return true;
        return (before, last) switch
        {
            ('a', 't' or 'd' or 'k' or 'r' or 'm' or 'p') => true,
            ('i', 'd' or 'b' or 'r' or 'n' or 'l' or 'k') => true,
            ('o', 'd' or 'k' or 'b' or 'v') => true,
            ('u', 'r' or 'd' or 't' or 'm' or 'l' or 'n') => true,
            ('y', 's' or 'z' or 'r') => true,
            _ => false,
        };
    }

    // Runs of vowels; u after q is none.
    private static int Syllables(string stem)
    {
        var runs = 0;
        for (var i = 0; i < stem.Length; i++)
            if (IsVowelAt(stem, i) && (i == 0 || !IsVowelAt(stem, i - 1))) runs++;
        return runs;
    }

    private static bool IsVowelAt(string stem, int i) =>
        IsVowel(stem[i]) && !(stem[i] == 'u' && i > 0 && stem[i - 1] == 'q') && !(stem[i] == 'y' && i == 0);

    private static bool HasVowel(ReadOnlySpan<char> stem) => stem.IndexOfAny(Vowels) >= 0;

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
