using Testing;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Modules;

/// <summary>The convolution modules; the numbers are PyTorch's.</summary>
public class ConvolutionModuleTests
{
    [Theory]
    [InlineData(PaddingModes.Reflect, 204, 195, 216, 261, 270, 249, 336, 327, 348, 393, 402, 381, 324, 315, 336, 381,
        390, 369)]
    [InlineData(PaddingModes.Replicate, 141, 159, 192, 237, 264, 276, 297, 315, 348, 393, 420, 432, 381, 399, 432, 477,
        504, 516)]
    [InlineData(PaddingModes.Circular, 258, 243, 240, 285, 258, 243, 366, 351, 348, 393, 366, 351, 258, 243, 240, 285,
        258, 243)]
    public void Conv2d_OfEachPaddingMode_IsPyTorchs(PaddingModes mode, params int[] expected)
    {
        var module = nn.Conv2d(1, 1, (3, 3), padding: (1, 2), padding_mode: mode, bias: false);
        module.weight = nn.Parameter(arange(1, 10).to(ScalarType.Float32).view(1, 1, 3, 3));
        var y = module.call(arange(1, 13).to(ScalarType.Float32).view(1, 1, 3, 4));
        Assert.Equal(expected, y.data<float>().Select(v => (int)v));
    }

    [Fact]
    public void Conv2d_SameWithReplicatedBorder_IsPyTorchs()
    {
        var module = nn.Conv2d(1, 1, (2, 3), Padding.Same, padding_mode: PaddingModes.Replicate, bias: false);
        module.weight = nn.Parameter(arange(1, 7).to(ScalarType.Float32).view(1, 1, 2, 3));
        var y = module.call(arange(1, 13).to(ScalarType.Float32).view(1, 1, 3, 4));
        Assert.Equal([90f, 106, 127, 139, 174, 190, 211, 223, 198, 214, 235, 247], y.data<float>().ToArray());
    }

    [Fact]
    public void FirstValues_OfATransposeAndOfGroups_ArePyTorchs()
    {
        manual_seed(4);
        var transpose = nn.ConvTranspose2d(2, 3, 2);
        Near.Equal([0.03443237394094467, 0.03411701321601868, -0.23587250709533691], First(transpose.weight), 1e-6);
        Near.Equal([0.2461060732603073, 0.024862665683031082, 0.14466802775859833], First(transpose.bias!), 1e-6);
        manual_seed(4);
        var grouped = nn.Conv1d(4, 2, 3, groups: 2);
        Assert.Equal([2, 2, 3], grouped.weight.shape);
        Near.Equal([0.048694729804992676, 0.04824874550104141, -0.333574116230011], First(grouped.weight), 1e-6);

        static double[] First(Tensor x) => [.. x.detach().data<float>().Take(3).Select(v => (double)v)];
    }

    [Fact]
    public void StateDict_OfAConvolution_HasWeightAndBias()
    {
        Assert.Equal(["weight", "bias"], nn.Conv3d(2, 3, 2).state_dict().Keys);
        Assert.Equal(["weight"], nn.ConvTranspose1d(2, 3, 2, bias: false).state_dict().Keys);
    }

    [Fact]
    public void Transpose_OfAWantedSize_HasIt()
    {
        var module = nn.ConvTranspose2d(4, 4, 3, stride: 2);
        Assert.Equal([2, 4, 11, 11], module.call(zeros(2, 4, 5, 5)).shape);
        Assert.Equal([2, 4, 12, 11], module.forward(zeros(2, 4, 5, 5), [12, 11]).shape);
        Assert.Equal([4, 12, 12], module.forward(zeros(4, 5, 5), [12, 12]).shape);
        var error = Assert.Throws<ArgumentException>(() => module.forward(zeros(2, 4, 5, 5), [20, 20]));
        Assert.Equal("requested an output size of [20, 20], but valid sizes range from [11, 11] to [12, 12] " +
            "(for an input of [5, 5])", error.Message);
    }

    [Fact]
    public void SetPadding_OfAModule_ChangesItsOutput()
    {
        var module = nn.Conv1d(1, 1, 3);
        Assert.Equal([1, 5], module.call(zeros(1, 7)).shape);
        module.SetPadding([1]);
        Assert.Equal([1, 7], module.call(zeros(1, 7)).shape);
        module.SetPadding(Padding.Same);
        Assert.Equal([1, 7], module.call(zeros(1, 7)).shape);
    }

    [Fact]
    public void Module_OfArgumentsThatDoNotFit_SaysWhatPyTorchSays()
    {
        Check("in_channels must be divisible by groups", () => nn.Conv2d(3, 4, 3, groups: 2));
        Check("out_channels must be divisible by groups", () => nn.Conv2d(4, 3, 3, groups: 2));
        Check("groups must be a positive integer", () => nn.Conv2d(4, 3, 3, groups: 0));
        Check("padding='same' is not supported for strided convolutions", () => nn.Conv2d(4, 4, 3, Padding.Same, 2));
        Check("Only \"zeros\" padding mode is supported for ConvTranspose2d",
            () => nn.ConvTranspose2d(4, 4, 3, padding_mode: PaddingModes.Reflect));

        static void Check(string message, Func<Convolution> make) =>
            Assert.Contains(message, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);
    }
}
