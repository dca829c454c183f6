using Testing;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace ManagedTorch.Tests.Autograd;

public class CustomFunctionTests
{
    private sealed class Cube : SingleTensorFunction<Cube>
    {
        public override string Name => nameof(Cube);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.save_for_backward([x]);
            ctx.save_data("factor", vars[1]);
            return x.pow(3).mul((double)vars[1]);
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
        {
            var x = ctx.get_saved_variables()[0];
            return [grad_output * 3 * (double)ctx.get_data("factor") * x * x, null!];
        }
    }

    private sealed class SumAndProduct : MultiTensorFunction<SumAndProduct>
    {
        public override string Name => nameof(SumAndProduct);

        public override List<Tensor> forward(AutogradContext ctx, params object[] vars)
        {
            var (a, b) = ((Tensor)vars[0], (Tensor)vars[1]);
            ctx.save_for_backward([a, b]);
            return [a + b, a * b];
        }

        public override List<Tensor> backward(AutogradContext ctx, List<Tensor> grad_outputs)
        {
            var saved = ctx.get_saved_variables();
            return [grad_outputs[0] + (grad_outputs[1] * saved[1]), grad_outputs[0] + (grad_outputs[1] * saved[0])];
        }
    }

    private sealed class Wrong : SingleTensorFunction<Wrong>
    {
        public override string Name => nameof(Wrong);

        public override Tensor forward(AutogradContext ctx, params object[] vars) => ((Tensor)vars[0]).clone();

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output, grad_output];
    }

    private sealed class DoubleInPlace : SingleTensorFunction<DoubleInPlace>
    {
        public override string Name => nameof(DoubleInPlace);

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var x = (Tensor)vars[0];
            ctx.mark_dirty([x]);
            return x.mul_(2);
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output * 2];
    }

    [Fact]
    public void Single_HasItsAuthorsGradient_TwiceOver()
    {
        GradCheck.Check(x => Cube.apply(x[0], 2.0), x => [.. x[0].Select(v => 2 * v * v * v)], [3, 2]);
        GradCheck.Check(x =>
        {
            using var _ = enable_grad();
            var a = x[0].requires_grad ? x[0] : x[0].detach().requires_grad_();
            return grad([Cube.apply(a, 2.0).sum()], [a], create_graph: true)[0];
        }, null, [3]);
    }

    [Fact]
    public void Multi_SumsTheGradientsOfAllOutputs()
    {
        GradCheck.Check(x => cat(SumAndProduct.apply(x[0], x[1])), null, [3], [3]);
        GradCheck.Check(x => SumAndProduct.apply(x[0], x[1])[1], null, [3], [3]);
    }

    [Fact]
    public void WrongNumberOfGradients_IsRefused()
    {
        var error = Assert.Throws<InvalidOperationException>(
            () => Wrong.apply(ones([1], requires_grad: true)).sum().backward());
        Assert.Contains("function Wrong returned an incorrect number of gradients (expected 1, got 2)", error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void DirtyInput_StaysTheSameTensorAndKeepsItsHistory()
    {
        var leaf = ones([2], requires_grad: true);
        var x = leaf * 3;
        Assert.Same(x, DoubleInPlace.apply(x));
        x.sum().backward();
        Assert.Equal([6f, 6f], leaf.grad!.data<float>().ToArray());
    }

    [Fact]
    public void DetectAnomaly_NamesTheStepThatGaveNaN()
    {
        var x = zeros([1], requires_grad: true);
        void Act() => (x.sqrt() * 0).sum().backward();
        Act();
        using var _ = detect_anomaly();
        var error = Assert.Throws<InvalidOperationException>(Act);
        Assert.Contains("sqrt' returned nan values in its 0th output.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Jacobian_OfAQuadraticMap_IsItsMatrix()
    {
        var a = tensor(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } });
        var x = tensor(new double[] { 1, -1 });
        Near.Equal(a.data<double>().ToArray(), functional.jacobian((Tensor v) =>
            a.mv(v), x).data<double>().ToArray(), 0);
        var parts = functional.jacobian((Tensor[] v) => v[0] * v[1], x, x).ToArray();
        Near.Equal([1, 0, 0, -1], parts[1].data<double>().ToArray(), 0);
    }
}
