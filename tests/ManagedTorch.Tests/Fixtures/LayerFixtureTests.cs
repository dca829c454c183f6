using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>Every option of normalisation, pooling and resampling against PyTorch, outputs and gradients.</summary>
public sealed class LayerFixtureTests
{
    private static readonly Dictionary<string, Func<FixtureCase, Tensor[], Tensor[]>> Operations = new()
    {
        ["batch_norm"] = (c, x) => Running(x[0], (mean, var) => F.batch_norm(x[0], mean, var, Or(x, 1), Or(x, 2),
            c.Flag("training"), c.Number("momentum"), c.Number("eps"))),
        ["group_norm"] = (c, x) => [F.group_norm(x[0], c.Int("groups"), Or(x, 1), Or(x, 2), c.Number("eps"))],
        ["instance_norm"] = (c, x) => Running(x[0], (mean, var) => F.instance_norm(x[0], mean, var, Or(x, 1), Or(x, 2),
            c.Flag("stats"), c.Number("momentum"))),
        ["max_pool"] = MaxPool,
        ["avg_pool"] = (c, x) => [AvgPool(c, x[0])],
        ["adaptive_avg_pool"] = (c, x) => [c.Ints("size") switch
        {
            [var n] => F.adaptive_avg_pool1d(x[0], n),
            [_, _] size => F.adaptive_avg_pool2d(x[0], size),
            var size => F.adaptive_avg_pool3d(x[0], size),
        }],
        ["adaptive_max_pool"] = (c, x) => Pair(c.Ints("size") switch
        {
            [var n] => F.adaptive_max_pool1d_with_indices(x[0], n),
            [_, _] size => F.adaptive_max_pool2d_with_indices(x[0], size),
            var size => F.adaptive_max_pool3d_with_indices(x[0], size),
        }),
        ["max_unpool"] = (c, x) => [c.Ints("kernel") switch
        {
            [var n] => F.max_unpool1d(x[0], x[1], n),
            [_, _] size => F.max_unpool2d(x[0], x[1], size),
            var size => F.max_unpool3d(x[0], x[1], size),
        }],
        ["lp_pool"] = (c, x) => [c.Ints("kernel") is [var n]
            ? F.lp_pool1d(x[0], c.Number("norm"), n, c.Ints("stride")[0], true)
            : F.lp_pool2d(x[0], c.Number("norm"), c.Ints("kernel"))],
        ["interpolate"] = (c, x) => [F.interpolate(x[0], None(c.Ints("size")), None(c.Numbers("scale")),
            Enum.Parse<InterpolationMode>(c.Text("mode"), ignoreCase: true), c.FlagOrNull("corners"),
            c.Flag("recompute"))],
        ["pixel_unshuffle"] = (c, x) => [F.pixel_unshuffle(x[0], c.Int("factor"))],
    };

    public static TheoryData<string> Cases =>
        [.. FixtureCase.Layers.Where(c => Find(c.Name) is not null).Select(c => c.Id)];

    [Fact]
    public void Cases_OfTheFile_AllHaveAnOperation() =>
        Assert.Empty(FixtureCase.Layers.Where(c => Find(c.Name) is null && !ModuleCases.Has(c.Name)).Select(c => c.Id));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Layer_OfPyTorchsInputs_GivesItsOutputsAndGradients(string id)
    {
        var given = FixtureCase.Find(id);
        given.Check(inputs => Find(given.Name)!(given, inputs));
    }

    private static Func<FixtureCase, Tensor[], Tensor[]>? Find(string name) =>
        Operations.GetValueOrDefault(name) ?? LayerOperations.Find(name) ?? LossOperations.Find(name);

    private static Tensor[] MaxPool(FixtureCase c, Tensor[] x)
    {
        var (k, s, p, d) = (c.Ints("kernel"), c.Ints("stride"), c.Ints("padding"), c.Ints("dilation"));
        return Pair(k.Length switch
        {
            1 => F.max_pool1d_with_indices(x[0], k[0], s[0], p[0], d[0], c.Flag("ceil")),
            2 => F.max_pool2d_with_indices(x[0], k, s, p, d, c.Flag("ceil")),
            _ => F.max_pool3d_with_indices(x[0], k, s, p, d, c.Flag("ceil")),
        });
    }

    private static Tensor AvgPool(FixtureCase c, Tensor x)
    {
        var (k, s, p) = (c.Ints("kernel"), c.Ints("stride"), c.Ints("padding"));
        long? divisor = c.Int("divisor") == 0 ? null : c.Int("divisor");
        return k.Length switch
        {
            1 => F.avg_pool1d(x, k[0], s[0], p[0], c.Flag("ceil"), c.Flag("count")),
            2 => F.avg_pool2d(x, k, s, p, c.Flag("ceil"), c.Flag("count"), divisor),
            _ => F.avg_pool3d(x, k, s, p, c.Flag("ceil"), c.Flag("count"), divisor),
        };
    }

    // Running values 0, 1/4, ... and 1/2, 1, ..., which are outputs too.
    private static Tensor[] Running(Tensor x, Func<Tensor, Tensor, Tensor> norm)
    {
        var mean = arange(x.shape[1]).to(ScalarType.Float64) / 4;
        var var = arange(x.shape[1]).to(ScalarType.Float64) / 2 + 0.5;
        return [norm(mean, var), mean, var];
    }

    private static Tensor? Or(Tensor[] x, int i) => i < x.Length ? x[i] : null;

    private static T[]? None<T>(T[] list) => list.Length == 0 ? null : list;

    private static Tensor[] Pair((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];
}
