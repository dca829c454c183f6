using Testing;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Autograd;

/// <summary>Writes in place through views: the base, the view and every other view follow.</summary>
public class WrittenViewTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Writes = new()
    {
        ["add to a row"] = (x, w) => Changed(x, y => y[0].add_(w)),
        ["multiply a column"] = (x, w) => Changed(x, y => y.select(1, 2).mul_(w[..3])),
        ["copy into a slice"] = (x, w) => Changed(x, y => y[1][1..].copy_(w[1..])),
        ["assign"] = (x, w) => Changed(x, y => y[0] = w * w),
        ["assign to a view of a view"] = (x, w) => Changed(x, y => y[..2][1] = w),
        ["fill"] = (x, w) => Changed(x, y => y[2].fill_(3)) * w,
        ["exp of a transpose"] = (x, w) => Changed(x, y => y.t()[1].exp_()) * w,
        ["through a reshape"] = (x, w) => Changed(x, y => y.view(-1)[5..9].mul_(w)),
        ["twice"] = (x, w) => Changed(x, y =>
        {
            y[0].mul_(w);
            y.t()[0].mul_(y.t()[1].clone());
        }),
        ["read the old view"] = (x, w) =>
        {
            var y = x * 1;
            var (row, column) = (y[1], y.select(1, 1));
            row.mul_(w);
            return row.sum() + (column * column).sum() + y.exp().sum();
        },
        ["write the base, read a view"] = (x, w) =>
        {
            var y = x * 1;
            var row = y[1];
            y.mul_(w);
            return row * w;
        },
        ["into zeros"] = (x, w) =>
        {
            var y = zeros([3, 4], ScalarType.Float64);
            for (var i = 0; i < 3; i++) y[i] = x[i] * w;
            return y * y;
        },
        ["a view of zeros learns of a gradient"] = (x, w) =>
        {
            var y = zeros([3, 4], ScalarType.Float64);
            var view = y[0];
            y.add_(x);
            view.mul_(w);
            return y + view;
        },
    };

    public static TheoryData<string> Names => [.. Writes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradient_ThroughTheWrite_IsThatOfFiniteDifferences(string name) =>
        GradCheck.Check(x => Writes[name](x[0], x[1]), null, [3, 4], [4]);

    [Theory]
    [MemberData(nameof(Names))]
    public void SecondGradient_ThroughTheWrite_IsThatOfFiniteDifferences(string name) => GradCheck.Check(x =>
    {
        using var _ = enable_grad();
        var inputs = x.Select(t => t.requires_grad ? t : t.detach().requires_grad_()).ToArray();
        var loss = Writes[name](inputs[0], inputs[1]).exp().sum();
        return autograd.grad([loss], [inputs[0]], create_graph: true)[0];
    }, null, [3, 4], [4]);

    [Fact]
    public void WriteIntoZeros_MakesTheBaseComputed()
    {
        var (x, w) = (zeros([2]), ones([1], requires_grad: true));
        x[..1].copy_(w);
        Assert.True(x.requires_grad);
        Assert.False(x.is_leaf);
        Assert.True(x[1].requires_grad);
    }

    [Fact]
    public void WriteOverWhatItsOwnGradientNeeds_IsRefusedInBackward()
    {
        var x = ones([2], requires_grad: true) * 2;
        x.mul_(x);
        var error = Assert.Throws<InvalidOperationException>(() => x.sum().backward());
        Assert.Contains("modified by an inplace operation", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DetachedTensor_IsNoView()
    {
        var x = ones([2], requires_grad: true) * 2;
        var y = x.detach();
        y.add_(1);
        Assert.False(y.requires_grad);
        Assert.Equal([3f, 3f], x.data<float>().ToArray());
    }

    [Fact]
    public void AsStrided_WithOverlaps_AddsTheirGradients()
    {
        GradCheck.Check(x => x[0].as_strided([3, 3], [1, 2]), null, [8]);
        GradCheck.Check(x => x[0].mul(2).as_strided([2, 2], [4, 1], 1).exp(), null, [8]);
    }

    private static Tensor Changed(Tensor x, Action<Tensor> write)
    {
        var y = x * 1;
        write(y);
        return y;
    }
}
