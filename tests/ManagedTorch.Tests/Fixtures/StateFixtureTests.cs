using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>Modules with PyTorch's parameters: outputs, gradients and buffers.</summary>
public sealed class StateFixtureTests
{
    public static TheoryData<string> Cases =>
        [.. FixtureCase.All.Where(c => c.Group == "module" && ModuleCases.Has(c.Name)).Select(c => c.Id)];

    public static TheoryData<string> OtherCases =>
        [.. FixtureCase.Layers.Where(c => ModuleCases.Has(c.Name)).Select(c => c.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    [MemberData(nameof(OtherCases))]
    public void Module_WithPyTorchsParameters_GivesItsOutputsAndGradients(string id)
    {
        var given = FixtureCase.Find(id);
        var (module, run) = ModuleCases.Make(given);
        module.to(ScalarType.Float64);
        var state = given.Named("state");
        Assert.Equal(state.Keys.Order(), module.state_dict().Keys.Order());
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
}
