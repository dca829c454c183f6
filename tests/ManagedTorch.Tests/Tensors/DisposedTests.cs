using static TorchSharp.torch;

namespace ManagedTorch.Tests.Tensors;

public class DisposedTests
{
    public static TheoryData<string, Action<Tensor>> Uses => new()
    {
        { "add", x => _ = x + 1 },
        { "add to another", x => _ = ones(2, 2) + x },
        { "in place", x => x.add_(1) },
        { "matmul", x => x.matmul(ones(2, 2)) },
        { "as the right factor", x => ones(2, 2).matmul(x) },
        { "sum", x => x.sum() },
        { "sum of a dimension", x => x.sum(0) },
        { "softmax", x => x.softmax(1) },
        { "view", x => x.view(4) },
        { "transpose", x => x.t() },
        { "index", x => _ = x[0] },
        { "cat", x => cat([ones(2, 2), x]) },
        { "clone", x => x.clone() },
        { "detach", x => x.detach() },
        { "data", x => x.data<float>() },
        { "shape", x => _ = x.shape },
        { "linear", x => nn.functional.linear(ones(1, 2), x) },
        { "text", x => x.ToString(true) },
        { "to", x => x.to(ScalarType.Float64) },
        { "where", x => where(ones(2, 2) > 0, x, ones(2, 2)) },
        { "backward", x => x.backward() },
    };

    [Theory]
    [MemberData(nameof(Uses), DisableDiscoveryEnumeration = true)]
    public void Use_OfADisposedTensor_IsRefused(string name, Action<Tensor> use)
    {
        var x = ones(2, 2);
        x.Dispose();
        var error = Assert.Throws<InvalidOperationException>(() => use(x));
        Assert.True(error.Message == "Tensor invalid -- empty handle.", $"{name}: {error.Message}");
    }
}
