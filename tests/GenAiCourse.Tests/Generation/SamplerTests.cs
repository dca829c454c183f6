using GenAiCourse.Generation;

namespace GenAiCourse.Tests.Generation;

public class SamplerTests
{
    // Probabilities 0.1, 0.4, 0.2, 0.3.
    private static readonly float[] Logits = [MathF.Log(1), MathF.Log(4), MathF.Log(2), MathF.Log(3)];

    public static TheoryData<SamplingOptions, double[]> Cases => new()
    {
        { new(), [0.1, 0.4, 0.2, 0.3] },
        { new(Temperature: 0), [0, 1, 0, 0] },
        { new(Temperature: 0.5), [1 / 30.0, 16 / 30.0, 4 / 30.0, 9 / 30.0] },       // squares
        { new(TopK: 2), [0, 4 / 7.0, 0, 3 / 7.0] },
        { new(TopK: 100), [0.1, 0.4, 0.2, 0.3] },
        { new(TopP: 0.39), [0, 1, 0, 0] },
        { new(TopP: 0.6), [0, 4 / 7.0, 0, 3 / 7.0] },                               // 0.4 is not enough
        { new(TopK: 3, TopP: 0.75), [0, 4 / 7.0, 0, 3 / 7.0] },                     // of 0.9 in all, 0.7 reaches 0.675
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Probabilities_ByPencil(SamplingOptions options, double[] expected) =>
        Assert.Equal(expected, Sampler.Probabilities(Logits, options), (a, b) => Math.Abs(a - b) < 1e-6);

    [Fact]
    public void Probabilities_HugeScores_DoNotOverflow() =>
        Assert.Equal([0.5, 0.5, 0], Sampler.Probabilities([1e30f, 1e30f, -1e30f], new SamplingOptions()));

    [Fact]
    public void Probabilities_EqualScores_PreferTheLowerId() =>
        Assert.Equal([1.0, 0, 0], Sampler.Probabilities([2, 2, 2], new SamplingOptions(TopK: 1)));

    [Fact]
    public void Draw_ManyTimes_FollowsTheProbabilities()
    {
        double[] p = [0.1, 0, 0.6, 0.3];
        var (counts, random) = (new int[4], new Random(5));
        for (var i = 0; i < 30_000; i++) counts[Sampler.Draw(p, random)]++;

        Assert.Equal(0, counts[1]);
        var chi2 = new[] { 0, 2, 3 }.Sum(i => Math.Pow(counts[i] - 30_000 * p[i], 2) / (30_000 * p[i]));
        Assert.True(chi2 < 13.8, $"χ² = {chi2}");                   // the 99.9 % quantile with 2 degrees of freedom
    }

    [Theory]
    [InlineData(-1, null, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, null, 0)]
    [InlineData(1, null, 1.5)]
    public void Probabilities_OptionsOutOfRange_AreRefused(double temperature, int? topK, double topP) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Sampler.Probabilities(Logits, new SamplingOptions(temperature, topK, topP)));

    [Fact]
    public void Probabilities_NotANumber_SaysWhere()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Sampler.Probabilities([1, float.NaN], new SamplingOptions()));
        Assert.Contains("NaN at 1", error.Message, StringComparison.Ordinal);
    }
}
