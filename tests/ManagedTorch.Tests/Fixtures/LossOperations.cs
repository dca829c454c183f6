using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;
using Reduction = TorchSharp.torch.nn.Reduction;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>The losses of layers.json.</summary>
internal static class LossOperations
{
    private static readonly Dictionary<string, Func<FixtureCase, Tensor[], Tensor>> Functions = new()
    {
        ["cosine_embedding_loss"] = (c, x) => F.cosine_embedding_loss(x[0], x[1], Signs, .2, Of(c)),
        ["margin_ranking_loss"] = (c, x) => F.margin_ranking_loss(x[0], x[1], Signs, .3, Of(c)),
        ["soft_margin_loss"] = (c, x) => nn.SoftMarginLoss(Of(c)).call(x[0], Signs),
        ["multi_margin_loss"] = (c, x) =>
            nn.MultiMarginLoss((int)c.Int("p"), .8, x[1], Of(c)).call(x[0], tensor([2L, 0, 1, 2])),
        ["multi_label_margin_loss"] = (c, x) => F.multi_label_margin_loss(x[0], Many, Of(c)),
        ["multilabel_soft_margin_loss"] = (c, x) =>
            nn.MultiLabelSoftMarginLoss(x[1], Of(c)).call(x[0], Many.gt(0).to(ScalarType.Float64)),
        ["triplet_margin_with_distance_loss"] = (c, x) =>
            nn.TripletMarginWithDistanceLoss(margin: .9, swap: true, reduction: Of(c)).call(x[0], x[1], x[2]),
        ["poisson_nll_loss"] = (c, x) =>
            nn.PoissonNLLLoss(c.Flag("log"), c.Flag("full"), reduction: Of(c)).call(x[0], tensor([0.0, 1, 3, 5])),
        ["gaussian_nll_loss"] = (c, x) => F.gaussian_nll_loss(x[0], x[1], x[2], true, reduction: Of(c)),
        ["ctc_loss"] = (c, x) => nn.CTCLoss(c.Int("blank"), true, Of(c)).call(
            x[0].log_softmax(2), x[1], tensor(c.Ints("steps")), tensor(c.Ints("lengths"))),
    };

    private static Tensor Signs => tensor([1.0, -1, 1, -1]);

    private static Tensor Many => tensor(new[] { 2L, 0, -1, 1, -1, 0, 0, 1, 2, -1, 0, 1 }, [4, 3]);

    public static Func<FixtureCase, Tensor[], Tensor[]>? Find(string name) =>
        Functions.GetValueOrDefault(name) is { } function ? (c, x) => [function(c, x)] : null;

    private static Reduction Of(FixtureCase c) => Enum.Parse<Reduction>(c.Text("reduction"), ignoreCase: true);
}
