namespace GenAiCourse.Text;

/// <summary>Tags for a whole sentence at once: the best sum of the weights of words and of neighbouring tags.</summary>
/// <remarks>
/// Collins, "Discriminative training methods for hidden Markov models", 2002: decode with Viterbi, and where the best
/// tags are not the right ones, move the weights from those to these.
/// </remarks>
internal sealed class SequencePerceptron
{
    private readonly FeatureWeights _weights;
    private readonly FeatureWeights _transitions;
    private readonly ulong[] _before;                   // the feature "the tag before is …"; the last one is the start
    private readonly Func<int, int, bool> _mayFollow;

    private SequencePerceptron(int tags, Func<int, int, bool> mayFollow)
    {
        _weights = new FeatureWeights(tags);
        _transitions = new FeatureWeights(tags);
        _before = [.. Enumerable.Range(0, tags + 1).Select(tag => FeatureWeights.Feature(tag, 1))];
        _mayFollow = mayFollow;
    }

    /// <summary>Learns from sentences.</summary>
    /// <param name="sentences">The features of each word, and each word's right tag.</param>
    /// <param name="tags">How many tags there are.</param>
    /// <param name="mayFollow">
    /// Whether a tag (second) may follow another (first), or begin, where the first is the number of tags.
    /// </param>
    /// <param name="epochs">How often each sentence is seen.</param>
    /// <param name="seed">Decides the order.</param>
    public static SequencePerceptron Fit(
        IReadOnlyList<(ulong[][] Features, int[] Tags)> sentences, int tags, Func<int, int, bool> mayFollow,
        int epochs, int seed)
    {
        var perceptron = new SequencePerceptron(tags, mayFollow);
        var random = new Random(seed);
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order) perceptron.Learn(sentences[index].Features, sentences[index].Tags);
        }
        perceptron._weights.Average();
        perceptron._transitions.Average();
        return perceptron;
    }

    /// <summary>The best tags.</summary>
    public int[] Decode(ulong[][] features)
    {
        var size = _weights.Classes;
        var steps = Steps();
        var scores = new float[size];
        var from = new int[features.Length, size];
        for (var i = 0; i < features.Length; i++)
        {
            var next = new float[size];
            _weights.AddTo(next, features[i]);
            for (var tag = 0; tag < size; tag++)
            {
                var (best, score) = (0, i == 0 ? steps[size, tag] : float.NegativeInfinity);
                for (var before = 0; i > 0 && before < size; before++)
                    if (scores[before] + steps[before, tag] > score)
                        (best, score) = (before, scores[before] + steps[before, tag]);
                from[i, tag] = best;
                next[tag] += score;
            }
            scores = next;
        }
        var tags = new int[features.Length];
        for (int i = features.Length - 1, tag = Array.IndexOf(scores, scores.Max()); i >= 0; tag = from[i, tag], i--)
            tags[i] = tag;
        return tags;
    }

    private float[,] Steps()
    {
        var size = _weights.Classes;
        var steps = new float[size + 1, size];
        var row = new float[size];
        for (var before = 0; before <= size; before++)
        {
            Array.Clear(row);
            _transitions.AddTo(row, _before[before]);
            for (var tag = 0; tag < size; tag++)
                steps[before, tag] = _mayFollow(before, tag) ? row[tag] : float.NegativeInfinity;
        }
        return steps;
    }

    private void Learn(ulong[][] features, int[] right)
    {
        var found = Decode(features);
        for (var i = 0; i < found.Length; i++)
        {
            var (rightBefore, foundBefore) = i == 0 ? (^1, ^1) : ((Index)right[i - 1], (Index)found[i - 1]);
            if (found[i] != right[i])
            {
                _weights.Add(features[i], right[i], 1);
                _weights.Add(features[i], found[i], -1);
            }
            if (found[i] == right[i] && rightBefore.Equals(foundBefore)) continue;
            _transitions.Add([_before[rightBefore]], right[i], 1);
            _transitions.Add([_before[foundBefore]], found[i], -1);
        }
        _weights.Step();
        _transitions.Step();
    }
}
