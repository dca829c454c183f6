using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Tensors;

/// <summary>Tensors without elements, and the dimensions of size 0 in others.</summary>
public class ZeroSizeTests
{
    [Fact]
    public void Reductions_OfNothing_AreTheirNeutralElements()
    {
        var x = zeros([0]);
        Assert.Equal((0f, 1f), (x.sum().item<float>(), x.prod().item<float>()));
        Assert.True(float.IsNaN(x.mean().item<float>()));
        Assert.Equal((true, false), (x.all().item<bool>(), x.any().item<bool>()));
        Assert.Equal(0f, x.norm().item<float>());
        Assert.True(float.IsNaN(x.std().item<float>()));
        Assert.Equal(float.NegativeInfinity, x.logsumexp(0).item<float>());
    }

    [Fact]
    public void Reductions_OverADimensionOfSizeZero_FillTheOthers()
    {
        AssertIs([0, 0, 0], [3], zeros(0, 3).sum(0));
        AssertIs([], [0], zeros(0, 3).sum(1));
        AssertIs([float.NaN, float.NaN], [2, 1], zeros(2, 0).mean([1L], keepdim: true));
        AssertIs([1, 1], [2], zeros(2, 0).prod(1));
        AssertIs([], [0], zeros(0, 3).max(1).values);
        Assert.Throws<ArgumentException>(() => zeros([0]).max());
        Assert.ThrowsAny<ArgumentException>(() => zeros(2, 0).max(1));
        Assert.ThrowsAny<ArgumentException>(() => zeros(2, 0).argmin(1));
    }

    [Fact]
    public void Products_WithNothingInside_AreZero()
    {
        AssertIs(new float[6], [2, 3], zeros(2, 0).matmul(zeros(0, 3)));
        AssertIs([], [0, 4], zeros(0, 3).matmul(ones(3, 4)));
        AssertIs(new float[4], [2, 2, 1], zeros(2, 2, 0).bmm(zeros(2, 0, 1)));
        AssertIs([], [0, 2, 2], ones(0, 2, 3).matmul(ones(3, 2)));
        AssertIs([0], [], zeros([0]).dot(zeros([0])));
        AssertIs([5, 5], [1, 2], functional.linear(zeros(1, 0), zeros(2, 0), full(2, 5f)));
        AssertIs([], [0, 2], functional.linear(zeros(0, 3), ones(2, 3), ones(2)));
    }

    [Fact]
    public void Cat_WithNothing_IsTheRest()
    {
        AssertIs([1, 1, 1], [1, 3], cat([zeros(0, 3), ones(1, 3)]));
        AssertIs([1, 1, 1], [1, 3], cat([zeros([0]), ones(1, 3)]));        // PyTorch lets the empty vector pass
        AssertIs([], [0, 5], cat([zeros(0, 3), zeros(0, 2)], 1));
        AssertIs([], [2, 0], stack([zeros([0]), zeros([0])]));
    }

    [Fact]
    public void Functions_OfNothing_AreNothing()
    {
        AssertIs([], [0, 3], zeros(0, 3).softmax(1));
        AssertIs([], [0, 3], zeros(0, 3).softmax(0));
        AssertIs([], [3, 0], zeros(3, 0).log_softmax(-1));
        AssertIs([], [0, 3], zeros(0, 3) + ones(3));
        AssertIs([], [2, 0], zeros(2, 0).cumsum(1));
        AssertIs([], [0, 4], functional.layer_norm(zeros(0, 4), [4]));
        AssertIs([], [0, 2], ones(3, 2)[zeros([0], ScalarType.Int64)]);
        AssertIs([], [0], ones(3)[zeros([3], ScalarType.Bool)]);
        AssertIs([], [0, 2], zeros(0, 2).sort(0).Values);
        AssertIs([], [3, 0], ones(3, 2).topk(0, 1).values);
        AssertIs([], [2, 0, 4], functional.scaled_dot_product_attention(zeros(2, 0, 3), ones(2, 5, 3), ones(2, 5, 4)));
        Assert.True(float.IsNaN(
            functional.cross_entropy(zeros(0, 3), zeros([0], ScalarType.Int64)).item<float>()));
    }

    [Fact]
    public void Backward_ThroughNothing_GivesZeros()
    {
        var w = ones([2, 3], requires_grad: true);
        var x = zeros([0, 3], requires_grad: true);
        functional.linear(x, w).softmax(-1).sum().backward();
        AssertIs(new float[6], [2, 3], w.grad!);
        AssertIs([], [0, 3], x.grad!);

        var (a, b) = (zeros([2, 0], requires_grad: true), zeros([0, 3], requires_grad: true));
        cat([a.matmul(b), ones(1, 3)]).max(0).values.sum().backward();
        AssertIs([], [2, 0], a.grad!);
        AssertIs([], [0, 3], b.grad!);
    }

    private static void AssertIs(float[] values, long[] shape, Tensor actual)
    {
        Assert.Equal(shape, actual.shape);
        Assert.Equal(values, actual.detach().data<float>().ToArray());
    }
}
