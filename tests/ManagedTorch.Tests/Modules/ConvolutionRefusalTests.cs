using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Modules;

/// <summary>What the functional convolutions refuse, in PyTorch's words.</summary>
public class ConvolutionRefusalTests
{
    private static readonly Tensor X = zeros(2, 4, 7, 7), W = zeros(8, 4, 3, 3);

    [Fact]
    public void Convolution_OfShapesThatDoNotFit_SaysWhatPyTorchSays()
    {
        Check("Given groups=1, weight of size [8, 4, 3, 3], expected input[2, 3, 7, 6] to have 4 channels, but got 3 " +
            "channels instead", () => F.conv2d(zeros(2, 3, 7, 6), W));
        Check("Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [3, 7]",
            () => F.conv2d(zeros(3, 7), W));
        Check("Expected 2D (unbatched) or 3D (batched) input to conv1d, but got input of size: [7]",
            () => F.conv1d(zeros(7), zeros(8, 4, 3)));
        Check("Calculated padded input size per channel: (2 x 2). Kernel size: (3 x 3). Kernel size can't be greater " +
            "than actual input size", () => F.conv2d(zeros(2, 4, 2, 2), W));
        Check("Given groups=2, expected weight to be divisible by 2 at dimension 0, but got weight of size " +
            "[3, 2, 3, 3] instead", () => F.conv2d(X, zeros(3, 2, 3, 3), groups: 2));
        Check("Given groups=2, expected weight to be at least 2 at dimension 0, but got weight of size [1, 2, 3, 3] " +
            "instead", () => F.conv2d(X, zeros(1, 2, 3, 3), groups: 2));
        Check("weight of size [8, 4, 3, 3], expected bias to be 1-dimensional with 8 elements, but got bias of size " +
            "[3] instead", () => F.conv2d(X, W, zeros(3)));
        Check("expected stride to be a single integer value or a list of 2 values to match the convolution " +
            "dimensions, but got stride=[1, 2, 3]", () => F.conv2d(X, W, strides: [1, 2, 3]));
        Check("padding='same' is not supported for strided convolutions",
            () => F.conv2d_padding(X, W, strides: [2], padding: Padding.Same));
    }

    [Fact]
    public void Convolution_OfNumbersTooSmall_SaysWhatPyTorchSays()
    {
        Check("negative padding is not supported", () => F.conv2d(X, W, padding: [-1]));
        Check("non-positive stride is not supported", () => F.conv2d(X, W, strides: [0]));
        Check("non-positive dilation is not supported", () => F.conv2d(X, W, dilation: [0]));
        Check("non-positive groups is not supported", () => F.conv2d(X, W, groups: 0));
        Check("negative output_padding is not supported",
            () => F.conv_transpose2d(X, zeros(4, 8, 3, 3), output_padding: [-1]));
    }

    [Fact]
    public void Convolution_OfTypesThatDiffer_SaysWhatPyTorchSays()
    {
        Check("Input type (Float32) and weight type (Float64) should be the same",
            () => F.conv2d(X, W.to(ScalarType.Float64)));
        Check("Input type (Float32) and bias type (Float64) should be the same",
            () => F.conv2d(X, W, zeros(8, ScalarType.Float64)));
        Check("conv2d needs a floating point input, got Int64",
            () => F.conv2d(X.to(ScalarType.Int64), W.to(ScalarType.Int64)));
    }

    [Fact]
    public void Transpose_OfShapesThatDoNotFit_SaysWhatPyTorchSays()
    {
        var w = zeros(4, 8, 3, 3);
        Check("Given transposed=1, weight of size [4, 8, 3, 3], expected input[2, 3, 7, 6] to have 4 channels, but " +
            "got 3 channels instead", () => F.conv_transpose2d(zeros(2, 3, 7, 6), w));
        Check("output padding must be smaller than either stride or dilation, but got output_padding: [1, 1]",
            () => F.conv_transpose2d(X, w, output_padding: [1]));
        Check("expected bias to be 1-dimensional with 8 elements, but got bias of size [3] instead",
            () => F.conv_transpose2d(X, w, zeros(3)));
        Check("Given input size per channel: (1 x 1). Calculated output size per channel: (-1 x -1). Output size is " +
            "too small", () => F.conv_transpose2d(zeros(2, 4, 1, 1), w, padding: [2]));
    }

    [Fact]
    public void Patches_OfShapesThatDoNotFit_SaysWhatPyTorchSays()
    {
        Check("Given input with spatial size (2, 2), kernel_size=(3, 3), dilation=(1, 1), padding=(0, 0)",
            () => F.unfold(zeros(2, 3, 2, 2), 3));
        Check("kernel size should be greater than zero", () => F.unfold(X, 0));
        Check("dilation should be greater than zero", () => F.unfold(X, 3, dilation: 0));
        Check("stride should be greater than zero", () => F.unfold(X, 3, stride: 0));
        Check("padding should be non-negative", () => F.unfold(X, 3, padding: -1));
        Check("Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got " +
            "input.size(1)=13 and kernel_size=(2, 2).", () => F.fold(zeros(2, 13, 16), 5, 2));
        Check("expected size of input's dimension 2 to match the calculated number of sliding blocks 4 * 4 = 16, but " +
            "got input.size(2)=15.", () => F.fold(zeros(2, 12, 15), 5, 2));
        Check("Expected 2D or 3D (batch mode)", () => F.fold(zeros(2, 2, 12, 16), 5, 2));
    }

    private static void Check(string message, Func<Tensor> call) =>
        Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
