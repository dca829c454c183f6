using Testing;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using Approximate = TorchSharp.Modules.GELU.Approximate;

namespace ManagedTorch.Tests.Autograd;

/// <summary>Gradients of gradients against finite differences of the gradients.</summary>
public class SecondGradientTests
{
    [Fact]
    public void Linear_IsRight()
    {
        Check(x => functional.linear(x[0], x[1], x[2]).sin(), [2, 3, 4], [5, 4], [5]);
        Check(x => functional.linear(x[0], x[1]), [3, 4], [5, 4]);
    }

    [Fact]
    public void LayerNorm_IsRight()
    {
        Check(x => functional.layer_norm(x[0], [5], x[1], x[2]).sin(), [3, 5], [5], [5]);
        Check(x => functional.layer_norm(x[0], [2, 3]), [2, 2, 3]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Softmax_IsRight(long dim)
    {
        Check(x => x[0].softmax(dim), [3, 4]);
        Check(x => x[0].log_softmax(dim), [3, 4]);
    }

    [Theory]
    [InlineData(0.0, Reduction.Mean)]
    [InlineData(0.2, Reduction.Sum)]
    public void CrossEntropy_IsRight(double smoothing, Reduction reduction)
    {
        var targets = tensor([1L, 3, -100, 0]);
        var weights = tensor([0.5, 1, 2, 0.25]);
        Check(x => functional.cross_entropy(x[0], targets, reduction: reduction, label_smoothing: smoothing), [4, 4]);
        Check(x => functional.cross_entropy(x[0], targets, weights, -100, reduction, smoothing), [4, 4]);
    }

    [Theory]
    [InlineData(Approximate.none)]
    [InlineData(Approximate.tanh)]
    public void Gelu_IsRight(Approximate approximate) => Check(x => x[0].gelu(approximate), [3, 4]);

    [Fact]
    public void MatmulAndReductions_AreRight()
    {
        Check(x => x[0].matmul(x[1]).tanh(), [2, 3, 4], [4, 2]);
        Check(x => x[0].square().mean([1L]).sqrt() + x[0].prod(1), [3, 4]);
        Check(x => x[0][tensor([2L, 0, 2])].exp(), [3, 2]);
    }

    private static void Check(Func<Tensor[], Tensor> op, params long[][] shapes) => GradCheck.Check(inputs =>
    {
        using var mode = enable_grad();
        Tensor[] x = [.. inputs.Select(input => input.requires_grad ? input : input.detach().requires_grad_())];
        var y = op(x).reshape(-1);
        var loss = (y * (arange(y.numel(), ScalarType.Float64) + 1).cos()).sum();     // unequal weights
        return cat([.. autograd.grad([loss], x, create_graph: true).Select(g => g.reshape(-1))]);
    }, null, shapes);
}
