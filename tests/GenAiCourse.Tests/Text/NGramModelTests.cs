using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class NGramModelTests
{
    private static readonly int[][] Documents = [[1, 2, 3, 1, 2, 4], [1, 2, 3, 3], [2, 3, 1]];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Probability_OverAllTokens_SumsToOne(int order)
    {
        var model = NGramModel.Train(Documents, order, vocabularySize: 6, start: 0);

        foreach (int[] context in (int[][])[[], [1], [1, 2], [3, 1, 2], [5], [5, 5]])
        {
            Assert.Equal(1, Enumerable.Range(0, 6).Sum(token => model.Probability(context, token)), 12);
            Assert.All(Enumerable.Range(0, 6), token => Assert.True(model.Probability(context, token) > 0));
        }
    }

    [Fact]
    public void Probability_ABigramByPencil_FollowsTheFormula()
    {
        // One document a a b over {a = 0, b = 1, start = 2}: bigrams ⟨s⟩a, aa, ab, once each, so D = 3 / (3 + 0) = 1.
        // Continuations: a has left neighbours {s, a}, b has {a}: 2 and 1 of 3; D' = 1 / (1 + 2) = 1/3.
        var model = NGramModel.Train([[0, 0, 1]], order: 2, vocabularySize: 3, start: 2);

        var uniform = 1.0 / 3;
        var a = ((2 - 1.0 / 3) + (1.0 / 3 * 2 * uniform)) / 3;
        Assert.Equal(((1 - 1) + (1 * 2 * a)) / 2, model.Probability([0], 0), 12);     // n(a) = 2, two kinds follow
        Assert.Equal(a, model.Probability([1], 0), 12);                               // nothing seen after b
    }

    [Fact]
    public void Bits_OfATrainedSentence_AreFewerWithALongerContext()
    {
        var rng = new Random(5);
        // A source with memory two: each token is the sum of the two before it, mod 7, with 10 % noise.
        int[] Draw(int length)
        {
            var tokens = new List<int> { rng.Next(7), rng.Next(7) };
            while (tokens.Count < length)
                tokens.Add(rng.NextDouble() < 0.1 ? rng.Next(7) : (tokens[^1] + tokens[^2]) % 7);
            return [.. tokens];
        }
        int[][] training = [.. Enumerable.Range(0, 50).Select(_ => Draw(100))];
        var test = Draw(500);

        var bits = Enumerable.Range(1, 3)
            .Select(order => NGramModel.Train(training, order, 8, 7).Bits(test).Average())
            .ToArray();

        Assert.InRange(bits[0], 2.7, 2.9);      // log2 7 = 2.81: without context nothing is known
        Assert.True(bits[2] < 1.0 && bits[2] < bits[1] - 1.5, $"{bits[0]:f3} {bits[1]:f3} {bits[2]:f3}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Train_OrderOutOfRange_IsRefused(int order) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NGramModel.Train(Documents, order, 6, 0));

    [Fact]
    public void Train_AnIdOutsideTheVocabulary_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NGramModel.Train([[9]], 2, 6, 0));
}
