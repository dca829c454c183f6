using System.Globalization;
using System.Text;

namespace GenAiCourse.Text;

/// <summary>Two notions of Python's that differ from .NET's: lower case, and the letters of a word.</summary>
internal static class PythonText
{
    private const char CapitalSigma = 'Σ';
    private const char CapitalIWithDot = 'İ';

    /// <summary>
    /// Python's str.lower: Unicode's full mapping, in which İ is i and a dot above, and Σ is ς at the end of a word.
    /// </summary>
    public static string Lower(string text)
    {
        if (text.AsSpan().IndexOfAny(CapitalSigma, CapitalIWithDot) < 0) return text.ToLowerInvariant();
        var lower = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == CapitalIWithDot) lower.Append("i\u0307");
            else if (text[i] == CapitalSigma) lower.Append(IsFinal(text, i) ? 'ς' : 'σ');
            else if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length)
                lower.Append(text.Substring(i++, 2).ToLowerInvariant());
            else lower.Append(char.ToLowerInvariant(text[i]));
        }
        return lower.ToString();
    }

    /// <summary>Python's \w: a letter, a number of any kind, or the underscore.</summary>
    public static bool IsWord(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune) is
        <= UnicodeCategory.OtherLetter or (>= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber);

    // The Unicode Standard, table 3-17 (Final_Sigma): a cased letter before, none after, what may be ignored aside.
    private static bool IsFinal(string text, int at)
    {
        var before = at;
        Rune rune = default;
        while (before > 0)
        {
            if (Rune.DecodeLastFromUtf16(text.AsSpan(0, before), out rune, out var length)
                != System.Buffers.OperationStatus.Done) return false;
            before -= length;
            if (!IsIgnored(rune)) break;
            rune = default;
        }
        if (!IsCased(rune)) return false;
        for (var after = at + 1; after < text.Length; after += rune.Utf16SequenceLength)
        {
            if (!Rune.TryGetRuneAt(text, after, out rune)) return true;
            if (!IsIgnored(rune)) return !IsCased(rune);
        }
        return true;
    }

    private static bool IsCased(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter
        or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter;

    private static bool IsIgnored(Rune rune) => rune.Value is '\'' or '.' or ':' or '·' or '’' or '‘' or '․' or '‧'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol;
}
