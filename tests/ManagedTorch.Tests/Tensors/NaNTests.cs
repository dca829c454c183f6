using static TorchSharp.torch;

namespace ManagedTorch.Tests.Tensors;

/// <summary>NaN wins every comparison of sizes, as in PyTorch: it is the largest and the smallest.</summary>
public class NaNTests
{
    private const float N = float.NaN;

    private static Tensor Numbers() => tensor(new[,] { { 2f, N, 7, N, -1 }, { 3, 9, 4, 1, 5 } });

    [Fact]
    public void MaxAndMin_OfAll_AreNaN()
    {
        foreach (var y in (Tensor[])[Numbers().max(), Numbers().min(), Numbers().amax(0, 1), Numbers().amin(0, 1)])
            Assert.True(float.IsNaN(y.item<float>()));
        Assert.Equal((1L, 1L), (Numbers().argmax().item<long>(), Numbers().argmin().item<long>()));
    }

    [Fact]
    public void MaxAndMin_OfRows_AreTheFirstNaN()
    {
        var (largest, at) = Numbers().max(1);
        AssertAre([N, 9], largest, [1, 1], at);
        (largest, at) = Numbers().min(1);
        AssertAre([N, 1], largest, [1, 3], at);
        Assert.Equal([3f, N, 7, N, 5], Numbers().max(0).values.data<float>().ToArray());
        Assert.Equal([2f, N, 4, N, -1], Numbers().min(0).values.data<float>().ToArray());
    }

    [Fact]
    public void Sort_PutsNaNWithTheLargest()
    {
        var (up, at) = Numbers().sort(1);
        AssertAre([-1, 2, 7, N, N], up[0], [4, 0, 2, 1, 3], at[0]);
        var (down, from) = Numbers().sort(1, descending: true);
        AssertAre([N, N, 7, 2, -1], down[0], [1, 3, 2, 0, 4], from[0]);
    }

    [Fact]
    public void TopK_CountsNaNAsTheLargest()
    {
        var (most, _) = Numbers().topk(3, 1);
        Assert.Equal([N, N, 7, 9, 5, 4], most.data<float>().ToArray());
        var (least, _) = Numbers().topk(4, 1, largest: false);
        Assert.Equal([-1f, 2, 7, N, 1, 3, 4, 5], least.data<float>().ToArray());
    }

    [Fact]
    public void Functions_OfTwoAndOfOne_PassNaNOn()
    {
        var (x, y) = (tensor([N, 1f, N]), tensor([0f, N, N]));
        foreach (var z in (Tensor[])[x.maximum(y), x.minimum(y), y.maximum(x), x.fmod(y), x.atan2(y)])
            Assert.Equal([N, N, N], z.data<float>().ToArray());
        var both = tensor([N, -2f]);
        Assert.Equal([N, -1f], both.clamp(-1, 1).data<float>().ToArray());
        Assert.Equal([N, 0f], both.relu().data<float>().ToArray());
        Assert.Equal([N, -1f], both.sign().data<float>().ToArray().Select(v => float.IsNaN(v) ? N : v));
        Assert.Equal([false, true, true], new[] { x.eq(x), x.ne(x), x.isnan() }.Select(t => t[0].item<bool>()));
    }

    private static void AssertAre(float[] values, Tensor actual, long[] places, Tensor at)
    {
        Assert.Equal(values, actual.data<float>().ToArray());
        Assert.Equal(places, at.data<long>().ToArray());
    }
}
