using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Modules;

public sealed class ParameterListTests
{
    [Fact]
    public void StateDict_OfAModuleWithListAndDict_HasTheirPlacesAndNames()
    {
        var module = new Holder();
        Assert.Equal(["weights.0", "weights.1", "named.up", "named.down"], module.state_dict().Keys);
        Assert.Equal(4, module.parameters().Count());
        module.to(ScalarType.Float64);
        Assert.All(module.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(2, module.weights[1].shape[0]);
        Assert.True(module.named.has_parameter("up"));
        Assert.Null(module.named.get_parameter("left"));
    }

    private sealed class Holder : Module<Tensor, Tensor>
    {
        public readonly ParameterList weights;
        public readonly ParameterDict named;

        public Holder() : base(nameof(Holder))
        {
            weights = ParameterList(Parameter(zeros(1)), Parameter(zeros(2)));
            named = ParameterDict(("up", Parameter(zeros(3))), ("down", Parameter(zeros(4))));
            RegisterComponents();
        }

        public override Tensor forward(Tensor x) => x * weights[0];
    }
}
