using static TorchSharp.torch;

namespace ManagedTorch.Tests.RandomNumbers;

public sealed class GeneratorTests
{
    // The numbers of draws leave the engine at the start of its block, within it, at its end, and with half a pair of
    // normal numbers kept.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 1)]
    [InlineData(624, 0)]
    [InlineData(1000, 3)]
    public void SetState_OfAnEarlierState_DrawsTheSameAgain(int uniform, int normal)
    {
        using var g = new Generator(17);
        _ = uniform == 0 ? null : rand(uniform, generator: g);
        for (var i = 0; i < normal; i++) randn(1, generator: g);

        var state = g.get_state();
        var first = Some(g);

        Assert.Equal((ScalarType.Byte, 5056L), (state.dtype, state.numel()));
        Assert.NotEqual(first, Some(g));
        g.set_state(state);
        Assert.Equal(first, Some(g));
        using var other = new Generator();
        other.set_state(state);
        Assert.Equal(first, Some(other));
        Assert.Equal(17, other.initial_seed());
    }

    [Fact]
    public void RngState_OfTheDefault_GoesBackToo()
    {
        lock (Generator.Default)
        {
            manual_seed(3);
            var state = get_rng_state();
            var first = Some(null);
            set_rng_state(state);
            Assert.Equal(first, Some(null));
        }
    }

    [Fact]
    public void SetState_OfAnotherSize_IsRefused()
    {
        using var g = new Generator();
        var error = Assert.Throws<ArgumentException>(() => g.set_state(zeros([7], ScalarType.Byte)));
        Assert.Contains("expected a generator state of 5056 bytes, got 7", error.Message, StringComparison.Ordinal);
    }

    private static double[] Some(Generator? g) =>
    [
        .. randn(3, dtype: ScalarType.Float64, generator: g).data<double>().ToArray(),
        .. rand(700, dtype: ScalarType.Float64, generator: g).data<double>().ToArray(),
        .. randperm(9, dtype: ScalarType.Int64, generator: g).data<long>().ToArray(),
    ];
}
