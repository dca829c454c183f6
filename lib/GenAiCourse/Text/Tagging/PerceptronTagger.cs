namespace GenAiCourse.Text;

/// <summary>
/// A part-of-speech tagger: an averaged perceptron over words, endings, shapes and neighbouring tags.
/// </summary>
/// <remarks>
/// Collins, "Discriminative training methods for hidden Markov models", 2002: https://aclanthology.org/W02-1001.
/// </remarks>
public sealed class PerceptronTagger
{
    private readonly string[] _tags;
    private readonly SequencePerceptron _perceptron;

    private PerceptronTagger(string[] tags, SequencePerceptron perceptron) => (_tags, _perceptron) = (tags, perceptron);

    /// <summary>The tags, in ordinal order.</summary>
    public IReadOnlyList<string> Tags => _tags;

    /// <summary>Learns from sentences.</summary>
    /// <param name="sentences">Sentences with their tags, at least one.</param>
    /// <param name="epochs">How often each is seen, at least once.</param>
    /// <param name="seed">Decides in which order.</param>
    /// <exception cref="ArgumentException">There are no sentences.</exception>
    public static PerceptronTagger Fit(IEnumerable<TaggedSentence> sentences, int epochs = 5, int seed = 42)
    {
        var all = TaggedSentence.AtLeastOne(sentences);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epochs);
        string[] tags = [.. all.SelectMany(sentence => sentence.Tags).Distinct().Order(StringComparer.Ordinal)];
        var ids = tags.Select((tag, id) => (tag, id)).ToDictionary(pair => pair.tag, pair => pair.id);
        var examples = all
            .Select(sentence => (WordFeatures.Of(sentence.Words), sentence.Tags.Select(tag => ids[tag]).ToArray()))
            .ToList();
        return new(tags, SequencePerceptron.Fit(examples, tags.Length, (_, _) => true, epochs, seed));
    }

    /// <summary>The tags of words.</summary>
    /// <param name="words">The words of one sentence; none gives none.</param>
    public IReadOnlyList<string> Tag(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Count == 0 ? [] : [.. _perceptron.Decode(WordFeatures.Of(words)).Select(tag => _tags[tag])];
    }
}
