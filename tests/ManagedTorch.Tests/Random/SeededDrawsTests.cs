using static TorchSharp.torch;

namespace ManagedTorch.Tests.RandomNumbers;

/// <summary>One stream of draws after one seed, against what TorchSharp 0.107 printed for it.</summary>
/// <remarks>The numbers are printed with five digits: the tolerance is half of the last.</remarks>
public sealed class SeededDrawsTests
{
    [Fact]
    public void Draws_OfEveryKindAfterSeed123_AreTorchSharps()
    {
        lock (Generator.Default)
        {
            manual_seed(123);
            Assert.Multiple(
                () => Drawn([0.29611, 0.51656, 0.25167], rand(3), "rand"),
                () => Drawn([-0.58801, 1.581, 1.301], randn(17).narrow(0, 0, 3), "randn, by blocks"),
                () => Drawn([-0.4709, -0.4269, -0.028328], randn(3), "randn"),
                () => Drawn([1.422, -0.38862, -0.89033], randn(3, dtype: ScalarType.Float64), "randn of Float64"),
                () => Drawn([0.89101, 0.61149, 0.35496], empty(3).uniform_(-1, 1), "uniform_"),
                () => Drawn([4.5653, -0.75799, 1.3733], empty(3).normal_(2, 3), "normal_"),
                () => Drawn([1.4259, 0.36397, 0.36679], empty(3).exponential_(), "exponential_"),
                () => Drawn([0, 1, 1, 1, 0, 0, 0, 1], bernoulli(full(8, .5f)), "bernoulli"),
                () => Drawn([5, 5, 6, 4, 4], randint(0, 10, new long[] { 5 }), "randint"),
                () => Drawn([4, 5, 1, 3, 0, 2], randperm(6), "randperm"),
                () => Drawn([2, 1, 1, 1, 0], multinomial(Weights(), 5, replacement: true), "multinomial"),
                () => Drawn([2, 1], multinomial(Weights(), 2), "multinomial without replacement"),
                () => Drawn([2, 0, 0, 0, 0, 0], nn.functional.dropout(ones(6)), "dropout"));
        }
    }

    private static Tensor Weights() => tensor(new[] { .2f, .3f, .5f });

    private static void Drawn(double[] expected, Tensor actual, string what) =>
        Testing.Near.Equal(expected, actual.to(ScalarType.Float64).data<double>().ToArray(), 5e-5, what);
}
