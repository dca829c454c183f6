using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Modules;

public sealed class DropoutTests
{
    [Fact]
    public void Forward_Training_DropsItsShareAndKeepsTheMean()
    {
        const int N = 100_000;
        var y = functional.dropout(ones(N), 0.3).data<float>().ToArray();
        var dropped = y.Count(v => v == 0) / (double)N;
        Assert.InRange(dropped, 0.3 - 0.006, 0.3 + 0.006);                    // four standard deviations
        Assert.All(y, v => Assert.True(v == 0 || Math.Abs(v - 1 / 0.7f) < 1e-6));
    }

    [Fact]
    public void Backward_Training_PassesTheGradientWhereTheElementStayed()
    {
        var x = ones(64).requires_grad_();
        var y = functional.dropout(x);
        y.sum().backward();
        Assert.Equal(y.detach().data<float>().ToArray(), x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Forward_Evaluating_DoesNothing()
    {
        var module = Dropout();
        module.eval();
        Assert.Equal([1f, 1, 1], module.call(ones(3)).data<float>().ToArray());
    }

    [Fact]
    public void Dropout_NotAProbability_IsRefused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Dropout(1.5));
        Assert.Contains("has to be between 0 and 1, but got 1.5", error.Message, StringComparison.Ordinal);
    }
}
