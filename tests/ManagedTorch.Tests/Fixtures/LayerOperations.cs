using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>The operations of layers.json that are neither norms nor pools.</summary>
internal static class LayerOperations
{
    private static readonly Dictionary<string, Func<FixtureCase, Tensor[], Tensor>> Functions = new()
    {
        ["local_response_norm"] = (c, x) => F.local_response_norm(x[0], c.Int("size"), .3, .6, 1.5),
        ["mish"] = (_, x) => F.mish(x[0]),
        ["hardtanh"] = (_, x) => F.hardtanh(x[0], -.5, .7),
        ["relu6"] = (_, x) => F.relu6(x[0] * 5),
        ["selu"] = (_, x) => F.selu(x[0]),
        ["celu"] = (_, x) => F.celu(x[0], 1.5),
        ["hardswish"] = (_, x) => F.hardswish(x[0] * 3),
        ["hardsigmoid"] = (_, x) => F.hardsigmoid(x[0] * 3),
        ["logsigmoid"] = (_, x) => nn.LogSigmoid().call(x[0]),
        ["softmin"] = (_, x) => F.softmin(x[0], 1),
        ["softsign"] = (_, x) => F.softsign(x[0]),
        ["softshrink"] = (_, x) => F.softshrink(x[0], .3),
        ["hardshrink"] = (_, x) => F.hardshrink(x[0], .3),
        ["tanhshrink"] = (_, x) => F.tanhshrink(x[0]),
        ["threshold"] = (_, x) => F.threshold(x[0], .1, 20),
        ["rrelu"] = (_, x) => F.rrelu(x[0], .1, .3),
        ["softmax2d"] = (_, x) => F.softmax2d(x[0]),
        ["glu"] = (_, x) => nn.GLU(1).call(x[0]),
        ["channel_shuffle"] = (_, x) => nn.ChannelShuffle(2).call(x[0]),
        ["prelu"] = (_, x) => F.prelu(x[0], x[1]),
        ["bilinear"] = (_, x) => F.bilinear(x[0], x[1], x[2], x[3]),
        ["pairwise_distance"] = (c, x) =>
            F.pairwise_distance(x[0], x[1], c.Number("p"), keepdim: c.Flag("keepdim")),
    };

    public static Func<FixtureCase, Tensor[], Tensor[]>? Find(string name) =>
        Functions.GetValueOrDefault(name) is { } function ? (c, x) => [function(c, x)] : null;
}
