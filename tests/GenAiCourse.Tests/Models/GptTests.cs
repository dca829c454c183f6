using GenAiCourse.Models;
using static TorchSharp.torch;

namespace GenAiCourse.Tests.Models;

public class GptTests
{
    private static readonly GptConfig Small = new(VocabularySize: 11, ContextLength: 8, Width: 12, Layers: 2, Heads: 3);

    [Fact]
    public void Forward_ABatch_HasAScoreForEveryToken() =>
        Assert.Equal([2, 5, 11], Fresh().call(Ids(2, 5)).shape);

    [Fact]
    public void Forward_ChangingAToken_LeavesEarlierPositionsAlone()
    {
        var model = Fresh();
        var ids = Ids(1, 6);
        var changed = ids.clone();
        changed[0, 4] = (ids[0, 4].item<long>() + 1) % 11;

        var (before, after) = (Numbers(model.call(ids)), Numbers(model.call(changed)));

        Assert.Equal(before[..(4 * 11)], after[..(4 * 11)]);
        Assert.NotEqual(before[(4 * 11)..], after[(4 * 11)..]);
    }

    [Fact]
    public void ParameterCount_ASmallModel_IsThatOfTheFormula()
    {
        // 12 C² + 13 C a block (biases 3C + C + 4C + C, norms 4C), V C + T C of embeddings, 2 C of the last norm.
        const long C = 12, V = 11, T = 8;
        Assert.Equal(2 * ((12 * C * C) + (13 * C)) + ((V + T) * C) + (2 * C), Fresh().ParameterCount);
    }

    [Fact]
    public void StateDict_Keys_AreGpt2s()
    {
        var keys = Fresh().state_dict().Keys;

        Assert.Contains("wte.weight", keys);
        Assert.Contains("h.1.attn.c_attn.weight", keys);
        Assert.Contains("h.0.mlp.c_proj.bias", keys);
        Assert.Contains("ln_f.weight", keys);
        Assert.Equal(2 + (2 * 12) + 2, keys.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Read_InPiecesWithACache_GivesTheSameScores(int piece)
    {
        var model = Fresh();
        var ids = Ids(2, 8);
        using var cache = new KeyValueCache();
        using var mode = no_grad();

        var pieces = Enumerable.Range(0, (8 + piece - 1) / piece)
            .Select(i => model.Read(ids.slice(1, i * piece, Math.Min(8, (i + 1) * piece), 1), cache)).ToList();

        var (expected, actual) = (Numbers(model.call(ids)), Numbers(cat(pieces, 1)));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        Assert.Equal(8, cache.Length);
        Assert.Equal(2 * 2 * 2 * 8 * 12, cache.ElementCount);       // layers · (keys and values) · B · T · C
    }

    [Fact]
    public void Read_MoreThanTheContext_SaysHowMuchFits()
    {
        var error = Assert.Throws<ArgumentException>(() => Fresh().call(Ids(1, 9)));
        Assert.Contains("expected at most 8 tokens in all, got 9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Config_HeadsThatDoNotDivideTheWidth_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new Gpt(Small with { Heads = 5 }));
        Assert.Contains("5 heads", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Backward_OfTheLoss_ReachesEveryParameter()
    {
        var model = Fresh();
        nn.functional.cross_entropy(model.call(Ids(2, 8)).view(-1, 11), Ids(2, 8).view(-1)).backward();

        Assert.All(model.named_parameters(), entry =>
            Assert.True(
                entry.parameter.grad is not null && entry.parameter.grad.abs().sum().item<float>() > 0,
                entry.name));
    }

    private static Gpt Fresh()
    {
        manual_seed(3);
        var model = new Gpt(Small);
        model.eval();
        return model;
    }

    private static Tensor Ids(long batch, long time)
    {
        manual_seed(4);
        return randint(0, 11, [batch, time]);
    }

    private static float[] Numbers(Tensor t) => [.. t.contiguous().data<float>()];
}
