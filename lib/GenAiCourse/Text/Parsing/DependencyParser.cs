namespace GenAiCourse.Text;

/// <summary>
/// A greedy arc-standard dependency parser, whose steps and relations two averaged perceptrons choose.
/// </summary>
/// <remarks>
/// The next step is chosen by the state alone, so parsing takes time linear in the sentence. Nivre, 2004; Zhang and
/// Nivre, 2011 (the features). Trees with crossing arcs cannot be made and are left out of training.
/// </remarks>
public sealed class DependencyParser
{
    private readonly FeatureWeights _steps = new(3);
    private readonly FeatureWeights _relations;
    private readonly string[] _names;

    private DependencyParser(string[] names)
    {
        _names = names;
        _relations = new FeatureWeights(names.Length);
    }

    /// <summary>The relations that it can give, in ordinal order.</summary>
    public IReadOnlyList<string> Relations => _names;

    /// <summary>Learns from trees.</summary>
    /// <param name="sentences">
    /// Sentences with tags and trees; those with crossing arcs, or not one word under the root, are left out.
    /// </param>
    /// <param name="epochs">How often each is seen, at least once.</param>
    /// <param name="seed">Decides in which order.</param>
    /// <exception cref="ArgumentException">
    /// There is no sentence that can be learned from, or one has more or fewer tags than heads.
    /// </exception>
    public static DependencyParser Fit(IEnumerable<ParsedSentence> sentences, int epochs = 10, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(epochs);
        var all = sentences.ToList();
        foreach (var sentence in all.Where(sentence => sentence.Tagged.Words.Count != sentence.Tree.Heads.Count))
            throw new ArgumentException(
                $"expected a tree of {sentence.Tagged.Words.Count} words, got one of {sentence.Tree.Heads.Count}",
                nameof(sentences));
        var examples = all
            .Where(sentence => sentence.Tree.IsProjective && sentence.Tree.Heads.Count(head => head == 0) == 1)
            .Select(sentence => (sentence, Steps: ArcStandard.Oracle(sentence.Tree))).ToArray();
        if (examples.Length == 0)
            throw new ArgumentException(
                "expected a sentence with one root and no crossing arcs, got none", nameof(sentences));

        var parser = new DependencyParser([.. examples.SelectMany(example => example.sentence.Tree.Relations).Distinct()
            .Order(StringComparer.Ordinal)]);
        var random = new Random(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(examples);
            foreach (var (sentence, steps) in examples) parser.Learn(sentence, steps);
        }
        parser._steps.Average();
        parser._relations.Average();
        return parser;
    }

    /// <summary>The tree of a sentence.</summary>
    /// <param name="sentence">Its words with their tags.</param>
    public DependencyTree Parse(TaggedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var features = new ParserFeatures(sentence.Words, sentence.Tags);
        var state = new ArcStandard(sentence.Words.Count);
        while (!state.IsFinished) state.Apply(Best(state, features.Of(state)));
        var heads = new DependencyTree(state.Heads);
        return new DependencyTree(state.Heads, [.. Enumerable.Range(1, sentence.Words.Count).Select(word =>
            _names[BestRelation(features.OfArc(heads.Heads[word - 1], word, heads))])]);
    }

    /// <summary>The steps by which the tree of a sentence is made.</summary>
    /// <inheritdoc cref="Parse"/>
    public IReadOnlyList<Transition> Steps(TaggedSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        var features = new ParserFeatures(sentence.Words, sentence.Tags);
        var state = new ArcStandard(sentence.Words.Count);
        var steps = new List<Transition>();
        while (!state.IsFinished)
        {
            steps.Add(Best(state, features.Of(state)));
            state.Apply(steps[^1]);
        }
        return steps;
    }

    private void Learn(ParsedSentence sentence, IReadOnlyList<Transition> steps)
    {
        var features = new ParserFeatures(sentence.Tagged.Words, sentence.Tagged.Tags);
        var state = new ArcStandard(sentence.Tagged.Words.Count);
        foreach (var step in steps)
        {
            var found = features.Of(state);
            var best = Best(state, found);
            if (best != step)
            {
                _steps.Add(found, (int)step, 1);
                _steps.Add(found, (int)best, -1);
            }
            _steps.Step();
            state.Apply(step);
        }
        for (var word = 1; word <= sentence.Tree.Heads.Count; word++)
        {
            var found = features.OfArc(sentence.Tree.Heads[word - 1], word, sentence.Tree);
            var (right, best) = (Array.IndexOf(_names, sentence.Tree.Relations[word - 1]), BestRelation(found));
            if (best != right)
            {
                _relations.Add(found, right, 1);
                _relations.Add(found, best, -1);
            }
            _relations.Step();
        }
    }

    private Transition Best(ArcStandard state, ReadOnlySpan<ulong> features)
    {
        Span<float> scores = stackalloc float[3];
        _steps.AddTo(scores, features);
        var best = -1;
        for (var step = 0; step < 3; step++)
            if (state.Allows((Transition)step) && (best < 0 || scores[step] > scores[best]))
                best = step;
        return (Transition)best;
    }

    private int BestRelation(ReadOnlySpan<ulong> features)
    {
        var scores = new float[_names.Length];
        _relations.AddTo(scores, features);
        return Array.IndexOf(scores, scores.Max());
    }
}
