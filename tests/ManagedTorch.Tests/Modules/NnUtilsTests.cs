using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Modules;

public sealed class NnUtilsTests
{
    [Theory]
    [InlineData(2.0, 13.0)]                          // √(3² + 4² + 12²)
    [InlineData(1.0, 19.0)]
    [InlineData(double.PositiveInfinity, 12.0)]
    [InlineData(3.0, 12.207054953820635)]                 // (27 + 64 + 1728)^⅓ = 1819^⅓
    public void ClipGradNorm_AboveTheNorm_ScalesAllByOneFactor(double degree, double norm)
    {
        var parameters = Parameters();

        Assert.Equal(norm, nn.utils.clip_grad_norm_(parameters, 2.5, degree), 1e-9 * norm);

        var factor = 2.5 / (norm + 1e-6);
        Assert.Equal([3 * factor, -4 * factor], Gradient(parameters[0]), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal([12 * factor], Gradient(parameters[1]), (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void ClipGradNorm_BelowTheNorm_LeavesTheGradients()
    {
        var parameters = Parameters();

        Assert.Equal(13, nn.utils.clip_grad_norm_(parameters, 13.5), 1e-12);

        Assert.Equal([3.0, -4], Gradient(parameters[0]));
        Assert.Equal([12.0], Gradient(parameters[1]));
    }

    [Fact]
    public void ClipGradValue_CutsEachElement()
    {
        var parameters = Parameters();

        nn.utils.clip_grad_value_(parameters, 3.5);

        Assert.Equal([3.0, -3.5], Gradient(parameters[0]));
        Assert.Equal([3.5], Gradient(parameters[1]));
        Assert.Null(parameters[2].grad);
    }

    // Gradients (3, -4) and (12); the third parameter has none.
    private static Parameter[] Parameters()
    {
        Parameter[] all = [new(zeros(2, dtype: ScalarType.Float64)), new(zeros(1, dtype: ScalarType.Float64)),
            new(zeros(1, dtype: ScalarType.Float64))];
        all[0].grad = tensor([3.0, -4]);
        all[1].grad = tensor([12.0]);
        return all;
    }

    private static double[] Gradient(Parameter parameter) => parameter.grad!.data<double>().ToArray();
}
