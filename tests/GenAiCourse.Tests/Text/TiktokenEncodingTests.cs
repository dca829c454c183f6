using System.Text;
using System.Text.Json;
using GenAiCourse.Text;
using Testing;

namespace GenAiCourse.Tests.Text;

public class TiktokenEncodingTests
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    [Theory]
    [InlineData("gpt2", "r50k_base")]
    [InlineData("r50k_base", "r50k_base")]
    [InlineData("cl100k_base", "cl100k_base")]
    [InlineData("o200k_base", "o200k_base")]
    public void Encode_TheFixturesStrings_GivesTiktokensIds(string name, string inFixture)
    {
        var encoding = TiktokenFiles.Load(name);
        using var fixture = JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture("tokenizers.json")));
        var strings = fixture.RootElement.GetProperty("strings");
        var ids = fixture.RootElement.GetProperty("ids").GetProperty(inFixture);
        Assert.True(strings.GetArrayLength() > 100);

        for (var i = 0; i < strings.GetArrayLength(); i++)
        {
            var text = strings[i].GetString()!;
            int[] expected = [.. ids[i].EnumerateArray().Select(id => id.GetInt32())];
            Assert.Equal(expected, encoding.EncodeOrdinary(text));
            Assert.Equal(expected, encoding.EncodeOrdinary(text));      // now from the cache
            Assert.Equal(expected, encoding.Encode(text, disallowedSpecial: Nothing));
            Assert.Equal(expected.Length, encoding.Count(text));
            Assert.Equal(text, encoding.Decode(expected));
        }
    }

    [Fact]
    public void Encode_WithTrainedMerges_IsBytePairEncodings()
    {
        var (trained, lines) = TiktokenFiles.Small();
        var encoding = new TiktokenEncoding(
            SplitRule.Gpt2, TiktokenFiles.Stream(lines), new Dictionary<string, int>());
        var random = new Random(3);

        for (var i = 0; i < 3000; i++)
        {
            // BytePairEncoding's regular expression takes no character beyond U+FFFF for a letter or a number.
            var text = string.Concat(PieceScannerTests.RandomText(random, random.Next(0, 300))
                .Where(unit => !char.IsSurrogate(unit)));
            Assert.Equal(trained.Encode(text), encoding.EncodeOrdinary(text));
        }
        var piece = string.Concat(Enumerable.Repeat("returnsthevalueof", 100));
        Assert.Equal(trained.Encode(piece), encoding.EncodeOrdinary(piece));
    }

    [Theory]
    [InlineData(SplitRule.Gpt2)]
    [InlineData(SplitRule.Cl100kBase)]
    [InlineData(SplitRule.O200kBase)]
    public void Decode_OfEncode_IsTheTextWithLoneSurrogatesReplaced(SplitRule rule)
    {
        var (encoding, random) = (TiktokenFiles.Small(rule), new Random(4));
        for (var i = 0; i < 5000; i++)
        {
            var text = PieceScannerTests.RandomText(random, random.Next(0, 200));
            var ids = encoding.EncodeOrdinary(text);
            Assert.Equal(WellFormed(text), encoding.Decode(ids));
            Assert.Equal(Encoding.UTF8.GetBytes(text), encoding.DecodeBytes(ids));
            Assert.Equal(ids, encoding.EncodeOrdinary(WellFormed(text)));
        }
    }

    [Theory]
    [InlineData("gpt2", 50257)]
    [InlineData("cl100k_base", 100277)]
    [InlineData("o200k_base", 200019)]
    public void DecodeBytes_OfAnyIds_IsTheirBytes(string name, int size)
    {
        var (encoding, random) = (TiktokenFiles.Load(name), new Random(5));
        Assert.Equal(size, encoding.VocabularySize);
        var special = encoding.SpecialTokens.Values.ToHashSet();
        int[] ids = [.. Enumerable.Range(0, size).Where(id => special.Contains(id) || id < special.Min() - 1)];
        random.Shuffle(ids);

        var bytes = encoding.DecodeBytes(ids);

        var at = 0;
        foreach (var id in ids)
        {
            var token = encoding.BytesOf(id);
            Assert.True(bytes.AsSpan(at, token.Length).SequenceEqual(token));
            at += token.Length;
        }
        Assert.Equal(bytes.Length, at);
        Assert.Equal(Encoding.UTF8.GetString(bytes), encoding.Decode(ids));
        foreach (var (token, id) in encoding.SpecialTokens) Assert.Equal(token, encoding.Decode([id]));
    }

    [Theory]
    [InlineData("gpt2")]
    [InlineData("cl100k_base")]
    [InlineData("o200k_base")]
    public void Encode_EveryTokenThatIsOnePiece_GivesItsId(string name)
    {
        var encoding = TiktokenFiles.Load(name);
        var rule = name switch
        {
            "gpt2" => SplitRule.Gpt2,
            "cl100k_base" => SplitRule.Cl100kBase,
            _ => SplitRule.O200kBase,
        };
        var tried = 0;
        for (var id = 0; id < encoding.SpecialTokens["<|endoftext|>"] - 1; id++)
        {
            var text = encoding.Decode([id]);
            if (!Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(encoding.BytesOf(id))) continue;
            if (PieceScanner.End(rule, text, 0) != text.Length) continue;
            Assert.Equal([id], encoding.EncodeOrdinary(text));
            tried++;
        }
        Assert.True(tried > 40_000);
    }

    [Fact]
    public void Encode_SpecialTokens_AreRefusedAllowedOrOrdinary()
    {
        var encoding = TiktokenFiles.Small(SplitRule.Cl100kBase);
        const string text = "a <|end|> b";
        var one = new HashSet<string> { "<|end|>" };

        var error = Assert.Throws<ArgumentException>(() => encoding.Encode(text));
        Assert.Contains("\"<|end|>\" at 2", error.Message, StringComparison.Ordinal);
        Assert.Equal([.. encoding.EncodeOrdinary("a "), 600, .. encoding.EncodeOrdinary(" b")],
            encoding.Encode(text, one));
        Assert.Equal(encoding.EncodeOrdinary(text), encoding.Encode(text, disallowedSpecial: Nothing));
        Assert.DoesNotContain(600, encoding.EncodeOrdinary(text));
        Assert.Equal(text, encoding.Decode(encoding.Encode(text, one)));
        Assert.Equal(encoding.EncodeOrdinary("plain"), encoding.Encode("plain"));
    }

    [Fact]
    public void Encode_SpecialTokens_TakesTheLongestAndKeepsTheOthersOut()
    {
        var encoding = TiktokenFiles.Small(SplitRule.Cl100kBase);

        Assert.Equal([601, 600], encoding.Encode("<|end|>er<|end|>", encoding.SpecialTokens.Keys.ToHashSet()));
        Assert.Throws<ArgumentException>(() => encoding.Encode("<|end|>er", new HashSet<string> { "<|end|>" }));
        Assert.Throws<ArgumentException>(() => encoding.Encode("x", new HashSet<string> { "<|start|>" }));
        // The white space before a special token is at the end of its part: one piece, not two.
        Assert.Equal([.. encoding.EncodeOrdinary("x   "), 600],
            encoding.Encode("x   <|end|>", new HashSet<string> { "<|end|>" }, Nothing));
    }

    [Fact]
    public void Decode_BytesThatAreNoUtf8_AreReplacedOnlyInTheString()
    {
        var encoding = TiktokenFiles.Small(SplitRule.Gpt2);      // its first 256 ids are the bytes

        Assert.Equal("a\ufffd\ufffdb", encoding.Decode(['a', 0xFF, 0xC3, 'b']));
        Assert.Equal([0x61, 0xFF, 0xC3, 0x62], encoding.DecodeBytes(['a', 0xFF, 0xC3, 'b']));
        Assert.Equal("é", encoding.Decode([0xC3, 0xA9]));
        Assert.Equal("", encoding.Decode([]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(602)]
    public void Decode_AnUnknownId_SaysTheRange(int id)
    {
        var encoding = TiktokenFiles.Small(SplitRule.Gpt2);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => encoding.Decode([id]));
        Assert.Contains("[0, 602)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_ASpecialTokenOfATakenId_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new TiktokenEncoding(
            SplitRule.Gpt2, TiktokenFiles.Stream(TiktokenFiles.Small().Lines),
            new Dictionary<string, int> { ["<|end|>"] = 599 }));

    [Fact]
    public void Encode_FromTwoThreads_IsEncodeFromOne()
    {
        var encoding = TiktokenFiles.Small(SplitRule.O200kBase);
        var fresh = TiktokenFiles.Small(SplitRule.O200kBase);
        string[] texts = [.. Enumerable.Range(0, 400).Select(i => PieceScannerTests.RandomText(new Random(i), 200))];

        var all = new int[texts.Length][];
        Parallel.For(0, texts.Length, i => all[i] = encoding.EncodeOrdinary(texts[i]));

        Assert.Equal(texts.Select(text => fresh.EncodeOrdinary(text)), all);
    }

    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
