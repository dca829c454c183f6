using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>Ten steps of each optimizer and eleven rates of each schedule against PyTorch.</summary>
public sealed class OptimizerFixtureTests
{
    private static readonly Dictionary<string, Func<Parameter, Optimizer>> OptimizersByName = new()
    {
        ["SGD"] = w => SGD([w], .05),
        ["SGD_momentum"] = w => SGD([w], .05, momentum: .9, weight_decay: .01),
        ["SGD_nesterov"] = w => SGD([w], .05, momentum: .9, nesterov: true),
        ["Adam"] = w => Adam([w], .1),
        ["Adam_decay"] = w => Adam([w], .1, weight_decay: .1, amsgrad: true),
        ["AdamW"] = w => AdamW([w], .1, weight_decay: .1),
        ["RMSProp"] = w => RMSProp([w], .05, momentum: .5, centered: true),
        ["Adagrad"] = w => Adagrad([w], .3),
        ["Adadelta"] = w => Adadelta([w]),
        ["Adamax"] = w => Adamax([w], .1),
        ["NAdam"] = w => NAdam([w], .1),
        ["RAdam"] = w => RAdam([w], .1),
    };

    private static readonly Dictionary<string, Func<Optimizer, lr_scheduler.LRScheduler>> SchedulesByName = new()
    {
        ["StepLR"] = o => lr_scheduler.StepLR(o, 3, .5),
        ["ExponentialLR"] = o => lr_scheduler.ExponentialLR(o, .9),
        ["CosineAnnealingLR"] = o => lr_scheduler.CosineAnnealingLR(o, 10, .01),
        ["LinearLR"] = o => lr_scheduler.LinearLR(o, .1, 1, 5),
        ["OneCycleLR"] = o => lr_scheduler.OneCycleLR(o, .5, total_steps: 12),
    };

    public static TheoryData<string> Optimizers =>
        [.. FixtureCase.All.Where(c => c.Group == "optimizer").Select(c => c.Id)];

    public static TheoryData<string> Schedules =>
        [.. FixtureCase.All.Where(c => c.Group == "scheduler").Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Step_TenTimes_FollowsPyTorchsPath(string id)
    {
        var given = FixtureCase.Find(id);
        var (a, b, start) = (given.Inputs[0], given.Inputs[1], given.Inputs[2]);
        var w = new Parameter(start);
        var optimizer = OptimizersByName[given.Name](w);
        foreach (var expected in given.Json.GetProperty("path").EnumerateArray())
        {
            optimizer.zero_grad();
            var error = a.matmul(w) - b;
            ((error * error).sum() / 2).backward();
            optimizer.step();
            double[] point = [.. expected.EnumerateArray().Select(x => x.GetDouble())];
            Testing.Near.Equal(point, FixtureCase.Doubles(w), given.Tolerance, id);
        }
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Schedule_ElevenSteps_GivesPyTorchsRates(string id)
    {
        var given = FixtureCase.Find(id);
        var optimizer = SGD([new Parameter(zeros(1))], .1);
        var schedule = SchedulesByName[given.Name](optimizer);
        var rates = new List<double>();
        foreach (var _ in given.Json.GetProperty("path").EnumerateArray())
        {
            rates.Add(optimizer.ParamGroups.First().LearningRate);
            optimizer.step();
            schedule.step();
        }
        double[] expected = [.. given.Json.GetProperty("path").EnumerateArray().Select(x => x.GetDouble())];
        Testing.Near.Equal(expected, [.. rates], given.Tolerance, id);
    }
}
