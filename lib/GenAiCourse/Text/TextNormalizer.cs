using System.Text;

namespace GenAiCourse.Text;

/// <summary>Makes one string of texts that readers take for the same: Unicode form, case, accents, spaces.</summary>
/// <remarks>
/// Unicode Standard Annex 15 (normalization forms); The Unicode Standard, section 5.18 (case folding). The steps run in
/// this order: decompose, accents off, case, white space, compose. Normalizing twice is normalizing once. No culture is
/// asked, Turkish i included.
/// </remarks>
public sealed record TextNormalizer
{
    /// <summary>For an index: compatibility form, no case, no accents, single spaces.</summary>
    public static TextNormalizer ForSearch { get; } = new()
    {
        Form = NormalizationForm.FormKC,
        FoldCase = true,
        RemoveAccents = true,
        CollapseWhiteSpace = true,
    };

    /// <summary>
    /// The Unicode form of the result: FormC (the default) makes e and ´ one é; FormKC also makes "ﬁ" fi and "①" 1.
    /// </summary>
    public NormalizationForm Form { get; init; } = NormalizationForm.FormC;

    /// <summary>
    /// Whether case goes: lower case (invariant culture), ß and ẞ as ss, and the final ς as σ. Of Unicode's other full
    /// foldings FormKC does the ligatures; the Armenian ones and the Greek iotas stay.
    /// </summary>
    public bool FoldCase { get; init; }

    /// <summary>
    /// Whether the marks U+0300–U+036F go that stand on a letter, as in é, ệ, й and ά. Letters that are of one piece
    /// (ø, ł, æ) stay, and so do the signs of other scripts that a word needs (Hindi vowels, the dots of が).
    /// </summary>
    public bool RemoveAccents { get; init; }

    /// <summary>Whether each run of white space becomes one space, and goes at either end.</summary>
    public bool CollapseWhiteSpace { get; init; }

    /// <summary>The normalized text; an empty one stays empty.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="text"/> holds half of a surrogate pair or U+FFFE, which .NET normalizes to no form.
    /// </exception>
    public string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (RemoveAccents) text = WithoutAccents(text.Normalize(Decomposed));
        else text = text.Normalize(Form);
        if (FoldCase) text = Fold(text);
        if (CollapseWhiteSpace) text = Collapse(text);
        return text.Normalize(Form);
    }

    private NormalizationForm Decomposed =>
        Form is NormalizationForm.FormKC or NormalizationForm.FormKD
            ? NormalizationForm.FormKD
            : NormalizationForm.FormD;

    private static string Fold(string text) =>
        text.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).Replace('ς', 'σ');

    private static string WithoutAccents(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (letter is < '\u0300' or > '\u036f')
                kept.Append(letter);
        return kept.ToString();
    }

    private static string Collapse(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter)) kept.Append(letter);
            else if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
        }
        if (kept.Length > 0 && kept[^1] == ' ') kept.Length--;
        return kept.ToString();
    }
}
