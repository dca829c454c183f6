using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;
using Reduction = TorchSharp.torch.nn.Reduction;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>Functional layers and losses against PyTorch, outputs and gradients.</summary>
public sealed class ModuleFixtureTests
{
    private static readonly Dictionary<string, Func<FixtureCase, Tensor[], Tensor>> Operations = new()
    {
        ["nn/linear"] = (_, x) => F.linear(x[0], x[1], x[2]),
#if MANAGED_ENGINE      // as a function only PyTorch has it
        ["nn/embedding"] = (_, x) => nn.Lookup(x[0], x[1], null),
#endif
        ["nn/layer_norm"] = (_, x) => F.layer_norm(x[0], [4], x[1], x[2]),
        ["nn/normalize"] = (c, x) => F.normalize(x[0], dim: c.Int("dim")),
        ["nn/cosine_similarity"] = (c, x) => F.cosine_similarity(x[0], x[1], c.Int("dim")),
        ["nn/glu"] = (c, x) => F.glu(x[0], c.Int("dim")),
        ["nn/softmax"] = (c, x) => F.softmax(x[0], c.Int("dim")),
        ["nn/log_softmax"] = (c, x) => F.log_softmax(x[0], c.Int("dim")),
        ["nn/group_norm"] = (c, x) => F.group_norm(x[0], c.Int("groups"), x[1], x[2]),
        ["nn/batch_norm_train"] = (_, x) => F.batch_norm(x[0], null, null, x[1], x[2], true),
        ["nn/batch_norm_eval"] = (_, x) => F.batch_norm(x[0], x[1], x[2], x[3], x[4]),
        ["nn/max_pool2d"] = (c, x) => F.max_pool2d(x[0], c.Ints("kernel"), c.Ints("stride")),
        ["nn/max_pool2d_padded"] = (c, x) =>
            F.max_pool2d(x[0], c.Ints("kernel"), c.Ints("stride"), c.Ints("padding")),
        ["nn/avg_pool2d"] = (c, x) => F.avg_pool2d(x[0], c.Ints("kernel")),
        ["nn/adaptive_avg_pool2d"] = (c, x) => F.adaptive_avg_pool2d(x[0], c.Ints("output")),
        ["nn/interpolate_nearest"] = (c, x) =>
            F.interpolate(x[0], scale_factor: [c.Number("scale"), c.Number("scale")]),
        ["nn/interpolate_bilinear"] = (c, x) =>
            F.interpolate(x[0], c.Ints("size"), mode: InterpolationMode.Bilinear, align_corners: false),
        ["nn/pixel_shuffle"] = (c, x) => F.pixel_shuffle(x[0], c.Int("factor")),
        ["nn/conv1d"] = (c, x) => F.conv1d(x[0], x[1], x[2], c.Int("stride"), c.Int("padding"), c.Int("dilation")),
        ["nn/conv2d"] = (c, x) => F.conv2d(
            x[0], x[1], x[2], c.Ints("stride"), c.Ints("padding"), c.Ints("dilation"), c.Int("groups")),
        ["nn/conv_transpose1d"] = (c, x) => F.conv_transpose1d(
            x[0], x[1], stride: c.Int("stride"), padding: c.Int("padding")),
        ["nn/conv_transpose2d"] = (c, x) => F.conv_transpose2d(
            x[0], x[1], x[2], c.Ints("stride"), c.Ints("padding"), c.Ints("output_padding")),
        ["shape/one_hot"] = (_, x) => F.one_hot(x[0], 5),
        ["loss/cross_entropy"] = (c, x) => F.cross_entropy(x[0], Target(c), reduction: Of(c)),
        ["loss/cross_entropy_ignore"] = (c, x) => F.cross_entropy(x[0], Target(c)),
        ["loss/cross_entropy_weight"] = (c, x) => F.cross_entropy(x[0], Target(c), x[1]),
        ["loss/cross_entropy_smoothing"] = (c, x) => F.cross_entropy(x[0], Target(c), label_smoothing: .1),
        ["loss/nll_loss"] = (c, x) => F.nll_loss(x[0].log_softmax(1), Target(c)),
        ["loss/mse_loss"] = (c, x) => F.mse_loss(x[0], x[1], Of(c)),
        ["loss/bce"] = (c, x) => F.binary_cross_entropy(x[0].sigmoid(), Target(c).to(ScalarType.Float64)),
        ["loss/bce_with_logits"] = (c, x) => F.binary_cross_entropy_with_logits(x[0], Target(c).to(ScalarType.Float64)),
        ["loss/l1_loss"] = (_, x) => F.l1_loss(x[0], x[1]),
        ["loss/smooth_l1_loss"] = (_, x) => F.smooth_l1_loss(x[0], x[1]),
        ["loss/huber_loss"] = (c, x) => F.huber_loss(x[0], x[1], c.Number("delta")),
        ["loss/kl_div"] = (_, x) =>
            F.kl_div(x[0].log_softmax(1), x[1].softmax(1), false, Reduction.Sum) / x[0].shape[0],
        ["loss/hinge_embedding_loss"] = (_, x) => F.hinge_embedding_loss(x[0], tensor([1.0, -1, 1, -1]), 1),
        ["loss/ctc_loss"] = (c, x) => F.ctc_loss(x[0].log_softmax(2), Rows(c, "targets"),
            tensor(c.Ints("input_lengths")), tensor(c.Ints("target_lengths"))),
        ["loss/triplet_margin"] = (_, x) => F.triplet_margin_loss(x[0], x[1], x[2]),
    };

    public static TheoryData<string> Cases =>
        [.. FixtureCase.All.Where(c => Operations.ContainsKey($"{c.Group}/{c.Name}")).Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Function_OfPyTorchsInputs_GivesItsOutputsAndGradients(string id)
    {
        var given = FixtureCase.Find(id);
        given.Check(inputs => [Operations[$"{given.Group}/{given.Name}"](given, inputs)]);
    }

    [Fact]
    public void Cases_OfTheGroupsNnAndLoss_AreAtLeastAsManyAsWhenThisWasWritten()
    {
        Assert.SkipUnless(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("COURSE_FIXTURES")), "other fixtures");
        Assert.True(Cases.Count >= 52, $"expected at least 52 cases, got {Cases.Count}");
    }

    private static Tensor Rows(FixtureCase c, string name)
    {
        var rows = c.Params.GetProperty(name).EnumerateArray()
            .Select(row => row.EnumerateArray().Select(x => x.GetInt64()).ToArray()).ToArray();
        return tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length]);
    }

    private static Tensor Target(FixtureCase c) => tensor(c.Ints("target"));

    private static Reduction Of(FixtureCase c) => c.Text("reduction") switch
    {
        "mean" => Reduction.Mean,
        "sum" => Reduction.Sum,
        _ => Reduction.None,
    };
}
