using Testing;
using TorchSharp;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Modules;

/// <summary>The convolutions and their transposes against plain loops, values and gradients.</summary>
public class ConvolutionTests
{
    public static TheoryData<int, int> Draws =>
        [.. from dims in new[] { 1, 2, 3 } from seed in Enumerable.Range(0, 25) select (dims, seed)];

    [Theory]
    [MemberData(nameof(Draws))]
    public void Convolution_OfRandomSizes_IsThePlainLoop(int dims, int seed)
    {
        var s = PlainConvolution.Draw(new Random(seed), dims);
        foreach (var type in new[] { ScalarType.Float64, ScalarType.Float32 })
        {
            manual_seed(seed);
            var x = Drawn(type, [s.Batch, s.Groups * s.Inputs, .. Last(s.Size, dims)]);
            var w = Drawn(type, [s.Groups * s.Outputs, s.Inputs, .. Last(s.Kernel, dims)]);
            var b = Drawn(type, [s.Groups * s.Outputs]);
            var y = Convolve(s, dims, x, w, b);
            var dy = randn(y.shape, type);
            y.backward([dy]);

            Assert.Equal([s.Batch, s.Groups * s.Outputs, .. Last(s.Output, dims)], y.shape);
            var (xs, ws, bs, dys) = (Values(x), Values(w), Values(b), Values(dy));
            var (ys, dxs, dws) = (new double[y.numel()], new double[x.numel()], new double[w.numel()]);
            var area = s.Output[0] * s.Output[1] * s.Output[2];
            for (var i = 0; i < ys.Length; i++) ys[i] = bs[i / area % bs.Length];
            s.Each((i, k, j) =>
            {
                ys[j] += xs[i] * ws[k];
                dxs[i] += dys[j] * ws[k];
                dws[k] += dys[j] * xs[i];
            });
            var dbs = new double[bs.Length];
            for (var i = 0; i < ys.Length; i++) dbs[i / area % bs.Length] += dys[i];
            var tolerance = type == ScalarType.Float64 ? 1e-12 : 2e-5;
            Near.Equal(ys, Values(y), tolerance, $"y of {s}");
            Near.Equal(dxs, Values(x.grad!), tolerance, $"dx of {s}");
            Near.Equal(dws, Values(w.grad!), tolerance, $"dw of {s}");
            Near.Equal(dbs, Values(b.grad!), tolerance, $"db of {s}");
        }
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void Transposed_OfRandomSizes_IsThePlainLoop(int dims, int seed)
    {
        var s = PlainConvolution.Draw(new Random(seed), dims);
        manual_seed(seed);
        var y = Drawn(ScalarType.Float64, [s.Batch, s.Groups * s.Outputs, .. Last(s.Output, dims)]);
        var w = Drawn(ScalarType.Float64, [s.Groups * s.Outputs, s.Inputs, .. Last(s.Kernel, dims)]);
        var b = Drawn(ScalarType.Float64, [s.Groups * s.Inputs]);
        var x = Transpose(s, dims, y, w, b);
        var dx = randn(x.shape, ScalarType.Float64);
        x.backward([dx]);

        Assert.Equal([s.Batch, s.Groups * s.Inputs, .. Last(s.Size, dims)], x.shape);
        var (ys, ws, bs, dxs) = (Values(y), Values(w), Values(b), Values(dx));
        var (xs, dys, dws) = (new double[x.numel()], new double[y.numel()], new double[w.numel()]);
        var area = s.Size[0] * s.Size[1] * s.Size[2];
        for (var i = 0; i < xs.Length; i++) xs[i] = bs[i / area % bs.Length];
        s.Each((i, k, j) =>
        {
            xs[i] += ys[j] * ws[k];
            dys[j] += dxs[i] * ws[k];
            dws[k] += ys[j] * dxs[i];
        });
        Near.Equal(xs, Values(x), 1e-12, $"x of {s}");
        Near.Equal(dys, Values(y.grad!), 1e-12, $"dy of {s}");
        Near.Equal(dws, Values(w.grad!), 1e-12, $"dw of {s}");
    }

    [Fact]
    public void Gradients_OfFirstAndSecondOrder_AgreeWithFiniteDifferences()
    {
        GradCheck.Check(x => F.conv2d(x[0], x[1], x[2], [2, 1], [1, 2], [1, 2], 2), null,
            [2, 4, 5, 6], [6, 2, 3, 2], [6]);
        GradCheck.Check(x => F.conv_transpose2d(x[0], x[1], x[2], [2, 1], [1, 2], [1, 0], [1, 2], 2), null,
            [2, 4, 3, 5], [4, 3, 3, 2], [6]);
        GradCheck.Check(x => Slopes(x, (a, w, b) => F.conv1d(a, w, b, 2, 1)), null, [2, 3, 7], [2, 3, 3], [2]);
        GradCheck.Check(x => Slopes(x, (a, w, b) => F.conv_transpose2d(a, w, b, [2], [1], [1])), null,
            [1, 2, 3, 3], [2, 2, 3, 3], [2]);

        static Tensor Slopes(Tensor[] x, Func<Tensor, Tensor, Tensor, Tensor> f)
        {
            Tensor[] inputs = [.. x.Select(t => t.requires_grad ? t : t.clone().requires_grad_())];
            var mode = is_grad_enabled();
            using var on = enable_grad();
            var y = f(inputs[0], inputs[1], inputs[2]).pow(3).sum();
            var slopes = autograd.grad([y], inputs, create_graph: true);
            var all = cat([.. slopes.Select(g => g.reshape(-1))]);
            return mode ? all : all.detach();
        }
    }

    [Fact]
    public void Convolution_OfOtherLayouts_SeesTheSameElements()
    {
        manual_seed(1);
        var (x, w) = (randn(2, 7, 6, 3), randn(3, 3, 5, 3));
        var (turned, kernel) = (x.permute(0, 3, 1, 2), w.permute(2, 1, 0, 3));
        Assert.False(turned.is_contiguous());
        Assert.Equal(
            Values(F.conv2d(turned.contiguous(), kernel.contiguous(), padding: [1])),
            Values(F.conv2d(turned, kernel, padding: [1])));
        Assert.Equal(
            Values(F.conv2d(turned.contiguous()[1..], kernel.contiguous())), Values(F.conv2d(turned[1..], kernel)));
    }

    [Fact]
    public void Convolution_OfNoImagesOrNoChannels_IsEmptyOrTheBias()
    {
        var w = zeros(8, 4, 3, 3).requires_grad_();
        var y = F.conv2d(zeros(0, 4, 7, 7), w);
        y.sum().backward();
        Assert.Equal([0, 8, 5, 5], y.shape);
        Assert.Equal(new float[8 * 4 * 9], w.grad!.data<float>().ToArray());
        var none = zeros(2, 0, 3, 3).requires_grad_();
        var biased = F.conv2d(zeros(1, 0, 4, 4), none, tensor([1f, 2f]));
        biased.sum().backward();
        Assert.Equal([1f, 1f, 1f, 1f, 2f, 2f, 2f, 2f], biased.detach().data<float>().ToArray());
        Assert.Equal([2, 0, 3, 3], none.grad!.shape);
    }

    [Fact]
    public void Convolution_OfOneImageWithoutBatch_IsThatOfABatchOfOne()
    {
        manual_seed(1);
        var (x, w) = (randn(3, 7, 6), randn(5, 3, 3, 3));
        var y = F.conv2d(x, w, strides: [2]);
        Assert.Equal([5, 3, 2], y.shape);
        Assert.Equal(Values(F.conv2d(x.unsqueeze(0), w, strides: [2])), Values(y));
        Assert.Equal([3, 7, 6], F.conv_transpose2d(y, w, strides: [2], output_padding: [0, 1]).shape);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    [InlineData(2, 3)]
    public void Same_OfAnyKernel_PadsTheOddPlaceAtTheEnd(int kernel, int dilation)
    {
        manual_seed(1);
        var (x, w) = (randn(2, 3, 9), randn(4, 3, kernel));
        var total = dilation * (kernel - 1);
        var expected = F.conv1d(F.pad(x, (total / 2, total - total / 2)), w, dilation: dilation);
        var y = F.conv1d_padding(x, w, padding: Padding.Same, dilation: dilation);
        Assert.Equal([2, 4, 9], y.shape);
        Near.Equal(Values(expected), Values(y), 1e-6);
    }

    private static Tensor Convolve(PlainConvolution s, int dims, Tensor x, Tensor w, Tensor b) => dims switch
    {
        1 => F.conv1d(x, w, b, s.Stride[2], s.Padding[2], s.Dilation[2], s.Groups),
        2 => F.conv2d(x, w, b, Last(s.Stride, 2), Last(s.Padding, 2), Last(s.Dilation, 2), s.Groups),
        _ => F.conv3d(x, w, b, Last(s.Stride, 3), Last(s.Padding, 3), Last(s.Dilation, 3), s.Groups),
    };

    private static Tensor Transpose(PlainConvolution s, int dims, Tensor y, Tensor w, Tensor b)
    {
        long[] extra = [.. Enumerable.Range(3 - dims, dims).Select(d => (long)(s.Size[d]
            - ((s.Output[d] - 1) * s.Stride[d] - 2 * s.Padding[d] + s.Dilation[d] * (s.Kernel[d] - 1) + 1)))];
        return dims switch
        {
            1 => F.conv_transpose1d(y, w, b, s.Stride[2], s.Padding[2], extra[0], s.Dilation[2], s.Groups),
            2 => F.conv_transpose2d(
                y, w, b, Last(s.Stride, 2), Last(s.Padding, 2), extra, Last(s.Dilation, 2), s.Groups),
            _ => F.conv_transpose3d(
                y, w, b, Last(s.Stride, 3), Last(s.Padding, 3), extra, Last(s.Dilation, 3), s.Groups),
        };
    }

    private static Tensor Drawn(ScalarType type, long[] shape) => randn(shape, type).requires_grad_();

    private static long[] Last(int[] sizes, int dims) => [.. sizes[^dims..].Select(n => (long)n)];

    private static double[] Values(Tensor x) => x.detach().to_type(ScalarType.Float64).data<double>().ToArray();
}
