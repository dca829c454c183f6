using System.Globalization;
using GenAiCourse.Stores;

namespace GenAiCourse.Tests.Stores;

public class WideColumnClusterTests
{
    private static readonly string[] FiveNodes = ["a", "b", "c", "d", "e"];

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(1, 3, true)]
    [InlineData(3, 1, true)]
    [InlineData(1, 1, false)]
    [InlineData(1, 2, false)]
    [InlineData(2, 1, false)]
    public void Read_DuringAThousandFaults_IsNeverStaleExactlyWhenTheQuorumsOverlap(int r, int w, bool overlaps)
    {
        var random = new Random(5);
        var cluster = new WideColumnCluster(FiveNodes, replication: 3, random) { LossRate = 0.1 };
        var acknowledged = new Dictionary<string, long>();
        var (stale, complete) = (0, 0);
        for (var fault = 0; fault < 1000; fault++)
        {
            var node = FiveNodes[random.Next(5)];
            if (random.Next(3) == 0) cluster.TakeDown(node);
            else cluster.BringUp(node);
            for (var i = 0; i < 5; i++)
            {
                var key = $"k{random.Next(10)}";
                ClusterWrite write = cluster.Write(key, "", "v", $"{fault}", w);
                if (write.IsAcknowledged) acknowledged[key] = write.Timestamp;
                var asked = $"k{random.Next(10)}";
                ClusterRead read = cluster.Read(asked, "", "v", r);
                if (!read.IsComplete) continue;
                complete++;
                if (read.Timestamp < acknowledged.GetValueOrDefault(asked)) stale++;
            }
        }
        Assert.True(complete > 500, $"only {complete} reads were complete");
        Assert.Equal(overlaps, stale == 0);
    }

    [Fact]
    public void HintedHandoff_NodeThatWasDown_HearsOfWhatItMissed()
    {
        foreach (var hints in new[] { false, true })
        {
            var cluster = new WideColumnCluster(["a", "b", "c"], 3, new Random(1)) { HintedHandoff = hints };
            cluster.TakeDown("c");
            Assert.True(cluster.Write("k", "", "v", "1", 2).IsAcknowledged);
            Assert.False(cluster.Write("k", "", "v", "2", 3).IsAcknowledged);
            cluster.BringUp("c");
            cluster.TakeDown("a");
            cluster.TakeDown("b");

            Assert.Equal(hints ? "2" : null, cluster.Read("k", "", "v", 1).Value);
        }
    }

    [Fact]
    public void ReadRepair_ReplicaThatWasBehind_HasTheLatestAfterwards()
    {
        foreach (var repair in new[] { false, true })
        {
            var cluster = new WideColumnCluster(["a", "b", "c"], 3, new Random(1)) { ReadRepair = repair };
            cluster.TakeDown("c");
            cluster.Write("k", "", "v", "1", 2);
            cluster.BringUp("c");
            Assert.Equal("1", cluster.Read("k", "", "v", 3).Value);
            cluster.TakeDown("a");
            cluster.TakeDown("b");

            Assert.Equal(repair ? "1" : null, cluster.Read("k", "", "v", 1).Value);
        }
    }

    [Fact]
    public void Repair_ReplicasThatMissedWrites_AgreeAfterwards()
    {
        var random = new Random(2);
        var cluster = new WideColumnCluster(FiveNodes, 3, random) { LossRate = 0.3 };
        for (var i = 0; i < 200; i++)
            cluster.Write($"k{i % 50}", "", "v", i % 7 == 0 ? null : i.ToString(CultureInfo.InvariantCulture), 1);
        cluster.LossRate = 0;

        Assert.True(cluster.Repair() > 0);
        Assert.Equal(0, cluster.Repair());

        for (var i = 0; i < 50; i++)
        {
            var answers = Enumerable.Range(0, 12).Select(_ => cluster.Read($"k{i}", "", "v", 1).Timestamp).Distinct();
            Assert.Single(answers);
        }
    }

    [Fact]
    public void Cluster_WrongNumbersOrNodes_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WideColumnCluster(["a"], 2, new Random(1)));
        var cluster = new WideColumnCluster(FiveNodes, 3, new Random(1));
        Assert.Contains("expected a quorum in [1, 3]",
            Assert.Throws<ArgumentOutOfRangeException>(() => cluster.Read("k", "", "v", 4)).Message,
                StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => cluster.TakeDown("z"));
    }
}
