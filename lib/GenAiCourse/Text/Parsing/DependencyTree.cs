namespace GenAiCourse.Text;

/// <summary>Which word of a sentence depends on which other, and how.</summary>
public sealed record DependencyTree
{
    /// <summary>A tree over words, which are counted from 1; 0 is the root above them.</summary>
    /// <param name="heads">Each word's head: 0 for the one under the root.</param>
    /// <param name="relations">How each word depends on its head, such as nsubj; null leaves it open.</param>
    /// <exception cref="ArgumentException">
    /// A head is out of range, words depend on each other in a circle, or there are not as many relations.
    /// </exception>
    public DependencyTree(IReadOnlyList<int> heads, IReadOnlyList<string>? relations = null)
    {
        ArgumentNullException.ThrowIfNull(heads);
        relations ??= [.. Enumerable.Repeat("", heads.Count)];
        if (relations.Count != heads.Count)
            throw new ArgumentException(
                $"expected {heads.Count} relations, one a word, got {relations.Count}", nameof(relations));
        for (var word = 1; word <= heads.Count; word++)
        {
            if (heads[word - 1] < 0 || heads[word - 1] > heads.Count)
                throw new ArgumentException(
                    $"word {word}: expected a head in [0, {heads.Count}], got {heads[word - 1]}", nameof(heads));
            var (above, steps) = (heads[word - 1], 0);
            while (above != 0 && steps++ <= heads.Count) above = heads[above - 1];
            if (above != 0) throw new ArgumentException(
                $"word {word} depends on itself, by way of others", nameof(heads));
        }
        (Heads, Relations) = (heads, relations);
    }

    /// <summary>The head of each word; 0 for the root.</summary>
    public IReadOnlyList<int> Heads { get; }

    /// <summary>How each word depends on its head.</summary>
    public IReadOnlyList<string> Relations { get; }

    /// <summary>Whether no two arcs cross when they are drawn above the sentence.</summary>
    public bool IsProjective
    {
        get
        {
            for (var word = 1; word <= Heads.Count; word++)
            {
                var head = Heads[word - 1];
                for (var inside = Math.Min(word, head) + 1; inside < Math.Max(word, head); inside++)
                {
                    var above = inside;
                    while (above != 0 && above != head) above = Heads[above - 1];
                    if (above != head) return false;
                }
            }
            return true;
        }
    }

    /// <summary>The share of words with the right head (UAS), and with the right head and relation (LAS).</summary>
    /// <param name="right">The right trees.</param>
    /// <param name="found">The found ones, of the same sentences.</param>
    /// <returns>Both in [0, 1]. All words count, punctuation too, as in the CoNLL 2018 shared task.</returns>
    /// <exception cref="ArgumentException">The sentences differ in number or length, or there are none.</exception>
    public static (double Unlabeled, double Labeled) Attachment(
        IReadOnlyList<DependencyTree> right, IReadOnlyList<DependencyTree> found)
    {
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(found);
        if (right.Count == 0 || right.Count != found.Count)
            throw new ArgumentException($"expected trees of {right.Count} sentences, at least one, got {found.Count}");
        var (heads, both, all) = (0, 0, 0);
        foreach (var (wanted, got) in right.Zip(found))
        {
            if (wanted.Heads.Count != got.Heads.Count)
                throw new ArgumentException($"expected a tree of {wanted.Heads.Count} words, got {got.Heads.Count}");
            for (var i = 0; i < wanted.Heads.Count; i++)
            {
                all++;
                if (wanted.Heads[i] != got.Heads[i]) continue;
                heads++;
                if (wanted.Relations[i] == got.Relations[i]) both++;
            }
        }
        return (heads / (double)all, both / (double)all);
    }
}
