using System.Text;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class PieceMergerTests
{
    [Fact]
    public void Merge_RandomPieces_IsThePlainAlgorithm()
    {
        var random = new Random(2);
        for (var round = 0; round < 300; round++)
        {
            var tokens = RandomVocabulary(random);
            var table = new TokenTable([.. tokens.Select((bytes, id) => (bytes, id))]);
            for (var i = 0; i < 10; i++)
            {
                // Both sides of LongestShort, and over an alphabet so small that nearly every pair is a token.
                var piece = new byte[random.Next(1, 200)];
                for (var at = 0; at < piece.Length; at++) piece[at] = (byte)random.Next('a', 'd');
                using var ids = new IdBuffer(1);

                PieceMerger.Merge(table, piece, ids);

                Assert.Equal(Plain(tokens, piece), [.. ids.Ids]);
            }
        }
    }

    // Every byte is looked at once, starts at most one pair at first, and vanishes in at most one merge, which makes
    // two pairs: n look-ups, 3n entries taken from the queue, 2n look-ups.
    [Theory]
    [InlineData("a")]
    [InlineData("ab")]
    [InlineData(" ")]
    [InlineData("the")]
    [InlineData("=")]
    public void Merge_LongPiece_TakesAtMostSixStepsAByte(string unit)
    {
        var encoding = TiktokenFiles.Small();
        var table = new TokenTable(RankFile.ReadTiktoken(TiktokenFiles.Stream(encoding.Lines)));
        foreach (var length in new[] { 1_000, 100_000, 1_000_000 })
        {
            var piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, length / unit.Length)));
            using var ids = new IdBuffer(1);

            PieceMerger.Merge(table, piece, ids);

            Assert.InRange(ids.MergeSteps, piece.Length, 6L * piece.Length);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("é")]
    [InlineData("😀")]
    [InlineData("=-")]
    [InlineData("0")]
    [InlineData("aB")]
    [InlineData("x ")]
    public void Encode_AMillionCharacters_TakesStepsInProportion(string unit)
    {
        foreach (var name in new[] { "gpt2", "cl100k_base", "o200k_base" })
        {
            var encoding = TiktokenFiles.Load(name);
            var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
            using var ids = new IdBuffer(1);

            encoding.Append(text, ids);

            Assert.InRange(ids.MergeSteps, 0, 6L * Encoding.UTF8.GetByteCount(text));
        }
    }

    // Every byte, and then pairs of earlier tokens, each once.
    private static List<byte[]> RandomVocabulary(Random random)
    {
        var tokens = Enumerable.Range(0, 256).Select(value => new[] { (byte)value }).ToList();
        var letters = new List<byte[]> { "a"u8.ToArray(), "b"u8.ToArray(), "c"u8.ToArray() };
        for (var i = 0; i < random.Next(4, 40); i++)
        {
            byte[] token = [.. letters[random.Next(letters.Count)], .. letters[random.Next(letters.Count)]];
            if (tokens.Any(other => other.AsSpan().SequenceEqual(token))) continue;
            tokens.Add(token);
            letters.Add(token);
        }
        return tokens;
    }

    // All pairs again after each merge.
    private static List<int> Plain(List<byte[]> tokens, byte[] piece)
    {
        var idOf = tokens.Index().ToDictionary(token => Convert.ToHexString(token.Item), token => token.Index);
        var parts = piece.Select(value => Convert.ToHexString([value])).ToList();
        while (true)
        {
            var pairs = Enumerable.Range(0, parts.Count - 1).Where(i => idOf.ContainsKey(parts[i] + parts[i + 1]));
            if (!pairs.Any()) return [.. parts.Select(part => idOf[part])];
            var at = pairs.MinBy(i => idOf[parts[i] + parts[i + 1]]);
            parts[at] += parts[at + 1];
            parts.RemoveAt(at + 1);
        }
    }
}
