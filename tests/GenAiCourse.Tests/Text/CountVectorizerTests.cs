using System.Globalization;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class CountVectorizerTests
{
    [Fact]
    public void FitTransform_TheDefaults_AreScikitLearns()
    {
        var (vectorizer, counts) = CountVectorizer.FitTransform(VectorizerData.Documents);

        Assert.Equal(
            VectorizerData.Strings(VectorizerData.Counts.GetProperty("vocabulary")), vectorizer.Vocabulary);
        VectorizerData.AssertRows(VectorizerData.Counts.GetProperty("rows"), counts);
    }

    [Theory]
    [InlineData("stop_words")]
    [InlineData("trigrams")]
    [InlineData("keep_case")]
    [InlineData("binary")]
    [InlineData("min_df_share")]
    [InlineData("max_df_count")]
    [InlineData("both_df")]
    [InlineData("hard")]
    [InlineData("hard_keep_case")]
    public void FitTransform_Settings_AreScikitLearns(string name)
    {
        var expected = VectorizerData.Vectorizers.GetProperty("counts").GetProperty(name);
        var texts = name.StartsWith("hard", StringComparison.Ordinal) ? VectorizerData.Hard : VectorizerData.Documents;

        var (vectorizer, counts) = CountVectorizer.FitTransform(
            texts, VectorizerData.Options(expected.GetProperty("settings")));

        Assert.Equal(VectorizerData.Strings(expected.GetProperty("vocabulary")), vectorizer.Vocabulary);
        VectorizerData.AssertRows(expected.GetProperty("rows"), counts);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(64)]
    public void FitTransform_OnMoreThreads_IsTheSame(int threads)
    {
        var options = new VectorizerOptions { MaxNGram = 2, MinDocuments = 2 };

        var (one, counts) = CountVectorizer.FitTransform(VectorizerData.Documents, options);
        var (many, same) = CountVectorizer.FitTransform(VectorizerData.Documents, options with { Threads = threads });

        Assert.Equal(one.Vocabulary, many.Vocabulary);
        Assert.Equal(counts.ToDense(), same.ToDense());
        Assert.Equal(counts.ToDense(), many.Transform(VectorizerData.Documents).ToDense());
    }

    [Fact]
    public void FitTransform_UnderTurkishRules_IsTheSame()
    {
        var here = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
            Assert.Equal(["title"], CountVectorizer.Fit(["TITLE title"]).Vocabulary);
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    [Fact]
    public void Transform_OtherTexts_PassesUnknownTermsOver()
    {
        var vectorizer = CountVectorizer.Fit(["red green", "green blue blue"]);

        var counts = vectorizer.Transform(["Blue, blue and GREEN!", "no such thing", ""]);

        Assert.Equal(["blue", "green", "red"], vectorizer.Vocabulary);
        Assert.Equal([[2, 1, 0], [0, 0, 0], [0, 0, 0]], counts.ToDense());
        Assert.Equal(0, vectorizer.Transform([]).Rows);
        Assert.Equal((2, -1), (vectorizer.ColumnOf("red"), vectorizer.ColumnOf("Red")));
    }

    [Fact]
    public void Fit_MaxFeatures_KeepsTheMostFrequentAndOfEqualsTheFirst()
    {
        // "zz" thrice; "cc", "aa" and "dd" twice
        var vectorizer = CountVectorizer.Fit(["dd cc zz dd", "zz cc aa zz aa"], new() { MaxFeatures = 3 });

        Assert.Equal(["aa", "cc", "zz"], vectorizer.Vocabulary);
    }

    [Fact]
    public void Fit_ATokenizer_TakesThePlaceOfThePattern()
    {
        var options = new VectorizerOptions
        {
            Tokenizer = text => text.Split(' ').Select(PorterStemmer.Published.Stem),
        };

        var (vectorizer, counts) = CountVectorizer.FitTransform(["Cats sat, a cat sits"], options);

        Assert.Equal(["a", "cat", "sat,", "sit"], vectorizer.Vocabulary);
        Assert.Equal([[1, 2, 1, 1]], counts.ToDense());
    }

    [Fact]
    public void FitTransform_ManyTerms_AgreesWithADictionary()
    {
        var random = new Random(1);
        string[] texts = [.. Enumerable.Range(0, 300).Select(_ =>
            string.Join(' ', Enumerable.Range(0, 40).Select(_ => $"w{random.Next(6000)}")))];

        var (vectorizer, counts) = CountVectorizer.FitTransform(texts);

        Assert.Equal(
            texts.SelectMany(text => text.Split(' ')).Distinct().Order(StringComparer.Ordinal), vectorizer.Vocabulary);
        for (var r = 0; r < texts.Length; r++)
        {
            var row = texts[r].Split(' ').CountBy(word => word).ToDictionary();
            Assert.Equal(row.Count, counts.ColumnsOf(r).Length);
            foreach (var (column, value) in counts.ColumnsOf(r).ToArray().Zip(counts.ValuesOf(r).ToArray()))
                Assert.Equal(row[vectorizer.Vocabulary[column]], value);
        }
    }

    [Fact]
    public void Fit_NothingToLearnFrom_IsRefused()
    {
        Assert.Contains("at least one text", Refused([]), StringComparison.Ordinal);
        Assert.Contains("at least one term", Refused(["", "a b !"]), StringComparison.Ordinal);
        Assert.Contains("at 1", Refused(["one", null!]), StringComparison.Ordinal);
        Assert.Contains("3 to 2 of the 2 texts", Refused(["one", "two"], new() { MinDocuments = 3 }),
            StringComparison.Ordinal);
        Assert.Contains("MinNGram", Refused(["one"], new() { MinNGram = 2 }), StringComparison.Ordinal);
        Assert.Contains("at least 1", Refused(["one"], new() { MaxFeatures = 0 }), StringComparison.Ordinal);
        Assert.Contains("at least 1", Refused(["one"], new() { Threads = 0 }), StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => CountVectorizer.Fit(null!));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void DocumentFrequency_OutsideItsRange_IsRefused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DocumentFrequency.Share(share));

    [Fact]
    public void DocumentFrequency_WholeNumbersAndFractions_AreCountsAndShares()
    {
        DocumentFrequency count = 1, all = 1.0;

        Assert.Equal((1, 40), (count.Of(40), all.Of(40)));
        Assert.Throws<ArgumentOutOfRangeException>(() => DocumentFrequency.Count(-1));
    }

    private static string Refused(string[] texts, VectorizerOptions? options = null) =>
        Assert.ThrowsAny<ArgumentException>(() => CountVectorizer.Fit(texts, options)).Message;
}
