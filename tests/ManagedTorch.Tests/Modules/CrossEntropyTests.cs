using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Modules;

public sealed class CrossEntropyTests
{
    [Fact]
    public void CrossEntropy_Float32_MatchesAPlainLoopInDouble()
    {
        const int N = 65, C = 103;
        var g = new Generator(5);
        var x = randn(N, C, generator: g).requires_grad_();
        var y = randint(0, C, new long[] { N }, generator: g);
        var (values, targets) = (x.detach().data<float>().ToArray(), y.data<long>().ToArray());

        var loss = functional.cross_entropy(x * 3, y);
        loss.backward();

        var (expected, slopes) = (0.0, new double[N * C]);
        for (var i = 0; i < N; i++)
        {
            var sum = 0.0;
            for (var c = 0; c < C; c++) sum += Math.Exp(3.0 * values[i * C + c]);
            expected += (Math.Log(sum) - 3.0 * values[i * C + targets[i]]) / N;
            for (var c = 0; c < C; c++)
                slopes[i * C + c] = 3 * (Math.Exp(3.0 * values[i * C + c]) / sum - (c == targets[i] ? 1 : 0)) / N;
        }
        Assert.Equal(expected, loss.item<float>(), 1e-5);
        var grad = x.grad!.data<float>().ToArray();
        for (var i = 0; i < slopes.Length; i++) Assert.Equal(slopes[i], grad[i], 1e-7);
    }

    [Fact]
    public void CrossEntropy_EqualLogits_IsLogOfTheClasses() =>
        Assert.Equal(
            1.3862944f, functional.cross_entropy(zeros(2, 4), zeros(2, dtype: ScalarType.Int64)).item<float>(), 1e-6f);

    [Fact]
    public void CrossEntropy_ClassesInTheMiddle_EqualsOneRowAfterAnother()
    {
        var x = randn(2, 5, 3, generator: new Generator(1));
        var y = tensor(new long[] { 0, 1, 2, 3, 4, 0 }).reshape(2, 3);
        var rows = x.permute(0, 2, 1).reshape(6, 5);
        Assert.Equal(
            functional.cross_entropy(rows, y.reshape(6)).item<float>(), functional.cross_entropy(x, y).item<float>());
    }

    [Fact]
    public void CrossEntropy_OneHotProbabilities_EqualsClasses()
    {
        var x = randn(4, 3, generator: new Generator(1));
        var y = tensor(new long[] { 0, 2, 1, 1 });
        var soft = functional.one_hot(y, 3).to(ScalarType.Float32);
        Assert.Equal(
            functional.cross_entropy(x, y).item<float>(), functional.cross_entropy(x, soft).item<float>(), 1e-6f);
    }

    [Fact]
    public void CrossEntropy_ClassOutOfRange_IsRefused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => functional.cross_entropy(zeros(1, 3), tensor(new long[] { 3 })));
        Assert.Contains("Target 3 is out of bounds: expected [0, 3)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Linear_BadShapes_SaysBoth()
    {
        var error = Assert.Throws<ArgumentException>(() => functional.linear(zeros(2, 4), zeros(2, 3)));
        Assert.Equal("mat1 and mat2 shapes cannot be multiplied (2x4 and 3x2)", error.Message);
    }

    [Fact]
    public void Embedding_IndexOutOfRange_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Embedding(3, 2).call(tensor(new long[] { 3 })));
}
