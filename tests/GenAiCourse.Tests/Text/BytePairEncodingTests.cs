using System.IO.Compression;
using System.Text;
using System.Text.Json;
using GenAiCourse.Data;
using GenAiCourse.Text;
using Testing;

namespace GenAiCourse.Tests.Text;

public class BytePairEncodingTests
{
    [Fact]
    public void Train_SennrichsExample_MergesTheFrequentPairsFirst()
    {
        // Sennrich, Haddow and Birch, 2016, section 3.2: low ×5, lower ×2, newest ×6, widest ×3. By pencil: "es" and
        // "st" both occur 9 times, and "es" has the smaller ids; then "est" 9; then " l" and "lo" and "ow" 7 each,
        // " l" having the smallest ids; then "lo" is left as " l" + "o".
        var texts = Enumerable.Repeat(" low", 5).Concat(Enumerable.Repeat(" lower", 2))
            .Concat(Enumerable.Repeat(" newest", 6)).Concat(Enumerable.Repeat(" widest", 3));

        var encoding = BytePairEncoding.Train(texts, 256 + 5);

        Assert.Equal(["es", "est", " l", "ow", " low"], Learned(encoding));
    }

    [Fact]
    public void Train_RealText_EqualsThePlainAlgorithm()
    {
        string[] texts = [.. Corpus.Load(300).Documents.Select(document => document.Text)];

        var encoding = BytePairEncoding.Train(texts, 256 + 120);

        Assert.Equal(PlainTraining(texts, 120), encoding.Merges);
    }

    // GPT-2's pattern by hand: 𝕏 is a letter, 𝟘 a number, 😀 neither, although each is two UTF-16 code units.
    [Fact]
    public void CountWords_BeyondTheBasicPlane_CutsByCodePoint()
    {
        var words = BytePairTrainer.CountWords(["x𝕏 1𝟘 𝕏! x😀1 𝕏😀"]);

        Assert.Equal(["x𝕏", " 1𝟘", " 𝕏", "!", " x", "😀", "1"], words.Keys);
        Assert.Equal([1, 1, 2, 1, 1, 2, 1], words.Values);
    }

    [Fact]
    public void Encode_BeyondTheBasicPlane_MergesLettersWithLettersOnly()
    {
        var encoding = new BytePairEncoding([('x', 0xF0)]);

        Assert.Equal([256, 0x9D, 0x95, 0x8F], encoding.Encode("x𝕏"));
        Assert.Equal(['x', 0xF0, 0x9F, 0x98, 0x80], encoding.Encode("x😀"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Gets or sets the value of naïve café — 東京 🎉.\r\n\tDone  ")]
    [InlineData("<|endoftext|>")]
    [InlineData("don't we'll 12345 x=1;\u00a0\u0301")]
    public void Decode_OfEncode_IsTheText(string text)
    {
        var encoding = Trained();

        Assert.Equal(text, encoding.Decode(encoding.Encode(text)));
        Assert.DoesNotContain(encoding.SpecialTokens["<|endoftext|>"], encoding.Encode(text));
    }

    [Fact]
    public void Encode_HalfASurrogatePair_IsRefused() =>
        Assert.ThrowsAny<ArgumentException>(() => Trained().Encode("broken \ud83d"));

    [Fact]
    public void Encode_RealText_IsShorterThanItsBytes()
    {
        var encoding = Trained();
        var text = Corpus.Load(50).Documents[^1].Text;

        Assert.True(encoding.Encode(text).Length < Encoding.UTF8.GetByteCount(text) / 1.8);
    }

    [Fact]
    public void Encode_WithGpt2sMerges_GivesTiktokensTokens()
    {
        var data = Environment.GetEnvironmentVariable("COURSE_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), "COURSE_DATA is not set: GPT-2's merges are not at hand");
        var (encoding, toOurs) = Gpt2(Path.Combine(data, "gpt2_bpe"));
        using var fixture = JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture("tokenizers.json")));
        var strings = fixture.RootElement.GetProperty("strings");
        var ids = fixture.RootElement.GetProperty("ids").GetProperty("r50k_base");

        for (var i = 0; i < strings.GetArrayLength(); i++)
            Assert.Equal(
                ids[i].EnumerateArray().Select(id => toOurs[id.GetInt32()]),
                encoding.Encode(strings[i].GetString()!));
    }

    [Fact]
    public void Load_OfSave_EncodesAlike()
    {
        var (encoding, path) = (Trained(), Path.GetTempFileName());
        encoding.Save(path);

        var loaded = BytePairEncoding.Load(path);

        Assert.Equal(encoding.Merges, loaded.Merges);
        Assert.Equal(encoding.SpecialTokens, loaded.SpecialTokens);
        File.Delete(path);
    }

    [Theory]
    [InlineData("something else")]
    [InlineData("byte-pair encoding 1\n12 x")]
    public void Load_AnotherFile_SaysWhatWasExpected(string content)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, content);

        var error = Assert.Throws<InvalidDataException>(() => BytePairEncoding.Load(path));

        Assert.Contains("expected", error.Message, StringComparison.Ordinal);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void Merges_OfAnIdThatComesLater_AreRefused() =>
        Assert.Throws<ArgumentException>(() => new BytePairEncoding([(97, 300)]));

    [Fact]
    public void Decode_AnUnknownId_SaysTheRange()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new BytePairEncoding([]).Decode([256]));
        Assert.Contains("[0, 256)", error.Message, StringComparison.Ordinal);
    }

    private static BytePairEncoding Trained() =>
        BytePairEncoding.Train(Corpus.Load(300).Documents.Select(document => document.Text), 512, "<|endoftext|>");

    private static IEnumerable<string> Learned(BytePairEncoding encoding) =>
        encoding.Merges.Select((_, i) => encoding.Decode([256 + i]));

    // Counts every pair again after every merge.
    private static List<(int, int)> PlainTraining(string[] texts, int merges)
    {
        var words = BytePairTrainer.CountWords(texts)
            .Select(word => (
                Ids: Encoding.UTF8.GetBytes(word.Key).Select(value => (int)value).ToList(),
                Count: word.Value))
            .ToList();
        var learned = new List<(int, int)>();
        while (learned.Count < merges)
        {
            var best = words
                .SelectMany(word => word.Ids.Zip(word.Ids.Skip(1)).Select(pair => (Pair: pair, word.Count)))
                .GroupBy(entry => entry.Pair, entry => entry.Count)
                .OrderByDescending(group => group.Sum())
                .ThenBy(group => group.Key.First)
                .ThenBy(group => group.Key.Second)
                .First().Key;
            foreach (var (ids, _) in words)
                for (var i = 0; i + 1 < ids.Count; i++)
                    if (ids[i] == best.First && ids[i + 1] == best.Second)
                    {
                        ids[i] = 256 + learned.Count;
                        ids.RemoveAt(i + 1);
                    }
            learned.Add(best);
        }
        return learned;
    }

    // GPT-2 names bytes by printable characters, and numbers its tokens differently: a map from its ids to ours.
    private static (BytePairEncoding Encoding, Dictionary<int, int> ToOurs) Gpt2(string folder)
    {
        var bytes = Enumerable.Range(33, 94)
            .Concat(Enumerable.Range(161, 12))
            .Concat(Enumerable.Range(174, 82))
            .ToList();
        var byteOf = bytes.ToDictionary(value => (char)value, value => (byte)value);
        foreach (var (i, value) in Enumerable.Range(0, 256).Except(bytes).Index())
            byteOf[(char)(256 + i)] = (byte)value;

        var idOf = byteOf.ToDictionary(pair => pair.Key.ToString(), pair => (int)pair.Value, StringComparer.Ordinal);
        var merges = new List<(int, int)>();
        foreach (var line in Lines(Path.Combine(folder, "vocab.bpe.gz")).Skip(1).Where(line => line.Length > 0))
        {
            var pair = line.Split(' ');
            merges.Add((idOf[pair[0]], idOf[pair[1]]));
            idOf.TryAdd(pair[0] + pair[1], 255 + merges.Count);
        }
        using var vocabulary = JsonDocument.Parse(string.Concat(Lines(Path.Combine(folder, "encoder.json.gz"))));
        return (new BytePairEncoding(merges), vocabulary.RootElement.EnumerateObject()
            .Where(entry => entry.Name != "<|endoftext|>")
            .ToDictionary(entry => entry.Value.GetInt32(), entry => idOf[entry.Name]));
    }

    private static IEnumerable<string> Lines(string gzip)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(gzip), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line) yield return line;
    }
}
