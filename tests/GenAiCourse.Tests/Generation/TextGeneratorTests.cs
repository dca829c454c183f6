using GenAiCourse.Generation;
using GenAiCourse.Models;
using static TorchSharp.torch;

namespace GenAiCourse.Tests.Generation;

public class TextGeneratorTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Generate_WithAndWithoutCache_DrawsTheSameTokens(double temperature)
    {
        var options = new SamplingOptions(temperature);

        var (cached, plain) = (Draw(options, useCache: true), Draw(options, useCache: false));

        Assert.Equal(20, cached.Length);
        Assert.Equal(plain, cached);
    }

    [Fact]
    public void Generate_AtTheEndToken_Stops()
    {
        var free = Draw(new SamplingOptions(), useCache: true);

        var stopped = TextGenerator.Generate(Model(), [1, 2], 20, end: free[4], new SamplingOptions(), new Random(8));

        Assert.Equal(free[..Array.IndexOf(free, free[4])], stopped);
    }

    [Fact]
    public void Generate_MoreThanFits_IsRefusedBeforeAnythingRuns()
    {
        var error = Assert.Throws<ArgumentException>(
            () => TextGenerator.Generate(Model(), [1], 24, null, new SamplingOptions(), new Random(1)));
        Assert.Contains("at most 24 tokens", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_NoPrompt_IsRefused() =>
        Assert.Throws<ArgumentException>(
            () => TextGenerator.Generate(Model(), [], 2, null, new SamplingOptions(), new Random(1)));

    private static int[] Draw(SamplingOptions options, bool useCache) =>
        TextGenerator.Generate(Model(), [1, 2], 20, end: null, options, new Random(8), useCache);

    private static Gpt Model()
    {
        manual_seed(6);
        var model = new Gpt(new GptConfig(VocabularySize: 13, ContextLength: 24, Width: 16, Layers: 2, Heads: 2));
        model.eval();
        return model;
    }
}
