using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace ManagedTorch.Tests.Optimizers;

/// <summary>Schedules against their closed forms; those in torch.json are checked with the other fixtures.</summary>
public sealed class SchedulerTests
{
    [Fact]
    public void LambdaLR_Rate_IsTheFirstTimesTheFunctionOfTheStep() =>
        AssertRates(t => 0.2 / (1 + t * t), optimizer => lr_scheduler.LambdaLR(optimizer, t => 1.0 / (1 + t * t)));

    [Fact]
    public void MultiStepLR_Rate_FallsAtEachMilestone() =>
        AssertRates(t => t < 2 ? 0.2 : t < 5 ? 0.2 * 0.3 : 0.2 * 0.3 * 0.3 * 0.3,
            optimizer => lr_scheduler.MultiStepLR(optimizer, [2, 5, 5], 0.3));     // one milestone counts twice

    [Fact]
    public void ConstantLR_Rate_IsAShareUntilItIsTheWhole() =>
        AssertRates(t => t < 3 ? 0.2 * 0.25 : 0.2, optimizer => lr_scheduler.ConstantLR(optimizer, 0.25, 3));

    private static void AssertRates(Func<int, double> expected, Func<Optimizer, lr_scheduler.LRScheduler> schedule)
    {
        var optimizer = SGD([new Parameter(zeros(1))], 0.2);
        var scheduler = schedule(optimizer);
        for (var t = 0; t < 8; t++)
        {
            Assert.Equal(expected(t), scheduler.get_last_lr().Single(), 1e-15);
            Assert.Equal(expected(t), optimizer.ParamGroups.Single().LearningRate, 1e-15);
            scheduler.step();
        }
    }
}
