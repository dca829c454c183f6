// Hints, solutions and variants of the exercises in 18-tagging-and-parsing.ipynb. Lines "//# kind exercise" begin a section.

//# hint spans
// Go through the tags once. O ends what is open; B- always begins a span.
//# hint spans
// I- goes on only when the last span has the same label and ends right before this word: Start + Length == i.
//# hint spans
// tags[i][2..] is the label. A tuple in a list cannot be changed: put a longer one in its place.
//# solution spans
List<(int Start, int Length, string Label)> Spans(string[] tags)
{
    var spans = new List<(int Start, int Length, string Label)>();
    for (var i = 0; i < tags.Length; i++)
    {
        if (tags[i] == "O") continue;
        var label = tags[i][2..];
        if (tags[i][0] == 'I' && spans.Count > 0 && spans[^1].Label == label && spans[^1].Start + spans[^1].Length == i)
            spans[^1] = (spans[^1].Start, spans[^1].Length + 1, label);
        else
            spans.Add((i, 1, label));
    }
    return spans;
}
//# right spans : looks ahead for the end
List<(int Start, int Length, string Label)> Spans(string[] tags)
{
    var spans = new List<(int Start, int Length, string Label)>();
    for (var i = 0; i < tags.Length;)
    {
        if (tags[i] == "O") { i++; continue; }
        var end = i + 1;
        while (end < tags.Length && tags[end] == "I-" + tags[i][2..]) end++;
        spans.Add((i, end - i, tags[i][2..]));
        i = end;
    }
    return spans;
}
//# wrong spans : joins neighbours whatever their first letter
List<(int Start, int Length, string Label)> Spans(string[] tags)
{
    var spans = new List<(int Start, int Length, string Label)>();
    for (var i = 0; i < tags.Length; i++)
    {
        if (tags[i] == "O") continue;
        if (i > 0 && tags[i - 1] != "O" && tags[i - 1][2..] == tags[i][2..])
            spans[^1] = (spans[^1].Start, spans[^1].Length + 1, spans[^1].Label);
        else
            spans.Add((i, 1, tags[i][2..]));
    }
    return spans;
}
//# wrong spans : drops an I- that continues nothing
List<(int Start, int Length, string Label)> Spans(string[] tags)
{
    var spans = new List<(int Start, int Length, string Label)>();
    for (var i = 0; i < tags.Length; i++)
    {
        if (tags[i][0] == 'B') spans.Add((i, 1, tags[i][2..]));
        else if (tags[i][0] == 'I' && spans.Count > 0 && spans[^1].Start + spans[^1].Length == i && spans[^1].Label == tags[i][2..])
            spans[^1] = (spans[^1].Start, spans[^1].Length + 1, spans[^1].Label);
    }
    return spans;
}

//# hint forward
// The score of a tag at the first word is pi[tag] * emits[tag, words[0]].
//# hint forward
// At the next word it is the sum over the tags before of (their score * next[before, tag]), times emits[tag, word].
//# hint forward
// After each word: var sum = scores.Sum(); log += Math.Log(sum); and divide all scores by it. The answer is log.
//# solution forward
double LogForward(double[] pi, double[,] next, double[,] emits, int[] words)
{
    var scores = pi.Select((p, tag) => p * emits[tag, words[0]]).ToArray();
    var log = 0.0;
    for (var t = 1; t <= words.Length; t++)
    {
        var sum = scores.Sum();
        log += Math.Log(sum);
        if (t == words.Length) break;
        scores = Enumerable.Range(0, pi.Length).Select(tag =>
            Enumerable.Range(0, pi.Length).Sum(before => scores[before] / sum * next[before, tag]) * emits[tag, words[t]]).ToArray();
    }
    return log;
}
//# right forward : with logarithms and the largest taken out
double LogForward(double[] pi, double[,] next, double[,] emits, int[] words)
{
    double LogSum(double[] x) => x.Max() is var most && double.IsNegativeInfinity(most) ? most : most + Math.Log(x.Sum(value => Math.Exp(value - most)));
    var scores = pi.Select((p, tag) => Math.Log(p) + Math.Log(emits[tag, words[0]])).ToArray();
    foreach (var word in words.Skip(1))
        scores = Enumerable.Range(0, pi.Length).Select(tag => Math.Log(emits[tag, word])
            + LogSum(scores.Select((score, before) => score + Math.Log(next[before, tag])).ToArray())).ToArray();
    return LogSum(scores);
}
//# wrong forward : underflows in long sentences
double LogForward(double[] pi, double[,] next, double[,] emits, int[] words)
{
    var scores = pi.Select((p, tag) => p * emits[tag, words[0]]).ToArray();
    foreach (var word in words.Skip(1))
        scores = Enumerable.Range(0, pi.Length).Select(tag =>
            Enumerable.Range(0, pi.Length).Sum(before => scores[before] * next[before, tag]) * emits[tag, word]).ToArray();
    return Math.Log(scores.Sum());
}
//# wrong forward : the best way in place of the sum
double LogForward(double[] pi, double[,] next, double[,] emits, int[] words)
{
    var scores = pi.Select((p, tag) => Math.Log(p) + Math.Log(emits[tag, words[0]])).ToArray();
    foreach (var word in words.Skip(1))
        scores = Enumerable.Range(0, pi.Length).Select(tag => Math.Log(emits[tag, word])
            + scores.Select((score, before) => score + Math.Log(next[before, tag])).Max()).ToArray();
    return scores.Max();
}

//# hint steps
// Keep a list as the stack, beginning with 0, the number of the next word, and an array of heads.
//# hint steps
// With below = stack[^2] and top = stack[^1]: a left arc sets the head of below to top and removes below; a right arc sets the head of top to below and removes top.
//# hint steps
// At the end the stack must hold the root alone, and no word may be left to come.
//# solution steps
int[]? Heads(int words, Transition[] steps)
{
    var (stack, next, heads) = (new List<int> { 0 }, 1, new int[words]);
    foreach (var step in steps)
    {
        if (step == Transition.Shift)
        {
            if (next > words) return null;
            stack.Add(next++);
            continue;
        }
        if (stack.Count < 2) return null;
        var (below, top) = (stack[^2], stack[^1]);
        if (step == Transition.LeftArc && below == 0) return null;
        var (head, dependent) = step == Transition.LeftArc ? (top, below) : (below, top);
        heads[dependent - 1] = head;
        stack.Remove(dependent);
    }
    return stack.Count == 1 && next > words ? heads : null;
}
//# right steps : on the library's state
int[]? Heads(int words, Transition[] steps)
{
    var state = new ArcStandard(words);
    foreach (var step in steps)
    {
        if (!state.Allows(step)) return null;
        state.Apply(step);
    }
    return state.IsFinished ? [.. state.Heads] : null;
}
//# wrong steps : the two arcs exchanged
int[]? Heads(int words, Transition[] steps)
{
    var (stack, next, heads) = (new List<int> { 0 }, 1, new int[words]);
    foreach (var step in steps)
    {
        if (step == Transition.Shift)
        {
            if (next > words) return null;
            stack.Add(next++);
            continue;
        }
        if (stack.Count < 2) return null;
        var (below, top) = (stack[^2], stack[^1]);
        if (step == Transition.LeftArc && below == 0) return null;
        var (head, dependent) = step == Transition.RightArc ? (top, below) : (below, top);
        if (dependent == 0) return null;
        heads[dependent - 1] = head;
        stack.Remove(dependent);
    }
    return stack.Count == 1 && next > words ? heads : null;
}
//# wrong steps : does not look whether anything is left at the end
int[]? Heads(int words, Transition[] steps)
{
    var (stack, next, heads) = (new List<int> { 0 }, 1, new int[words]);
    foreach (var step in steps)
    {
        if (step == Transition.Shift)
        {
            if (next > words) return null;
            stack.Add(next++);
            continue;
        }
        if (stack.Count < 2) return null;
        var (below, top) = (stack[^2], stack[^1]);
        if (step == Transition.LeftArc && below == 0) return null;
        heads[(step == Transition.LeftArc ? below : top) - 1] = step == Transition.LeftArc ? top : below;
        stack.RemoveAt(stack.Count - (step == Transition.LeftArc ? 2 : 1));
    }
    return heads;
}
