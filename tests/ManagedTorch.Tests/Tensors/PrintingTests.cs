using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Tensors;

public class PrintingTests
{
    [Fact]
    public void Str_Vector_IsTorchSharps() =>
        Assert.Equal("[6], type = Float32, device = cpu\n 1 -2.5 1e+06 1e-08 NaN Infinity\n",
        tensor([1f, -2.5f, 1e6f, 1e-8f, float.NaN, float.PositiveInfinity]).str());

    [Fact]
    public void Str_Matrix_AlignsColumns() =>
        Assert.Equal("[2x2], type = Float32, device = cpu\n      1 -2\n -30.25  4\n",
            tensor(new[,] { { 1f, -2f }, { -30.25f, 4f } }).str());

    [Fact]
    public void Str_ThreeDimensions_HeadsEachMatrix() => Assert.Equal(
        "[2x2x3], type = Int64, device = cpu\n[0,..,..] =\n 0 1 2\n 3 4 5\n\n[1,..,..] =\n 6  7  8\n 9 10 11\n",
        arange(12).view(2, 2, 3).str());

    [Fact]
    public void Str_OneNumber_IsOnOneLine() =>
        Assert.Equal("[], type = Float64, device = cpu, value = 0.33333", tensor(1.0 / 3).str());

    [Fact]
    public void Str_WideRow_EndsInDots() =>
        Assert.EndsWith(
            string.Concat(Enumerable.Repeat(" 1", 48)) + " ...\n", ones(2, 60).str(), StringComparison.Ordinal);

    [Fact]
    public void ToString_Styles_AreTorchSharps()
    {
        Assert.Equal("[[[0, 1]\n  [2, 3]]\n\n [[4, 5]\n  [6, 7]]]", arange(8).view(2, 2, 2).npstr());
        Assert.Equal("[0, 1, 2, ... 1997, 1998, 1999]", arange(2000).npstr());
        Assert.Equal("[3], type = Int64, device = cpu, value = long [] {0L, 1L, 2L}", arange(3).cstr());
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());
        Assert.Equal("[0], type = Float32, device = cpu\n\n", empty(0L).str());
    }
}
