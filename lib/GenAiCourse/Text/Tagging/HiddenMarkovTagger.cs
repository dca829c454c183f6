namespace GenAiCourse.Text;

/// <summary>A part-of-speech tagger: tags are the states of a Markov chain, words what they emit.</summary>
/// <remarks>
/// Transitions are interpolated with how common a tag is, by deleted interpolation; a word that was never seen is
/// judged by its longest ending that was, and by whether it begins with a capital: Brants, "TnT", 2000, sections 2.2
/// and 2.3, with pairs of tags in place of triples.
/// </remarks>
public sealed class HiddenMarkovTagger
{
    private const int LongestEnding = 6;
    private const int RareAtMost = 5;       // endings are counted in words as rare as an unknown one will be

    private readonly string[] _tags;
    private readonly double[,] _transition;             // [from, to] in logarithms; the last row is the start
    private readonly Dictionary<string, double[]> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> _endings = new(StringComparer.Ordinal);
    private readonly double[] _common;                  // p(tag)
    private readonly double _theta;

    private HiddenMarkovTagger(List<TaggedSentence> sentences)
    {
        _tags = [.. sentences.SelectMany(sentence => sentence.Tags).Distinct().Order(StringComparer.Ordinal)];
        var ids = _tags.Select((tag, id) => (tag, id)).ToDictionary(pair => pair.tag, pair => pair.id);
        var counts = new double[_tags.Length];
        var pairs = new double[_tags.Length + 1, _tags.Length];
        foreach (var sentence in sentences)
        {
            var before = _tags.Length;
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                var tag = ids[sentence.Tags[i]];
                counts[tag]++;
                pairs[before, tag]++;
                before = tag;
                Counts(_words, sentence.Words[i])[tag]++;
            }
        }
        _common = [.. counts.Select(count => count / counts.Sum())];
        var mean = 1.0 / _tags.Length;
        _theta = Math.Sqrt(_common.Sum(p => (p - mean) * (p - mean)) / Math.Max(1, _tags.Length - 1));
        _transition = Transitions(pairs, counts);
        CountEndings();
        // p(word | tag), as a logarithm.
        foreach (var row in _words.Values)
            for (var tag = 0; tag < row.Length; tag++) row[tag] = Math.Log(row[tag] / counts[tag]);
    }

    /// <summary>The tags, in ordinal order.</summary>
    public IReadOnlyList<string> Tags => _tags;

    /// <summary>Counts what there is to count.</summary>
    /// <param name="sentences">Sentences with their tags, at least one.</param>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static HiddenMarkovTagger Fit(IEnumerable<TaggedSentence> sentences) =>
        new(TaggedSentence.AtLeastOne(sentences));

    /// <summary>The most probable tags of words (Viterbi).</summary>
    /// <param name="words">The words of one sentence; none gives none.</param>
    public IReadOnlyList<string> Tag(IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (words.Count == 0) return [];
        double[][] emissions = [.. words.Select(Emission)];
        double[] start = [.. Enumerable.Range(0, _tags.Length).Select(tag => _transition[_tags.Length, tag])];
        var (path, _) = HiddenMarkovModel.Best(words.Count, start, _transition, (i, tag) => emissions[i][tag]);
        return [.. path.Select(tag => _tags[tag])];
    }

    // λ₁ p(tag) + λ₂ p(tag | before): each pair votes for the estimate that foresees it best without itself.
    private double[,] Transitions(double[,] pairs, double[] counts)
    {
        var (size, all) = (_tags.Length, counts.Sum());
        var (common, pair) = (1.0, 1.0);
        var totals = new double[size + 1];
        for (var before = 0; before <= size; before++)
            for (var tag = 0; tag < size; tag++) totals[before] += pairs[before, tag];
        for (var before = 0; before <= size; before++)
            for (var tag = 0; tag < size; tag++)
            {
                if (pairs[before, tag] == 0) continue;
                var byPair = totals[before] > 1 ? (pairs[before, tag] - 1) / (totals[before] - 1) : 0;
                if (byPair > (counts[tag] - 1) / (all - 1)) pair += pairs[before, tag];
                else common += pairs[before, tag];
            }
        var share = pair / (pair + common);
        var transition = new double[size + 1, size];
        for (var before = 0; before <= size; before++)
            for (var tag = 0; tag < size; tag++)
            {
                var byPair = totals[before] > 0 ? pairs[before, tag] / totals[before] : 0;
                transition[before, tag] = Math.Log((share * byPair) + ((1 - share) * _common[tag]));
            }
        return transition;
    }

    private void CountEndings()
    {
        foreach (var (word, counts) in _words.Where(pair => pair.Value.Sum() <= RareAtMost).ToList())
            foreach (var ending in Endings(word))
            {
                var row = Counts(_endings, ending);
                for (var tag = 0; tag < row.Length; tag++) row[tag] += counts[tag];
            }
    }

    // Bayes: p(word | tag) is proportional to p(tag | ending) / p(tag).
    private double[] Emission(string word)
    {
        if (_words.TryGetValue(word, out var known)) return known;
        var p = _common;
        foreach (var ending in Endings(word))
        {
            if (!_endings.TryGetValue(ending, out var counts)) break;
            var (shorter, all) = (p, counts.Sum());
            p = [.. counts.Select((count, tag) => ((count / all) + (_theta * shorter[tag])) / (1 + _theta))];
        }
        return [.. p.Select((value, tag) => Math.Log(value / _common[tag]))];
    }

    // From short to long, capitals apart from small letters: "C:", "C:d", "C:ed".
    private static IEnumerable<string> Endings(string word)
    {
        var kind = word.Length > 0 && char.IsUpper(word[0]) ? "C:" : "s:";
        for (var length = 0; length <= Math.Min(LongestEnding, word.Length); length++)
            yield return kind + word[^length..];
    }

    private double[] Counts(Dictionary<string, double[]> table, string key) =>
        table.TryGetValue(key, out var counts) ? counts : table[key] = new double[_tags.Length];
}
