using GenAiCourse.Stores;

namespace GenAiCourse.Tests.Stores;

public class HashRingTests
{
    private static readonly string[] Keys = [.. Enumerable.Range(0, 20_000).Select(i => $"user-{i}")];

    [Fact]
    public void Replicas_ManyKeys_AreSpreadEvenlyOverDifferentNodes()
    {
        var ring = Ring(5, pointsPerNode: 256);
        foreach (var load in Keys.CountBy(key => ring.Replicas(key, 1)[0])) Assert.InRange(load.Value, 3200, 4800);
        Assert.All(Keys.Take(500), key => Assert.Equal(3, ring.Replicas(key, 3).Distinct().Count()));
    }

    [Fact]
    public void Add_ASixthNode_MovesOnlyWhatItTakes()
    {
        var (ring, grown) = (Ring(5), Ring(5));
        grown.Add("n5");
        var moved = Keys.Where(key => ring.Replicas(key, 1)[0] != grown.Replicas(key, 1)[0]).ToList();

        Assert.All(moved, key => Assert.Equal("n5", grown.Replicas(key, 1)[0]));
        Assert.InRange(moved.Count, 20_000 / 6 * 0.7, 20_000 / 6 * 1.3);
        grown.Remove("n5");
        Assert.All(Keys, key => Assert.Equal(ring.Replicas(key, 2), grown.Replicas(key, 2)));
    }

    [Fact]
    public void Ring_WrongNodesOrCounts_AreRefused()
    {
        var ring = Ring(2);
        Assert.Throws<ArgumentException>(() => ring.Add("n0"));
        Assert.Throws<ArgumentException>(() => ring.Remove("n7"));
        Assert.Contains("the ring has 2 nodes",
            Assert.Throws<ArgumentOutOfRangeException>(() => ring.Replicas("x", 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HashRing().Replicas("x", 1));
    }

    private static HashRing Ring(int nodes, int pointsPerNode = 128)
    {
        var ring = new HashRing(pointsPerNode);
        for (var i = 0; i < nodes; i++) ring.Add($"n{i}");
        return ring;
    }
}
