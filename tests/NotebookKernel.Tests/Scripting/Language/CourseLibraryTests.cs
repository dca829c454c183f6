using Testing;

namespace NotebookKernel.Tests.Scripting.Language;

/// <summary>Against the library of the course, where it has been built.</summary>
public class CourseLibraryTests : LanguageFixture
{
    private const string Usings = "using TorchSharp; using static TorchSharp.torch; using static TorchSharp.torch.nn;";

    [Theory]
    [InlineData("torch.nn.functional.|", "relu", "softmax", "cross_entropy")]
    [InlineData("torch.nn.functional.re|", "relu")]
    [InlineData("torch.|", "zeros", "nn", "Tensor")]
    [InlineData("var t = torch.zeros(3); t.|", "sum", "shape", "backward")]
    [InlineData("var t = torch.zeros(3); t.sum().|", "item")]
    [InlineData("var t = zeros(3, dty|", "dtype:")]
    [InlineData("var t = zeros(3, dtype: ScalarType.|", "Float32")]
    public async Task Complete_NamesOfTheEngine_AreOffered(string marked, params string[] expected)
    {
        await Reference();

        var texts = Texts(marked);

        Assert.All(expected, text => Assert.Contains(text, texts));
    }

    [Fact]
    public void Complete_BelowAReferenceInTheSameCell_KnowsIt()
    {
        Assert.SkipWhen(Library is null, "the course's library has not been built: dotnet build lib/GenAiCourse");

        Assert.Contains("relu", Texts($"#r \"{Library}\"\n{Usings}\ntorch.nn.functional.|"));
    }

    [Theory]
    [InlineData("torch.nn.functional.re|lu(zeros(3))", "max(0, x).")]
    [InlineData("zeros(3).su|m()", "The sum of all elements")]
    public async Task Inspect_TheEngine_HasItsDocumentation(string marked, string words)
    {
        await Reference();

        Assert.Contains(words, Inspect(marked)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_ATensor_ShowsWhatItIs()
    {
        await Reference();
        await Run("var t = zeros(3, 4);");

        Assert.Contains("Tensor t = [3x4]", Inspect("t|")!.Text, StringComparison.Ordinal);
    }

    private static string? Library { get; } = Find();

    private static string? Find()
    {
        var file = Path.Combine(TestPaths.Root, ".artifacts", "course", "GenAiCourse.dll");
        return File.Exists(file) ? file : null;
    }

    private async Task Reference()
    {
        Assert.SkipUnless(Library is not null, "build lib/GenAiCourse first");
        await Run($"#r \"{Library}\"\n{Usings}");
    }
}
