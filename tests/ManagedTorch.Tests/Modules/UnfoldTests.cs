using Testing;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Modules;

/// <summary>Patches as columns and back; the numbers are PyTorch's.</summary>
public class UnfoldTests
{
    private static readonly Tensor X = arange(1, 13).to(ScalarType.Float64).view(1, 1, 3, 4);

    [Fact]
    public void Unfold_OfAPaddedImage_GivesItsPatches()
    {
        var u = nn.Unfold((2, 3), padding: (1, 0), stride: (2, 1)).call(X);
        Assert.Equal([1, 6, 4], u.shape);
        Assert.Equal([0, 0, 5, 6, 0, 0, 6, 7, 0, 0, 7, 8, 1, 2, 9, 10, 2, 3, 10, 11, 3, 4, 11, 12],
            u.data<double>().ToArray());
    }

    [Fact]
    public void Fold_OfDilatedPatches_AddsThemUp()
    {
        var u = F.unfold(X, (2, 2), dilation: (1, 2));
        Assert.Equal([1, 4, 4], u.shape);
        var y = nn.Fold((3, 4), (2, 2), dilation: (1, 2)).call(u);
        Assert.Equal([1, 1, 3, 4], y.shape);
        Assert.Equal([1, 2, 3, 4, 10, 12, 14, 16, 9, 10, 11, 12], y.data<double>().ToArray());
    }

    [Fact]
    public void Shapes_WithoutABatchOrOfAnEmptyOne_AreKept()
    {
        Assert.Equal([27, 9], F.unfold(zeros(3, 5, 5), 3).shape);
        Assert.Equal([0, 27, 9], F.unfold(zeros(0, 3, 5, 5), 3).shape);
        Assert.Equal([3, 5, 5], F.fold(zeros(12, 16), 5, 2).shape);
    }

    [Fact]
    public void Gradients_OfBoth_AgreeWithFiniteDifferences()
    {
        GradCheck.Check(x => F.unfold(x[0], (2, 3), (2, 1), (1, 2), (1, 2)), null, [2, 2, 4, 5]);
        GradCheck.Check(x => F.fold(x[0], (4, 5), (2, 2), (2, 1), (1, 0), (1, 2)), null, [2, 8, 8]);
    }

    [Fact]
    public void Product_WithTheUnfoldedInput_IsTheConvolution()
    {
        manual_seed(1);
        var (x, w) = (randn(2, 3, 6, 7, dtype: ScalarType.Float64), randn(4, 3, 3, 2, dtype: ScalarType.Float64));
        var expected = w.view(4, -1).matmul(F.unfold(x, (3, 2), padding: (1, 0), stride: (2, 1))).view(2, 4, 3, 6);
        var y = F.conv2d(x, w, strides: [2, 1], padding: [1, 0]);
        Near.Equal(expected.data<double>().ToArray(), y.data<double>().ToArray(), 1e-12);
    }
}
