using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>Modules with PyTorch's parameters: outputs, gradients and buffers.</summary>
public sealed class StateFixtureTests
{
    /// <summary>A module of a case, and how it is run.</summary>
    private static readonly Dictionary<string, Func<FixtureCase, (nn.Module, Func<Tensor[], Tensor[]>)>> Modules = new()
    {
        ["BatchNorm1d"] = _ => One(nn.BatchNorm1d(3)),
        ["BatchNorm2d"] = _ => One(nn.BatchNorm2d(3)),
    };

    public static TheoryData<string> Cases =>
        [.. FixtureCase.All.Where(c => c.Group == "module" && Modules.ContainsKey(c.Name)).Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Module_WithPyTorchsParameters_GivesItsOutputsAndGradients(string id)
    {
        var given = FixtureCase.Find(id);
        var (module, run) = Modules[given.Name](given);
        module.to(ScalarType.Float64);
        var state = given.Named("state");
        Assert.Equal(state.Keys, module.state_dict().Keys);
        using (no_grad())
        {
            foreach (var (name, parameter) in module.named_parameters()) parameter.copy_(state[name]);
        }
        given.Check(run);

        var slopes = given.Named("state_grads");
        foreach (var (name, parameter) in module.named_parameters())
        {
            if (slopes.TryGetValue(name, out var expected))
                given.AssertSame(expected, parameter.grad, $"{id} gradient of {name}");
        }
        foreach (var (name, buffer) in module.named_buffers()) given.AssertSame(state[name], buffer, $"{id} {name}");
    }

    private static (nn.Module, Func<Tensor[], Tensor[]>) One(nn.Module<Tensor, Tensor> module) =>
        (module, x => [module.call(x[0])]);
}
