using System.Text.Json;
using GenAiCourse.Mathematics;
using GenAiCourse.Text;
using Testing;

namespace GenAiCourse.Tests.Text;

/// <summary>What scikit-learn made of the texts of tfidf.json and vectorizers.json.</summary>
internal static class VectorizerData
{
    private static readonly JsonElement Tfidf = Read("tfidf.json");

    public static JsonElement Vectorizers { get; } = Read("vectorizers.json");

    public static string[] Documents { get; } = Strings(Tfidf.GetProperty("documents"));

    public static string[] Hard { get; } = Strings(Vectorizers.GetProperty("hard"));

    public static JsonElement Counts { get; } = Tfidf.GetProperty("counts");

    public static JsonElement Variants { get; } = Tfidf.GetProperty("variants");

    public static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>Fails unless the matrix has just the fixture's entries, to a relative 1e-12.</summary>
    public static void AssertRows(JsonElement rows, SparseMatrix matrix)
    {
        Assert.Equal(rows.GetArrayLength(), matrix.Rows);
        foreach (var (r, row) in rows.EnumerateArray().Index())
        {
            Assert.Equal(row.EnumerateArray().Select(entry => entry[0].GetInt32()), matrix.ColumnsOf(r).ToArray());
            Near.Equal(
                [.. row.EnumerateArray().Select(entry => entry[1].GetDouble())],
                matrix.ValuesOf(r),
                1e-12,
                $"row {r}");
        }
    }

    /// <summary>scikit-learn's arguments as options.</summary>
    public static TfidfOptions Options(JsonElement settings)
    {
        var options = new TfidfOptions();
        foreach (var setting in settings.EnumerateObject())
        {
            var value = setting.Value;
            options = setting.Name switch
            {
                "lowercase" => options with { Lowercase = value.GetBoolean() },
                "binary" => options with { Binary = value.GetBoolean() },
                "sublinear_tf" => options with { SublinearTf = value.GetBoolean() },
                "smooth_idf" => options with { SmoothIdf = value.GetBoolean() },
                "use_idf" => options with { UseIdf = value.GetBoolean() },
                "norm" => options with { Norm = Norm(value) },
                "min_df" => options with { MinDocuments = Bound(value) },
                "max_df" => options with { MaxDocuments = Bound(value) },
                "stop_words" => options with { StopWords = Strings(value).ToHashSet() },
                "ngram_range" => options with { MinNGram = value[0].GetInt32(), MaxNGram = value[1].GetInt32() },
                _ => throw new InvalidDataException($"no option for {setting.Name}"),
            };
        }
        return options;
    }

    public static RowNorm Norm(JsonElement norm) =>
        norm.ValueKind == JsonValueKind.Null ? RowNorm.None : Enum.Parse<RowNorm>(norm.GetString()!, ignoreCase: true);

    private static DocumentFrequency Bound(JsonElement value) =>
        value.TryGetInt32(out var count) ? DocumentFrequency.Count(count) : value.GetDouble();

    private static JsonElement Read(string name) =>
        JsonDocument.Parse(File.ReadAllBytes(TestPaths.Fixture(name))).RootElement;
}
