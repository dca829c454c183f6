namespace GenAiCourse.Text;

/// <summary>Porter's second stemmer for English, Snowball's "english": fewer accidents, and apostrophes.</summary>
/// <remarks>
/// Porter, 2001, with the changes up to Snowball 3; https://snowballstem.org/algorithms/english/stemmer.html. Against
/// <see cref="PorterStemmer"/>: "-ly" comes off, "-us" keeps its s, y becomes i less often, and some words have rules
/// of their own. Words of one or two characters stay as they are. Upper case becomes lower case first (invariant
/// culture); ’ (U+2019) counts as ', which goes with "'s" at the end and alone at either end. Vowels are a, e, i, o, u
/// and some y; every other character counts as a consonant, so that words of other alphabets stay as they are, but for
/// their case, unless they end in Latin letters. Implementations older than Snowball 3, NLTK 3.8 among them, differ in
/// one word of a thousand ("university" → "univers"; here "universiti"). Safe for many threads.
/// </remarks>
public static class Porter2Stemmer
{
    private static readonly Stemming.Rules Rules = Strip;

    // Beginnings after which R1 starts, against meetings such as that of "general" with "generous".
    private static readonly string[] Beginnings =
        ["gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter"];

    private static readonly SuffixRules Step2 = new(
        ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("entli", "ent"), ("izer", "ize"),
        ("ization", "ize"), ("ational", "ate"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("aliti", "al"),
        ("alli", "al"), ("fulness", "ful"), ("ousli", "ous"), ("ousness", "ous"), ("iveness", "ive"), ("iviti", "ive"),
        ("biliti", "ble"), ("bli", "ble"), ("ogist", "og"), ("ogi", "og"), ("fulli", "ful"), ("lessli", "less"),
        ("li", ""));

    private static readonly SuffixRules Step3 = new(
        ("tional", "tion"), ("ational", "ate"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"),
        ("ful", ""), ("ness", ""), ("ative", ""));

    private static readonly SuffixRules Step4 = new(
        ("al", ""), ("ance", ""), ("ence", ""), ("er", ""), ("ic", ""), ("able", ""), ("ible", ""), ("ant", ""),
        ("ement", ""), ("ment", ""), ("ent", ""), ("ism", ""), ("ate", ""), ("iti", ""), ("ous", ""), ("ive", ""),
        ("ize", ""), ("ion", ""));

    /// <summary>The stem of one word, in lower case.</summary>
    /// <param name="word">A word without white space around it.</param>
    /// <returns>The stem, no longer than the word; the very same string when nothing changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="word"/> is null.</exception>
    public static string Stem(string word) => Stemming.Stem(word, Rules);

    private static ReadOnlySpan<char> Strip(Span<char> letters)
    {
        letters.Replace('\u2019', '\'');
        if (Exceptional(letters) is { } stem) return stem;
        if (letters.Length <= 2) return letters;
        if (letters[0] == '\'') letters = letters[1..];

        var word = new StemWord(letters, BeginningLength(letters));
        Genitive(ref word);
        Plural(ref word);
        PastAndParticiple(ref word);
        if (word.Letters is [_, .., var before, 'y' or 'Y'] && !StemWord.IsVowel(before)) word.Replace(1, "i");
        LongSuffix(ref word);
        MiddleSuffix(ref word);
        Residue(ref word);
        FinalLetter(ref word);
        return word.Finish();
    }

    private static string? Exceptional(ReadOnlySpan<char> word) => word switch
    {
        "skis" => "ski",
        "skies" => "sky",
        "idly" => "idl",
        "gently" => "gentl",
        "ugly" => "ugli",
        "early" => "earli",
        "only" => "onli",
        "singly" => "singl",
        "sky" => "sky",
        "news" => "news",
        "howe" => "howe",
        "atlas" => "atlas",
        "cosmos" => "cosmos",
        "bias" => "bias",
        "andes" => "andes",
        _ => null,
    };

    private static int BeginningLength(ReadOnlySpan<char> letters)
    {
        foreach (var beginning in Beginnings)
            if (letters.StartsWith(beginning))
                return beginning.Length;
        return 0;
    }

    // Step 0.
    private static void Genitive(ref StemWord word)
    {
        if (word.Ends("'s'")) word.Cut(3);
        else if (word.Ends("'s")) word.Cut(2);
        else if (word.Ends("'")) word.Cut(1);
    }

    // Step 1a.
    private static void Plural(ref StemWord word)
    {
        if (word.Ends("sses")) word.Cut(2);
        else if (word.Ends("ied") || word.Ends("ies")) word.Cut(word.Length > 4 ? 2 : 1);
        else if (word.Letters is [.., 's'] && !word.Ends("us") && !word.Ends("ss") && word.HasVowel(word.Length - 2))
            word.Cut(1);
    }

    // Step 1b.
    private static void PastAndParticiple(ref StemWord word)
    {
        var eed = word.Ends("eed") ? 3 : word.Ends("eedly") ? 5 : 0;
        if (eed > 0)
        {
            if (word.InR1(eed) && word.Letters[..^eed] is not ("proc" or "exc" or "succ")) word.Cut(eed - 2);
            return;
        }
        var suffix = word.Ends("ed") ? 2 : word.Ends("edly") ? 4 : word.Ends("ing") ? 3 : word.Ends("ingly") ? 5 : 0;
        if (suffix == 0 || !word.HasVowel(word.Length - suffix)) return;
        if (suffix == 3 && ParticipleOfItsOwn(ref word)) return;
        word.Cut(suffix);
        if (word.Ends("at") || word.Ends("bl") || word.Ends("iz")) word.Replace(0, "e");
        else if (EndsDouble(word)) word.Cut(word.Letters is ['a' or 'e' or 'o', _, _] ? 0 : 1);
        else if (!word.InR1(1) && EndsShort(word, word.Length)) word.Replace(0, "e");
    }

    // "dying" is of "die", and "evening" not of "even".
    private static bool ParticipleOfItsOwn(ref StemWord word)
    {
        if (word.Letters is [var first, 'y', _, _, _] && !StemWord.IsVowel(first))
        {
            word.Replace(4, "ie");
            return true;
        }
        return word.Letters[..^3] is "inn" or "out" or "cann" or "herr" or "earr" or "even";
    }

    // Step 2.
    private static void LongSuffix(ref StemWord word)
    {
        if (!Step2.TryMatch(word, out var suffix, out var by) || !word.InR1(suffix.Length)) return;
        var stem = word.Letters[..^suffix.Length];
        if (suffix == "ogi" && stem is not [.., 'l']) return;
        if (suffix == "li"
            && stem is not [.., 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't'])
            return;
        word.Replace(suffix.Length, by);
    }

    // Step 3.
    private static void MiddleSuffix(ref StemWord word)
    {
        if (!Step3.TryMatch(word, out var suffix, out var by) || !word.InR1(suffix.Length)) return;
        if (suffix == "ative" && !word.InR2(suffix.Length)) return;
        word.Replace(suffix.Length, by);
    }

    // Step 4.
    private static void Residue(ref StemWord word)
    {
        if (!Step4.TryMatch(word, out var suffix, out _) || !word.InR2(suffix.Length)) return;
        if (suffix == "ion" && word.Letters[..^3] is not [.., 's' or 't']) return;
        word.Cut(suffix.Length);
    }

    // Step 5.
    private static void FinalLetter(ref StemWord word)
    {
        if (word.Letters is [.., 'e'])
        {
            if (word.InR2(1) || (word.InR1(1) && !EndsShort(word, word.Length - 1))) word.Cut(1);
        }
        else if (word.Ends("ll") && word.InR2(1)) word.Cut(1);
    }

    // A short syllable also is a vowel that starts the word with a consonant after it, and "past".
    private static bool EndsShort(in StemWord word, int count) =>
        word.EndsShort(count)
        || (count == 2 && StemWord.IsVowel(word.Letters[0]) && !StemWord.IsVowel(word.Letters[1]))
        || word.Letters[..count].EndsWith("past");

    private static bool EndsDouble(in StemWord word) =>
        word.Letters is [.., var last, var again] && last == again
        && last is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't';
}
