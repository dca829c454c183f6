using static TorchSharp.torch;

namespace ManagedTorch.Tests.Kernels;

/// <summary>The fused float loops of SiLU and leaky ReLU against the formulas in double.</summary>
public class ActivationLoopTests
{
    // Every 1/32 from -100 to 100, and the numbers of which a vector has too few.
    private static readonly float[] Points = [.. Enumerable.Range(-3200, 6403).Select(i => i / 32f)];

    [Fact]
    public void Silu_Float_IsItsFormulaAndDerivative()
    {
        var (y, slope) = Run(x => x.silu());

        for (var i = 0; i < Points.Length; i++)
        {
            var (x, s) = ((double)Points[i], 1 / (1 + Math.Exp(-Points[i])));
            AssertClose(x * s, y[i], x);
            AssertClose(s * (1 + x * (1 - s)), slope[i], x);
        }
    }

    [Fact]
    public void LeakyRelu_Float_IsItsFormulaAndDerivative()
    {
        var (y, slope) = Run(x => x.leaky_relu(0.2));

        for (var i = 0; i < Points.Length; i++)
        {
            AssertClose(Points[i] > 0 ? Points[i] : 0.2 * Points[i], y[i], Points[i]);
            AssertClose(Points[i] > 0 ? 1 : 0.2, slope[i], Points[i]);
        }
    }

    [Fact]
    public void Both_OfNaN_GiveNaN()
    {
        var x = tensor([float.NaN, 1f]);
        Assert.True(float.IsNaN(x.silu().data<float>()[0]));
        Assert.True(float.IsNaN(x.leaky_relu(0.1).data<float>()[0]));
    }

    private static (float[] Values, float[] Slopes) Run(Func<Tensor, Tensor> function)
    {
        var x = tensor(Points, requires_grad: true);
        var y = function(x);
        y.sum().backward();
        return (y.detach().data<float>().ToArray(), x.grad!.data<float>().ToArray());
    }

    private static void AssertClose(double expected, float actual, double at) => Assert.True(
        Math.Abs(expected - actual) <= 5e-7 * (1 + Math.Abs(expected)), $"at {at}: expected {expected}, got {actual}");
}
