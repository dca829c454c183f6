using System.Text;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class RankFileTests
{
    [Theory]
    [InlineData("nonsense", "line 1")]
    [InlineData("YQ== x", "line 1")]
    [InlineData("YQ== 1 2", "line 1")]
    [InlineData("YQ== 1\nYQ=", "line 2")]
    [InlineData("Y!== 1", "base64")]
    [InlineData("YQ== 97", "every byte")]
    [InlineData("YQ== 1\nYg== 1", "twice")]
    [InlineData("YQ== 1\nYQ== 2", "those of token 1")]
    [InlineData("YQ== 2000000000", "[0, ")]
    [InlineData("YQ== -1", "[0, ")]
    public void Constructor_AnotherFile_SaysWhatWasExpected(string content, string message)
    {
        var error = Assert.Throws<InvalidDataException>(
            () => TiktokenEncoding.Cl100kBase(TiktokenFiles.Stream(content)));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadTiktoken_AFile_LeavesTheStreamOpen()
    {
        using var stream = TiktokenFiles.Stream("YWI= 3\r\n\r\n/w== 4");

        var tokens = RankFile.ReadTiktoken(stream);

        Assert.Equal([3, 4], tokens.Select(token => token.Id));
        Assert.Equal(["ab"u8.ToArray(), [0xFF]], tokens.Select(token => token.Bytes));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void ReadGpt2_ByHand_NumbersBytesThenMerges()
    {
        // The first byte is "!", the 189th is the first that has no printable character of its own: NUL, as U+0100.
        var tokens = RankFile.ReadGpt2(
            TiktokenFiles.Stream("#version: 0.2\nĠ t\nĠt h\n"),
            TiktokenFiles.Stream(Gpt2Ids("\"Ġt\":256,\"Ġth\":257")));

        Assert.Equal("!"u8.ToArray(), tokens[0].Bytes);
        Assert.Equal([0], tokens[188].Bytes);
        Assert.Equal(" t"u8.ToArray(), tokens[256].Bytes);
        Assert.Equal(" th"u8.ToArray(), tokens[257].Bytes);
    }

    [Theory]
    [InlineData("Ġ t\n", "\"Ġt\":257", "expected id 256")]
    [InlineData("Ġ t\n", "\"Ġx\":256", "got none")]
    [InlineData("Ġt\n", "\"Ġt\":256", "line 1")]
    [InlineData("日 t\n", "\"Ġt\":256", "line 1")]
    [InlineData("Ġ t\n", "\"Ġt\":", "encoder.json")]
    public void Gpt2_FilesThatDisagree_AreRefused(string merges, string ids, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => TiktokenEncoding.Gpt2(
            TiktokenFiles.Stream(merges), TiktokenFiles.Stream(Gpt2Ids(ids))));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    // The 256 names of bytes, by the rule of GPT-2's encoder.py, and then some more.
    private static string Gpt2Ids(string more)
    {
        var named = Enumerable.Range(0, 256).Where(value => value is >= 33 and <= 126 or >= 161 and <= 172 or >= 174);
        var names = named.Concat(Enumerable.Range(256, 256 - named.Count())).Select((unit, id) =>
            $"\"{(unit is '"' or '\\' ? "\\" : "")}{(char)unit}\":{id}");
        return new StringBuilder("{").AppendJoin(',', names).Append(',').Append(more).Append('}').ToString();
    }
}
