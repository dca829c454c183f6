using TorchSharp.Modules;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Optimizers;

public sealed class OptimizerStateTests
{
    [Fact]
    public void SavedState_TakenUpByAnotherOptimizer_GoesOnAsIfNeverStopped()
    {
        using var file = new MemoryStream();
        var through = new Parameter(ones(37));
        var one = optim.Adam([through]);
        for (var i = 0; i < 5; i++) Step(one, through, i);
        var resumed = new Parameter(through.detach().clone());
        one.save_state_dict(new BinaryWriter(file));
        file.Position = 0;
        var two = optim.Adam([resumed]);
        two.load_state_dict(new BinaryReader(file));
        for (var i = 5; i < 10; i++)
        {
            Step(one, through, i);
            Step(two, resumed, i);
        }
        Assert.Equal(through.detach().data<float>().ToArray(), resumed.detach().data<float>().ToArray());
    }

    [Fact]
    public void LoadStateDict_OfAnotherOptimizer_IsRefused()
    {
        using var file = new MemoryStream();
        optim.SGD([new Parameter(ones(2))], .1).save_state_dict(new BinaryWriter(file));
        file.Position = 0;
        var error = Assert.Throws<InvalidDataException>(
            () => optim.Adam([new Parameter(ones(2))]).load_state_dict(new BinaryReader(file)));
        Assert.Contains(
            "expected the state of Adam for 1 parameters, got SGD", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_WithRatesOfTheirOwn_UseThem()
    {
        var (a, b) = (new Parameter(zeros(1)), new Parameter(zeros(1)));
        var optimizer = optim.SGD([new SGD.ParamGroup([a], .5), new SGD.ParamGroup { Parameters = [b] }], .1);
        foreach (var p in new[] { a, b }) p.grad = ones(1);
        optimizer.step();
        Assert.Equal((-.5f, -.1f), (a.detach().item<float>(), b.detach().item<float>()));
        optimizer.ParamGroups.Last().LearningRate = 1;
        optimizer.step();
        Assert.Equal(-1.1f, b.detach().item<float>(), 1e-6f);
        Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new SGD.ParamGroup([a], .5)));
    }

    [Fact]
    public void ZeroGrad_AfterAStep_ZeroesAndDoesNotClear()
    {
        var p = new Parameter(zeros(1)) { grad = ones(1) };
        optim.SGD([p], .1).zero_grad();
        Assert.Equal(0f, p.grad!.item<float>());
    }

    [Fact]
    public void Step_InADisposeScope_KeepsItsState()
    {
        var p = new Parameter(ones(20));
        var optimizer = optim.Adam([p]);
        for (var i = 0; i < 3; i++)
        {
            using var scope = NewDisposeScope();
            Step(optimizer, p, i);
        }
        Assert.False(p.IsInvalid);
    }

    private static void Step(optim.Optimizer optimizer, Parameter p, int i)
    {
        optimizer.zero_grad();
        (p * p * (i + 1)).sum().backward();
        optimizer.step();
    }
}
