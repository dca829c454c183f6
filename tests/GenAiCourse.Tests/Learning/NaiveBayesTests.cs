using System.Text.Json;
using GenAiCourse.Learning;
using GenAiCourse.Mathematics;
using GenAiCourse.Text;
using Testing;

namespace GenAiCourse.Tests.Learning;

public class NaiveBayesTests
{
    private static readonly JsonElement Fixture =
        JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture("naive_bayes.json"))).RootElement;

    private static readonly SparseMatrix TwoRows = SparseMatrix.FromDense([[2, 1], [0, 3]]);

    [Fact]
    public void Fit_EachModelOfTheFixture_IsScikitLearns()
    {
        var train = Fixture.GetProperty("train").EnumerateArray().ToArray();
        string[] labels = [.. train.Select(pair => pair[0].GetString()!)];
        var (vectorizer, rows) = CountVectorizer.FitTransform(train.Select(pair => pair[1].GetString()!));
        var test = vectorizer.Transform(Fixture.GetProperty("test").EnumerateArray().Select(text => text.GetString()!));
        var models = Fixture.GetProperty("models").EnumerateArray().ToArray();

        Assert.Equal(6, models.Length);
        foreach (var expected in models)
        {
            var model = Fit(
                expected.GetProperty("model").GetString()!,
                rows,
                labels,
                new NaiveBayesOptions { Alpha = expected.GetProperty("alpha").GetDouble() });

            Assert.Equal(expected.GetProperty("classes").EnumerateArray().Select(c => c.GetString()), model.Classes);
            Near.Equal(Numbers(expected.GetProperty("class_log_prior")), [.. model.ClassLogPriors], 1e-12);
            AssertTable(expected.GetProperty("feature_log_prob"), model.FeatureLogProbabilities);
            AssertTable(expected.GetProperty("predict_log_proba"), model.PredictLogProbabilities(test));
            Assert.Equal(
                expected.GetProperty("predict").EnumerateArray().Select(c => c.GetString()), model.Predict(test));
        }
    }

    [Fact]
    public void Multinomial_ChinaExample_IsTheBooks()
    {
        // Manning, Raghavan and Schütze, 2008, example 13.1: P(c | d5) ∝ 0.0003, P(not c | d5) ∝ 0.0001.
        var (vectorizer, rows) = CountVectorizer.FitTransform(
            ["Chinese Beijing Chinese", "Chinese Chinese Shanghai", "Chinese Macao", "Tokyo Japan Chinese"]);
        var test = vectorizer.Transform(["Chinese Chinese Chinese Tokyo Japan"]);

        var model = MultinomialNaiveBayes.Fit(rows, ["yes", "yes", "yes", "no"]);

        double[] joint = [.. model.JointLogLikelihoods(test)[0].Select(Math.Exp)];
        Near.Equal([1.0 / 4 * Math.Pow(2.0 / 9, 5), 3.0 / 4 * Math.Pow(3.0 / 7, 3) / 14 / 14], joint, 1e-12);
        Assert.Equal(["yes"], model.Predict(test));
    }

    [Fact]
    public void Bernoulli_ChinaExample_IsTheBooks()
    {
        // Example 13.2 there: ≈ 0.005 and 0.022, since the absence of Beijing and Shanghai counts.
        var (vectorizer, rows) = CountVectorizer.FitTransform(
            ["Chinese Beijing Chinese", "Chinese Chinese Shanghai", "Chinese Macao", "Tokyo Japan Chinese"]);
        var test = vectorizer.Transform(["Chinese Chinese Chinese Tokyo Japan"]);

        var model = BernoulliNaiveBayes.Fit(rows, ["yes", "yes", "yes", "no"]);

        double[] joint = [.. model.JointLogLikelihoods(test)[0].Select(Math.Exp)];
        Near.Equal(
            [1.0 / 4 * Math.Pow(2.0 / 3, 6), 3.0 / 4 * (4.0 / 5) * Math.Pow(1.0 / 5, 2) * Math.Pow(3.0 / 5, 3)],
            joint,
            1e-12);
        Assert.Equal(["no"], model.Predict(test));
    }

    [Fact]
    public void FitPriors_Off_MakesClassesEqual()
    {
        var rows = SparseMatrix.FromDense([[1, 0], [1, 0], [0, 1]]);

        var model = MultinomialNaiveBayes.Fit(rows, ["a", "a", "b"], new NaiveBayesOptions { FitPriors = false });

        Near.Equal([-Math.Log(2), -Math.Log(2)], [.. model.ClassLogPriors], 1e-15);
    }

    [Fact]
    public void PredictProbabilities_ALongRow_SumToOneAndDoNotUnderflow()
    {
        var model = MultinomialNaiveBayes.Fit(TwoRows, ["a", "b"]);

        var probabilities = model.PredictProbabilities(SparseMatrix.FromDense([[1e6, 1e6], [0, 0]]));

        Assert.All(probabilities, row => Assert.Equal(1, row.Sum(), 12));
        Near.Equal([0.5, 0.5], probabilities[1], 1e-15);
    }

    [Fact]
    public void Predict_AGeneratedTask_FindsTheClassesThatMadeIt()
    {
        // Three classes share 60 words and differ in how often they use them; 30 words of text tell them apart.
        var random = new Random(7);
        double[][] use = [.. Enumerable.Range(0, 3).Select(_ => RandomWeights(random, 60))];
        (double[][] Rows, string[] Labels) Draw(int count)
        {
            string[] labels = [.. Enumerable.Range(0, count).Select(i => $"class {i % 3}")];
            return ([.. labels.Select((_, i) => RandomText(random, use[i % 3], 30))], labels);
        }
        var (train, labels) = Draw(600);
        var (test, truth) = Draw(300);

        foreach (var name in new[] { "MultinomialNB", "BernoulliNB", "ComplementNB" })
        {
            var model = Fit(name, SparseMatrix.FromDense(train), labels, new NaiveBayesOptions());
            var right = model.Predict(SparseMatrix.FromDense(test)).Zip(truth).Count(pair => pair.First == pair.Second);
            Assert.True(right >= 0.95 * truth.Length, $"{name}: {right} of {truth.Length}");
        }
    }

    [Theory]
    [InlineData("MultinomialNB")]
    [InlineData("BernoulliNB")]
    [InlineData("ComplementNB")]
    public void Fit_WhatCannotBeLearntFrom_IsRefused(string name)
    {
        string Refused(SparseMatrix rows, string[] labels, double alpha = 1) =>
            Assert.ThrowsAny<ArgumentException>(() => Fit(name, rows, labels, new() { Alpha = alpha })).Message;

        Assert.Contains("expected 2 labels", Refused(TwoRows, ["a"]), StringComparison.Ordinal);
        Assert.Contains("two classes, got 1", Refused(TwoRows, ["a", "a"]), StringComparison.Ordinal);
        Assert.Contains("two classes, got 0", Refused(SparseMatrix.FromDense([]), []), StringComparison.Ordinal);
        Assert.Contains("null at 1", Refused(TwoRows, ["a", null!]), StringComparison.Ordinal);
        Assert.Contains("Alpha above 0", Refused(TwoRows, ["a", "b"], alpha: 0), StringComparison.Ordinal);
        Assert.Contains(
            "row 1, column 0",
            Refused(SparseMatrix.FromDense([[1], [double.NaN]]), ["a", "b"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_NegativeCounts_AreRefusedAndForPresenceAreAbsence()
    {
        var rows = SparseMatrix.FromDense([[1, 0], [-1, 1]]);

        Assert.Throws<ArgumentException>(() => MultinomialNaiveBayes.Fit(rows, ["a", "b"]));
        Assert.Throws<ArgumentException>(() => ComplementNaiveBayes.Fit(rows, ["a", "b"]));
        Near.Equal(
            [Math.Log(1.0 / 3)], [BernoulliNaiveBayes.Fit(rows, ["a", "b"]).FeatureLogProbabilities[1][0]], 1e-15);
    }

    [Fact]
    public void Predict_OtherColumns_IsRefusedWithTheWayOut()
    {
        var model = MultinomialNaiveBayes.Fit(TwoRows, ["a", "b"]);

        var error = Assert.Throws<ArgumentException>(() => model.Predict(SparseMatrix.FromDense([[1, 2, 3]])));

        Assert.Contains("expected 2 features, got 3; transform", error.Message, StringComparison.Ordinal);
    }

    private static NaiveBayes Fit(string name, SparseMatrix rows, string[] labels, NaiveBayesOptions options) =>
        name switch
        {
            "MultinomialNB" => MultinomialNaiveBayes.Fit(rows, labels, options),
            "BernoulliNB" => BernoulliNaiveBayes.Fit(rows, labels, options),
            _ => ComplementNaiveBayes.Fit(rows, labels, options),
        };

    private static double[] RandomWeights(Random random, int count)
    {
        double[] weights = [.. Enumerable.Range(0, count).Select(_ => -Math.Log(1 - random.NextDouble()))];
        return Array.ConvertAll(weights, weight => weight / weights.Sum());
    }

    private static double[] RandomText(Random random, double[] use, int words)
    {
        var row = new double[use.Length];
        for (var i = 0; i < words; i++)
        {
            var (place, rest) = (0, random.NextDouble());
            while (place < use.Length - 1 && (rest -= use[place]) > 0) place++;
            row[place]++;
        }
        return row;
    }

    private static void AssertTable(JsonElement expected, IReadOnlyList<IReadOnlyList<double>> actual)
    {
        Assert.Equal(expected.GetArrayLength(), actual.Count);
        foreach (var (r, row) in expected.EnumerateArray().Index()) Near.Equal(Numbers(row), [.. actual[r]], 1e-12);
    }

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];
}
