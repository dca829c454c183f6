using GenAiCourse.Data;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text.Tagging;

public class TaggerTests
{
    private static readonly List<TaggedSentence> Toy = Tagged(600, 1);
    private static readonly List<TaggedSentence> Unseen = Tagged(300, 2);

    [Fact]
    public void Tag_ToyGrammar_KnowsWordsOfTwoKindsAndNewOnes()
    {
        var baseline = MostFrequentTag(Toy);
        var hidden = HiddenMarkovTagger.Fit(Toy);
        var perceptron = PerceptronTagger.Fit(Toy);

        var byWord = TaggedSentence.Accuracy(Unseen, words => [.. words.Select(baseline)]);
        Assert.InRange(TaggedSentence.Accuracy(Unseen, hidden.Tag), byWord + 0.02, 1);
        Assert.InRange(TaggedSentence.Accuracy(Unseen, perceptron.Tag), 0.985, 1);
        Assert.InRange(byWord, 0.7, 0.96);
        // A word that neither has seen, whose ending says what it is.
        foreach (var tag in new[] { hidden.Tag, (Func<IReadOnlyList<string>, IReadOnlyList<string>>)perceptron.Tag })
        {
            Assert.Equal("NOUN", tag(["The", "zyxubrtion", "saw", "her", "."])[1]);
            Assert.Equal("VERB", tag(["She", "zyxubred", "the", "bird", "."])[1]);
            Assert.Equal(["NOUN", "VERB"], tag(["The", "light", "light", "the", "house", "."]).Skip(1).Take(2));
        }
    }

    [Fact]
    public void Fit_SameSeed_GivesTheSameTagger()
    {
        var (a, b) = (PerceptronTagger.Fit(Toy.Take(100), 2, seed: 7), PerceptronTagger.Fit(Toy.Take(100), 2, seed: 7));
        Assert.All(Unseen.Take(50), sentence => Assert.Equal(a.Tag(sentence.Words), b.Tag(sentence.Words)));
        Assert.Equal(a.Tags, a.Tags.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void HiddenMarkovTagger_TwoSentences_FollowsTheCounts()
    {
        // "fish" is a noun twice and a verb once; after "they" only verbs were seen.
        var tagger = HiddenMarkovTagger.Fit(
        [
            new(["they", "fish"], ["PRON", "VERB"]), new(["they", "sleep"], ["PRON", "VERB"]),
            new(["the", "fish"], ["DET", "NOUN"]), new(["the", "fish"], ["DET", "NOUN"]),
        ]);
        Assert.Equal(["PRON", "VERB"], tagger.Tag(["they", "fish"]));
        Assert.Equal(["DET", "NOUN"], tagger.Tag(["the", "fish"]));
    }

    [Fact]
    public void Tag_NoWords_GivesNone()
    {
        Assert.Empty(HiddenMarkovTagger.Fit(Toy.Take(5)).Tag([]));
        Assert.Empty(PerceptronTagger.Fit(Toy.Take(5)).Tag([]));
    }

    [Fact]
    public void Fit_NoSentencesOrNoWords_IsRefused()
    {
        Assert.Contains("expected sentences to learn from",
            Assert.Throws<ArgumentException>(() => HiddenMarkovTagger.Fit([])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PerceptronTagger.Fit([]));
        Assert.Throws<ArgumentException>(() => new TaggedSentence([], []));
        Assert.Contains(
            "expected 2 tags", Assert.Throws<ArgumentException>(() => new TaggedSentence(["a", "b"], ["X"])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => TaggedSentence.Accuracy([], words => words));
        // One kind of word only: everything is that.
        Assert.Equal(["X"], PerceptronTagger.Fit([new(["a"], ["X"])]).Tag(["b"]));
        Assert.Equal(["X"], HiddenMarkovTagger.Fit([new(["a"], ["X"])]).Tag(["b"]));
    }

    [Fact]
    public void Tag_EnglishWebTreebank_ReachesTheBars()
    {
        Treebank.SkipWithout();
        var train = Treebank.Train.Select(sentence => sentence.ToTagged()).ToList();
        var test = Treebank.Test.Select(sentence => sentence.ToTagged()).ToList();

        var hidden = TaggedSentence.Accuracy(test, HiddenMarkovTagger.Fit(train).Tag);
        var perceptron = TaggedSentence.Accuracy(test, PerceptronTagger.Fit(train).Tag);

        TestContext.Current.TestOutputHelper?.WriteLine($"hidden Markov {hidden:P2}, perceptron {perceptron:P2}");
        Assert.InRange(hidden, 0.915, 1);
        Assert.InRange(perceptron, 0.945, 1);
    }

    private static List<TaggedSentence> Tagged(int count, int seed) =>
        [.. ToyTreebank.Sentences(count, seed).Select(sentence => sentence.Parsed.Tagged)];

    private static Func<string, string> MostFrequentTag(List<TaggedSentence> sentences)
    {
        var tags = sentences.SelectMany(sentence => sentence.Words.Zip(sentence.Tags)).GroupBy(pair => pair.First)
            .ToDictionary(
                group => group.Key, group => group.CountBy(pair => pair.Second).MaxBy(pair => pair.Value).Key);
        return word => tags.GetValueOrDefault(word, "NOUN");
    }
}
