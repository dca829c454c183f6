using static TorchSharp.torch;

namespace ManagedTorch.Tests.Autograd;

public class RefusalTests
{
    private static void Refuses<T>(string text, Action action) where T : Exception =>
        Assert.Contains(text, Assert.Throws<T>(action).Message, StringComparison.Ordinal);

    [Fact]
    public void Backward_OfSeveralNumbers_IsRefused() => Refuses<InvalidOperationException>(
        "grad can be implicitly created only for scalar outputs",
        () => (ones([2], requires_grad: true) * 2).backward());

    [Fact]
    public void Backward_WithoutGraph_IsRefused() => Refuses<InvalidOperationException>(
        "element 0 of tensors does not require grad and does not have a grad_fn", () => ones([1]).sum().backward());

    [Fact]
    public void Backward_Twice_IsRefusedUnlessRetained()
    {
        var x = ones([2], requires_grad: true);
        var y = x.exp().sum();
        y.backward(retain_graph: true);
        y.backward();
        Refuses<InvalidOperationException>("Trying to backward through the graph a second time", y.backward);
    }

    [Fact]
    public void InPlace_OnALeaf_IsRefusedButNotWithoutGradients()
    {
        var x = ones([2], requires_grad: true);
        Refuses<InvalidOperationException>("a leaf Variable that requires grad is being used in an in-place operation.",
            () => x.add_(1));
        using (no_grad()) x.add_(1);
        Assert.Equal([2f, 2f], x.data<float>().ToArray());
    }

    [Fact]
    public void InPlace_OnWhatAGradientNeeds_IsRefused()
    {
        var x = ones([2], requires_grad: true);
        var y = x.exp();
        var loss = y.sum();
        using (no_grad()) y.zero_();
        Refuses<InvalidOperationException>("has been modified by an inplace operation", loss.backward);
    }

    [Theory]
    [InlineData("select")]
    [InlineData("a view of a view")]
    public void InPlace_OnAViewOfALeaf_IsRefusedButNotWithoutGradients(string kind)
    {
        var x = ones([2, 2], requires_grad: true);
        Tensor View() => kind == "select" ? x[0] : x.view(-1).narrow(0, 0, 2);
        Action[] writes = [() => View().add_(1), () => View().zero_(), () => View().copy_(x.detach()[1])];
        foreach (var write in writes)
            Refuses<InvalidOperationException>(
                "a view of a leaf Variable that requires grad is being used in an in-place operation.", write);
        Assert.Equal([1f, 1, 1, 1], x.data<float>().ToArray());

        using (no_grad()) View().add_(1);
        Assert.Equal(6, x.sum().item<float>());
    }

    [Fact]
    public void InPlace_OnAViewMadeWithoutGradients_IsRefusedBeforeItIsWritten()
    {
        var x = ones([2, 2]);
        Tensor view;
        using (no_grad()) view = x[0];
        Refuses<InvalidOperationException>("A view was created in no_grad mode and is being modified inplace",
            () => view.mul_(full([2], 3f, requires_grad: true)));
        Refuses<InvalidOperationException>("more than one element of the written-to tensor refers to a single memory",
            () => ones([1, 2]).expand(3, 2).add_(1));
        Assert.Equal([1f, 1, 1, 1], x.data<float>().ToArray());
    }

    [Fact]
    public void RequiresGrad_OfIntegers_IsRefused() => Refuses<InvalidOperationException>(
        "only Tensors of floating point", () => tensor([1, 2]).requires_grad_());

    [Fact]
    public void Grad_OfAnUnusedInput_IsRefusedUnlessAllowed()
    {
        var (x, z) = (ones([1], requires_grad: true), ones([1], requires_grad: true));
        Refuses<InvalidOperationException>("appears to not have been used in the graph",
            () => autograd.grad([x * 2], [z]));
        Assert.Null(autograd.grad([x * 2], [z], allow_unused: true)[0]);
    }
}
