using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class LemmatizerTests
{
    [Theory]
    [InlineData("went gone goes going go", "go")]
    [InlineData("was is are were being 'm ’re", "be")]
    [InlineData("stopped stopping stops", "stop")]
    [InlineData("hoped hoping hopes", "hope")]
    [InlineData("understood", "understand")]
    [InlineData("created creating creates", "create")]
    [InlineData("treated treating", "treat")]
    [InlineData("visited visiting", "visit")]
    [InlineData("invited inviting", "invite")]
    [InlineData("controlled controlling", "control")]
    [InlineData("called calling calls", "call")]
    [InlineData("handled handling", "handle")]
    [InlineData("crawled", "crawl")]
    [InlineData("argued arguing", "argue")]
    [InlineData("changed changing", "change")]
    [InlineData("belonged banging", "belong bang")]
    [InlineData("tried tries trying", "try")]
    [InlineData("dying died", "die")]
    [InlineData("danced noticing solved receiving", "dance notice solve receive")]
    [InlineData("panicked panicking", "panic")]
    [InlineData("kicked picking", "kick pick")]
    [InlineData("agreed agreeing", "agree")]
    [InlineData("needed", "need")]
    [InlineData("acquired required", "acquire require")]
    [InlineData("explored monitored", "explore monitor")]
    [InlineData("developed opened considered", "develop open consider")]
    [InlineData("watches fixes misses does", "watch fix miss do")]
    [InlineData("sing ring bring need bus", "sing ring bring need bus")]
    [InlineData("adding egged", "add egg")]
    public void Lemma_Verbs_AreTheInfinitive(string forms, string lemmas) => AssertAll(forms, lemmas, WordClass.Verb);

    [Theory]
    [InlineData("cats boxes churches bushes buses heroes", "cat box church bush bus hero")]
    [InlineData("mice children women feet firemen specimen", "mouse child woman foot fireman specimen")]
    [InlineData("parties movies ties series", "party movie tie series")]
    [InlineData("viruses causes houses statuses", "virus cause house status")]
    [InlineData("analyses criteria indices wolves archives", "analysis criterion index wolf archive")]
    [InlineData("glass basis news physics GPS 1990s", "glass basis news physics gps 1990s")]
    [InlineData("sizes prizes quizzes aches shoes", "size prize quiz ache shoe")]
    [InlineData("dog's", "dog")]
    public void Lemma_Nouns_AreTheSingular(string forms, string lemmas) => AssertAll(forms, lemmas, WordClass.Noun);

    [Theory]
    [InlineData("better best worse happier bigger larger oldest free", "good good bad happy big large old free")]
    [InlineData("other proper former eager modest honest", "other proper former eager modest honest")]
    public void Lemma_Adjectives_AreThePositive(string forms, string lemmas) =>
        AssertAll(forms, lemmas, WordClass.Adjective);

    [Theory]
    [InlineData("better sooner earlier faster never together quickly", "well soon early fast never together quickly")]
    public void Lemma_Adverbs_AreThePositive(string forms, string lemmas) => AssertAll(forms, lemmas, WordClass.Adverb);

    [Fact]
    public void Lemma_OneFormOfTwoClasses_IsWhatItIsThere()
    {
        Assert.Equal("leave", Lemmatizer.Lemma("Left", WordClass.Verb));
        Assert.Equal("left", Lemmatizer.Lemma("left", WordClass.Adjective));
        Assert.Equal("meeting", Lemmatizer.Lemma("meeting", WordClass.Noun));
        Assert.Equal("meet", Lemmatizer.Lemma("meeting", WordClass.Verb));
        Assert.Equal("mice", Lemmatizer.Lemma("Mice", WordClass.Other));
    }

    [Fact]
    public void Lemma_AnyString_IsAStringInLowerCase()
    {
        var random = new Random(4);
        foreach (var wordClass in Enum.GetValues<WordClass>())
        {
            Assert.Equal("", Lemmatizer.Lemma("", wordClass));
            for (var i = 0; i < 3000; i++)
            {
                var word = string.Concat(
                    Enumerable.Range(0, random.Next(1, 6)).Select(_ => "aeiouyscdgtlr'-é9"[random.Next(17)]))
                    + new[] { "", "s", "es", "ed", "ing", "er", "est", "ies", "'s" }[random.Next(9)];
                var lemma = Lemmatizer.Lemma(word, wordClass);
                Assert.Equal(lemma.ToLowerInvariant(), lemma);
                Assert.InRange(lemma.Length, 0, word.Length + 2);
            }
        }
    }

    [Fact]
    public void Lemma_NullOrNoClass_IsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => Lemmatizer.Lemma(null!, WordClass.Noun));
        Assert.Throws<ArgumentOutOfRangeException>(() => Lemmatizer.Lemma("a", (WordClass)9));
    }

    private static void AssertAll(string forms, string lemmas, WordClass wordClass)
    {
        var (words, expected) = (forms.Split(' '), lemmas.Split(' '));
        foreach (var (i, word) in words.Index())
            Assert.Equal(
                $"{word} → {expected[expected.Length == 1 ? 0 : i]}", $"{word} → {Lemmatizer.Lemma(word, wordClass)}");
    }
}
