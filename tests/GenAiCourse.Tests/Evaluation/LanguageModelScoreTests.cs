using GenAiCourse.Evaluation;
using GenAiCourse.Models;
using static TorchSharp.torch;

namespace GenAiCourse.Tests.Evaluation;

public class LanguageModelScoreTests
{
    private static readonly int[][] Documents = [[3, 1, 4], [1], [5, 6, 5, 3, 5, 6], []];

    [Fact]
    public void Bits_DocumentsOfUnequalLength_AreThoseOfEachAlone()
    {
        var model = Model();

        var together = LanguageModelScore.Bits(model, Documents, start: 0);

        Assert.Equal([3, 1, 6, 0], together.Select(bits => bits.Length));
        for (var i = 0; i < 3; i++)
            Assert.Equal(
                LanguageModelScore.Bits(model, [Documents[i]], start: 0, batch: 1)[0],
                together[i],
                (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void Bits_TheFirstToken_IsTheSoftmaxAfterTheStart()
    {
        var model = Model();
        using var mode = no_grad();
        var p = model.call(tensor(new long[] { 0 }).view(1, 1)).softmax(-1).data<float>().ToArray();

        Assert.Equal(-Math.Log2(p[3]), LanguageModelScore.Bits(model, Documents, start: 0)[0][0], 4);
    }

    [Fact]
    public void Bits_TooLongADocument_IsRefused() =>
        Assert.Throws<ArgumentException>(() => LanguageModelScore.Bits(Model(), [new int[9]], start: 0));

    private static Gpt Model()
    {
        manual_seed(9);
        var model = new Gpt(new GptConfig(VocabularySize: 8, ContextLength: 8, Width: 8, Layers: 1, Heads: 2));
        model.eval();
        return model;
    }
}
