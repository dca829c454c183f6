using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class Porter2StemmerTests
{
    [Fact]
    public void Stem_TheAuthorsVocabulary_IsRightInEveryWord()
    {
        var pairs = StemmerData.Vocabulary("stemming_english");

        Assert.Equal(42_649, pairs.Length);
        Assert.Empty(StemmerData.Wrong(pairs, Porter2Stemmer.Stem));
    }

    [Fact]
    public void Stem_NltksSnowballEnglish_DiffersOnlyByTheLaterRules()
    {
        // NLTK 3.8 has the rules of 2006; what Snowball 3 gives these words stands in its own vocabulary, and for
        // "biologist", which is not there, follows from the rule -ogist → -og.
        Dictionary<string, string> later = new()
        {
            ["added"] = "add",
            ["adding"] = "add",
            ["biologist"] = "biolog",
            ["internal"] = "internal",
            ["interval"] = "interval",
            ["organization"] = "organiz",
            ["organized"] = "organiz",
            ["universal"] = "universal",
        };
        var pairs = StemmerData.Nltk("snowball_english")
            .Select(pair => (pair.Word, later.GetValueOrDefault(pair.Word, pair.Stem)))
            .ToArray();

        Assert.Equal(2000, pairs.Length);
        Assert.Empty(StemmerData.Wrong(pairs, Porter2Stemmer.Stem));
    }

    [Theory]
    // The examples of the description, each of the rule after which it stands there.
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("this", "this")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("hopped", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("egged", "egg")]
    [InlineData("offing", "off")]
    [InlineData("dying", "die")]
    [InlineData("herring", "herring")]
    [InlineData("evening", "evening")]
    [InlineData("succeed", "succeed")]
    [InlineData("cry", "cri")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("pasting", "paste")]
    [InlineData("past", "past")]
    [InlineData("universe", "univers")]
    [InlineData("university", "universiti")]
    [InlineData("generate", "generat")]
    [InlineData("generally", "general")]
    [InlineData("generous", "generous")]
    [InlineData("geologist", "geolog")]
    [InlineData("geology", "geolog")]
    public void Stem_TheDescriptionsExamples_EndAsThere(string word, string stem) =>
        Assert.Equal(stem, Porter2Stemmer.Stem(word));

    [Theory]
    // What NLTK 3.8 gives.
    [InlineData("", "")]
    [InlineData("s", "s")]
    [InlineData("is", "is")]
    [InlineData("Running", "run")]
    [InlineData("RUNNING", "run")]
    [InlineData("Skies", "sky")]
    [InlineData("don't", "don't")]
    [InlineData("dog's", "dog")]
    [InlineData("dogs'", "dog")]
    [InlineData("it’s", "it")]
    [InlineData("'tis", "tis")]
    [InlineData("'", "'")]
    [InlineData("cafés", "café")]
    [InlineData("ÉTUDES", "étude")]
    [InlineData("naïveté", "naïveté")]
    [InlineData("Москва", "москва")]
    [InlineData("東京", "東京")]
    [InlineData("1980s", "1980s")]
    [InlineData("x-rays", "x-ray")]
    [InlineData("YES", "yes")]
    [InlineData("yyy", "yyy")]
    public void Stem_CaseSignsAndOtherAlphabets_AsDocumented(string word, string stem) =>
        Assert.Equal(stem, Porter2Stemmer.Stem(word));

    [Fact]
    public void Stem_NothingToChange_IsTheSameString()
    {
        var word = new string("sky");

        Assert.Same(word, Porter2Stemmer.Stem(word));
    }

    [Fact]
    public void Stem_ALongWord_LosesItsEnding()
    {
        var stem = string.Concat(Enumerable.Repeat("ba", 1000)) + "t";

        Assert.Equal(stem, Porter2Stemmer.Stem(stem + "s"));
    }

    [Fact]
    public void Stem_OfManyThreads_IsTheStemOfOne()
    {
        string[] words = [.. StemmerData.Nltk("snowball_english").Select(pair => pair.Word)];
        string[] stems = [.. words.Select(Porter2Stemmer.Stem)];

        Parallel.For(0, 16, _ => Assert.Equal(stems, words.Select(Porter2Stemmer.Stem)));
    }

    [Fact]
    public void Stem_AWordThatChanges_AllocatesOnlyTheResult()
    {
        Porter2Stemmer.Stem("connections");
        var before = GC.GetAllocatedBytesForCurrentThread();

        Porter2Stemmer.Stem("connections");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 40);     // "connect": 22 + 14, rounded to 8
    }

    [Fact]
    public void Stem_Null_IsRefused() => Assert.Throws<ArgumentNullException>(() => Porter2Stemmer.Stem(null!));
}
