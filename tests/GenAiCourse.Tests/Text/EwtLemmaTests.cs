using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

/// <summary>
/// Lemmas of the English Web Treebank's test part, with its parts of speech; the rules were made on other words and
/// looked over on the dev part. Case does not count: the treebank keeps acronyms large.
/// </summary>
public class EwtLemmaTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("NOUN", WordClass.Noun, 0.975)]
    [InlineData("VERB", WordClass.Verb, 0.985)]
    [InlineData("ADJ", WordClass.Adjective, 0.975)]
    [InlineData("ADV", WordClass.Adverb, 0.975)]
    public void Lemma_OfTheTreebanksWords_IsTheTreebanks(string partOfSpeech, WordClass wordClass, double least)
    {
        var words = EwtData.Load("test").SelectMany(sentence => sentence.Words)
            .Where(word => word.PartOfSpeech == partOfSpeech)
            .ToArray();
        double Share(Func<string, string> lemma) =>
            words.Count(word => string.Equals(lemma(word.Form), word.Lemma, StringComparison.OrdinalIgnoreCase))
            / (double)words.Length;

        var (rules, nothing, stemmer) =
            (Share(form => Lemmatizer.Lemma(form, wordClass)), Share(form => form), Share(Porter2Stemmer.Stem));

        output.WriteLine(
            $"{partOfSpeech}: {words.Length} words, {rules:f4}, as they are {nothing:f4}, stems {stemmer:f4}");
        Assert.True(rules >= least, $"{rules}");
        Assert.True(rules > nothing && rules > stemmer);
    }
}
