using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text.Tagging;

public class HiddenMarkovModelTests
{
    [Fact]
    public void Viterbi_TheDoctorsExample_IsThePublishedPath()
    {
        // Wikipedia, "Viterbi algorithm": healthy or fever; normal, cold, dizzy. The path has probability 0.01512.
        var model = new HiddenMarkovModel(
            [0.6, 0.4], new[,] { { 0.7, 0.3 }, { 0.4, 0.6 } }, new[,] { { 0.5, 0.4, 0.1 }, { 0.1, 0.3, 0.6 } });

        var (states, log) = model.Viterbi([0, 1, 2]);

        Assert.Equal([0, 0, 1], states);
        Assert.Equal(0.01512, Math.Exp(log), 1e-12);
    }

    [Fact]
    public void AllQuestions_RandomModels_AreAnsweredAsByEnumeration()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 100; trial++)
        {
            var (size, symbols, length) = (random.Next(1, 5), random.Next(1, 4), random.Next(1, 6));
            var (initial, transition, emission) =
                (Row(random, size), Rows(random, size, size), Rows(random, size, symbols));
            var model = new HiddenMarkovModel(initial, transition, emission);
            var x = Enumerable.Range(0, length).Select(_ => random.Next(symbols)).ToArray();

            var paths = Paths(size, length).Select(path => (path, p: Probability(path, x))).ToList();
            var all = paths.Sum(pair => pair.p);
            if (all == 0) continue;
            var (states, log) = model.Viterbi(x);
            Assert.Equal(paths.Max(pair => pair.p), Math.Exp(log), 1e-12);
            Assert.Equal(Probability(states, x), Math.Exp(log), 1e-12);
            Assert.Equal(all, Math.Exp(model.LogProbability(x)), 1e-12);
            var posterior = model.Posterior(x);
            for (var t = 0; t < length; t++)
                for (var state = 0; state < size; state++)
                    Assert.Equal(
                        paths.Where(pair => pair.path[t] == state).Sum(pair => pair.p) / all, posterior[t, state],
                            1e-10);

            double Probability(int[] z, int[] seen)
            {
                var p = initial[z[0]] * emission[z[0], seen[0]];
                for (var t = 1; t < z.Length; t++) p *= transition[z[t - 1], z[t]] * emission[z[t], seen[t]];
                return p;
            }
        }
    }

    [Fact]
    public void LogProbability_TenThousandSymbols_DoesNotUnderflow()
    {
        var model = new HiddenMarkovModel(
            [0.5, 0.5], new[,] { { 0.5, 0.5 }, { 0.5, 0.5 } }, new[,] { { 0.1, 0.9 }, { 0.1, 0.9 } });
        Assert.Equal(10_000 * Math.Log(0.1), model.LogProbability(new int[10_000]), 1e-6);
    }

    [Fact]
    public void Model_NumbersThatAreNoProbabilities_AreRefused()
    {
        double[,] even = { { 0.5, 0.5 }, { 0.5, 0.5 } };
        Assert.Contains(
            "transition row 1: expected a sum of 1", Refused([0.5, 0.5], new[,] { { 0.5, 0.5 }, { 0.5, 0.4 } }, even),
            StringComparison.Ordinal);
        Assert.Contains("initial: expected probabilities in [0, 1], got -1", Refused([-1, 2], even, even),
            StringComparison.Ordinal);
        Assert.Contains("got NaN", Refused([double.NaN, 1], even, even), StringComparison.Ordinal);
        Assert.Contains(
            "expected shapes [S], [S, S] and [S, O], got [1]", Refused([1], even, even), StringComparison.Ordinal);
        var model = new HiddenMarkovModel([0.5, 0.5], even, even);
        Assert.Throws<ArgumentException>(() => model.Viterbi([]));
        Assert.Throws<ArgumentException>(() => model.Viterbi([2]));
        var deaf = new HiddenMarkovModel([1], new double[,] { { 1 } }, new double[,] { { 1, 0 } });
        Assert.Throws<ArgumentException>(() => deaf.Posterior([1]));
    }

    private static string Refused(double[] initial, double[,] transition, double[,] emission) =>
        Assert.Throws<ArgumentException>(() => new HiddenMarkovModel(initial, transition, emission)).Message;

    private static IEnumerable<int[]> Paths(int states, int length) => length == 0
        ? [[]]
        : Paths(states, length - 1)
            .SelectMany(path => Enumerable.Range(0, states).Select(state => (int[])[.. path, state]));

    private static double[] Row(Random random, int length)
    {
        double[] row = [.. Enumerable.Range(0, length).Select(_ => random.Next(4) == 0 ? 0 : random.NextDouble())];
        if (row.Sum() == 0) row[0] = 1;
        return [.. row.Select(value => value / row.Sum())];
    }

    private static double[,] Rows(Random random, int rows, int columns)
    {
        var values = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            var row = Row(random, columns);
            for (var j = 0; j < columns; j++) values[i, j] = row[j];
        }
        return values;
    }
}
