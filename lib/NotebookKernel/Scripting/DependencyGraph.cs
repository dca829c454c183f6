using Microsoft.CodeAnalysis.Scripting;

namespace NotebookKernel.Scripting;

/// <summary>What a cell uses of another one.</summary>
/// <param name="CellKey">The other cell.</param>
/// <param name="CellNumber">The number under which it ran.</param>
/// <param name="Names">The names it declares, in alphabetical order.</param>
public sealed record CellUse(string CellKey, int CellNumber, IReadOnlyList<string> Names);

/// <summary>Which cells use what of which others, by the compiler's account of the cells that ran.</summary>
/// <remarks>
/// Sees names, not objects: <c>xs = …</c>, <c>xs[0] = …</c> and <c>xs.A = …</c> count as writing <c>xs</c>, but what a
/// method does to an object (<c>xs.Add(1)</c>) nobody can tell. Not safe for several threads.
/// </remarks>
public sealed class DependencyGraph
{
    private readonly Dictionary<string, CellRun> _bySubmission = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CellRun> _latest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<(CellRun, string), List<CellRun>> _writers = [];
    private Script? _last;

    /// <summary>
    /// The keys of the cells that would give something else if they ran now, in the order of the notebook.
    /// </summary>
    public IReadOnlyList<string> Stale
    {
        get
        {
            var known = new Dictionary<CellRun, bool>();
            return Ordered(_latest.Values.Where(run => IsStale(run, known)));
        }
    }

    /// <summary>Records the cell that the session ran last.</summary>
    /// <param name="cellKey">What names the cell, however often it is moved or changed.</param>
    /// <param name="cellNumber">1-based, its place in the notebook.</param>
    /// <param name="code">Its text.</param>
    /// <param name="session">The session in which it ran.</param>
    /// <returns>False when nothing ran since the last record: the cell did not compile.</returns>
    public bool Record(string cellKey, int cellNumber, string code, ScriptSession session)
    {
        ArgumentNullException.ThrowIfNull(cellKey);
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(session);
        var pieces = new List<SubmissionFacts>();
        var latest = session.State?.Script;
        // A cell can be several submissions: one for each script that a directive runs.
        for (var script = latest; script is not null && !ReferenceEquals(script, _last); script = script.Previous)
            pieces.Add(SubmissionFacts.Of(script.GetCompilation()));
        _last = latest;
        if (pieces.Count == 0) return false;
        pieces.Reverse();
        Record(new CellRun(cellKey, cellNumber, code), pieces);
        return true;
    }

    /// <summary>Tells that a cell's text is another now, whether it ran or not.</summary>
    public void SetSource(string cellKey, string code) => _sources[cellKey] = code;

    /// <summary>What a cell used of others when it ran last; none for a cell that never ran.</summary>
    public IReadOnlyList<CellUse> UsesOf(string cellKey) => _latest.TryGetValue(cellKey, out var run)
        ?
        [
            .. run.Uses.GroupBy(use => use.Of)
                .OrderBy(group => group.Key.Number)
                .Select(group => new CellUse(group.Key.Key, group.Key.Number, Names(group.Select(use => use.Name)))),
        ]
        : [];

    /// <summary>The names that a cell declared when it ran last.</summary>
    public IReadOnlyList<string> DeclaredBy(string cellKey) =>
        _latest.TryGetValue(cellKey, out var run) ? Names(run.Declares) : [];

    /// <summary>The names of other cells that a cell assigned when it ran last.</summary>
    public IReadOnlyList<string> WrittenBy(string cellKey) =>
        _latest.TryGetValue(cellKey, out var run)
            ? Names(run.Uses.Where(use => use.IsWrite).Select(use => use.Name))
            : [];

    /// <summary>
    /// The cells whose inputs come, directly or through others, from an older run of a cell than its latest, or from a
    /// text that the cell no longer has; in the order of the notebook.
    /// </summary>
    public IReadOnlyList<string> StaleAfter(string cellKey)
    {
        if (!_latest.TryGetValue(cellKey, out var latest)) return [];
        var known = new Dictionary<CellRun, bool>();
        var isChanged = IsChanged(latest);
        return Ordered(_latest.Values.Where(run => run.Key != cellKey && IsOutdated(run)));

        bool IsOutdated(CellRun run)
        {
            if (known.TryGetValue(run, out var answer)) return answer;
            return known[run] = run.Inputs.Any(input =>
                input.Key == cellKey ? isChanged || input != latest : IsOutdated(input));
        }
    }

    /// <summary>
    /// The cells that must have run before a cell can: those it uses, what they use, and the cells with usings or
    /// references before it; in the order of the notebook.
    /// </summary>
    /// <returns>None for a cell that never ran: what it uses is known once it has.</returns>
    public IReadOnlyList<string> NeededFor(string cellKey)
    {
        if (!_latest.TryGetValue(cellKey, out var run)) return [];
        var needed = new Dictionary<string, CellRun>(StringComparer.Ordinal);
        Add(run);
        foreach (var setup in _latest.Values.Where(other => other.IsSetup && other.Number < run.Number)) Add(setup);
        needed.Remove(cellKey);
        return Ordered(needed.Values);

        void Add(CellRun next)
        {
            var latest = _latest.GetValueOrDefault(next.Key, next);
            if (!needed.TryAdd(latest.Key, latest)) return;
            foreach (var input in latest.Inputs) Add(input);
        }
    }

    private static string[] Names(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string[] Ordered(IEnumerable<CellRun> runs) =>
        [.. runs.OrderBy(run => run.Number).Select(run => run.Key)];

    private void Record(CellRun run, IReadOnlyList<SubmissionFacts> pieces)
    {
        foreach (var piece in pieces) _bySubmission[piece.Id] = run;
        foreach (var piece in pieces)
        {
            run.IsSetup |= piece.IsSetup;
            run.Declares.AddRange(piece.Declares);
            foreach (var use in piece.Uses)
                if (_bySubmission.TryGetValue(use.Id, out var declarer) && declarer.Key != run.Key)
                    run.Uses.Add((declarer, use.Name, use.IsWrite));
        }
        // What others have assigned to a name is an input as much as its declaration.
        foreach (var (declarer, name, _) in run.Uses)
        {
            run.Inputs.Add(declarer);
            if (_writers.TryGetValue((declarer, name), out var writers))
                run.Inputs.UnionWith(writers.Where(writer => writer.Key != run.Key));
        }
        foreach (var (declarer, name, _) in run.Uses.Where(use => use.IsWrite))
        {
            if (!_writers.TryGetValue((declarer, name), out var writers))
                _writers[(declarer, name)] = writers = [];
            writers.RemoveAll(writer => writer.Key == run.Key);
            writers.Add(run);
        }
        _latest[run.Key] = run;
        _sources[run.Key] = run.Source;
    }

    private bool IsStale(CellRun run, Dictionary<CellRun, bool> known)
    {
        if (known.TryGetValue(run, out var answer)) return answer;
        return known[run] = IsChanged(run)
            || run.Inputs.Any(input => _latest[input.Key] != input || IsStale(input, known));
    }

    private bool IsChanged(CellRun run) => _sources[run.Key] != run.Source;

    /// <summary>One run of a cell. Its inputs are runs too, and earlier ones: there are no circles.</summary>
    private sealed class CellRun(string key, int number, string source)
    {
        public string Key { get; } = key;

        public int Number { get; } = number;

        public string Source { get; } = source;

        public bool IsSetup { get; set; }

        public List<string> Declares { get; } = [];

        public List<(CellRun Of, string Name, bool IsWrite)> Uses { get; } = [];

        public HashSet<CellRun> Inputs { get; } = [];
    }
}
