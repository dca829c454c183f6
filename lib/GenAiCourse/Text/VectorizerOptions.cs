namespace GenAiCourse.Text;

/// <summary>What <see cref="CountVectorizer"/> takes for a term, and which terms it keeps.</summary>
/// <remarks>The defaults are scikit-learn's, and so are the numbers that come of them.</remarks>
public record VectorizerOptions
{
    /// <summary>Whether texts are lower-cased first, by Unicode's full rules and in no culture.</summary>
    public bool Lowercase { get; init; } = true;

    /// <summary>The least number of tokens in a term, at least 1.</summary>
    public int MinNGram { get; init; } = 1;

    /// <summary>The greatest number of tokens in a term; 2 adds pairs of neighbours, joined by a space.</summary>
    public int MaxNGram { get; init; } = 1;

    /// <summary>A term of fewer documents is left out. By default one document is enough.</summary>
    public DocumentFrequency MinDocuments { get; init; } = 1;

    /// <summary>A term of more documents is left out. By default none is.</summary>
    public DocumentFrequency MaxDocuments { get; init; } = 1.0;

    /// <summary>
    /// Keeps so many terms, those that occur most often; of two that occur equally often the first in order. Null keeps
    /// all.
    /// </summary>
    public int? MaxFeatures { get; init; }

    /// <summary>Whether each count above 0 becomes 1.</summary>
    public bool Binary { get; init; }

    /// <summary>Tokens that are left out before n-grams are made, written as after lower-casing.</summary>
    public IReadOnlySet<string>? StopWords { get; init; }

    /// <summary>
    /// Cuts a text, lower-cased or not, into tokens. By default a token is a run of at least two letters, numbers and
    /// underscores (Unicode categories L*, N*): Python's <c>\b\w\w+\b</c>, which is not .NET's, since there combining
    /// marks and all connectors count, and numbers such as ½ do not.
    /// </summary>
    public Func<string, IEnumerable<string>>? Tokenizer { get; init; }

    /// <summary>
    /// On how many threads texts are cut and counted; the result is the same. A <see cref="Tokenizer"/> must then be
    /// safe to call from several threads.
    /// </summary>
    public int Threads { get; init; } = 1;

    internal void Check()
    {
        if (MinNGram < 1 || MaxNGram < MinNGram)
            throw new ArgumentException(
                $"expected 1 ≤ MinNGram ≤ MaxNGram, got {MinNGram} and {MaxNGram}", nameof(MaxNGram));
        if (MaxFeatures is < 1)
            throw new ArgumentOutOfRangeException(nameof(MaxFeatures), $"expected at least 1, got {MaxFeatures}");
        if (Threads < 1) throw new ArgumentOutOfRangeException(nameof(Threads), $"expected at least 1, got {Threads}");
    }
}
