using static TorchSharp.torch;

namespace ManagedTorch.Tests.Tensors;

public class TensorTests
{
    private static void Refuses<T>(string text, Action action) where T : Exception =>
        Assert.Contains(text, Assert.Throws<T>(action).Message, StringComparison.Ordinal);

    [Fact]
    public void View_Written_ShowsInTheTensor()
    {
        var x = arange(6.0).view(2, 3);
        x.t()[0] = tensor(9f);
        x[1].add_(1);
        Assert.Equal([9f, 1, 2, 10, 5, 6], x.data<float>().ToArray());
        Assert.Equal([9f, 10, 1, 5, 2, 6], x.t().data<float>().ToArray());
    }

    [Fact]
    public void Errors_OfShapes_ArePyTorchs()
    {
        Refuses<ArgumentException>(
            "mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", () => zeros(2, 3).mm(zeros(2, 3)));
        Refuses<ArgumentException>(
            "The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1",
            () => _ = zeros(2, 3) + zeros(2, 4));
        Refuses<ArgumentException>("Use .reshape(...) instead.", () => zeros(2, 3).t().view(6));
        Refuses<ArgumentOutOfRangeException>("expected to be in range of [-2, 1], but got 2", () => zeros(2, 3).sum(2));
        Refuses<ArgumentOutOfRangeException>(
            "select(): index 7 out of range for tensor of size [5] at dimension 0", () => _ = zeros(5L)[7]);
        Refuses<ArgumentException>("boolean mask", () => zeros(2L).masked_fill(ones(2L), 1));
    }

    [Fact]
    public void Item_WrongTypeOrSize_SaysWhich()
    {
        Refuses<ArgumentException>("Number of elements in the tensor must be 1", () => zeros(2L).item<float>());
        Refuses<ArgumentException>("Double is not compatible with Float32", () => zeros(1L).item<double>());
        Refuses<InvalidOperationException>("Input dtype must be either a floating point or complex dtype. Got: Long",
            () => arange(3).mean());
    }

    [Theory]
    [InlineData(ScalarType.Int64, ScalarType.Float32, ScalarType.Float32)]
    [InlineData(ScalarType.Float32, ScalarType.Float64, ScalarType.Float64)]
    [InlineData(ScalarType.Bool, ScalarType.Int32, ScalarType.Int32)]
    [InlineData(ScalarType.Byte, ScalarType.Int8, ScalarType.Int16)]
    public void Promotion_OfTwoTensors_TakesTheWider(ScalarType a, ScalarType b, ScalarType expected)
    {
        Assert.Equal(expected, (ones([2], a) + ones([2], b)).dtype);
        Assert.Equal(a is ScalarType.Float32 or ScalarType.Byte ? a : expected, (ones([2], a) + ones([], b)).dtype);
    }

    [Fact]
    public void Types_OfFactoriesAndScalars_AreTorchSharps()
    {
        Assert.Equal((ScalarType.Int32, ScalarType.Float64, ScalarType.Int64, ScalarType.Float32),
            (tensor(1).dtype, tensor(1.0).dtype, arange(3).dtype, arange(3.0).dtype));
        Assert.Equal((ScalarType.Float32, ScalarType.Float32, ScalarType.Int64, ScalarType.Int64),
            ((arange(3) * 0.5).dtype, (arange(3) / arange(1, 4)).dtype,
                ones([2], ScalarType.Bool).sum().dtype, full([1], 3).dtype));
    }

    [Fact]
    public void Extremes_WithNaN_GiveNaNAndItsPlace()
    {
        var x = tensor([1.0, double.NaN, 3.0]);
        Assert.Equal((double.NaN, double.NaN), (x.max().item<double>(), x.min().item<double>()));
        Assert.Equal(1, x.argmax().item<long>());
        Assert.Equal([1.0, 3.0, double.NaN], x.sort().Values.data<double>().ToArray());
    }

    [Fact]
    public void Empty_Tensors_ReduceAndJoin()
    {
        Assert.Equal(0f, zeros([0, 3]).sum().item<float>());
        Assert.Equal([0f, 0, 0], zeros([0, 3]).sum(0).data<float>().ToArray());
        Assert.Equal([2L, 3], cat([zeros([0, 3]), zeros(2, 3)]).shape);
        Assert.Equal([2L, 5], zeros([2, 0]).matmul(zeros([0, 5])).shape);
        Assert.Throws<ArgumentException>(() => zeros([0]).max());
    }

    [Fact]
    public void Index_ByRangesAndMasks_IsTorchSharps()
    {
        var x = arange(5);
        Assert.Equal([1L, 2, 3], x[1..^1].data<long>().ToArray());
        Assert.Equal([3L, 4], x[x.gt(2)].data<long>().ToArray());
        x[x.gt(2)] = tensor(0L);
        Assert.Equal([0L, 1, 2, 0, 0], x.data<long>().ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(5000)]
    public void Sum_AnyLengthAndLayout_IsThePlainLoops(int n)
    {
        var values = Enumerable.Range(0, n * 3).Select(i => Math.Sin(i)).ToArray();
        var x = tensor(values, [3, n]);
        Testing.Near.Equal([.. values.Chunk(n).Select(r => r.Sum())], x.sum(1).data<double>().ToArray(), 1e-12);
        Testing.Near.Equal(
            [.. values.Chunk(n).Select(r => r.Sum())], x.t().contiguous().sum(0).data<double>().ToArray(), 1e-12);
        Testing.Near.Equal([.. values.Chunk(n).Select(r => r.Sum())], x.t().sum(0).data<double>().ToArray(), 1e-12);
    }
}
