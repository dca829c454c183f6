namespace GenAiCourse.Text;

/// <summary>A Markov chain of S hidden states, each of which emits one of O symbols.</summary>
/// <remarks>
/// p(z, x) = π(z₁) b(z₁, x₁) Π a(zₜ₋₁, zₜ) b(zₜ, xₜ). Rabiner, "A tutorial on hidden Markov models", 1989, sections
/// II and III. All sums are taken in logarithms, so that long sequences do not underflow.
/// </remarks>
public sealed class HiddenMarkovModel
{
    private readonly double[] _initial;
    private readonly double[,] _transition;
    private readonly double[,] _emission;

    /// <summary>A model of given probabilities.</summary>
    /// <param name="initial">π: of each state to be the first, [S].</param>
    /// <param name="transition">a: from a state (row) to the next (column), [S, S].</param>
    /// <param name="emission">b: of a state (row) to emit a symbol (column), [S, O].</param>
    /// <exception cref="ArgumentException">
    /// The shapes do not fit, or a row holds something outside [0, 1] or does not sum to 1 within 1e-9.
    /// </exception>
    public HiddenMarkovModel(double[] initial, double[,] transition, double[,] emission)
    {
        ArgumentNullException.ThrowIfNull(initial);
        ArgumentNullException.ThrowIfNull(transition);
        ArgumentNullException.ThrowIfNull(emission);
        States = initial.Length;
        Symbols = emission.GetLength(1);
        if (States == 0 || transition.GetLength(0) != States || transition.GetLength(1) != States
            || emission.GetLength(0) != States)
            throw new ArgumentException(
                $"expected shapes [S], [S, S] and [S, O], got [{States}], [{transition.GetLength(0)}, "
                + $"{transition.GetLength(1)}] and [{emission.GetLength(0)}, {Symbols}]");
        CheckSum("initial", initial);
        for (var state = 0; state < States; state++)
        {
            CheckSum($"transition row {state}", Row(transition, state));
            CheckSum($"emission row {state}", Row(emission, state));
        }
        (_initial, _transition, _emission) = (Log(initial), Log(transition), Log(emission));
    }

    /// <summary>S.</summary>
    public int States { get; }

    /// <summary>O.</summary>
    public int Symbols { get; }

    /// <summary>The most probable states behind symbols (Viterbi, 1967).</summary>
    /// <param name="symbols">x, each in [0, O); at least one.</param>
    /// <returns>
    /// The states, and ln p of them together with the symbols; of paths that tie, the one with the lower states.
    /// </returns>
    /// <exception cref="ArgumentException">There are no symbols, or one is out of range.</exception>
    public (int[] States, double LogProbability) Viterbi(IReadOnlyList<int> symbols)
    {
        Check(symbols);
        return Best(symbols.Count, _initial, _transition, (t, state) => _emission[state, symbols[t]]);
    }

    /// <summary>
    /// The best path of a chain whose scores add up; of paths that tie, the one with the lower states.
    /// </summary>
    /// <param name="length">T, at least 1.</param>
    /// <param name="start">Of each state to be the first, [S].</param>
    /// <param name="transition">From a state (row) to the next (column), [S, S] at least.</param>
    /// <param name="emission">Of a place, in [0, T), and a state.</param>
    internal static (int[] Path, double Score) Best(
        int length, ReadOnlySpan<double> start, double[,] transition, Func<int, int, double> emission)
    {
        var size = start.Length;
        var (scores, from) = (new double[size], new int[length, size]);
        for (var state = 0; state < size; state++) scores[state] = start[state] + emission(0, state);
        for (var t = 1; t < length; t++)
        {
            var next = new double[size];
            for (var state = 0; state < size; state++)
            {
                var best = 0;
                for (var before = 1; before < size; before++)
                    if (scores[before] + transition[before, state] > scores[best] + transition[best, state])
                        best = before;
                from[t, state] = best;
                next[state] = scores[best] + transition[best, state] + emission(t, state);
            }
            scores = next;
        }
        var path = new int[length];
        path[^1] = Array.IndexOf(scores, scores.Max());
        for (var t = length - 1; t > 0; t--) path[t - 1] = from[t, path[t]];
        return (path, scores.Max());
    }

    /// <summary>ln p of the symbols, whatever the states (the forward algorithm).</summary>
    /// <inheritdoc cref="Viterbi"/>
    public double LogProbability(IReadOnlyList<int> symbols) => LogSum(Forward(symbols)[^1]);

    /// <summary>How probable each state is at each place, given all symbols (forward-backward).</summary>
    /// <param name="symbols">x, each in [0, O); at least one.</param>
    /// <returns>[T, S]; each row sums to 1.</returns>
    /// <exception cref="ArgumentException">
    /// There are no symbols, one is out of range, or they cannot occur at all.
    /// </exception>
    public double[,] Posterior(IReadOnlyList<int> symbols)
    {
        var forward = Forward(symbols);
        var all = LogSum(forward[^1]);
        if (double.IsNegativeInfinity(all)) throw new ArgumentException("the model gives these symbols no probability");
        var posterior = new double[symbols.Count, States];
        var backward = new double[States];
        for (var t = symbols.Count - 1; t >= 0; t--)
        {
            for (var state = 0; state < States; state++)
                posterior[t, state] = Math.Exp(forward[t][state] + backward[state] - all);
            if (t == 0) break;
            var after = backward;
            backward = new double[States];
            for (var state = 0; state < States; state++)
                backward[state] = LogSum([.. Enumerable.Range(0, States).Select(next =>
                    _transition[state, next] + _emission[next, symbols[t]] + after[next])]);
        }
        return posterior;
    }

    private List<double[]> Forward(IReadOnlyList<int> symbols)
    {
        Check(symbols);
        var forward = new List<double[]> { Start(symbols[0]) };
        for (var t = 1; t < symbols.Count; t++)
        {
            var last = forward[^1];
            forward.Add([.. Enumerable.Range(0, States).Select(state => _emission[state, symbols[t]] + LogSum(
                [.. Enumerable.Range(0, States).Select(before => last[before] + _transition[before, state])]))]);
        }
        return forward;
    }

    private double[] Start(int symbol) =>
        [.. Enumerable.Range(0, States).Select(state => _initial[state] + _emission[state, symbol])];

    private void Check(IReadOnlyList<int> symbols)
    {
        ArgumentNullException.ThrowIfNull(symbols);
        if (symbols.Count == 0) throw new ArgumentException("expected at least one symbol", nameof(symbols));
        foreach (var symbol in symbols)
            if ((uint)symbol >= (uint)Symbols)
                throw new ArgumentException($"expected symbols in [0, {Symbols}), got {symbol}", nameof(symbols));
    }

    private static double LogSum(double[] logs)
    {
        var most = logs.Max();
        return double.IsNegativeInfinity(most) ? most : most + Math.Log(logs.Sum(log => Math.Exp(log - most)));
    }

    private static void CheckSum(string what, double[] row)
    {
        foreach (var value in row)
            if (!(value is >= 0 and <= 1)) throw new ArgumentException(
                $"{what}: expected probabilities in [0, 1], got {value}");
        if (Math.Abs(row.Sum() - 1) > 1e-9) throw new ArgumentException(
            $"{what}: expected a sum of 1, got {row.Sum()}");
    }

    private static double[] Row(double[,] values, int row) =>
        [.. Enumerable.Range(0, values.GetLength(1)).Select(column => values[row, column])];

    private static double[] Log(double[] values) => [.. values.Select(value => Math.Log(value))];

    private static double[,] Log(double[,] values)
    {
        var logs = new double[values.GetLength(0), values.GetLength(1)];
        for (var i = 0; i < logs.GetLength(0); i++)
            for (var j = 0; j < logs.GetLength(1); j++) logs[i, j] = Math.Log(values[i, j]);
        return logs;
    }
}
