using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class PorterStemmerTests
{
    [Fact]
    public void Published_NltksOriginalAlgorithm_GivesTheSameStems()
    {
        var pairs = StemmerData.Nltk("porter_original");

        Assert.Equal(2000, pairs.Length);
        Assert.Empty(StemmerData.Wrong(pairs, PorterStemmer.Published.Stem));
    }

    [Fact]
    public void Revised_NltksMartinExtensions_GivesTheSameStems()
    {
        var pairs = StemmerData.Nltk("porter_martin");

        Assert.Equal(2000, pairs.Length);
        Assert.Empty(StemmerData.Wrong(pairs, PorterStemmer.Revised.Stem));
    }

    [Fact]
    public void Published_TheAuthorsVocabulary_IsRightInEveryWord()
    {
        var pairs = StemmerData.Vocabulary("stemming_porter");

        Assert.Equal(42_603, pairs.Length);
        Assert.Empty(StemmerData.Wrong(pairs, PorterStemmer.Published.Stem));
    }

    [Fact]
    public void Revised_TheAuthorsVocabulary_DiffersOnlyByTheThreeChanges()
    {
        // NLTK 3.8's MARTIN_EXTENSIONS differs from that vocabulary in 67 words too.
        var changed = StemmerData.Vocabulary("stemming_porter")
            .Where(pair => PorterStemmer.Revised.Stem(pair.Word) != pair.Stem)
            .ToArray();

        Assert.Equal(67, changed.Length);
        Assert.All(changed, pair => Assert.True(
            pair.Word.Length <= 2 || pair.Stem.EndsWith("bli", StringComparison.Ordinal)
                || pair.Stem.EndsWith("logi", StringComparison.Ordinal),
            pair.Word));
    }

    [Theory]
    // The examples of the paper, section 2 and its steps.
    [InlineData("caresses", "caress")]
    [InlineData("ponies", "poni")]
    [InlineData("ties", "ti")]
    [InlineData("feed", "feed")]
    [InlineData("agreed", "agre")]
    [InlineData("plastered", "plaster")]
    [InlineData("motoring", "motor")]
    [InlineData("hopping", "hop")]
    [InlineData("filing", "file")]
    [InlineData("sky", "sky")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("homologous", "homolog")]
    [InlineData("adoption", "adopt")]
    [InlineData("generalizations", "gener")]
    [InlineData("oscillators", "oscil")]
    [InlineData("controll", "control")]
    [InlineData("roll", "roll")]
    public void Published_ThePapersExamples_EndAsThere(string word, string stem) =>
        Assert.Equal(stem, PorterStemmer.Published.Stem(word));

    [Theory]
    // What NLTK 3.8 gives.
    [InlineData("", "", "")]
    [InlineData("s", "", "s")]
    [InlineData("is", "i", "is")]
    [InlineData("Running", "run", "run")]
    [InlineData("RUNNING", "run", "run")]
    [InlineData("don't", "don't", "don't")]
    [InlineData("dog's", "dog'", "dog'")]
    [InlineData("dogs'", "dogs'", "dogs'")]
    [InlineData("it’s", "it’", "it’")]
    [InlineData("cafés", "café", "café")]
    [InlineData("ÉTUDES", "étude", "étude")]
    [InlineData("naïveté", "naïveté", "naïveté")]
    [InlineData("Москва", "москва", "москва")]
    [InlineData("東京", "東京", "東京")]
    [InlineData("1980s", "1980", "1980")]
    [InlineData("x-rays", "x-rai", "x-rai")]
    [InlineData("yyy", "yyi", "yyi")]
    [InlineData("hyying", "hy", "hy")]
    [InlineData("geology", "geologi", "geologi")]       // no vowel and consonant before LOGI: m = 0
    [InlineData("archaeology", "archaeologi", "archaeolog")]
    [InlineData("possibly", "possibli", "possibl")]
    public void Stem_CaseSignsAndOtherAlphabets_AsDocumented(string word, string published, string revised)
    {
        Assert.Equal(published, PorterStemmer.Published.Stem(word));
        Assert.Equal(revised, PorterStemmer.Revised.Stem(word));
    }

    [Fact]
    public void Stem_NothingToChange_IsTheSameString()
    {
        var word = new string("sky");

        Assert.Same(word, PorterStemmer.Published.Stem(word));
    }

    [Theory]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(100_000)]
    public void Stem_ALongWord_LosesItsEnding(int letters)
    {
        var stem = string.Concat(Enumerable.Repeat("ba", letters))[..(letters - 1)] + "t";

        Assert.Equal(stem, PorterStemmer.Revised.Stem(stem + "s"));
    }

    [Fact]
    public void Stem_OfManyThreads_IsTheStemOfOne()
    {
        var pairs = StemmerData.Nltk("porter_martin");

        Parallel.For(0, 16, _ => Assert.Empty(StemmerData.Wrong(pairs, PorterStemmer.Revised.Stem)));
    }

    [Fact]
    public void Stem_AWordThatChanges_AllocatesOnlyTheResult()
    {
        PorterStemmer.Revised.Stem("connections");
        var before = GC.GetAllocatedBytesForCurrentThread();

        PorterStemmer.Revised.Stem("connections");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 40);     // "connect": 22 + 14, rounded to 8
    }

    [Fact]
    public void Stem_Null_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => PorterStemmer.Published.Stem(null!));
}
