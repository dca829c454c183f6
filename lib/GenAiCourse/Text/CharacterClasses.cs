using System.Globalization;
using System.Runtime.CompilerServices;

namespace GenAiCourse.Text;

/// <summary>The classes of a character that the split rules ask for; several at once.</summary>
[Flags]
internal enum CharacterClasses : byte
{
    None = 0,
    Letter = 1,             // \p{L}
    Number = 2,             // \p{N}
    WhiteSpace = 4,         // \s
    Newline = 8,            // [\r\n]
    Other = 16,             // [^\s\p{L}\p{N}]
    UpperOrCaseless = 32,   // [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]
    LowerOrCaseless = 64,   // [\p{Ll}\p{Lm}\p{Lo}\p{M}]
    Surrogate = 128,        // half of a pair: only the whole says more
}

/// <summary>Looks classes up: UTF-16 code units by one table, the code points above them by category.</summary>
internal static class CharacterTable
{
    private static readonly CharacterClasses[] Table = MakeTable();

    /// <summary>The classes of each UTF-16 code unit.</summary>
    public static ReadOnlySpan<CharacterClasses> OfUnits => Table;

    /// <summary>The classes of the code point at a place, and its length in UTF-16 code units.</summary>
    /// <remarks>Half of a surrogate pair is what U+FFFD is, since it is encoded as that: other.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CharacterClasses At(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        var classes = Table[text[index]];
        return classes != CharacterClasses.Surrogate ? classes : AtSurrogate(text, index, out length);
    }

    private static CharacterClasses AtSurrogate(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            return CharacterClasses.Other;
        length = 2;
        return Of(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[index], text[index + 1])));
    }

    private static CharacterClasses[] MakeTable()
    {
        var table = new CharacterClasses[char.MaxValue + 1];
        for (var unit = 0; unit < table.Length; unit++)
            table[unit] = char.IsWhiteSpace((char)unit)
                ? CharacterClasses.WhiteSpace
                : Of(char.GetUnicodeCategory((char)unit));
        table['\r'] |= CharacterClasses.Newline;
        table['\n'] |= CharacterClasses.Newline;
        return table;
    }

    private static CharacterClasses Of(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter =>
            CharacterClasses.Letter | CharacterClasses.UpperOrCaseless,
        UnicodeCategory.LowercaseLetter =>
            CharacterClasses.Letter | CharacterClasses.LowerOrCaseless,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter =>
            CharacterClasses.Letter | CharacterClasses.UpperOrCaseless | CharacterClasses.LowerOrCaseless,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark =>
            CharacterClasses.Other | CharacterClasses.UpperOrCaseless | CharacterClasses.LowerOrCaseless,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber =>
            CharacterClasses.Number,
        UnicodeCategory.Surrogate => CharacterClasses.Surrogate,
        _ => CharacterClasses.Other,
    };
}
