namespace GenAiCourse.Text;

/// <summary>
/// What a parser looks at: words and tags around the top of the stack, their dependents, and distances.
/// </summary>
/// <remarks>
/// The templates of Zhang and Nivre, "Transition-based dependency parsing with rich non-local features", 2011, table 2,
/// for the arc-standard system, without those on relations, which are decided after the tree.
/// </remarks>
internal sealed class ParserFeatures
{
    private const ulong Nothing = 3;

    private readonly ulong[] _words;        // by word, 0 is the root
    private readonly ulong[] _tags;
    private readonly List<ulong> _found = new(80);
    private int _template;

    public ParserFeatures(IReadOnlyList<string> words, IReadOnlyList<string> tags)
    {
        _words = [FeatureWeights.Hash("(root)"), .. words.Select(word => FeatureWeights.Hash(word.ToLowerInvariant()))];
        _tags = [FeatureWeights.Hash("(root)"), .. tags.Select(tag => FeatureWeights.Hash(tag))];
    }

    /// <summary>The features of a state; the span is used up by the next call.</summary>
    public ReadOnlySpan<ulong> Of(ArcStandard state)
    {
        _found.Clear();
        _template = 0;
        var (s0, s1, s2) = (state.FromTop(0), state.FromTop(1), state.FromTop(2));
        var b0 = state.Next <= state.Length ? state.Next : -1;
        var b1 = state.Next + 1 <= state.Length ? state.Next + 1 : -1;
        var b2 = state.Next + 2 <= state.Length ? state.Next + 2 : -1;
        var (w0, t0, w1, t1) = (Word(s0), Tag(s0), Word(s1), Tag(s1));
        var (wb, tb, tb1) = (Word(b0), Tag(b0), Tag(b1));
        Singles(w0, t0, w1, t1, s2, b0, b1, b2);

        Add(Both(w0, t0), Both(w1, t1));
        Add(Both(w0, t0), w1);
        Add(w0, Both(w1, t1));
        Add(Both(w0, t0), t1);
        Add(t0, Both(w1, t1));
        Add(w0, w1);
        Add(t0, t1);
        Add(t0, tb);
        Add(Both(w0, t0), tb);
        Add(t0, Both(wb, tb));
        Add(w0, wb);
        Add(t1, tb);
        Add(Both(w1, t1), tb);
        Add(t1, Both(wb, tb));
        Add(t0, tb, tb1);
        Add(t1, t0, tb);
        Add(w1, t0, tb);
        Add(t1, w0, tb);
        Add(t1, t0, wb);
        Add(Tag(s2), t1, t0);
        Add(Tag(s2), t1, w0);
        Add(tb, tb1, Tag(b2));
        Dependents(state, s0, s1, w0, t0, w1, t1, tb);

        if (s1 < 0) return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_found);
        var distance = (ulong)Math.Min(s0 - s1, 6) + 8;
        Add(distance, t0, t1);
        Add(distance, w0, t1);
        Add(distance, t0, w1);
        Add(distance, w0, w1);
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_found);
    }

    /// <summary>The features by which the relation of an arc is decided.</summary>
    public ReadOnlySpan<ulong> OfArc(int head, int word, DependencyTree tree)
    {
        _found.Clear();
        _template = 200;
        var (wh, th, w, t) = (Word(head), Tag(head), Word(word), Tag(word));
        var distance = (ulong)(Math.Clamp(word - head, -4, 4) + 20);
        Add(w);
        Add(t, distance);
        Add(wh, t);
        Add(w, th);
        Add(w, wh);
        Add(t, th, distance);
        Add(w, t, distance);
        Add(wh, th, t);
        Add(t, th, Tag(word - 1));
        Add(t, th, word < _tags.Length - 1 ? Tag(word + 1) : Nothing);
        Add(t, th, head > 0 ? Tag(tree.Heads[head - 1]) : Nothing);
        // Its dependents and its brothers: "of" makes an nmod, an auxiliary a clause.
        for (var other = 1; other < _words.Length; other++)
        {
            if (other == word) continue;
            if (tree.Heads[other - 1] == word)
            {
                AddAs(220, Tag(other), t, th);
                AddAs(221, Word(other), t);
                AddAs(222, Word(other), w);
            }
            else if (tree.Heads[other - 1] == head)
            {
                AddAs(other < word ? 223 : 224, Tag(other), t, distance);
                AddAs(other < word ? 225 : 226, Word(other), t, th);
            }
        }
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_found);
    }

    private void Singles(ulong w0, ulong t0, ulong w1, ulong t1, int s2, int b0, int b1, int b2)
    {
        Add(w0);
        Add(t0);
        Add(w0, t0);
        Add(w1);
        Add(t1);
        Add(w1, t1);
        Add(Word(s2), Tag(s2));
        Add(Tag(s2));
        foreach (var word in (ReadOnlySpan<int>)[b0, b1, b2])
        {
            Add(Word(word));
            Add(Tag(word));
            Add(Word(word), Tag(word));
        }
    }

    private void Dependents(ArcStandard state, int s0, int s1, ulong w0, ulong t0, ulong w1, ulong t1, ulong tb)
    {
        var (left0, right0) = (Child(state.LeftChild, s0, 0), Child(state.RightChild, s0, 0));
        var (left1, right1) = (Child(state.LeftChild, s1, 0), Child(state.RightChild, s1, 0));
        Add(t1, t0, Tag(left0));
        Add(t1, t0, Tag(right0));
        Add(t1, t0, Tag(left1));
        Add(t1, t0, Tag(right1));
        Add(t1, w0, Tag(left0));
        Add(t1, w0, Tag(right1));
        Add(w1, t0, Tag(right1));
        Add(t0, Word(left0));
        Add(t0, Word(right0));
        Add(t1, Word(left1));
        Add(t1, Word(right1));
        Add(w1, Word(right1), t0);
        Add(t1, Tag(right1), Tag(Child(state.RightChild, s1, 1)));
        Add(t0, Tag(left0), Tag(Child(state.LeftChild, s0, 1)));
        Add(t1, Tag(left1), tb);
        Add(t1, Tag(right1), tb);
        foreach (var (word, w, t) in (ReadOnlySpan<(int, ulong, ulong)>)[(s0, w0, t0), (s1, w1, t1)])
        {
            var left = (ulong)(word >= 0 ? Math.Min(state.LeftCount(word), 4) : 0) + 8;
            var right = (ulong)(word >= 0 ? Math.Min(state.RightCount(word), 4) : 0) + 16;
            Add(w, left);
            Add(t, left);
            Add(w, right);
            Add(t, right);
        }
    }

    private static int Child(Func<int, int, int> child, int word, int order) => word < 0 ? -1 : child(word, order);

    private ulong Word(int word) => word < 0 ? Nothing : _words[word];

    private ulong Tag(int word) => word < 0 ? Nothing : _tags[word];

    private static ulong Both(ulong word, ulong tag) => (word * 0x9E3779B97F4A7C15UL) ^ tag;

    private void Add(ulong a, ulong b = 0, ulong c = 0) => _found.Add(FeatureWeights.Feature(_template++, a, b, c));

    private void AddAs(int template, ulong a, ulong b = 0, ulong c = 0) =>
        _found.Add(FeatureWeights.Feature(template, a, b, c));
}
