using Testing;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Autograd;

public class GradientTests
{
    [Fact]
    public void Arithmetic_Broadcast_HasTheRightGradient() =>
        GradCheck.Check(x => (x[0] * x[1] - x[2] / (x[1] * x[1] + 1)).tanh(), null, [2, 3, 4], [3, 1], [4]);

    [Fact]
    public void InPlace_Chain_HasTheRightGradient() =>
        GradCheck.Check(x => (x[0] * 1).mul_(x[1]).add_(x[0]).sigmoid_().div_(x[1].square() + 1), null, [3, 4], [4]);

    [Theory]
    [InlineData("exp")]
    [InlineData("asinh")]
    [InlineData("erfc")]
    [InlineData("cosh")]
    [InlineData("hardswish")]
    [InlineData("relu6")]
    [InlineData("silu")]
    [InlineData("log_sigmoid")]
    [InlineData("expm1")]
    public void Function_OfEveryElement_HasTheRightGradient(string name)
    {
        var method = typeof(Tensor).GetMethod(name, [])!;
        GradCheck.Check(x => (Tensor)method.Invoke(x[0], null)!, null, [3, 5]);
    }

    [Fact]
    public void Matmul_BroadcastBatches_HasTheRightGradient()
    {
        GradCheck.Check(x => x[0].matmul(x[1]), null, [2, 1, 3, 4], [5, 4, 2]);
        GradCheck.Check(x => x[0].matmul(x[1]), null, [3, 4], [2, 4, 2]);
        GradCheck.Check(x => x[0].transpose(1, 2).matmul(x[1].t()), null, [2, 4, 3], [5, 4]);
    }

    [Fact]
    public void Indexing_ByEverything_HasTheRightGradient()
    {
        GradCheck.Check(x => x[0][.., tensor([1L, 0, 1]).AsIndex(), 1..], null, [2, 3, 4]);
        GradCheck.Check(x => x[0][TensorIndex.Ellipsis, TensorIndex.None, ^1], null, [2, 3, 4]);
        GradCheck.Check(x => x[0].unfold(0, 3, 1) * 2, null, [5]);
        GradCheck.Check(x =>
        {
            var y = zeros([3, 4], dtype: ScalarType.Float64);
            y[1] = x[0];
            y[.., 0] = x[1] * x[0][0];
            return y * y;
        }, null, [4], [3]);
    }

    [Fact]
    public void Softmax_FirstDim_HasTheRightGradient()
    {
        GradCheck.Check(x => x[0].softmax(0), null, [3, 4, 2]);
        GradCheck.Check(x => x[0].log_softmax(1), null, [3, 4, 2]);
    }

    [Fact]
    public void Reductions_OverSeveralDims_HaveTheRightGradient()
    {
        GradCheck.Check(x => x[0].amax([0, 2]), null, [2, 3, 4]);
        GradCheck.Check(x => x[0].var([0, 2], unbiased: false, keepdim: true), null, [2, 3, 4]);
        GradCheck.Check(x => x[0].norm(p: 3), null, [2, 3]);
        GradCheck.Check(x => x[0].prod(), null, [4]);
    }

    [Fact]
    public void CreateGraph_SecondDerivative_OfACube()
    {
        var x = tensor(2.0, requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        Assert.Equal(12, first.item<double>(), 12);
        Assert.Equal(12, autograd.grad([first], [x])[0].item<double>(), 12);
        Assert.Null(x.grad);
    }

    [Fact]
    public void Backward_Twice_AddsUp_AndLeavesOtherGradientsAlone()
    {
        var (a, b) = (ones([2], requires_grad: true), ones([2], requires_grad: true));
        (a + b).sum().backward();
        (a * 2).sum().backward();
        Assert.Equal([3f, 3f], a.grad!.data<float>().ToArray());
        Assert.Equal([1f, 1f], b.grad!.data<float>().ToArray());
    }
}

internal static class IndexExtensions
{
    public static TensorIndex AsIndex(this Tensor tensor) => TensorIndex.Tensor(tensor);
}
