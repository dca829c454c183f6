namespace GenAiCourse.Text;

/// <summary>A step of an arc-standard parser.</summary>
public enum Transition
{
    /// <summary>The next word goes onto the stack.</summary>
    Shift,

    /// <summary>The word below the top of the stack depends on the top, and leaves.</summary>
    LeftArc,

    /// <summary>The top of the stack depends on the word below it, and leaves.</summary>
    RightArc,
}

/// <summary>A parser's state: a stack, the words to come, and the arcs so far.</summary>
/// <remarks>
/// Nivre, "Incrementality in deterministic dependency parsing", 2004, section 3. Each word enters and leaves the stack
/// once, so a sentence of n words takes 2n steps.
/// </remarks>
public sealed class ArcStandard
{
    private readonly int[] _stack;
    private readonly int[] _heads;
    private readonly int[,] _left;          // the outermost and the next dependent of each word, on its left
    private readonly int[,] _right;
    private readonly int[] _leftCount;
    private readonly int[] _rightCount;
    private int _depth = 1;

    /// <summary>The state before the first step: the root on the stack, all words to come.</summary>
    /// <param name="length">How many words, not negative.</param>
    public ArcStandard(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _stack = new int[length + 1];
        _heads = new int[length + 1];
        Array.Fill(_heads, -1);
        (_left, _right) = (new int[length + 1, 2], new int[length + 1, 2]);
        (_leftCount, _rightCount) = (new int[length + 1], new int[length + 1]);
    }

    /// <summary>How many words the sentence has.</summary>
    public int Length { get; }

    /// <summary>The next word, counted from 1; Length + 1 when none is to come.</summary>
    public int Next { get; private set; } = 1;

    /// <summary>Whether all words have a head and only the root is left.</summary>
    public bool IsFinished => _depth == 1 && Next > Length;

    /// <summary>The words on the stack, the top last; 0 is the root.</summary>
    public IReadOnlyList<int> Stack => _stack[.._depth];

    /// <summary>The heads so far: −1 for a word that has none yet.</summary>
    public IReadOnlyList<int> Heads => _heads[1..];

    /// <summary>The word that lies that deep in the stack, 0 for the top; −1 when nothing does.</summary>
    internal int FromTop(int depth) => depth < _depth ? _stack[_depth - 1 - depth] : -1;

    internal int LeftChild(int word, int order) => _leftCount[word] > order ? _left[word, order] : -1;

    internal int RightChild(int word, int order) => _rightCount[word] > order ? _right[word, order] : -1;

    internal int LeftCount(int word) => _leftCount[word];

    internal int RightCount(int word) => _rightCount[word];

    /// <summary>Whether a step is possible here; the root takes one dependent, when no other word is left.</summary>
    public bool Allows(Transition transition) => transition switch
    {
        Transition.Shift => Next <= Length,
        Transition.LeftArc => _depth > 2,
        _ => _depth > 2 || (_depth == 2 && Next > Length),
    };

    /// <summary>Takes a step.</summary>
    /// <exception cref="InvalidOperationException">It is not possible here.</exception>
    public void Apply(Transition transition)
    {
        if (!Allows(transition))
            throw new InvalidOperationException(
                $"{transition} is not possible with {_depth} on the stack and {Length + 1 - Next} words to come");
        if (transition == Transition.Shift)
        {
            _stack[_depth++] = Next++;
            return;
        }
        var (top, below) = (_stack[_depth - 1], _stack[_depth - 2]);
        if (transition == Transition.LeftArc)
        {
            _heads[below] = top;
            _stack[_depth - 2] = top;
            (_left[top, 1], _left[top, 0]) = (_left[top, 0], below);
            _leftCount[top]++;
        }
        else
        {
            _heads[top] = below;
            (_right[below, 1], _right[below, 0]) = (_right[below, 0], top);
            _rightCount[below]++;
        }
        _depth--;
    }

    /// <summary>The steps that make a tree: a word leaves the stack as soon as all its dependents have.</summary>
    /// <param name="tree">A projective tree with one word under the root.</param>
    /// <exception cref="ArgumentException">
    /// Two arcs cross, or not one word is under the root; no steps make such a tree.
    /// </exception>
    public static IReadOnlyList<Transition> Oracle(DependencyTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var state = new ArcStandard(tree.Heads.Count);
        var waiting = new int[tree.Heads.Count + 1];
        foreach (var head in tree.Heads) waiting[head]++;
        if (tree.Heads.Count > 0 && waiting[0] != 1)
            throw new ArgumentException($"expected one word under the root, got {waiting[0]}", nameof(tree));
        var steps = new List<Transition>();
        while (!state.IsFinished)
        {
            var step = Step(state, tree, waiting);
            if (!state.Allows(step)) throw new ArgumentException("two arcs of the tree cross", nameof(tree));
            state.Apply(step);
            steps.Add(step);
        }
        return steps;
    }

    private static Transition Step(ArcStandard state, DependencyTree tree, int[] waiting)
    {
        var (top, below) = (state.FromTop(0), state.FromTop(1));
        if (below > 0 && tree.Heads[below - 1] == top && waiting[below] == 0)
        {
            waiting[top]--;
            return Transition.LeftArc;
        }
        if (below >= 0 && tree.Heads[top - 1] == below && waiting[top] == 0 && state.Allows(Transition.RightArc))
        {
            waiting[below]--;
            return Transition.RightArc;
        }
        return Transition.Shift;
    }
}
