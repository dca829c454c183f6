using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Modules;

public sealed class AttentionTests
{
    // libtorch 1.13 takes a softmax of -∞ alone, which is NaN; later versions say 0.
    [Theory]
    [InlineData(true, 0.0)]
    [InlineData(false, 0.0)]
    [InlineData(true, 1e-12)]           // with dropout, which is not fused
    public void Attention_QueryThatSeesNoKey_IsNaN_AndTheOthersAreAsEver(bool boolean, double p)
    {
        Tensor q = Numbers(2, 3, 4), k = Numbers(2, 5, 4).neg(), v = Numbers(2, 5, 2).cos();
        var seen = ones(3, 5, dtype: ScalarType.Bool);
        seen[1] = tensor(false);
        var mask = boolean ? seen : zeros(3, 5, dtype: ScalarType.Float64)
            .masked_fill(seen.logical_not(), double.NegativeInfinity);

        var y = scaled_dot_product_attention(q, k, v, mask, p);
        var open = scaled_dot_product_attention(q, k, v);

        Assert.True(y[.., 1].isnan().all().item<bool>());
        foreach (var row in (long[])[0, 2])
            Assert.True(y[.., row].allclose(open[.., row], 1e-12, 1e-12), $"row {row}");
    }

    private static Tensor Numbers(params long[] shape) =>
        arange(shape.Aggregate(1L, (a, b) => a * b), ScalarType.Float64).sin().view(shape);
}
