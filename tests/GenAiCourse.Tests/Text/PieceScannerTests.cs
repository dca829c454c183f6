using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GenAiCourse.Data;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class PieceScannerTests
{
    // .NET's regular expressions read UTF-16 code units and fold no ſ into s, tiktoken's read code points and do; so
    // the contractions are spelled out here, and RegexPieces puts one unit of the same category for a pair.
    private const string Contraction = "'(?:[sSſdDmMtT]|[lL][lL]|[vV][eE]|[rR][eE])";
    private const string Upper = @"[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]", Lower = @"[\p{Ll}\p{Lm}\p{Lo}\p{M}]";

    private static readonly Dictionary<SplitRule, Regex> Patterns = new()
    {
        [SplitRule.Gpt2] = new(@"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"),
        [SplitRule.Cl100kBase] = new(Contraction
            + @"|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"),
        [SplitRule.O200kBase] = new(
            $@"[^\r\n\p{{L}}\p{{N}}]?{Upper}*{Lower}+(?:{Contraction})?|"
            + $@"[^\r\n\p{{L}}\p{{N}}]?{Upper}+{Lower}*(?:{Contraction})?|"
            + @"\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+"),
    };

    private static readonly Dictionary<UnicodeCategory, char> UnitOf = Enumerable.Range(0x80, 0xFF80)
        .Where(unit => !char.IsWhiteSpace((char)unit) && unit != 'ſ')
        .GroupBy(unit => char.GetUnicodeCategory((char)unit), unit => (char)unit)
        .ToDictionary(group => group.Key, group => group.First());

    [Theory]
    [InlineData(SplitRule.Gpt2)]
    [InlineData(SplitRule.Cl100kBase)]
    [InlineData(SplitRule.O200kBase)]
    public void Pieces_OfRandomText_AreThoseOfTheRegularExpression(SplitRule rule)
    {
        var random = new Random(1);
        for (var i = 0; i < 60_000; i++)
        {
            var text = RandomText(random, random.Next(1, 24));

            var pieces = Pieces(rule, text);

            Assert.True(RegexPieces(rule, text).SequenceEqual(pieces),
                $"{Escaped(text)}: expected {Show(RegexPieces(rule, text))}, got {Show(pieces)}");
        }
    }

    [Theory]
    [InlineData(SplitRule.Gpt2)]
    [InlineData(SplitRule.Cl100kBase)]
    [InlineData(SplitRule.O200kBase)]
    public void Pieces_AroundEveryCodePoint_AreThoseOfTheRegularExpression(SplitRule rule)
    {
        for (var value = 0; value <= 0x10FFFF; value += value < 0x3000 || value % 0x1000 == 0 ? 1 : 3)
        {
            if (value is >= 0xD800 and <= 0xDFFF) continue;
            var point = char.ConvertFromUtf32(value);
            var text = $"a{point} {point}B{point}c'{point}";

            var pieces = Pieces(rule, text);

            Assert.True(RegexPieces(rule, text).SequenceEqual(pieces),
                $"U+{value:X4}: expected {Show(RegexPieces(rule, text))}, got {Show(pieces)}");
        }
    }

    [Theory]
    [InlineData(SplitRule.Gpt2, "I'm HE'S  12345\r\n\n  x", "I|'m| HE|'|S| | 12345|\r\n\n | x")]
    [InlineData(SplitRule.Cl100kBase, "I'm HE'S  12345\r\n\n  x", "I|'m| HE|'S| | |123|45|\r\n\n| | x")]
    [InlineData(SplitRule.O200kBase, "I'm HE'S fooBar//\n x", "I'm| HE'S| foo|Bar|//\n| x")]
    public void Pieces_OfExamples_AreTheseByHand(SplitRule rule, string text, string expected) =>
        Assert.Equal(expected.Split('|'), Pieces(rule, text).Select(piece => text[piece]));

    // The corpus that the course trains its encodings on: these pieces are what a shipped vocabulary was learned from.
    [Fact]
    public void Gpt2Pieces_OfTheDocumentation_AreThoseOfTheRegularExpression()
    {
        var (pattern, pieces) = (Patterns[SplitRule.Gpt2], 0);
        foreach (var document in Corpus.Load().Documents)
        {
            var end = 0;
            foreach (var match in pattern.EnumerateMatches(document.Text))
            {
                Assert.Equal(end, match.Index);
                end = PieceScanner.End(SplitRule.Gpt2, document.Text, match.Index);
                Assert.Equal(match.Index + match.Length, end);
                pieces++;
            }
            Assert.Equal(document.Text.Length, end);
        }
        Assert.True(pieces > 1_000_000, $"expected a million pieces at least, got {pieces}");
    }

    // Were a piece's end looked for in all of the text that follows, this would take hours.
    [Theory]
    [InlineData("a")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData(" \n")]
    [InlineData("A中")]
    [InlineData("\u0301A")]
    [InlineData("'s")]
    [InlineData("1")]
    [InlineData("!")]
    [InlineData("\ud83d")]
    public void Pieces_OfAMillionCharacters_CoverThem(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        foreach (var rule in Enum.GetValues<SplitRule>())
        {
            var end = 0;
            while (end < text.Length) end = PieceScanner.End(rule, text, end);
            Assert.Equal(text.Length, end);
        }
    }

    internal static string RandomText(Random random, int length)
    {
        string[] frequent =
        [
            "a", "b", "z", "A", "Z", "s", "S", "t", "l", "L", "e", "v", "r", "ſ", "'", "'", "'", "0", "1", "²", "Ⅷ",
            " ", " ", " ", "\t", "\r", "\n", "\n", "/", "!", ".", "-", "\u00a0", "\u0085", "\u3000", "\u200b", "é", "É",
            "ǅ", "ʰ", "ª", "中", "あ", "\u0301", "\u0903", "\u20dd", "😀", "𝕏", "𝕩", "𠀀", "𝟘", "\U000e0100",
            "\ud83d", "\ude00", "\u0000", "\ufffd", "\ue000", "\u0378",
        ];
        var text = new StringBuilder();
        while (text.Length < length)
            text.Append(random.Next(20) == 0
                ? ((char)random.Next(char.MaxValue + 1)).ToString()
                : frequent[random.Next(frequent.Length)]);
        return text.ToString();
    }

    private static List<Range> Pieces(SplitRule rule, string text)
    {
        var pieces = new List<Range>();
        for (var start = 0; start < text.Length;)
        {
            var end = PieceScanner.End(rule, text, start);
            pieces.Add(start..end);
            start = end;
        }
        return pieces;
    }

    private static List<Range> RegexPieces(SplitRule rule, string text)
    {
        var (units, places) = (new StringBuilder(), new List<int>());
        for (var i = 0; i < text.Length;)
        {
            places.Add(i);
            var pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            units.Append(pair ? UnitOf[CharUnicodeInfo.GetUnicodeCategory(text, i)] : text[i]);
            i += pair ? 2 : 1;
        }
        places.Add(text.Length);
        return [.. Patterns[rule].Matches(units.ToString())
            .Select(match => places[match.Index]..places[match.Index + match.Length])];
    }

    private static string Show(List<Range> pieces) => string.Join(", ", pieces);

    private static string Escaped(string text) =>
        string.Concat(text.Select(unit => unit is > ' ' and < '\u007f' ? $"{unit}" : $"\\u{(int)unit:x4}"));
}
