namespace GenAiCourse.Stores;

/// <summary>Nodes inside this process that hold copies of each partition, with faults that one can cause.</summary>
/// <remarks>
/// Dynamo's quorums: each write goes to all N replicas and is acknowledged after W of them answered; a read asks until
/// R have answered and gives the latest. When R + W &gt; N, the R and the W have a node in common, so a read sees
/// every write acknowledged before it. DeCandia et al., Dynamo, 2007, section 4.5; Gifford, "Weighted voting for
/// replicated data", 1979. Here one coordinator orders the writes; several with clocks that differ may lose some.
/// </remarks>
public sealed class WideColumnCluster
{
    private readonly Dictionary<string, WideColumnTable> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemoryFiles> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _down = [];
    private readonly Dictionary<string, List<Cell>> _hints = new(StringComparer.Ordinal);
    private readonly HashRing _ring = new();
    private readonly Random _random;
    private long _time;

    /// <summary>A cluster whose nodes are all up and empty.</summary>
    /// <param name="nodes">Their names, each once.</param>
    /// <param name="replication">N: how many nodes hold each partition, in [1, nodes].</param>
    /// <param name="random">Decides in which order replicas are asked and which messages are lost.</param>
    public WideColumnCluster(IEnumerable<string> nodes, int replication, Random random)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        ArgumentNullException.ThrowIfNull(random);
        foreach (var node in nodes)
        {
            _ring.Add(node);
            _files[node] = new MemoryFiles();
            _tables[node] = new WideColumnTable(_files[node]);
        }
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(replication);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(replication, _tables.Count);
        Replication = replication;
        _random = random;
    }

    /// <summary>N.</summary>
    public int Replication { get; }

    /// <summary>The nodes' names.</summary>
    public IReadOnlyList<string> Nodes => _ring.Nodes;

    /// <summary>The share of messages that are lost on the way, in [0, 1): a request, or the answer to it.</summary>
    public double LossRate { get; set; }

    /// <summary>Whether a write that a replica missed is kept for it and delivered when it is up again.</summary>
    public bool HintedHandoff { get; set; }

    /// <summary>Whether a read that finds replicas apart writes the latest cell to those that were behind.</summary>
    public bool ReadRepair { get; set; }

    /// <summary>The nodes that hold a partition.</summary>
    public IReadOnlyList<string> ReplicasOf(string partition) => _ring.Replicas(partition, Replication);

    /// <summary>Stops a node; it forgets its memory and keeps its files.</summary>
    public void TakeDown(string node)
    {
        _ = Known(node);
        _down.Add(node);
    }

    /// <summary>Starts a node again from its files, and hands it the hints that were kept for it.</summary>
    public void BringUp(string node)
    {
        _ = Known(node);
        if (!_down.Remove(node)) return;
        _tables[node] = new WideColumnTable(_files[node]);
        if (_hints.Remove(node, out var hints)) _tables[node].Write(hints);
    }

    /// <summary>Whether a node is up.</summary>
    public bool IsUp(string node) => Known(node) is not null && !_down.Contains(node);

    /// <summary>Writes one value to all replicas that can be reached.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="clustering">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">The value; null deletes.</param>
    /// <param name="acks">W: how many replicas must answer, in [1, N].</param>
    /// <returns>Whether W answered. A write that was not acknowledged may still have reached some replicas.</returns>
    public ClusterWrite Write(string partition, string clustering, string column, string? value, int acks)
    {
        CheckQuorum(acks);
        var cell = new Cell(new CellKey(partition, clustering, column), value, ++_time);
        var answered = 0;
        foreach (var node in ReplicasOf(partition))
        {
            if (!Reaches(node))
            {
                if (HintedHandoff) (_hints.TryGetValue(node, out var hints) ? hints : _hints[node] = []).Add(cell);
                continue;
            }
            _tables[node].Write(cell);
            if (!IsLost()) answered++;
        }
        return new ClusterWrite(answered >= acks, answered, cell.Timestamp);
    }

    /// <summary>Reads one value from as many replicas as must answer.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="clustering">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="answers">R: how many replicas must answer, in [1, N].</param>
    /// <returns>The latest value among the answers, and whether there were R of them.</returns>
    public ClusterRead Read(string partition, string clustering, string column, int answers)
    {
        CheckQuorum(answers);
        var nodes = ReplicasOf(partition).ToArray();
        _random.Shuffle(nodes);
        var replies = new List<(string Node, Cell? Cell)>();
        foreach (var node in nodes.Where(node => Reaches(node) && !IsLost()).Take(answers))
            replies.Add((node, _tables[node].Find(partition, clustering, column)));
        var cells = replies.Where(reply => reply.Cell is not null).Select(reply => reply.Cell!.Value).ToList();
        if (cells.Count == 0) return new ClusterRead(replies.Count >= answers, null, 0, replies.Count);
        var latest = cells.Aggregate(Cell.Latest);
        if (ReadRepair)
            foreach (var (node, _) in replies.Where(reply => reply.Cell != latest)) _tables[node].Write(latest);
        return new ClusterRead(replies.Count >= answers, latest.Value, latest.Timestamp, replies.Count);
    }

    /// <summary>Brings all replicas of every partition that are up to the latest state (anti-entropy).</summary>
    /// <returns>How many cells were copied.</returns>
    /// <remarks>
    /// Cassandra compares Merkle trees first, so as not to send what is equal; here all cells are compared.
    /// </remarks>
    public int Repair()
    {
        var up = Nodes.Where(IsUp).ToList();
        var latest = new Dictionary<CellKey, Cell>();
        foreach (var cell in up.SelectMany(node => _tables[node].AllCells()))
            latest[cell.Key] = latest.TryGetValue(cell.Key, out var known) ? Cell.Latest(known, cell) : cell;
        var copied = 0;
        foreach (var cell in latest.Values)
            foreach (var node in ReplicasOf(cell.Key.Partition).Where(up.Contains))
                if (_tables[node].Find(cell.Key.Partition, cell.Key.Clustering, cell.Key.Column) != cell)
                {
                    _tables[node].Write(cell);
                    copied++;
                }
        return copied;
    }

    private bool Reaches(string node) => !_down.Contains(node) && !IsLost();

    private bool IsLost() => LossRate > 0 && _random.NextDouble() < LossRate;

    private string Known(string node) => _tables.ContainsKey(node)
        ? node
        : throw new ArgumentException($"there is no node {node}; there are {string.Join(", ", Nodes)}", nameof(node));

    private void CheckQuorum(int count)
    {
        if (count < 1 || count > Replication)
            throw new ArgumentOutOfRangeException(
                nameof(count), count, $"expected a quorum in [1, {Replication}], the number of replicas");
    }
}

/// <summary>What became of a write.</summary>
/// <param name="IsAcknowledged">Whether W replicas answered.</param>
/// <param name="Answers">How many did.</param>
/// <param name="Timestamp">The write's time.</param>
public sealed record ClusterWrite(bool IsAcknowledged, int Answers, long Timestamp);

/// <summary>What a read found.</summary>
/// <param name="IsComplete">Whether R replicas answered.</param>
/// <param name="Value">The latest value among the answers; null when it was deleted or never written.</param>
/// <param name="Timestamp">When that was written; 0 for never.</param>
/// <param name="Answers">How many replicas answered.</param>
public sealed record ClusterRead(bool IsComplete, string? Value, long Timestamp, int Answers);
