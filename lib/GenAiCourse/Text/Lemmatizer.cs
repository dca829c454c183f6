namespace GenAiCourse.Text;

/// <summary>The form under which a dictionary has an English word: "mice" → "mouse", "went" → "go".</summary>
/// <remarks>
/// Exceptions first, then rules for endings, for the part of speech that is given: "left" is "leave" as a verb and
/// "left" as an adjective, and without it nobody can tell. A stemmer cuts without knowing words; a lemma is a word. The
/// rules guess where a dictionary would know (is "planed" of "plane"?), so that rare words may come out wrong. Lemmas
/// are in lower case. Minnen, Carroll and Pearce, 2001, https://doi.org/10.1017/S1351324901002728, take the same way.
/// </remarks>
public static class Lemmatizer
{
    /// <summary>The lemma of a word.</summary>
    /// <param name="word">One word without spaces; an empty one stays empty. ’ counts as '.</param>
    /// <param name="wordClass">Its part of speech in its sentence.</param>
    /// <exception cref="ArgumentNullException"><paramref name="word"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="wordClass"/> is not a value of it.</exception>
    public static string Lemma(string word, WordClass wordClass)
    {
        ArgumentNullException.ThrowIfNull(word);
        var lower = word.ToLowerInvariant().Replace('’', '\'');
        return wordClass switch
        {
            WordClass.Noun => IsAcronym(word) ? lower : NounLemmas.Of(lower),
            WordClass.Verb => VerbLemmas.Of(lower),
            WordClass.Adjective => DegreeLemmas.OfAdjective(lower),
            WordClass.Adverb => DegreeLemmas.OfAdverb(lower),
            WordClass.Other => lower,
            _ => throw new ArgumentOutOfRangeException(
                nameof(wordClass), $"expected a value of {nameof(WordClass)}, got {(int)wordClass}"),
        };
    }

    // "GPS" is no plural, and "GPSs" is one.
    private static bool IsAcronym(string word) => word.Length > 1 && word.EndsWith('S') && word.All(char.IsUpper);
}
