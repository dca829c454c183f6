namespace GenAiCourse.Text;

/// <summary>Neighbouring words that mean one thing, such as the name of a person.</summary>
/// <param name="Start">The first word, from 0.</param>
/// <param name="Length">How many words, at least 1.</param>
/// <param name="Label">What they are, such as PER.</param>
public sealed record LabeledSpan(int Start, int Length, string Label)
{
    private const string Outside = "O";

    /// <summary>Spans as one tag a word: B-PER begins one, I-PER goes on in it, O is outside.</summary>
    /// <param name="spans">Spans that do not overlap, in any order.</param>
    /// <param name="length">How many words the sentence has.</param>
    /// <exception cref="ArgumentException">Two spans overlap, or one leaves the sentence.</exception>
    /// <remarks>Ramshaw and Marcus, "Text chunking using transformation-based learning", 1995.</remarks>
    public static IReadOnlyList<string> ToTags(IEnumerable<LabeledSpan> spans, int length)
    {
        ArgumentNullException.ThrowIfNull(spans);
        var tags = Enumerable.Repeat(Outside, length).ToArray();
        foreach (var span in spans)
        {
            if (span.Start < 0 || span.Length < 1 || span.Start + span.Length > length)
                throw new ArgumentException($"{span} does not lie within {length} words", nameof(spans));
            for (var i = span.Start; i < span.Start + span.Length; i++)
                tags[i] = tags[i] == Outside
                    ? $"{(i == span.Start ? 'B' : 'I')}-{span.Label}"
                    : throw new ArgumentException($"{span} overlaps another span at word {i}", nameof(spans));
        }
        return tags;
    }

    /// <summary>
    /// The spans that tags mean; I-PER that follows neither B-PER nor I-PER begins one, as conlleval has it.
    /// </summary>
    /// <exception cref="ArgumentException">A tag is neither O nor B-… nor I-….</exception>
    public static IReadOnlyList<LabeledSpan> FromTags(IReadOnlyList<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        var spans = new List<LabeledSpan>();
        for (var i = 0; i < tags.Count; i++)
        {
            if (tags[i] == Outside) continue;
            if (tags[i] is not (['B' or 'I', '-', _, ..]))
                throw new ArgumentException($"expected O, B-… or I-…, got {tags[i]} at word {i}", nameof(tags));
            var label = tags[i][2..];
            if (tags[i][0] == 'I' && spans.Count > 0 && spans[^1] is var last && last.Label == label
                && last.Start + last.Length == i)
                spans[^1] = last with { Length = last.Length + 1 };
            else
                spans.Add(new LabeledSpan(i, 1, label));
        }
        return spans;
    }

    /// <summary>How well spans were found: only those count whose borders and label are all right.</summary>
    /// <param name="right">The right tags of each sentence.</param>
    /// <param name="found">The found ones.</param>
    /// <returns>Precision, recall and their harmonic mean; 0 where there is nothing to divide by.</returns>
    /// <exception cref="ArgumentException">There are not as many sentences.</exception>
    /// <remarks>Tjong Kim Sang and De Meulder, CoNLL-2003.</remarks>
    public static (double Precision, double Recall, double F1) Score(
        IReadOnlyList<IReadOnlyList<string>> right, IReadOnlyList<IReadOnlyList<string>> found)
    {
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(found);
        if (right.Count != found.Count)
            throw new ArgumentException($"expected tags of {right.Count} sentences, got {found.Count}", nameof(found));
        var (both, inRight, inFound) = (0, 0, 0);
        for (var i = 0; i < right.Count; i++)
        {
            var (wanted, got) = (FromTags(right[i]), FromTags(found[i]));
            both += wanted.Intersect(got).Count();
            inRight += wanted.Count;
            inFound += got.Count;
        }
        var precision = inFound == 0 ? 0 : both / (double)inFound;
        var recall = inRight == 0 ? 0 : both / (double)inRight;
        return (precision, recall, both == 0 ? 0 : 2 * precision * recall / (precision + recall));
    }
}
