using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GenAiCourse.Text;

/// <summary>Cuts English text into words, numbers and signs, much as the Penn Treebank does.</summary>
/// <remarks>
/// "don't" is do + n't, "John's" John + 's, "cannot" can + not; signs stand alone, or in a run of the same one; "U.S.",
/// "Mr." and "J." keep their periods, "1,024.5", addresses, faces and pictures stay whole. Every token is a piece of
/// the text and what lies between tokens is white space, so that the text can be put together again. Marcus, Santorini
/// and Marcinkiewicz, 1993, https://aclanthology.org/J93-2004; Universal Dependencies cuts hyphens too
/// (<see cref="SplitHyphens"/>). A period is part of an abbreviation or of nothing, as a list and its surroundings say:
/// that is a guess where "etc." ends a sentence.
/// </remarks>
public sealed partial record WordTokenizer
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly SearchValues<char> AsciiLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> Alone = SearchValues.Create("()[]{}<>\"“”‘’$£€%");

    private static readonly (Regex Pattern, WordKind Kind)[] Specials =
    [
        (AddressPattern, WordKind.Address), (TagPattern, WordKind.Tag), (FacePattern, WordKind.Emoji),
        (NumberPattern, WordKind.Number),
    ];

    /// <summary>Whether "don't" and "John's" are cut in two.</summary>
    public bool SplitContractions { get; init; } = true;

    /// <summary>
    /// Whether "state-of-the-art" is seven tokens, as in Universal Dependencies, and not one. Numbers with hyphens, and
    /// words after prefixes such as "e-" and "anti-", stay whole.
    /// </summary>
    public bool SplitHyphens { get; init; }

    /// <summary>The tokens in their order; none for a text of white space.</summary>
    public IReadOnlyList<WordToken> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<WordToken>(text.Length / 5 + 1);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            var length = ReadPlain(text, at, tokens);
            if (length == 0) length = ReadSpecial(text, at, tokens);
            if (length == 0) length = ReadWord(text, at, tokens);
            at += length;
        }
        return tokens;
    }

    /// <summary>The tokens' letters alone.</summary>
    public string[] Words(string text) => [.. Tokenize(text).Select(token => token.Text)];

    // Most of any text: letters between white space, perhaps with one sign after them. The patterns say the same, but
    // take much longer to do so. 0 where it is anything else.
    private int ReadPlain(string text, int at, List<WordToken> tokens)
    {
        if (at > 0 && !char.IsWhiteSpace(text[at - 1])) return 0;
        var letters = text.AsSpan(at).IndexOfAnyExcept(AsciiLetters);
        if (letters < 0) letters = text.Length - at;
        if (letters < 3) return 0;
        var end = at + letters;
        var ends = end == text.Length || char.IsWhiteSpace(text[end]);
        var hasSign = !ends && text[end] is ',' or ';' or '!' or '?' or ')' or '.'
            && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1]));
        if (!ends && (!hasSign || (text[end] == '.' && Abbreviations.KeepsPeriod(text, at, end)))) return 0;
        Add(text, at, end, tokens);
        if (hasSign) tokens.Add(new WordToken(text[end..(end + 1)], end, WordKind.Punctuation));
        return letters + (hasSign ? 1 : 0);
    }

    // Addresses, tags, faces and numbers: what has a pattern of its own. 0 where none begins here.
    private static int ReadSpecial(string text, int at, List<WordToken> tokens)
    {
        var inside = at > 0 && char.IsLetterOrDigit(text[at - 1]);
        foreach (var (pattern, kind) in Specials)
        {
            if (inside && kind is WordKind.Tag or WordKind.Emoji) continue;
            if (!MayBegin(text[at], kind)) continue;
            var match = pattern.Match(text, at);
            if (!match.Success) continue;
            tokens.Add(new WordToken(match.Value, at, kind));
            return match.Length;
        }
        return 0;
    }

    private int ReadWord(string text, int at, List<WordToken> tokens)
    {
        var match = WordPattern.Match(text, at);
        if (!match.Success) return ReadSign(text, at, tokens);
        var end = at + match.Length;
        if (end < text.Length && text[end] == '.' && Abbreviations.KeepsPeriod(text, at, end)) end++;
        if (!SplitHyphens || Abbreviations.KeepsHyphen(text.AsSpan(at..end))) Add(text, at, end, tokens);
        else
            for (var start = at; start < end;)
            {
                var hyphen = text.AsSpan(start..end).IndexOfAny('-', '‐', '‑');
                if (hyphen != 0) Add(text, start, hyphen < 0 ? end : start + hyphen, tokens);
                if (hyphen < 0) break;
                start += hyphen + 1;
                tokens.Add(new WordToken(text[(start - 1)..start], start - 1, WordKind.Punctuation));
            }
        return end - at;
    }

    private void Add(string text, int start, int end, List<WordToken> tokens)
    {
        var cut = SplitContractions ? start + Contractions.Cut(text.AsSpan(start..end)) : end;
        tokens.Add(new WordToken(text[start..cut], start, WordKind.Word));
        if (cut < end) tokens.Add(new WordToken(text[cut..end], cut, WordKind.Word));
    }

    private static int ReadSign(string text, int at, List<WordToken> tokens)
    {
        var clitic = CliticPattern.Match(text, at);
        if (clitic.Success)
        {
            tokens.Add(new WordToken(clitic.Value, at, WordKind.Word));
            return clitic.Length;
        }
        var length = StringInfo.GetNextTextElementLength(text, at);
        var isSign = length == 1 && (char.IsPunctuation(text[at]) || char.IsSymbol(text[at]));
        if (isSign && !Alone.Contains(text[at]))
            while (at + length < text.Length && text[at + length] == text[at]) length++;
        tokens.Add(new WordToken(
            text.Substring(at, length), at, isSign ? WordKind.Punctuation : WordKind.Emoji));
        return length;
    }

    private static bool MayBegin(char first, WordKind kind) => kind switch
    {
        WordKind.Number => char.IsDigit(first) || first is '.' or '+' or '-' or '\'' or '’',
        WordKind.Tag => first is '#' or '@',
        WordKind.Emoji => first is ':' or ';' or '=' or '8' or '<' or '^' or '(' or '>' or 'x' or 'X' or 'B',
        _ => char.IsLetterOrDigit(first) || first is '_' or '<' or '.' or '/',
    };

    // Counts are bounded where a pattern can fail late, so that no text takes time that grows with its square.
    [GeneratedRegex(
        """
        \G(<?(https?|ftp|mailto|file)(://?|:)[^\s<>"]*[^\s<>".,;:!?'()\[\]{}]/?>?
        |www\.[^\s<>"]*[^\s<>".,;:!?'()\[\]{}]/?
        |[\w.+%-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){0,9}(?<=\w)
        |[\w-]{1,63}(\.[\w-]{1,63}){0,9}\.(com|org|net|edu|gov|info|biz|co|uk|de|fr|htm|html|xml|pdf
          |doc|docx|xls|xlsx|ppt|txt|zip|exe|jpg|jpeg|png|gif|csv|json|cs|py|js)
          (/[^\s<>"]*[^\s<>".,;:!?'()\[\]{}]/?)?(?!\w)
        |[a-z]\w+(\.[a-z]\w+){2,}(?!\w))
        """,
        Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex AddressPattern { get; }

    [GeneratedRegex(@"\G[#@][\p{L}_][\w]*", Options)]
    private static partial Regex TagPattern { get; }

    [GeneratedRegex(
        """
        \G([:;=8][-'^o]?([)(\]\[/\\|*]+|[DPpOoSs3](?!\w))|<3(?!\d)|\^_+\^|\([:;]|[xX]D(?!\w)|>:\(|B-?\))
        """,
        Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex FacePattern { get; }

    [GeneratedRegex(
        """
        \G([+-]?(?<![\w])\d{1,99}([.,:/-]\d+){1,30}|['’]\d\ds?(?!\w)|\d+(['’]?s|st|nd|rd|th)(?!\w)
        |(?<!\w)[+-](?=\d)\d+|\.\d+|\d+([.,:/-]\d+){0,30})(?![\p{L}])
        """,
        Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex NumberPattern { get; }

    [GeneratedRegex(
        """
        \G((\p{L}\.){2,}(?!\p{L})|(\p{L}\.)+\p{L}(?![\p{L}\p{N}])|Ph\.D\.|[Bb]/[Cc](?!\w)|[Ww]/o?(?!\w)
        |[\p{L}\p{M}\p{N}_]+([-‐‑'’´&][\p{L}\p{M}\p{N}_]+)*)
        """,
        Options | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex WordPattern { get; }

    [GeneratedRegex(@"\G['’´](s|S|re|RE|ve|VE|ll|LL|d|D|m|M|em|tis|twas|Tis|Twas|cause)(?![\w'’])", Options)]
    private static partial Regex CliticPattern { get; }
}
