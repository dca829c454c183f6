using ManagedTorch.Tests.Modules;
using Testing;
using TorchSharp.Kernels;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Kernels;

/// <summary>Every way to compute a convolution, at sizes around the edges of its tiles.</summary>
public class ConvolutionPathsTests
{
    // Images, channels, height, width, targets, padding: results that fill tiles of four, and that miss them by one.
    public static TheoryData<int, int, int, int, int, int> Winograds => new()
    {
        { 2, 16, 16, 16, 16, 1 },
        { 3, 17, 13, 29, 33, 2 },
        { 9, 50, 10, 9, 20, 0 },
        { 4, 32, 14, 15, 40, 1 },
        { 1, 16, 9, 230, 16, 1 },
        { 8, 31, 8, 8, 70, 1 },
    };

    // The same, then kernel, stride, padding, dilation, groups.
    public static TheoryData<int, int, int, int, int, int, int, int, int, int> Gathers => new()
    {
        { 2, 70, 11, 10, 40, 3, 2, 1, 1, 1 },
        { 9, 33, 4, 4, 50, 4, 2, 1, 1, 1 },
        { 3, 40, 8, 12, 13, 1, 1, 0, 1, 1 },
        { 2, 24, 7, 7, 24, 1, 1, 0, 1, 4 },
        { 17, 8, 3, 3, 26, 3, 1, 0, 1, 1 },
        { 2, 3, 33, 35, 25, 5, 3, 2, 1, 1 },
        { 2, 24, 12, 9, 24, 3, 1, 1, 1, 24 },
        { 2, 20, 12, 40, 30, 3, 1, 2, 2, 1 },
        { 1, 5, 6, 70, 1, 3, 1, 1, 1, 1 },
        { 33, 17, 8, 9, 18, 4, 2, 1, 1, 1 },
        { 32, 32, 5, 5, 32, 3, 1, 0, 1, 2 },
        { 35, 16, 7, 3, 16, 1, 2, 0, 1, 1 },
    };

    [Theory]
    [MemberData(nameof(Winograds))]
    public void Winograd_OfTilesAndTheirEdges_IsThePlainLoop(int n, int c, int h, int w, int o, int padding)
    {
        var shape = new ConvolutionShape(n, 1, c, o, [1, h, w], [1, h + 2 * padding - 2, w + 2 * padding - 2],
            [1, 3, 3], [1, 1, 1], [0, padding, padding], [1, 1, 1]);
        Assert.NotNull(WinogradPlan.For(shape, 12, transposed: false));
        Assert.NotNull(WinogradPlan.For(shape, 12, transposed: true));
        CheckAgainstLoops(n, c, h, w, o, 3, 1, padding, 1, 1, 2e-5);
    }

    [Theory]
    [MemberData(nameof(Gathers))]
    public void Gather_OfPanelsAndTheirEdges_IsThePlainLoop(int n, int c, int h, int w, int o, int kernel, int stride,
        int padding, int dilation, int groups) =>
        CheckAgainstLoops(n, c, h, w, o, kernel, stride, padding, dilation, groups, 5e-6);

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(4, 2, 1)]
    [InlineData(1, 1, 0)]
    public void Gradients_OneThreadOrMore_GiveTheSameBits(int kernel, int stride, int padding)
    {
        var before = get_num_threads();
        try
        {
            foreach (var (images, channels) in new[] { (7, 3), (7, 40), (32, 24) })
            {
                var expected = Run(1, images, channels);
                Assert.Equal(expected, Run(2, images, channels));
                Assert.Equal(expected, Run(3, images, channels));
            }
        }
        finally
        {
            set_num_threads(before);
        }

        float[] Run(int threads, int images, int channels)
        {
            set_num_threads(threads);
            manual_seed(2);
            var (x, w) = (randn(images, channels, 22, 13).requires_grad_(), randn(45, channels, kernel, kernel));
            var b = randn(45).requires_grad_();
            w.requires_grad_();
            var y = F.conv2d(x, w, b, [stride], [padding]);
            y.backward([randn(y.shape)]);
            return [.. y.detach().data<float>(), .. x.grad!.data<float>(), .. w.grad!.data<float>(),
                .. b.grad!.data<float>()];
        }
    }

    // Float32 against sums in double: each error in units of the greatest element.
    private static void CheckAgainstLoops(int n, int c, int h, int w, int o, int kernel, int stride, int padding,
        int dilation, int groups, double tolerance)
    {
        var s = new PlainConvolution(n, groups, c / groups, o / groups, [1, h, w], [1, kernel, kernel],
            [1, stride, stride], [0, padding, padding], [1, dilation, dilation]);
        manual_seed(n + c + h);
        var x = randn(n, c, h, w).requires_grad_();
        var weight = randn(o, c / groups, kernel, kernel).requires_grad_();
        var y = F.conv2d(x, weight, null, [stride], [padding], [dilation], groups);
        var dy = randn(y.shape);
        y.backward([dy]);

        var (xs, ws, dys) = (Values(x), Values(weight), Values(dy));
        var (ys, dxs, dws) = (new double[y.numel()], new double[x.numel()], new double[weight.numel()]);
        s.Each((i, k, j) =>
        {
            ys[j] += xs[i] * ws[k];
            dxs[i] += dys[j] * ws[k];
            dws[k] += dys[j] * xs[i];
        });
        AssertNear(ys, Values(y), tolerance, "y");
        AssertNear(dxs, Values(x.grad!), tolerance, "dx");
        AssertNear(dws, Values(weight.grad!), tolerance, "dw");
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance, string what)
    {
        var greatest = expected.Max(Math.Abs);
        Near.Equal([.. expected.Select(v => v / greatest)], [.. actual.Select(v => v / greatest)], tolerance, what);
    }

    private static double[] Values(Tensor x) => x.detach().to_type(ScalarType.Float64).data<double>().ToArray();
}
