namespace GenAiCourse.Text;

/// <summary>Porter's stemmer: takes the endings off English words; "connected" and "connections" meet.</summary>
/// <remarks>
/// Porter, 1980, An algorithm for suffix stripping, Program 14 (3), 130–137; steps and examples also at
/// https://snowballstem.org/algorithms/porter/stemmer.html. A stem is a key for comparing words, not always a word
/// ("ponies" → "poni"). Upper case becomes lower case first (invariant culture). Vowels are a, e, i, o, u and some y;
/// every other character counts as a consonant, so that words of other alphabets stay as they are, but for their case,
/// unless they end in Latin letters ("café's" loses an s). An empty word stays empty. Safe for many threads.
/// Where <see cref="Porter2Stemmer"/> will do, it is the better one; this one is what the literature compares with.
/// </remarks>
public sealed class PorterStemmer
{
    private static readonly SuffixRules PublishedStep2 = Step2(("abli", "able"));
    private static readonly SuffixRules RevisedStep2 = Step2(("bli", "ble"), ("logi", "log"));

    private static readonly SuffixRules Step3 = new(
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""));

    private static readonly SuffixRules Step4 = new(
        ("al", ""), ("ance", ""), ("ence", ""), ("er", ""), ("ic", ""), ("able", ""), ("ible", ""), ("ant", ""),
        ("ement", ""), ("ment", ""), ("ent", ""), ("ion", ""), ("ou", ""), ("ism", ""), ("ate", ""), ("iti", ""),
        ("ous", ""), ("ive", ""), ("ize", ""));

    private readonly SuffixRules _step2;
    private readonly int _leaveAlone;
    private readonly Stemming.Rules _rules;

    private PorterStemmer(SuffixRules step2, int leaveAlone) =>
        (_step2, _leaveAlone, _rules) = (step2, leaveAlone, Strip);

    /// <summary>The algorithm as the paper of 1980 has it. The single letter "s" becomes the empty string.</summary>
    public static PorterStemmer Published { get; } = new(PublishedStep2, leaveAlone: 0);

    /// <summary>
    /// The algorithm with its author's later changes: words of one or two letters stay, step 2 has BLI → BLE instead of
    /// ABLI → ABLE, and LOGI → LOG besides.
    /// </summary>
    /// <remarks>"Points of difference" at https://tartarus.org/martin/PorterStemmer.</remarks>
    public static PorterStemmer Revised { get; } = new(RevisedStep2, leaveAlone: 2);

    /// <summary>The stem of one word, in lower case.</summary>
    /// <param name="word">A word without white space around it.</param>
    /// <returns>The stem, no longer than the word; the very same string when nothing changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="word"/> is null.</exception>
    public string Stem(string word) => Stemming.Stem(word, _rules);

    private ReadOnlySpan<char> Strip(Span<char> letters)
    {
        if (letters.Length <= _leaveAlone) return letters;
        var word = new StemWord(letters);
        Plural(ref word);
        PastAndParticiple(ref word);
        if (word.Letters is [.., 'y' or 'Y'] && word.HasVowel(word.Length - 1)) word.Replace(1, "i");      // step 1c
        if (_step2.TryMatch(word, out var suffix, out var by) && word.InR1(suffix.Length))
            word.Replace(suffix.Length, by);
        if (Step3.TryMatch(word, out suffix, out by) && word.InR1(suffix.Length)) word.Replace(suffix.Length, by);
        Residue(ref word);
        FinalLetter(ref word);
        return word.Finish();
    }

    // Step 1a.
    private static void Plural(ref StemWord word)
    {
        if (word.Ends("sses") || word.Ends("ies")) word.Cut(2);
        else if (word.Letters is [.., 's'] && !word.Ends("ss")) word.Cut(1);
    }

    // Step 1b.
    private static void PastAndParticiple(ref StemWord word)
    {
        if (word.Ends("eed"))
        {
            if (word.InR1(3)) word.Cut(1);
            return;
        }
        var suffix = word.Ends("ed") ? 2 : word.Ends("ing") ? 3 : 0;
        if (suffix == 0 || !word.HasVowel(word.Length - suffix)) return;
        word.Cut(suffix);
        if (word.Ends("at") || word.Ends("bl") || word.Ends("iz")) word.Replace(0, "e");
        else if (EndsDouble(word) && word.Letters[^1] is not ('l' or 's' or 'z')) word.Cut(1);
        else if (word.InR1(0) && !word.InR2(0) && word.EndsShort(word.Length)) word.Replace(0, "e");
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
        if (word.Letters is [.., 'e'] && (word.InR2(1) || (word.InR1(1) && !word.EndsShort(word.Length - 1))))
            word.Cut(1);
        if (word.Ends("ll") && word.InR2(1)) word.Cut(1);
    }

    // The author's program asks only whether the last of two equal letters is a consonant, which y after y is.
    private static bool EndsDouble(in StemWord word) =>
        word.Letters is [.., 'y', 'Y']
        || (word.Letters is [.., var last, var again] && last == again && !StemWord.IsVowel(again));

    private static SuffixRules Step2(params (string Suffix, string By)[] own) => new(
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"),
        ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"),
        ("biliti", "ble"), .. own
    ]);
}
