using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace ManagedTorch.Tests.Optimizers;

/// <summary>Schedules that build on others, on a value, or on cycles. The numbers are PyTorch 1.13's.</summary>
public sealed class ComposedSchedulerTests
{
    private static readonly double[] Losses = [1, 0.9, 0.9, 0.9, 0.9, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8, 0.8];

    public static TheoryData<string, double[]> Schedules => new()
    {
        { "multiplicative", [0.2, 0.12, 0.084, 0.0672, 0.06048, 0.06048, 0.066528, 0.0798336, 0.10378368] },
        { "sequential", [0.02, 0.02, 0.2, 0.2, 0.18, 0.162, 0.1458, 0.13122, 0.118098] },
        { "chained", [0.02, 0.018, 0.162, 0.1458, 0.13122, 0.118098, 0.1062882, 0.09565938, 0.086093442] },
        { "side by side", [0.1, 0.125, 0.15, 0.0875, 0.1, 0.1, 0.05, 0.05, 0.05] },
    };

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Schedules_BuiltOnOthers_GiveTheRatesOfPyTorch(string kind, double[] expected)
    {
        var optimizer = Optimizer();
        LRScheduler[] schedulers = kind switch
        {
            "multiplicative" => [MultiplicativeLR(optimizer, t => 0.5 + (0.1 * t))],
            "sequential" =>
                [SequentialLR(optimizer, [ConstantLR(optimizer, 0.1, 2), ExponentialLR(optimizer, 0.9)], [3])],
            "chained" => [ChainedLR([ConstantLR(optimizer, 0.1, 2), ExponentialLR(optimizer, 0.9)])],
            _ => [LinearLR(optimizer, 0.5, 1, 4), StepLR(optimizer, 3, 0.5)],
        };
        foreach (var rate in expected)
        {
            Assert.Equal(rate, optimizer.ParamGroups.Single().LearningRate, 1e-12);
            foreach (var scheduler in schedulers) scheduler.step();
        }
    }

    [Theory]
    [InlineData(impl.CyclicLR.Mode.Triangular, 0.1, 0.055, 0.1, 0.8)]
    [InlineData(impl.CyclicLR.Mode.Triangular2, 0.1, 0.0325, 0.055, 0.85)]
    [InlineData(impl.CyclicLR.Mode.ExpRange, 0.0829, 0.033914845, 0.053046721, 0.85217031)]
    public void CyclicLR_Modes_GiveTheRatesAndMomentaOfPyTorch(
        impl.CyclicLR.Mode mode, double second, double sixth, double seventh, double momentum)
    {
        var optimizer = Optimizer(momentum: 0.9);
        var scheduler = CyclicLR(optimizer, 0.01, 0.1, 2, 3, mode, 0.9);
        var rates = new List<double>();
        for (var t = 0; t < 8; t++)
        {
            rates.Add(scheduler.get_last_lr().Single());
            if (t == 7) Assert.Equal(momentum, ((IMomentum)optimizer.ParamGroups.Single()).Momentum, 1e-12);
            scheduler.step();
        }
        Assert.Equal([0.01, second, 0.01, sixth, seventh], [rates[0], rates[2], rates[5], rates[6], rates[7]],
            (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void ReduceLROnPlateau_OfLosses_FallsWhenTheyStandStill() => AssertPlateau(
        [0.2, 0.2, 0.2, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.025, 0.025, 0.025], Losses,
        optimizer => ReduceLROnPlateau(optimizer, patience: 1, factor: 0.5, cooldown: 1));

    [Fact]
    public void ReduceLROnPlateau_OfScores_FallsToTheLeastRate() => AssertPlateau(
        [0.2, 0.2, 0.2, 0.2, 0.02, 0.02, 0.02, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01], [.. Losses.Select(x => -x)],
        optimizer => ReduceLROnPlateau(
            optimizer, "max", patience: 2, threshold: 0.05, threshold_mode: "abs", min_lr: [0.01]));

    [Fact]
    public void Schedules_ThatCannotBe_SayWhy()
    {
        var (optimizer, other) = (Optimizer(), Optimizer());
        string Of(Action action) => Assert.ThrowsAny<Exception>(action).Message;
        Assert.Contains("got number of schedulers 1 and the number of milestones to be equal to 1",
            Of(() => SequentialLR(optimizer, [StepLR(optimizer, 1)], [2])), StringComparison.Ordinal);
        Assert.Contains("belong to the same optimizer",
            Of(() => ChainedLR([StepLR(optimizer, 1), StepLR(other, 1)])), StringComparison.Ordinal);
        Assert.Contains("mode least is unknown!",
            Of(() => ReduceLROnPlateau(optimizer, "least")), StringComparison.Ordinal);
        Assert.Contains("expected step(value)", Of(ReduceLROnPlateau(optimizer).step), StringComparison.Ordinal);
        Assert.Contains("Expected 1 values for max_lr, but got 2",
            Of(() => CyclicLR(optimizer, [0.1], [1.0, 2.0])), StringComparison.Ordinal);
        Assert.Contains("must support momentum",
            Of(() => CyclicLR(Adagrad([new Parameter(zeros(1))]), 0.1, 1)), StringComparison.Ordinal);
    }

    private static SGD Optimizer(double momentum = 0) => SGD([new Parameter(zeros(1))], 0.2, momentum);

    private static void AssertPlateau(double[] rates, double[] values, Func<Optimizer, LRScheduler> schedule)
    {
        var optimizer = Optimizer();
        var scheduler = schedule(optimizer);
        foreach (var (rate, value) in rates.Zip(values))
        {
            scheduler.step(value);
            Assert.Equal(rate, optimizer.ParamGroups.Single().LearningRate, 1e-12);
        }
    }
}
