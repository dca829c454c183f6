using Testing;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Modules;

/// <summary>
/// Modules, second gradients and refusals of pooling and resampling; values of PyTorch are in layers.json.
/// </summary>
public sealed class PoolTests
{
    [Fact]
    public void Modules_OfARamp_GiveWhatTheirFunctionsGive()
    {
        var x = arange(16f).view(1, 1, 4, 4);
        Assert.Equal([5f, 7, 13, 15], MaxPool2d(2).call(x).data<float>().ToArray());
        Assert.Equal([2.5f, 4.5f, 10.5f, 12.5f], AvgPool2d(2).call(x).data<float>().ToArray());
        Assert.Equal([7.5f], AdaptiveAvgPool2d(1).call(x).data<float>().ToArray());
        Assert.Equal([5f, 7, 13, 15], AdaptiveMaxPool2d([2, 2]).call(x).data<float>().ToArray());
        var (values, places) = MaxPool2d((2, 2)).forward_with_indices(x);
        Assert.Equal([5L, 7, 13, 15], places.data<long>().ToArray());
        Assert.Equal(values.sum().item<float>(), MaxUnpool2d(2).call(values, places).sum().item<float>());
        Assert.Equal([1L, 1, 5, 4], MaxUnpool2d(2).call(values, places, [5, 4]).shape);
        Assert.Equal([1L, 1, 8, 2], Upsample(scale_factor: [2, 0.5]).call(x).shape);
        Assert.Equal([1L, 4, 2, 2], PixelUnshuffle(2).call(x).shape);
        Assert.Equal(x.data<float>().ToArray(),
            PixelShuffle(2).call(PixelUnshuffle(2).call(x)).data<float>().ToArray());
        Assert.Equal([1L, 1, 6, 7], ZeroPad2d((1, 2, 2, 0)).call(x).shape);
        Assert.Equal(5f, ReflectionPad2d(1).call(x).data<float>().ToArray()[0]);
        Assert.Equal(0f, ReplicationPad2d(1).call(x).data<float>().ToArray()[0]);
        Assert.Equal(9f, ConstantPad2d(1, 9).call(x).data<float>().ToArray()[0]);
    }

    [Fact]
    public void MaxPool_OfFloats_FindsTheValuesAndPlacesThatDoublesDo()
    {
        manual_seed(3);
        var x = randn(3, 2, 9, 23).mul(2).round();                    // with ties
        x[0, 0, 1, 3] = float.NaN;
        x[1, 1, 4, 20] = float.NaN;
        x[0, 1, 2, 3] = float.NaN;
        x[2, 1, 6, 8] = float.NaN;
        x[2, 1, 7, 9] = float.NaN;
        x[2, 0, TensorIndex.Slice(0, 4)] = float.NegativeInfinity;
        var (values, places) = F.max_pool2d_with_indices(x, [2]);
        var (expected, where) = F.max_pool2d_with_indices(x.to(ScalarType.Float64), [2]);
        Assert.Equal(expected.data<double>().ToArray(), values.to(ScalarType.Float64).data<double>().ToArray());
        Assert.Equal(where.data<long>().ToArray(), places.data<long>().ToArray());
    }

    [Theory]
    [InlineData("max")]
    [InlineData("avg")]
    [InlineData("bicubic")]
    public void Gradient_OfTheGradient_IsRight(string kind) => GradCheck.Check(x =>
    {
        using var enabled = enable_grad();
        var input = x[0].requires_grad ? x[0] : x[0].detach().requires_grad_();
        var y = kind switch
        {
            "max" => F.max_pool2d(input, 2),
            "avg" => F.avg_pool2d(input, 3, 2, 1),
            _ => F.interpolate(input, [3, 7], mode: InterpolationMode.Bicubic),
        };
        return autograd.grad([(y * y * y).sum()], [input], create_graph: true)[0];
    }, null, [2, 4, 4, 2]);

    [Fact]
    public void Pools_WrongInputs_AreRefusedInPyTorchsWords()
    {
        Refuses("pad should be at most half of kernel size, but got pad=2 and kernel_size=2",
            () => F.max_pool2d(randn(2, 3, 4, 4), 2, padding: 2));
        Refuses("Given input size: (3x1x1). Calculated output size: (3x0x0). Output size is too small",
            () => F.max_pool2d(randn(2, 3, 1, 1), 2));
        Refuses("stride should not be zero", () => F.avg_pool2d(randn(2, 3, 4, 4), 2, stride: 0));
        Refuses("Expected 3D or 4D", () => F.max_pool2d(randn(2, 3), 2));
        Refuses("divisor must be not zero", () => F.avg_pool2d(randn(2, 3, 4, 4), 2, divisor_override: 0));
        Refuses("Expected 3D or 4D", () => F.adaptive_avg_pool2d(randn(2, 3), 2));
        Refuses("Found an invalid max index: 99 (output volumes are of size 4x4",
            () => F.max_unpool2d(randn(1, 1, 1, 1), tensor(new[] { 99L }, [1, 1, 1, 1]), [4]));
    }

    [Fact]
    public void Interpolate_WrongInputs_AreRefusedInPyTorchsWords()
    {
        var x = randn(2, 3, 5, 4);
        Refuses("either size or scale_factor should be defined", () => F.interpolate(x));
        Refuses("only one of size or scale_factor should be defined", () => F.interpolate(x, [2, 2], [2, 2]));
        Refuses("Input and output must have the same number of spatial dimensions", () => F.interpolate(x, [2]));
        Refuses("align_corners option can only be set", () => F.interpolate(x, [2, 2], align_corners: true));
        Refuses("Got 4D input, but linear mode needs 3D input",
            () => F.interpolate(x, [2, 2], mode: InterpolationMode.Linear));
        Refuses("Input and output sizes should be greater than 0", () => F.interpolate(x, [0, 2]));
        Refuses("is not divisible by 4", () => F.pixel_shuffle(randn(2, 3, 4, 4), 2));
        Refuses("pixel_unshuffle expects height to be divisible by downscale_factor, but input.size(-2)=5 is not " +
            "divisible by 2", () => F.pixel_unshuffle(x, 2));
    }

    private static void Refuses(string message, Action action) => Assert.Contains(
        message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
