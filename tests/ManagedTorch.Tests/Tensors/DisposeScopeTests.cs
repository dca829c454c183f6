using static TorchSharp.torch;

namespace ManagedTorch.Tests.Tensors;

public class DisposeScopeTests
{
    [Fact]
    public void Scope_AtItsEnd_DisposesWhatWasMadeInside()
    {
        Tensor inside, moved, detached;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                inside = ones([2]);
                moved = (inside + 1).MoveToOuterDisposeScope();
                detached = (inside + 2).DetachFromDisposeScope();
            }

            var error = Assert.Throws<InvalidOperationException>(() => inside + 1);
            Assert.Equal("Tensor invalid -- empty handle.", error.Message);
            Assert.True(outer.Contains(moved));
            Assert.Equal([2f, 2f], moved.data<float>().ToArray());
        }

        Assert.True(moved.IsInvalid);
        Assert.Equal([3f, 3f], detached.data<float>().ToArray());
    }

    [Fact]
    public void Backward_AfterTheScope_StillHasWhatTheGraphSaved()
    {
        var x = tensor([1.0, 2.0], requires_grad: true);
        Tensor loss;
        using (NewDisposeScope()) loss = (x.exp() * x.sin()).sum().MoveToOuterDisposeScope();
        using (NewDisposeScope()) loss.backward();
        var expected = new[] { 1.0, 2.0 }.Select(v => Math.Exp(v) * (Math.Sin(v) + Math.Cos(v))).ToArray();
        Testing.Near.Equal(expected, x.grad!.data<double>().ToArray(), 1e-12);
    }

    [Fact]
    public void Scope_OfAnotherThread_IsItsOwn()
    {
        using var scope = NewDisposeScope();
        Tensor? made = null;
        var thread = new Thread(() => made = ones([1]));
        thread.Start();
        thread.Join();
        Assert.False(scope.Contains(made!));
    }

    [Fact]
    public void Dispose_OfAView_LeavesTheOthersTheirElements()
    {
        var x = zeros([4096]);
        x.view(64, 64).Dispose();
        Assert.Equal(0f, x.sum().item<float>());
        var y = x.view(64, 64);
        x.Dispose();
        _ = full([4096], 7f);
        Assert.Equal(0f, y.sum().item<float>());
    }
}
