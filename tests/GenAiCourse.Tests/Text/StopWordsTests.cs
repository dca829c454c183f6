using System.IO.Compression;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class StopWordsTests
{
    [Theory]
    [InlineData("the")]
    [InlineData("The")]
    [InlineData("WOULD")]
    [InlineData("don't")]
    [InlineData("Don’t")]
    [InlineData("ll")]
    public void English_AFunctionWord_IsInIt(string word) => Assert.Contains(word, StopWords.English);

    [Theory]
    [InlineData("")]
    [InlineData("time")]
    [InlineData("model")]
    [InlineData("thé")]
    [InlineData(" the")]
    public void English_AnotherWord_IsNot(string word) => Assert.DoesNotContain(word, StopWords.English);

    [Fact]
    public void EnglishByClass_EachWord_StandsInOneClassInLowerCase()
    {
        string[] words = [.. StopWords.EnglishByClass.Values.SelectMany(words => words)];

        Assert.Equal(words.Distinct(StringComparer.OrdinalIgnoreCase).Count(), words.Length);
        Assert.All(words, word => Assert.All(word, letter => Assert.True(letter is (>= 'a' and <= 'z') or '\'', word)));
        Assert.All(words, word => Assert.Contains(word, StopWords.English));
    }

    [Fact]
    public void EnglishByClass_NegatedContractions_AreAuxiliariesWithNot()
    {
        string[] irregular = ["won't", "can't", "shan't", "ain't", "needn't", "daren't"];
        var auxiliaries = StopWords.EnglishByClass["auxiliaries"];

        Assert.All(
            StopWords.EnglishByClass["negated contractions"].Except(irregular),
            word => Assert.Contains(word[..^3], auxiliaries));
    }

    [Fact]
    public void English_TheMostFrequentWordsOfShakespeare_AreNearlyAllInIt()
    {
        var data = Environment.GetEnvironmentVariable("COURSE_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(data), "COURSE_DATA is not set: the texts are not at hand");
        using var reader = new StreamReader(new GZipStream(
            File.OpenRead(Path.Combine(data, "tinyshakespeare", "input.txt.gz")), CompressionMode.Decompress));
        string[] words = [.. reader.ReadToEnd().Split(
            [.. " \r\n.,;:!?-\"[]&$3"], StringSplitOptions.RemoveEmptyEntries)];

        var frequent = words.CountBy(word => word, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(pair => pair.Value)
            .Take(50)
            .Select(pair => pair.Key);

        var missing = frequent.Where(word => !StopWords.English.Contains(word)).ToArray();
        Assert.True(missing.Length <= 8, string.Join(' ', missing));
    }
}
