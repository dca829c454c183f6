#pragma warning disable IDE1006 // field names are state_dict keys
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Modules;

/// <summary>Names, orders and refusals as TorchSharp was seen to have them (behaviour: registration).</summary>
public sealed class RegistrationTests
{
    [Fact]
    public void StateDict_OfFieldsOfEveryKind_HasTorchSharpsKeys() =>
        Assert.Equal(
            "par,<prop>k__BackingField.weight,<prop>k__BackingField.bias,field.weight,field.bias,ml.0.weight," +
            "ml.0.bias,ml.1.weight,ml.1.bias,md.a.weight,md.a.bias,buf", Keys(new Everything("auto")));

    [Fact]
    public void StateDict_OfADerivedModule_HasItsOwnFieldsFirst() =>
        Assert.StartsWith("par,extra.weight,extra.bias,<prop>k__", Keys(new Derived()), StringComparison.Ordinal);

    [Fact]
    public void NamedModules_OfNestedModules_GivesChildrenBeforeGrandchildren()
    {
        var module = new Everything("auto");
        Assert.Equal("<prop>k__BackingField,field,ml,md,ml.0,ml.1,md.a",
            string.Join(",", module.named_modules().Select(m => m.name)));
        Assert.Equal(["<prop>k__BackingField", "field", "ml", "md"], module.named_children().Select(m => m.name));
        Assert.Equal(["buf"], module.named_buffers().Select(b => b.name));
        Assert.Equal("auto", module.GetName());
    }

    [Fact]
    public void Sequential_WithAndWithoutNames_NamesByPlaceOrByName()
    {
        Assert.Equal("0.weight,0.bias,2.weight,2.bias", Keys(Sequential(Linear(1, 1), ReLU(), Linear(1, 1))));
        Assert.Equal("a.weight,a.bias", Keys(Sequential(("a", Linear(1, 1)))));
    }

    [Fact]
    public void ModuleList_WithoutAParent_HasNoKeys() => Assert.Equal("", Keys(ModuleList(Linear(1, 1))));

    [Fact]
    public void Register_BadOrTakenName_IsRefused()
    {
        var module = new Everything("auto");
        var dotted = Assert.Throws<ArgumentException>(() => module.register_module("a.b", Linear(1, 1)));
        Assert.Equal("module name can't contain \".\", got: a.b", dotted.Message);
        var taken = Assert.Throws<InvalidOperationException>(() => module.register_module("field", Linear(1, 1)));
        Assert.Equal("Sub-module field is already registered.", taken.Message);
        Assert.Throws<InvalidOperationException>(() => ReLU().register_module("x", Linear(1, 1)));
    }

    [Fact]
    public void To_Double_ReplacesAndDisposesTheParameters()
    {
        var module = new Everything("auto");
        var before = module.named_parameters().First(p => p.name == "par").parameter;

        Assert.Same(module, module.to(ScalarType.Float64));

        Assert.True(before.IsInvalid);
        Assert.All(module.parameters(), p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.Equal(ScalarType.Float64, module.forward(ones(1, 2, dtype: ScalarType.Float64)).dtype);
    }

    [Fact]
    public void TrainAndEval_ReachEveryPart()
    {
        var module = Sequential(Dropout(), Sequential(Dropout()));
        module.eval();
        Assert.All(module.modules(), m => Assert.False(m.training));
        module.train();
        Assert.All(module.modules(), m => Assert.True(m.training));
    }

    [Fact]
    public void Call_WithHooks_RunsThemAndForwardDoesNot()
    {
        var module = Identity();
        var before = module.register_forward_pre_hook((_, x) => x + 1);
        module.register_forward_hook((_, _, y) => y * 10);
        Assert.Equal(30f, module.call(tensor(2f)).item<float>());
        Assert.Equal(2f, module.forward(tensor(2f)).item<float>());
        before.remove();
        Assert.Equal(20f, module.call(tensor(2f)).item<float>());
    }

    private static string Keys(Module module) => string.Join(",", module.state_dict().Keys);

    private class Everything : Module<Tensor, Tensor>
    {
        private Module<Tensor, Tensor> prop { get; } = Linear(2, 2);
        private readonly Linear field = Linear(2, 2);
        private readonly ModuleList<Linear> ml = ModuleList(Linear(1, 1), Linear(1, 1));
        private readonly ModuleDict<Linear> md = ModuleDict(("a", Linear(1, 1)));
        private readonly Parameter par = new(zeros(2));
        private readonly Tensor buf = zeros(2);
        private readonly Linear[] ignored = [Linear(1, 1)];

        public Everything(string name) : base(name)
        {
            if (GetType() == typeof(Everything)) RegisterComponents();
        }

        public override Tensor forward(Tensor input) =>
            field.call(prop.call(input)) + par + buf.sum() * (ml.Count + md.Count + ignored.Length);
    }

    private sealed class Derived : Everything
    {
        private readonly Linear extra = Linear(1, 1);

        public Derived() : base("derived")
        {
            RegisterComponents();
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => extra.call(input);
    }
}
