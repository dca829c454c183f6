namespace GenAiCourse.Text;

/// <summary>
/// Finds named entities: tags words with B-…, I-… and O, and never gives an I-… that continues nothing.
/// </summary>
/// <remarks>
/// The averaged perceptron of <see cref="PerceptronTagger"/> with a Viterbi search over valid sequences only. Ratinov
/// and Roth, "Design challenges and misconceptions in named entity recognition", 2009, discuss the choices.
/// </remarks>
public sealed class EntityRecognizer
{
    private readonly string[] _tags;
    private readonly SequencePerceptron _perceptron;

    private EntityRecognizer(string[] tags, SequencePerceptron perceptron) => (_tags, _perceptron) = (tags, perceptron);

    /// <summary>The labels that it can give, in ordinal order.</summary>
    public IReadOnlyList<string> Labels =>
        [.. _tags.Where(tag => tag[0] == 'B').Select(tag => tag[2..]).Order(StringComparer.Ordinal)];

    /// <summary>Learns from sentences.</summary>
    /// <param name="sentences">Sentences with tags O, B-… and I-…, at least one.</param>
    /// <param name="epochs">How often each is seen, at least once.</param>
    /// <param name="seed">Decides in which order.</param>
    /// <exception cref="ArgumentException">There are no sentences, or a tag is of another kind.</exception>
    public static EntityRecognizer Fit(IEnumerable<TaggedSentence> sentences, int epochs = 5, int seed = 42)
    {
        var all = TaggedSentence.AtLeastOne(sentences);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epochs);
        // Read and written again, so that what continues nothing begins something.
        var right = all.Select(
            sentence => LabeledSpan.ToTags(LabeledSpan.FromTags(sentence.Tags), sentence.Words.Count)).ToList();
        var labels = right.SelectMany(tags => tags).Where(tag => tag != "O").Select(tag => tag[2..])
            .Distinct().Order(StringComparer.Ordinal).ToList();
        string[] tags = ["O", .. labels.SelectMany(label => new[] { $"B-{label}", $"I-{label}" })];
        var examples = all.Zip(right, (sentence, found) =>
            (WordFeatures.Of(sentence.Words), found.Select(tag => Array.IndexOf(tags, tag)).ToArray())).ToList();
        // I-X stands behind B-X in the list: it may follow that one and itself.
        bool MayFollow(int before, int tag) => tag == 0 || tag % 2 == 1 || before == tag || before == tag - 1;
        return new(tags, SequencePerceptron.Fit(examples, tags.Length, MayFollow, epochs, seed));
    }

    /// <summary>The entities of a sentence, in order.</summary>
    /// <param name="words">Its words; none gives none.</param>
    public IReadOnlyList<LabeledSpan> Find(IReadOnlyList<string> words) => LabeledSpan.FromTags(Tag(words));

    /// <summary>A tag for each word.</summary>
    /// <param name="words">The words of one sentence; none gives none.</param>
    public IReadOnlyList<string> Tag(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.Count == 0 ? [] : [.. _perceptron.Decode(WordFeatures.Of(words)).Select(tag => _tags[tag])];
    }
}
