namespace GenAiCourse.Text;

/// <summary>A sentence whose words have tags.</summary>
public sealed record TaggedSentence
{
    /// <summary>Words with their tags.</summary>
    /// <param name="words">The words, at least one.</param>
    /// <param name="tags">A tag for each.</param>
    /// <exception cref="ArgumentException">There are no words, or not as many tags.</exception>
    public TaggedSentence(IReadOnlyList<string> words, IReadOnlyList<string> tags)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(tags);
        if (words.Count == 0) throw new ArgumentException("expected a sentence of at least one word", nameof(words));
        if (words.Count != tags.Count)
            throw new ArgumentException($"expected {words.Count} tags, one a word, got {tags.Count}", nameof(tags));
        (Words, Tags) = (words, tags);
    }

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Their tags.</summary>
    public IReadOnlyList<string> Tags { get; }

    /// <summary>The share of words whose tag a tagger finds, over all sentences.</summary>
    /// <param name="sentences">Sentences with the right tags, at least one.</param>
    /// <param name="tagger">Gives a tag for each word.</param>
    /// <returns>In [0, 1].</returns>
    /// <exception cref="ArgumentException">There are no sentences.</exception>
    public static double Accuracy(
        IEnumerable<TaggedSentence> sentences, Func<IReadOnlyList<string>, IReadOnlyList<string>> tagger)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(tagger);
        var (right, all) = (0, 0);
        foreach (var sentence in sentences)
        {
            right += tagger(sentence.Words).Zip(sentence.Tags).Count(pair => pair.First == pair.Second);
            all += sentence.Words.Count;
        }
        return all > 0
            ? right / (double)all
            : throw new ArgumentException("expected sentences, got none", nameof(sentences));
    }

    /// <summary>The sentences as a list, which must have one.</summary>
    internal static List<TaggedSentence> AtLeastOne(IEnumerable<TaggedSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var all = sentences.ToList();
        return all.Count > 0
            ? all
            : throw new ArgumentException("expected sentences to learn from, got none", nameof(sentences));
    }
}
