using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace ManagedTorch.Tests.Data;

public class DataLoaderTests
{
    private sealed class Squares(int count) : Dataset
    {
        public bool Gone { get; private set; }

        public override long Count => count;

        public override Dictionary<string, Tensor> GetTensor(long index) =>
            new() { ["x"] = tensor(index), ["y"] = tensor(index * index) };

        protected override void Dispose(bool disposing)
        {
            Gone = true;
            base.Dispose(disposing);
        }
    }

    // The batches of one observed run of TorchSharp 0.107: six items, shuffle with a seed.
    [Fact]
    public void Shuffle_WithASeed_IsTorchSharpsOrderInEveryEpoch()
    {
        long[] observed = [5, 2, 4, 3, 0, 1];
        var seed = Enumerable.Range(0, 5000).First(s => new FisherYatesShuffler(6, s).SequenceEqual(observed));
        Assert.InRange(seed, 0, 50);
        using var loader = DataLoader(new Squares(6), 2, shuffle: true, seed: seed);
        for (var epoch = 0; epoch < 2; epoch++)
            Assert.Equal(observed, loader.SelectMany(batch => batch["x"].data<long>().ToArray()));
    }

    [Fact]
    public void Shuffle_WithoutASeed_FollowsManualSeedAndTakesNoDrawFromIt()
    {
        long[][] Epochs()
        {
            manual_seed(4);
            var order = new FisherYatesShuffler(20);
            return [[.. order], [.. order]];
        }

        var (first, second) = (Epochs(), Epochs());
        Assert.Equal(first[0], second[0]);
        Assert.NotEqual(first[0], first[1]);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (long)i), first[1].Order());
        var after = rand(1).item<float>();
        manual_seed(4);
        Assert.Equal(rand(1).item<float>(), after);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public void LastBatch_IsSmallerOrLeftOut(bool drop, int batches)
    {
        using var loader = DataLoader(new Squares(7), 3, drop_last: drop);
        Assert.Equal(batches, loader.Count);
        var seen = loader.Select(batch => batch["y"].data<long>().ToArray()).ToArray();
        Assert.Equal(batches, seen.Length);
        Assert.Equal([9, 16, 25], seen[1]);
        if (!drop) Assert.Equal([36], seen[2]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Batch_IsDisposedWithTheNextUnlessToldNot(bool dispose)
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(new Squares(4), 2, disposeBatch: dispose);
        var batches = loader.ToList();
        Assert.Equal(dispose, batches[0]["x"].IsInvalid);
        Assert.Equal(dispose, batches[1]["y"].IsInvalid);
    }

    [Fact]
    public void Dispose_DisposesTheDataSetUnlessToldNot()
    {
        var (given, kept) = (new Squares(1), new Squares(1));
        DataLoader(given, 1).Dispose();
        DataLoader(kept, 1, disposeDataset: false).Dispose();
        Assert.True(given.Gone);
        Assert.False(kept.Gone);
    }

    [Fact]
    public void TensorDataset_GivesSlicesAndBatchesOfThem()
    {
        var (x, y) = (arange(12).view(4, 3), arange(4));
        using var loader = DataLoader(TensorDataset(x, y), 2);
        var batch = loader.First();
        Assert.Equal(4, loader.dataset.Count);
        using var again = DataLoader(TensorDataset(x, y), 2, shuffler: [3, 0, 1], disposeBatch: false);
        var shuffled = again.First();
        Assert.Equal([2L, 3], shuffled[0].shape);
        Assert.Equal([9L, 10, 11, 0, 1, 2], shuffled[0].data<long>().ToArray());
        Assert.Equal([3L, 0], shuffled[1].data<long>().ToArray());
        Assert.Throws<ArgumentException>(() => TensorDataset(ones(2, 1), ones(3, 1)));
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void CollateFn_MakesTheBatch()
    {
        using var loader = new DataLoader<Dictionary<string, Tensor>, long>(new Squares(5), 2,
            (items, _) => items.Sum(item => item["y"].item<long>()));
        Assert.Equal([1, 13, 16], loader);
    }
}
