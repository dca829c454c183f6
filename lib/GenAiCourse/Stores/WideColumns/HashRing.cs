namespace GenAiCourse.Stores;

/// <summary>Which nodes hold which partition: nodes and partitions as points on one circle.</summary>
/// <remarks>
/// Consistent hashing: a partition belongs to the next nodes clockwise, so a node that comes or goes moves only its
/// own share. Each node has many points, so that shares are nearly equal. Karger et al., 1997; DeCandia et al., Dynamo,
/// 2007.
/// </remarks>
public sealed class HashRing
{
    private readonly SortedDictionary<ulong, string> _points = [];
    private readonly int _pointsPerNode;
    private ulong[]? _order;

    /// <summary>An empty ring.</summary>
    /// <param name="pointsPerNode">Points of each node (Cassandra's num_tokens), at least 1.</param>
    public HashRing(int pointsPerNode = 128)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pointsPerNode);
        _pointsPerNode = pointsPerNode;
    }

    /// <summary>The nodes, in ordinal order.</summary>
    public IReadOnlyList<string> Nodes => [.. _points.Values.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Adds a node.</summary>
    /// <exception cref="ArgumentException">It is there already.</exception>
    public void Add(string node)
    {
        ArgumentException.ThrowIfNullOrEmpty(node);
        if (_points.ContainsValue(node)) throw new ArgumentException($"{node} is on the ring already", nameof(node));
        for (var i = 0; i < _pointsPerNode; i++) _points[StableHash.Of($"{node}#{i}")] = node;
        _order = null;
    }

    /// <summary>Takes a node off.</summary>
    /// <exception cref="ArgumentException">It is not there.</exception>
    public void Remove(string node)
    {
        var points = _points.Where(point => point.Value == node).Select(point => point.Key).ToList();
        if (points.Count == 0) throw new ArgumentException($"{node} is not on the ring", nameof(node));
        foreach (var point in points) _points.Remove(point);
        _order = null;
    }

    /// <summary>The nodes that hold a partition, the first of them its main one.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="count">How many, at the most as many as there are nodes.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer nodes.</exception>
    public IReadOnlyList<string> Replicas(string partition, int count)
    {
        ArgumentNullException.ThrowIfNull(partition);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        _order ??= [.. _points.Keys];
        var place = Array.BinarySearch(_order, StableHash.Of(partition));
        if (place < 0) place = ~place;
        var replicas = new List<string>();
        for (var step = 0; step < _order.Length && replicas.Count < count; step++)
        {
            var node = _points[_order[(place + step) % _order.Length]];
            if (!replicas.Contains(node)) replicas.Add(node);
        }
        return replicas.Count == count
            ? replicas
            : throw new ArgumentOutOfRangeException(nameof(count), count, $"the ring has {replicas.Count} nodes");
    }
}
