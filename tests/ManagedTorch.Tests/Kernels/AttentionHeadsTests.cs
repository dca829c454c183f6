using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Kernels;

/// <summary>The fused attention against the products and the softmax that it fuses.</summary>
public class AttentionHeadsTests
{
    [Theory]
    [InlineData(7, 7, "causal")]
    [InlineData(100, 100, "causal")]        // several blocks, the last one short
    [InlineData(60, 130, "causal")]         // keys that no query sees
    [InlineData(130, 60, "causal")]         // queries that see all keys
    [InlineData(5, 9, "none")]
    [InlineData(5, 9, "bool")]
    [InlineData(64, 64, "bool")]
    [InlineData(5, 9, "float")]
    [InlineData(33, 17, "head")]            // a mask of each head, broadcast over the batch
    public void Attention_ValuesAndGradients_AreThoseOfTheComposition(long queries, long keys, string kind)
    {
        manual_seed(11);
        var (q, k, v) = (Heads(queries, 6), Heads(keys, 6), Heads(keys, 5));
        var (mask, causal) = (Mask(kind, queries, keys), kind == "causal");
        var slope = randn(2, 3, queries, 5, dtype: ScalarType.Float64);

        var fused = functional.scaled_dot_product_attention(q, k, v, mask, is_casual: causal);
        var fusedGradients = autograd.grad([fused], [q, k, v], [slope]);
        var plain = Composition(q, k, v, causal ? ones(queries, keys, dtype: ScalarType.Bool).tril() : mask);
        var gradients = autograd.grad([plain], [q, k, v], [slope]);

        AssertClose(plain, fused);
        for (var i = 0; i < 3; i++) AssertClose(gradients[i], fusedGradients[i]);
    }

    [Fact]
    public void Attention_ViewsOfOneProduct_GiveItTheirGradient()
    {
        manual_seed(12);
        const int B = 2, T = 50, H = 3, D = 4;
        var x = randn(B, T, 3 * H * D, dtype: ScalarType.Float64, requires_grad: true);
        Tensor[] parts = [.. x.chunk(3, -1).Select(part => part.view(B, T, H, D).transpose(1, 2))];
        var slope = randn(B, T, H * D, dtype: ScalarType.Float64);

        var fused = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], is_casual: true);
        var plain = Composition(parts[0], parts[1], parts[2], ones(T, T, dtype: ScalarType.Bool).tril());
        var actual = fused.transpose(1, 2).reshape(B, T, H * D);
        var expected = plain.transpose(1, 2).reshape(B, T, H * D);

        AssertClose(expected, actual);
        AssertClose(
            autograd.grad([expected], [x], [slope], retain_graph: true)[0], autograd.grad([actual], [x], [slope])[0]);
    }

    [Fact]
    public void Attention_GradientOfTheGradient_IsThatOfTheComposition()
    {
        manual_seed(13);
        var (q, k, v) = (Heads(4, 3), Heads(4, 3), Heads(4, 3));
        Tensor Twice(Tensor y)
        {
            var once = autograd.grad([y.square().sum()], [q], create_graph: true)[0];
            return autograd.grad([once.square().sum()], [k])[0];
        }

        var fused = Twice(functional.scaled_dot_product_attention(q, k, v, is_casual: true));

        AssertClose(Twice(Composition(q, k, v, ones(4, 4, dtype: ScalarType.Bool).tril())), fused);
    }

    [Fact]
    public void Attention_OfALongSequence_StoresNoSquareOfIt()
    {
        const long T = 6000;
        var x = randn(1, 1, T, 8, requires_grad: true);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        functional.scaled_dot_product_attention(x, x, x, is_casual: true).sum().backward();

        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        Assert.True(allocated < T * T * sizeof(float) / 2, $"{allocated} bytes; T x T floats are {T * T * 4}");
    }

    private static Tensor Composition(Tensor q, Tensor k, Tensor v, Tensor? mask)
    {
        var scores = q.matmul(k.mT) / Math.Sqrt(q.shape[^1]);
        if (mask is not null)
            scores = mask.dtype == ScalarType.Bool
                ? scores.masked_fill(mask.logical_not(), double.NegativeInfinity) : scores + mask;
        return scores.softmax(-1).matmul(v);
    }

    private static Tensor? Mask(string kind, long queries, long keys) => kind switch
    {
        "bool" => randn(queries, keys).gt(0).logical_or(eye(queries, keys, dtype: ScalarType.Float32).gt(0))
            .logical_or(arange(keys).eq(0)),
        "float" => randn(queries, keys, dtype: ScalarType.Float64),
        "head" => randn(3, queries, keys, dtype: ScalarType.Float64),
        _ => null,
    };

    private static Tensor Heads(long rows, long depth) =>
        randn(2, 3, rows, depth, dtype: ScalarType.Float64, requires_grad: true);

    private static void AssertClose(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().item<double>(), 0, 1e-12);
    }
}
