using Loop = TorchSharp.Kernels.Parallel;

namespace ManagedTorch.Tests.Kernels;

public sealed class ParallelTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1000, 1)]
    [InlineData(1000, 300)]
    [InlineData(1000, 5000)]
    public void For_AnyCountAndGrain_VisitsEachIndexOnce(int count, int grain)
    {
        var visits = new int[count];

        Loop.For(count, grain, (start, end) =>
        {
            for (var i = start; i < end; i++) Interlocked.Increment(ref visits[i]);
        });

        Assert.All(visits, n => Assert.Equal(1, n));
    }

    [Fact]
    public void For_CalledFromInside_RunsInline()
    {
        var elsewhere = 0;

        Loop.For(64, 1, (_, _) =>
        {
            var thread = Environment.CurrentManagedThreadId;
            Loop.For(64, 1, (_, _) =>
            {
                if (Environment.CurrentManagedThreadId != thread) Interlocked.Increment(ref elsewhere);
            });
        });

        Assert.Equal(0, elsewhere);
    }

    [Fact]
    public void For_PieceThrows_TheCallerGetsItAndThePoolLivesOn()
    {
        void Fail(int start, int end)
        {
            if (end == 100) throw new InvalidOperationException("the last piece");
        }

        Assert.Equal("the last piece", Assert.Throws<InvalidOperationException>(() => Loop.For(100, 1, Fail)).Message);

        For_AnyCountAndGrain_VisitsEachIndexOnce(1000, 1);
    }

    [Fact]
    public void For_ManyCallers_EachGetsItsOwnWork()
    {
        var sums = new long[4];
        var callers = Enumerable.Range(0, 4).Select(caller => new Thread(() =>
        {
            for (var repeat = 0; repeat < 200; repeat++)
                Loop.For(100, 1, (start, end) => Interlocked.Add(ref sums[caller], end - start));
        })).ToList();

        callers.ForEach(t => t.Start());
        callers.ForEach(t => t.Join());

        Assert.Equal([20_000L, 20_000, 20_000, 20_000], sums);
    }

    [Fact]
    public void Threads_BelowOne_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Loop.Threads = 0);
}
