using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Modules;

/// <summary>Padding by hand; values and gradients of PyTorch are in torch.json.</summary>
public sealed class PadTests
{
    [Theory]
    [InlineData(PaddingModes.Constant, new[] { 7f, 7, 0, 1, 2, 7 })]
    [InlineData(PaddingModes.Reflect, new[] { 2f, 1, 0, 1, 2, 1 })]
    [InlineData(PaddingModes.Replicate, new[] { 0f, 0, 0, 1, 2, 2 })]
    [InlineData(PaddingModes.Circular, new[] { 1f, 2, 0, 1, 2, 0 })]
    public void Pad_OfARow_FillsAsTheModeSays(PaddingModes mode, float[] expected) =>
        Assert.Equal(expected, pad(arange(3f).view(1, 3), (2, 1), mode, 7).data<float>().ToArray());

    [Theory]
    [InlineData(PaddingModes.Constant)]
    [InlineData(PaddingModes.Reflect)]
    [InlineData(PaddingModes.Replicate)]
    [InlineData(PaddingModes.Circular)]
    public void Pad_OfTwoDimensions_HasTheRightGradient(PaddingModes mode) =>
        Testing.GradCheck.Check(x => pad(x[0], (2, 1, 0, -1), mode, 3) * pad(x[0], (1, 2, -1, 0), mode), null,
            [2, 4, 3]);

    [Fact]
    public void Pad_NegativeOnly_CutsOut()
    {
        var y = pad(arange(12).view(3, 4), (-1, -2, 0, -2));
        Assert.Equal([1L, 1], y.shape);
        Assert.Equal(1, y.item<long>());
        Assert.Equal([2L, 0], pad(ones(2, 4), (-4, 0)).shape);
    }

    [Fact]
    public void Pad_OneNumber_IsForBothSidesOfTheLastDimension() =>
        Assert.Equal([0f, 1, 1, 0], pad(ones(2), 1).data<float>().ToArray());

    [Fact]
    public void Pad_WhatDoesNotFit_IsRefused()
    {
        Refuses<ArgumentException>("Padding length must be divisible by 2", () => pad(ones(2), new long[] { 1 }));
        Refuses<ArgumentException>("Padding length too large", () => pad(ones(2), (1, 1, 1, 1)));
        Refuses<ArgumentException>("resulted in a negative output size", () => pad(ones(2), (-1, -2)));
        Refuses<ArgumentException>("Padding size should be less than the corresponding input dimension",
            () => pad(ones(1, 3), (3, 0), PaddingModes.Reflect));
        Refuses<ArgumentException>("wrapping around more than once",
            () => pad(ones(1, 3), (0, 4), PaddingModes.Circular));
        Refuses<NotSupportedException>("padding with non-constant padding",
            () => pad(ones(3), (1, 0), PaddingModes.Reflect));
    }

    private static void Refuses<T>(string text, Func<Tensor> action) where T : Exception =>
        Assert.Contains(text, Assert.Throws<T>(() => action()).Message, StringComparison.Ordinal);
}
