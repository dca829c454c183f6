using Testing;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Modules;

/// <summary>
/// Running values, second gradients and refusals; values and gradients of PyTorch are in layers.json.
/// </summary>
public sealed class NormTests
{
    [Fact]
    public void BatchNorm_TwoBatches_MovesTheRunningValuesAndThenUsesThem()
    {
        var norm = nn.BatchNorm1d(1, momentum: 0.5).to(ScalarType.Float64);
        norm.call(tensor(new[] { 1.0, 3 }, [2, 1]));        // mean 2, unbiased variance 2
        norm.call(tensor(new[] { 4.0, 8 }, [2, 1]));        // mean 6, unbiased variance 8
        Assert.Equal(0.5 * 1 + 0.5 * 6, norm.running_mean!.item<double>());
        Assert.Equal(0.5 * 1.5 + 0.5 * 8, norm.running_var!.item<double>());
        Assert.Equal(2, norm.num_batches_tracked!.item<long>());
        norm.eval();
        var y = norm.call(tensor(new[] { 3.5 }, [1, 1]));
        Near.Equal([0], y.data<double>().ToArray(), 1e-12);
        Assert.Equal(2, norm.num_batches_tracked!.item<long>());
    }

    [Fact]
    public void BatchNorm_WithoutMomentum_KeepsTheMeanOverAllBatches()
    {
        var norm = nn.BatchNorm1d(1).to(ScalarType.Float64);
        norm.momentum = null;
        foreach (var shift in new[] { 0.0, 3, 9 }) norm.call(tensor(new[] { shift - 1, shift + 1 }, [2, 1]));
        Near.Equal([4], norm.running_mean!.data<double>().ToArray(), 1e-12);
        Near.Equal([2], norm.running_var!.data<double>().ToArray(), 1e-12);
    }

    [Fact]
    public void StateDict_OfEachNorm_HasPyTorchsKeys()
    {
        string[] all = ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"];
        Assert.Equal(all, nn.BatchNorm2d(3).state_dict().Keys);
        Assert.Equal(all[..2], nn.BatchNorm2d(3, track_running_stats: false).state_dict().Keys);
        Assert.Equal(all[2..], nn.BatchNorm2d(3, affine: false).state_dict().Keys);
        Assert.Equal(all[..2], nn.GroupNorm(1, 3).state_dict().Keys);
        Assert.Empty(nn.InstanceNorm2d(3).state_dict());
        Assert.Equal([1f, 1, 1], nn.GroupNorm(1, 3).weight!.data<float>().ToArray());
    }

    [Fact]
    public void InstanceNorm_OfOneImage_IsThatOfABatchOfOne()
    {
        var x = randn(3, 4, 5);
        var norm = nn.InstanceNorm2d(3);
        Assert.Equal(norm.call(x.unsqueeze(0)).data<float>().ToArray(), norm.call(x).data<float>().ToArray());
        Assert.Equal([3L, 4, 5], norm.call(x).shape);
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("eval")]
    [InlineData("group")]
    public void Gradient_OfTheGradient_IsRight(string kind) => GradCheck.Check(x =>
    {
        var y = kind switch
        {
            "batch" => F.batch_norm(x[0], null, null, x[1], x[2], true),
            "eval" => F.batch_norm(x[0], zeros([4], ScalarType.Float64), ones([4], ScalarType.Float64) * 2, x[1], x[2]),
            _ => F.group_norm(x[0], 2, x[1], x[2]),
        };
        if (!y.requires_grad) y = y.detach();
        using var enabled = enable_grad();
        var input = x[0].requires_grad ? x[0] : x[0].detach().requires_grad_();
        var again = kind switch
        {
            "batch" => F.batch_norm(input, null, null, x[1], x[2], true),
            "eval" => F.batch_norm(input, zeros([4], ScalarType.Float64), ones([4], ScalarType.Float64) * 2, x[1],
                x[2]),
            _ => F.group_norm(input, 2, x[1], x[2]),
        };
        return autograd.grad([(again * again * again).sum()], [input], create_graph: true)[0] + y;
    }, null, [3, 4, 2], [4], [4]);

    [Fact]
    public void Norms_OnOneThreadOrMore_GiveTheSameBits()
    {
        var before = get_num_threads();
        try
        {
            Assert.Equal(Run(1), Run(2));
            Assert.Equal(Run(1), Run(3));
        }
        finally
        {
            set_num_threads(before);
        }

        static float[] Run(int threads)
        {
            set_num_threads(threads);
            manual_seed(1);
            var x = randn(9, 12, 31, 29).requires_grad_();
            var y = nn.GroupNorm(3, 12).call(nn.BatchNorm2d(12).call(x));
            y = y + nn.BatchNorm1d(31 * 29).call(y.view(9 * 12, -1)).view(y.shape);
            y = F.max_pool2d(F.avg_pool2d(F.interpolate(y, scale_factor: [2, 2]), 3, 2, 1), 2);
            (y * y * y).sum().backward();
            return [.. y.detach().data<float>().ToArray(), .. x.grad!.data<float>().ToArray()];
        }
    }

    [Theory]
    [InlineData(new long[] { 600, 37 })]
    [InlineData(new long[] { 5, 3, 97, 97 })]
    public void BatchNorm_OfFloatsFarFromZero_IsThatOfDoubles(long[] shape)
    {
        manual_seed(4);
        var x = randn(shape) + 300;
        var (w, b, dy) = (rand(shape[1]), rand(shape[1]), randn(shape));
        var (y, dx, dw) = Run(ScalarType.Float32);
        var (expected, slope, weightSlope) = Run(ScalarType.Float64);
        Near.Equal(expected, y, 1e-4);                  // a float near 300 is known to 3e-5
        Near.Equal(slope, dx, 1e-4);
        Near.Equal(weightSlope, dw, 1e-3);

        (double[], double[], double[]) Run(ScalarType type)
        {
            var (input, weight) = (Leaf(x, type), Leaf(w, type));
            var result = F.batch_norm(input, null, null, weight, b.to(type), true);
            result.backward([dy.to(type)]);
            return (Doubles(result), Doubles(input.grad!), Doubles(weight.grad!));
        }

        static Tensor Leaf(Tensor t, ScalarType type) => t.detach().clone().to(type).requires_grad_();

        static double[] Doubles(Tensor t) => t.detach().to(ScalarType.Float64).data<double>().ToArray();
    }

    [Fact]
    public void Norms_WrongInputs_AreRefusedInPyTorchsWords()
    {
        Refuses("Expected more than 1 value per channel when training, got input size [1, 3]",
            () => nn.BatchNorm1d(3).call(randn(1, 3)));
        Refuses("Expected more than 1 value per channel when training, got input size [1, 3]",
            () => F.group_norm(randn(1, 3), 3));
        Refuses("expected 4D input (got 2D input)", () => nn.BatchNorm2d(3).call(randn(4, 3)));
        Refuses("expected 2D or 3D input (got 4D input)", () => nn.BatchNorm1d(3).call(randn(4, 3, 2, 2)));
        Refuses("expected 3D or 4D input (got 2D input)", () => nn.InstanceNorm2d(3).call(randn(4, 3)));
        Refuses("running_mean should contain 3 elements not 4", () => nn.BatchNorm2d(4).call(randn(4, 3, 2, 2)));
        Refuses("running_mean must be defined in evaluation mode", () => F.batch_norm(randn(4, 3), null, null));
        Refuses("num_channels must be divisible by num_groups", () => nn.GroupNorm(2, 3));
        Refuses("Expected number of channels in input to be divisible by num_groups, but got input of shape " +
            "[4, 3, 2] and num_groups=2", () => F.group_norm(randn(4, 3, 2), 2));
        Refuses("Expected weight to be a vector of size equal to the number of channels in input, but got weight " +
            "of shape [3] and input of shape [4, 4, 2]", () => F.group_norm(randn(4, 4, 2), 2, ones(3)));
        Refuses("Expected more than 1 spatial element when training, got input size [4, 3, 1]",
            () => nn.InstanceNorm1d(3).call(randn(4, 3, 1)));
    }

    private static void Refuses(string message, Action action) => Assert.Contains(
        message, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
