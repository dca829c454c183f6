using GenAiCourse.Models;
using GenAiCourse.Text;
using GenAiCourse.Training;
using static TorchSharp.torch;

namespace GenAiCourse.Tests.Training;

public sealed class CheckpointTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly BytePairEncoding _tokenizer = new([(97, 98)], "<|end|>");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void LoadInto_AModelOfTheSameSizes_GivesItTheWeightsInHalfPrecision()
    {
        var (written, other) = (Model(seed: 1), Model(seed: 2));
        Checkpoint.Write(_folder, written, _tokenizer, "abc", new TrainingHistory([3, 2.5], [1, 1], []));

        var checkpoint = Checkpoint.Read(_folder);
        checkpoint.LoadInto(other);

        Assert.Equal("abc", checkpoint.CorpusSha256);
        Assert.Equal([3, 2.5], checkpoint.Losses);
        Assert.Equal(_tokenizer.Merges, checkpoint.Tokenizer.Merges);
        foreach (var (name, tensor) in written.state_dict())
            Assert.Equal(Numbers(tensor).Select(value => (float)(Half)value), Numbers(other.state_dict()[name]));
    }

    [Fact]
    public void LoadInto_AModelOfOtherSizes_SaysWhichTensorAndLeavesItAlone()
    {
        Checkpoint.Write(_folder, Model(seed: 1), _tokenizer, "abc", new TrainingHistory([1], [1], []));
        manual_seed(3);
        var other = new Gpt(new GptConfig(13, 8, 8, 1, 2));
        var before = Numbers(other.state_dict()["wte.weight"]);

        var error = Assert.Throws<InvalidDataException>(() => Checkpoint.Read(_folder).LoadInto(other));

        Assert.Contains("wte.weight to be [13, 8], got [11, 8]", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Numbers(other.state_dict()["wte.weight"]));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    [InlineData(400)]
    public void LoadInto_ATruncatedFile_IsRefusedAndLeavesTheModelAlone(int length)
    {
        Checkpoint.Write(_folder, Model(seed: 1), _tokenizer, "abc", new TrainingHistory([1], [1], []));
        var path = Path.Combine(_folder, "weights.f16");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..length]);
        var other = Model(seed: 2);
        var before = Numbers(other.state_dict()["wte.weight"]);

        Assert.Throws<InvalidDataException>(() => Checkpoint.Read(_folder).LoadInto(other));

        Assert.Equal(before, Numbers(other.state_dict()["wte.weight"]));
    }

    [Fact]
    public void Read_ADescriptionThatIsNotJson_NamesTheFile()
    {
        File.WriteAllText(Path.Combine(_folder, "about.json"), "no");

        Assert.Contains(
            "about.json",
            Assert.Throws<InvalidDataException>(() => Checkpoint.Read(_folder)).Message,
            StringComparison.Ordinal);
    }

    private static Gpt Model(int seed)
    {
        manual_seed(seed);
        return new Gpt(new GptConfig(11, 8, 8, 1, 2));
    }

    private static float[] Numbers(Tensor t) => [.. t.detach().contiguous().data<float>()];
}
