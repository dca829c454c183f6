using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class WordTokenizerTests
{
    private static readonly WordTokenizer Tokenizer = new();

    [Theory]
    // The Penn Treebank's conventions (its tokenizer's documentation and examples).
    [InlineData("They'll save and invest more.", "They|'ll|save|and|invest|more|.")]
    [InlineData("I can't, you don't, we won't.", "I|ca|n't|,|you|do|n't|,|we|wo|n't|.")]
    [InlineData("John's dogs' I'd've cannot gonna", "John|'s|dogs|'|I'd|'ve|can|not|gon|na")]
    [InlineData("It’s “quoted” — so!", "It|’s|“|quoted|”|—|so|!")]
    [InlineData("good muffins cost $3.88\nin New York.", "good|muffins|cost|$|3.88|in|New|York|.")]
    [InlineData("Mr. J. Smith of Acme Inc. is in the U.S. now.", "Mr.|J.|Smith|of|Acme|Inc.|is|in|the|U.S.|now|.")]
    [InlineData("This is it. No. 5 and no. Yes, I.", "This|is|it|.|No.|5|and|no|.|Yes|,|I|.")]
    [InlineData("Wait... what?! -- no!!!", "Wait|...|what|?|!|--|no|!!!")]
    [InlineData("(a [b] {c}) <d> 100%", "(|a|[|b|]|{|c|}|)|<|d|>|100|%")]
    [InlineData("dont, Didn't; OUTTA", "do|nt|,|Did|n't|;|OUT|TA")]
    [InlineData("'tis 'em rock 'n' roll", "'tis|'em|rock|'|n|'|roll")]
    [InlineData("the letter 'd'", "the|letter|'|d|'")]
    public void Words_EnglishText_AreTheTreebanks(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenizer.Words(text)));

    [Theory]
    [InlineData("1,024.5 12:30 9/11 2001-02-03 555-1234 3rd 1990s '68 80's .5 -3 +1", WordKind.Number, 12)]
    [InlineData("https://example.org/a?b=c, www.example.org. (http://x.org/y)", WordKind.Address, 3)]
    [InlineData("ann@example.org, file.txt; example.com/path alt.talk.origins", WordKind.Address, 4)]
    [InlineData(":-) :( ;D <3 ^_^ 😀 👩‍💻 🇩🇪 ❤️", WordKind.Emoji, 9)]
    [InlineData("#CSharp by @someone", WordKind.Tag, 2)]
    [InlineData("Straße naïve 東京 हिन्दी state-of-the-art O'Neill AT&T F16", WordKind.Word, 8)]
    public void Tokenize_EachKind_StaysWhole(string text, WordKind kind, int count) =>
        Assert.Equal(count, Tokenizer.Tokenize(text).Count(token => token.Kind == kind));

    [Fact]
    public void SplitHyphens_On_CutsWordsButNotPrefixesAndNumbers()
    {
        var tokenizer = new WordTokenizer { SplitHyphens = true };

        Assert.Equal(
            ["well", "-", "known", "e-mail", "555-1234", "-", "mother", "-", "in", "-", "law", "'s"],
            tokenizer.Words("well-known e-mail 555-1234 -mother-in-law's"));
    }

    [Fact]
    public void Tokenize_AToken_SaysWhereItStandsAndWhatItIs() =>
        Assert.Equal(
            [
                new WordToken("Is", 1, WordKind.Word), new WordToken("n't", 3, WordKind.Word),
                new WordToken("7", 7, WordKind.Number), new WordToken("!", 8, WordKind.Punctuation),
            ],
            Tokenizer.Tokenize(" Isn't 7!"));

    [Fact]
    public void SplitContractions_Off_KeepsThemWhole() =>
        Assert.Equal(
            ["I", "don't", "cannot", "John's"],
            new WordTokenizer { SplitContractions = false }.Words("I don't cannot John's"));

    [Fact]
    public void Tokenize_AnyText_CanBePutTogetherAgain()
    {
        var random = new Random(11);
        const string Pieces = "abcXYZ09 .,'’-!?:;()@#/\n\t$%&_<>é日☺\u0301";
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => random.Next(40) switch
            {
                0 => "😀",
                1 => "www.",
                2 => "n't",
                3 => "\ud83d",
                _ => Pieces[random.Next(Pieces.Length)].ToString(),
            }));
            var end = 0;
            foreach (var token in new WordTokenizer { SplitHyphens = round % 2 == 0 }.Tokenize(text))
            {
                Assert.True(token.Text.Length > 0);
                Assert.Equal(text.Substring(token.Start, token.Text.Length), token.Text);
                Assert.True(token.Start >= end);
                Assert.True(string.IsNullOrWhiteSpace(text[end..token.Start]));
                end = token.End;
            }
            Assert.True(string.IsNullOrWhiteSpace(text[end..]));
        }
    }

    [Fact]
    public void Tokenize_ALongWord_TakesTimeThatGrowsWithIt()
    {
        Assert.Single(Tokenizer.Tokenize(new string('a', 200_000)));
        foreach (var piece in new[] { "a.", "a-", "a@", "a@b.", "1.", "1,a", "a'", "http://,", "www.", ":", "(", "#a" })
            Assert.NotEmpty(Tokenizer.Tokenize(string.Concat(Enumerable.Repeat(piece, 100_000))));
        Assert.Equal(100_000, Tokenizer.Tokenize(string.Concat(Enumerable.Repeat("ab ", 100_000))).Count);
    }

    [Fact]
    public void Tokenize_NothingOrNull_IsNothingOrRefused()
    {
        Assert.Empty(Tokenizer.Tokenize(""));
        Assert.Empty(Tokenizer.Tokenize(" \t\n"));
        Assert.Throws<ArgumentNullException>(() => Tokenizer.Tokenize(null!));
    }
}
