using TorchSharp.Kernels;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Kernels;

public class GeluLoopTests
{
    // Every 1/128 from -13 to 13, and the numbers of which a vector has too few.
    private static readonly float[] Points = [.. Enumerable.Range(-1664, 3329).Select(i => i / 128f)];

    [Fact]
    public void Forward_Float_KeepsItsDigitsInTheTailToo()
    {
        var actual = tensor(Points).gelu().data<float>().ToArray();

        for (var i = 0; i < Points.Length; i++)
            AssertClose(0.5 * Points[i] * Erf.Complement(-Points[i] / Math.Sqrt(2)), actual[i], 4e-7, Points[i]);
    }

    [Fact]
    public void Backward_Float_IsTheDerivativeOfTheDouble()
    {
        var x = tensor(Points, requires_grad: true);

        x.gelu().sum().backward();

        var actual = x.grad!.data<float>().ToArray();
        for (var i = 0; i < Points.Length; i++)
            Assert.True(Math.Abs(actual[i] - GeluSlope.Of((double)Points[i])) < 2e-7, $"at {Points[i]}: {actual[i]}");
    }

    [Fact]
    public void Forward_LimitsAndNaN_AreThemselves()
    {
        float[] limits = [float.NegativeInfinity, float.PositiveInfinity, float.NaN, 0];
        var x = tensor(limits, requires_grad: true);

        var y = x.gelu();
        y.sum().backward();

        Assert.Equal([0f, float.PositiveInfinity, float.NaN, 0f], y.data<float>().ToArray());
        Assert.Equal([0f, 1f, float.NaN, 0.5f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Exp_Float_IsRightToTheLastDigits()
    {
        for (var x = -87f; x < 88.7f; x += 0.037f)
        {
            var actual = FloatLanes.Exp(System.Runtime.Intrinsics.Vector512.Create(x))[3];
            AssertClose(Math.Exp(x), actual, 1.5e-7, x);
        }
    }

    private static void AssertClose(double expected, float actual, double tolerance, float x) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected) + 1e-37,
            FormattableString.Invariant($"at {x:r}: expected {expected:g9}, got {actual:g9}"));
}
