using System.Text;
using System.Text.Json;
using GenAiCourse.Text;

namespace GenAiCourse.Tests.Text;

public class HashingVectorizerTests
{
    [Fact]
    public void Hash32_TextsAndSeeds_AreScikitLearns()
    {
        foreach (var row in VectorizerData.Vectorizers.GetProperty("murmur").EnumerateArray())
            Assert.Equal(
                row[2].GetUInt32(),
                MurmurHash3.Hash32(Encoding.UTF8.GetBytes(row[0].GetString()!), row[1].GetUInt32()));
    }

    [Theory]
    [InlineData("default")]
    [InlineData("few")]
    [InlineData("few_no_sign_l1")]
    [InlineData("few_no_norm_bigrams")]
    [InlineData("binary")]
    public void Transform_Settings_AreScikitLearns(string name)
    {
        var expected = VectorizerData.Vectorizers.GetProperty("hashing").GetProperty(name);

        var rows = new HashingVectorizer(Options(expected.GetProperty("settings")))
            .Transform([.. VectorizerData.Documents, .. VectorizerData.Hard]);

        VectorizerData.AssertRows(expected.GetProperty("rows"), rows);
    }

    [Fact]
    public void Constructor_WhatWouldTakeAVocabulary_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new HashingVectorizer(new() { Terms = new() { MaxFeatures = 10 } }));
        Assert.Throws<ArgumentException>(() => new HashingVectorizer(new() { Terms = new() { MinDocuments = 2 } }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HashingVectorizer(new() { Features = 0 }));
        Assert.Throws<ArgumentException>(() => new HashingVectorizer().Transform([null!]));
    }

    [Fact]
    public void Transform_NoTextsOrNoTerms_IsEmpty()
    {
        Assert.Equal(0, new HashingVectorizer().Transform([]).Rows);
        Assert.Equal(0, new HashingVectorizer().Transform(["a", ""]).Entries);
    }

    private static HashingOptions Options(JsonElement settings)
    {
        var options = new HashingOptions();
        foreach (var setting in settings.EnumerateObject())
        {
            var value = setting.Value;
            options = setting.Name switch
            {
                "n_features" => options with { Features = value.GetInt32() },
                "alternate_sign" => options with { AlternateSign = value.GetBoolean() },
                "norm" => options with { Norm = VectorizerData.Norm(value) },
                "binary" => options with { Terms = options.Terms with { Binary = value.GetBoolean() } },
                _ => options with { Terms = options.Terms with { MaxNGram = value[1].GetInt32() } },
            };
        }
        return options;
    }
}
