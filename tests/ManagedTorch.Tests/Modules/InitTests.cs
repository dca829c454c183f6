using Testing;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Modules;

/// <summary>First values after <c>manual_seed(5)</c>, number for number those of PyTorch 1.13.</summary>
public sealed class InitTests
{
    [Fact]
    public void TruncNormal_AfterASeed_IsPyTorchs() => Draws(() => init.trunc_normal_(empty(2, 3), .5, 2, -1, 2),
        1.438551, -0.574324, 1.682253, 1.407072, 1.723749, -0.604418);

    [Fact]
    public void Orthogonal_WideAndTall_IsPyTorchs()
    {
        Draws(() => init.orthogonal_(empty(2, 3), 2), -1.018876, -1.263853, -1.168146, -0.02593, -1.346081, 1.478984);
        Draws(() => init.orthogonal_(empty(3, 2)), -0.635136, -0.480314, -0.728186, 0.111185, -0.257581, 0.870021);
    }

    [Fact]
    public void Orthogonal_OfManyRows_HasRowsOfLengthOneThatShareNoDirection()
    {
        var q = init.orthogonal_(empty(40, 7, 9, dtype: ScalarType.Float64)).view(40, -1);
        Near.Equal(Doubles(eye(40, dtype: ScalarType.Float64)), Doubles(q.matmul(q.t())), 1e-13);
    }

    [Fact]
    public void Sparse_AfterASeed_IsPyTorchs() => Draws(() => init.sparse_(empty(4, 2), .5),
        -0.0048678, 0, 0, 0, -0.0019742, 0.0194278, 0, -0.0076256);

    [Fact]
    public void EyeAndDirac_OfAWeight_KeepTheInput()
    {
        Assert.Equal([1.0, 0, 0, 0, 1, 0], Doubles(init.eye_(empty(2, 3))));
        Assert.Equal([0.0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0], Doubles(init.dirac_(empty(2, 2, 3))));
        Assert.Equal((18, 36), init.CalculateFanInAndFanOut(empty(4, 2, 3, 3)));
    }

    [Fact]
    public void PRelu_AtFirst_HasASlopeOfAQuarter() =>
        Assert.Equal([0.25, 0.25, 0.25], Doubles(PReLU(3).weight));

    [Fact]
    public void Modules_AfterASeed_ArePyTorchs()
    {
        manual_seed(5);
        var attention = MultiheadAttention(4, 2, add_bias_kv: true);
        First(attention, "in_proj_weight", 0, 0.207919);
        First(attention, "out_proj.weight", 0, 0.330252);
        First(attention, "bias_v", 1, 0.607674);
        manual_seed(5);
        var transformer = Transformer(4, 2, 2, 2, 8);
        First(transformer, "encoder.layers.1.linear1.weight", 0, -0.395381);
        First(transformer, "decoder.layers.1.multihead_attn.out_proj.weight", 15, -0.018278);
        First(transformer, "encoder.layers.0.linear1.bias", 0, -0.161353);
        First(transformer, "encoder.layers.1.linear1.bias", 0, -0.161353);
        Draws(() => Bilinear(3, 2, 2).bias!, -0.493736, 0.183989);
    }

    [Fact]
    public void Dropouts_AfterASeed_DropWhatPyTorchDrops()
    {
        Draws(() => Dropout2d(.4).call(ones(2, 3, 2, 2))[TensorIndex.Colon, TensorIndex.Colon, 0, 1],
            0, 1.666667, 1.666667, 1.666667, 1.666667, 0);
        Draws(() => AlphaDropout(.4).call(ones(6)), -0.91064, 1.47038, 1.47038, 1.47038, 1.47038, -0.91064);
        Draws(() => FeatureAlphaDropout(.4).call(ones(2, 2, 3))[TensorIndex.Colon, TensorIndex.Colon, 1],
            -0.91064, 1.47038, 1.47038, 1.47038);
        Draws(() => RReLU().call(tensor([-1f, 2, -2, 3, -1, -1])),
            -0.258753, 2, -0.358232, 3, -0.200172, -0.190653);
    }

    [Fact]
    public void Inits_WrongDimensions_AreRefused()
    {
        Refuses("Only tensors with 2 dimensions are supported", () => init.eye_(empty(2)));
        Refuses("Only tensors with 2 or more dimensions are supported", () => init.orthogonal_(empty(2)));
        Refuses("Only tensors with 3, 4, or 5 dimensions are supported", () => init.dirac_(empty(2, 2)));
    }

    private static void Draws(Func<Tensor> draw, params double[] expected)
    {
        manual_seed(5);
        Near.Equal(expected, Doubles(draw().contiguous()), 2e-5);
    }

    private static void First(Module module, string name, int at, double expected) =>
        Near.Equal([expected], [Doubles(module.state_dict()[name])[at]], 1e-6, name);

    private static double[] Doubles(Tensor x) => x.detach().to(ScalarType.Float64).data<double>().ToArray();

    private static void Refuses(string message, Action action) => Assert.Contains(
        message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
