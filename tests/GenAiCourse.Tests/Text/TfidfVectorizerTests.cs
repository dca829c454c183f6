using GenAiCourse.Mathematics;
using GenAiCourse.Text;
using Testing;

namespace GenAiCourse.Tests.Text;

public class TfidfVectorizerTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("sublinear")]
    [InlineData("no_smooth")]
    [InlineData("norm_l1")]
    [InlineData("no_norm")]
    [InlineData("no_idf")]
    [InlineData("bigrams")]
    [InlineData("min_df_2")]
    [InlineData("max_df_half")]
    public void FitTransform_EachVariant_IsScikitLearns(string name)
    {
        var variant = VectorizerData.Variants.GetProperty(name);

        var (vectorizer, rows) = TfidfVectorizer.FitTransform(
            VectorizerData.Documents, VectorizerData.Options(variant.GetProperty("settings")));

        VectorizerData.AssertRows(variant.GetProperty("rows"), rows);
        VectorizerData.AssertRows(variant.GetProperty("rows"), vectorizer.Transform(VectorizerData.Documents));
        if (variant.TryGetProperty("vocabulary", out var vocabulary))
            Assert.Equal(VectorizerData.Strings(vocabulary), vectorizer.Vocabulary);
        double[] idf = variant.GetProperty("idf").ValueKind == System.Text.Json.JsonValueKind.Null
            ? [.. vectorizer.Vocabulary.Select(_ => 1.0)]
            : [.. variant.GetProperty("idf").EnumerateArray().Select(weight => weight.GetDouble())];
        Near.Equal(idf, [.. vectorizer.Idf], 1e-12);
    }

    [Fact]
    public void Fixture_EveryVariant_IsTested() => Assert.Equal(9, VectorizerData.Variants.EnumerateObject().Count());

    [Fact]
    public void FitTransform_ByHand_IsCountTimesRarity()
    {
        var (vectorizer, rows) = TfidfVectorizer.FitTransform(
            ["cat cat dog", "dog"], new() { Norm = RowNorm.None, SmoothIdf = false });

        Near.Equal([Math.Log(2) + 1, 1], [.. vectorizer.Idf], 1e-15);
        Near.Equal([2 * (Math.Log(2) + 1), 1], rows.ToDense()[0], 1e-15);
        Assert.Equal((0, 1, -1), (vectorizer.ColumnOf("cat"), vectorizer.ColumnOf("dog"), vectorizer.ColumnOf("fox")));
    }

    [Fact]
    public void Transform_OtherTexts_HasTheCorpussWeights()
    {
        var vectorizer = TfidfVectorizer.Fit(["cat cat dog", "dog"]);

        var rows = vectorizer.Transform(["cat dog bird", "bird"]);

        var (cat, dog) = (vectorizer.Idf[0], vectorizer.Idf[1]);
        Near.Equal([cat / Math.Sqrt(cat * cat + dog * dog), dog / Math.Sqrt(cat * cat + dog * dog)],
            rows.ToDense()[0], 1e-15);
        Assert.Equal([0.0, 0], rows.ToDense()[1]);
    }

    [Fact]
    public void Fit_NothingToLearnFrom_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => TfidfVectorizer.Fit([]));
        Assert.Throws<ArgumentException>(() => TfidfVectorizer.Fit(["", "!"]));
    }
}
