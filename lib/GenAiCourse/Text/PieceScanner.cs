using System.Runtime.CompilerServices;
using static GenAiCourse.Text.CharacterClasses;

namespace GenAiCourse.Text;

/// <summary>Cuts a text into pieces as a <see cref="SplitRule"/> says, without regular expressions.</summary>
/// <remarks>
/// Linear in the text: a piece looks at its own characters a fixed number of times, and beyond them only within a run
/// of white space or of capitals, which the next piece then takes (nearly) whole.
/// </remarks>
internal static class PieceScanner
{
    /// <summary>Where the piece that starts at <paramref name="start"/> ends.</summary>
    /// <param name="rule">How to cut.</param>
    /// <param name="text">The text.</param>
    /// <param name="start">In [0, length of the text), where the piece before ended.</param>
    /// <returns>In (<paramref name="start"/>, length of the text].</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int End(SplitRule rule, ReadOnlySpan<char> text, int start) => rule switch
    {
        SplitRule.Gpt2 => Gpt2End(text, start),
        SplitRule.Cl100kBase => Cl100kEnd(text, start),
        SplitRule.O200kBase => O200kEnd(text, start),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "expected a rule of SplitRule"),
    };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Gpt2End(ReadOnlySpan<char> text, int start)
    {
        if (text[start] == '\'' && Contraction(text, start, ignoreCase: false) is > 0 and var length)
            return start + length;
        var first = text[start] == ' ' && start + 1 < text.Length ? start + 1 : start;
        var classes = CharacterTable.At(text, first, out var width) & (Letter | Number | Other);
        return classes != 0
            ? SkipWhile(text, first + width, classes)
            : WhiteSpaceEnd(text, start, untilNewline: false);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Cl100kEnd(ReadOnlySpan<char> text, int start)
    {
        if (text[start] == '\'' && Contraction(text, start, ignoreCase: true) is > 0 and var length)
            return start + length;
        var classes = CharacterTable.At(text, start, out var width);
        if ((classes & Letter) != 0) return SkipWhile(text, start + width, Letter);
        if ((classes & Number) != 0) return NumberEnd(text, start + width);
        if ((classes & Newline) == 0 && start + width < text.Length
                && (CharacterTable.At(text, start + width, out var next) & Letter) != 0)
            return SkipWhile(text, start + width + next, Letter);
        return SymbolsEnd(text, start, classes, width) is > 0 and var end
            ? SkipWhile(text, end, Newline)
            : WhiteSpaceEnd(text, start, untilNewline: true);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int O200kEnd(ReadOnlySpan<char> text, int start)
    {
        var classes = CharacterTable.At(text, start, out var width);
        if ((classes & Number) != 0) return NumberEnd(text, start + width);
        // One character of any kind may stand before a word; a mark may also be the word's first letter.
        var word = (classes & (Letter | Newline)) == 0 ? start + width : start;
        var wordEnd = MixedWordEnd(text, word, out var capitalsEnd);
        if (wordEnd < 0 && word > start && (classes & UpperOrCaseless) != 0)
            wordEnd = MixedWordEnd(text, start, out _);
        if (wordEnd < 0 && capitalsEnd > word) wordEnd = capitalsEnd;
        if (wordEnd > 0) return wordEnd + Contraction(text, wordEnd, ignoreCase: true);
        if (SymbolsEnd(text, start, classes, width) is not (> 0 and var end))
            return WhiteSpaceEnd(text, start, untilNewline: true);
        while (end < text.Length && text[end] is '\r' or '\n' or '/') end++;
        return end;
    }

    // U*V+ with the backtracking of a regular expression: capitals, then small letters; when none of these follows, the
    // last capital that has no case (and so counts as either) is the V+, and the word ends behind it. -1: no such word.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int MixedWordEnd(ReadOnlySpan<char> text, int start, out int capitalsEnd)
    {
        (capitalsEnd, var afterCaseless) = (start, -1);
        while (capitalsEnd < text.Length)
        {
            var classes = CharacterTable.At(text, capitalsEnd, out var width);
            if ((classes & UpperOrCaseless) == 0) break;
            capitalsEnd += width;
            if ((classes & LowerOrCaseless) != 0) afterCaseless = capitalsEnd;
        }
        var end = SkipWhile(text, capitalsEnd, LowerOrCaseless);
        return end > capitalsEnd ? end : afterCaseless;
    }

    // ` ?[^\s\p{L}\p{N}]+`; 0 when that is not what starts here.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int SymbolsEnd(ReadOnlySpan<char> text, int start, CharacterClasses classes, int width)
    {
        if ((classes & Other) != 0) return SkipWhile(text, start + width, Other);
        if (text[start] != ' ' || start + 1 == text.Length) return 0;
        return (CharacterTable.At(text, start + 1, out var next) & Other) != 0
            ? SkipWhile(text, start + 1 + next, Other)
            : 0;
    }

    // `\s*[\r\n]+` when asked for, then `\s+(?!\S)|\s+`: up to the last newline, else all but the last character, which
    // goes with what follows, unless nothing does. Every white-space character is one UTF-16 code unit.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int WhiteSpaceEnd(ReadOnlySpan<char> text, int start, bool untilNewline)
    {
        var end = SkipWhile(text, start, WhiteSpace);
        if (untilNewline && text[start..end].LastIndexOfAny('\r', '\n') is >= 0 and var newline)
            return start + newline + 1;
        return end == text.Length || end - start == 1 ? end : end - 1;
    }

    // At most three digits, one of which is behind `index` already.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int NumberEnd(ReadOnlySpan<char> text, int index)
    {
        for (var digits = 1; digits < 3 && index < text.Length; digits++)
        {
            if ((CharacterTable.At(text, index, out var width) & Number) == 0) break;
            index += width;
        }
        return index;
    }

    // The length of 's, 't, 'm, 'd, 'll, 've or 're; 0 when none is there. Unicode's simple case folding, which
    // tiktoken's (?i) uses, makes ſ (U+017F) an s.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Contraction(ReadOnlySpan<char> text, int index, bool ignoreCase)
    {
        if (index + 1 >= text.Length || text[index] != '\'') return 0;
        var first = Fold(text[index + 1], ignoreCase);
        if (first is 's' or 't' or 'm' or 'd') return 2;
        if (index + 2 >= text.Length) return 0;
        return (first, Fold(text[index + 2], ignoreCase)) is ('l', 'l') or ('v', 'e') or ('r', 'e') ? 3 : 0;
    }

    private static char Fold(char value, bool ignoreCase) => value switch
    {
        _ when !ignoreCase => value,
        >= 'A' and <= 'Z' => (char)(value | 0x20),
        '\u017f' => 's',
        _ => value,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipWhile(ReadOnlySpan<char> text, int index, CharacterClasses classes)
    {
        var table = CharacterTable.OfUnits;
        while (index < text.Length)
        {
            var unit = table[text[index]];
            if ((unit & classes) != 0)
            {
                index++;
                continue;
            }
            if (unit != Surrogate || (CharacterTable.At(text, index, out var width) & classes) == 0) break;
            index += width;
        }
        return index;
    }
}
