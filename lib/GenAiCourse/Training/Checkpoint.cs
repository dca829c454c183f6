using System.Text;
using System.Text.Json;
using GenAiCourse.Text;
using static TorchSharp.torch;

namespace GenAiCourse.Training;

/// <summary>What a training left behind: weights, tokenizer, and enough to recognise the run that made them.</summary>
/// <param name="CorpusSha256">The fingerprint of the text it learned from.</param>
/// <param name="Losses">The losses of the first steps.</param>
/// <param name="Tokenizer">The encoding that gives the model's token ids.</param>
/// <remarks>
/// Three files in a folder: about.json, tokenizer.txt and weights.f16. The weights are stored as 16-bit floats, half
/// the size; the rounding, about one part in two thousand, does not show in a loss's third digit.
/// </remarks>
public sealed record Checkpoint(string CorpusSha256, IReadOnlyList<double> Losses, BytePairEncoding Tokenizer)
{
    private const int FirstLosses = 50;
    private const string Magic = "genai-course weights 1";
    private string _folder = "";

    /// <summary>Writes a model and what goes with it into a folder, which is made when it is not there.</summary>
    /// <param name="folder">Where to write; files of the same names are replaced.</param>
    /// <param name="model">The model.</param>
    /// <param name="tokenizer">Its tokenizer.</param>
    /// <param name="corpusSha256">The fingerprint of the text it learned from.</param>
    /// <param name="history">Its training.</param>
    public static void Write(
        string folder, nn.Module model, BytePairEncoding tokenizer, string corpusSha256, TrainingHistory history)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(tokenizer);
        ArgumentNullException.ThrowIfNull(history);
        Directory.CreateDirectory(folder);
        double[] losses = [.. history.Losses.Take(FirstLosses).Select(loss => Math.Round(loss, 6))];
        File.WriteAllText(Path.Combine(folder, "about.json"),
            JsonSerializer.Serialize(new About(corpusSha256, history.Losses.Count, losses), Json) + "\n");
        tokenizer.Save(Path.Combine(folder, "tokenizer.txt"));
        using var writer = new BinaryWriter(File.Create(Path.Combine(folder, "weights.f16")), Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(model.state_dict().Count);
        foreach (var (name, tensor) in model.state_dict())
        {
            writer.Write(name);
            writer.Write(tensor.shape.Length);
            foreach (var size in tensor.shape) writer.Write(size);
            foreach (var value in tensor.detach().contiguous().data<float>()) writer.Write((Half)value);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote, but for the weights.</summary>
    /// <exception cref="InvalidDataException">A file is not one that <see cref="Write"/> wrote.</exception>
    public static Checkpoint Read(string folder)
    {
        var about = Path.Combine(folder, "about.json");
        try
        {
            var read = JsonSerializer.Deserialize<About>(File.ReadAllText(about), Json)!;
            return new Checkpoint(
                read.CorpusSha256, read.FirstLosses, BytePairEncoding.Load(Path.Combine(folder, "tokenizer.txt")))
            { _folder = folder };
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{about}: expected a checkpoint's description, but {error.Message}", error);
        }
    }

    /// <summary>Puts the weights into a model of the same sizes.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is damaged, or belongs to a model of other sizes; the model is as before.
    /// </exception>
    public void LoadInto(nn.Module model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var path = Path.Combine(_folder, "weights.f16");
        var weights = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        try
        {
            if (reader.ReadString() != Magic)
                throw new InvalidDataException($"{path}: expected weights that Checkpoint.Write wrote");
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var name = reader.ReadString();
                weights[name] = ReadTensor(reader, path, name, model);
            }
        }
        catch (EndOfStreamException error)
        {
            throw new InvalidDataException($"{path}: the file ends too soon; fetch it again", error);
        }
        if (!weights.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(model.state_dict().Keys))
            throw new InvalidDataException(
                $"{path}: expected weights for each of the model's {model.state_dict().Count} tensors, " +
                $"got {weights.Count}");
        model.load_state_dict(weights);
    }

    // Sizes are compared before anything is read by them, so that a damaged file cannot ask for memory without end.
    private static Tensor ReadTensor(BinaryReader reader, string path, string name, nn.Module model)
    {
        var sizes = new long[Math.Clamp(reader.ReadInt32(), 0, 8)];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = reader.ReadInt64();
        if (!model.state_dict().TryGetValue(name, out var target) || !target.shape.SequenceEqual(sizes))
            throw new InvalidDataException(
                $"{path}: expected {name} to be [{string.Join(", ", target?.shape ?? [])}], " +
                $"got [{string.Join(", ", sizes)}]");
        var values = new float[target.numel()];
        for (var i = 0; i < values.Length; i++) values[i] = (float)reader.ReadHalf();
        return tensor(values).view(sizes);
    }

    private static readonly JsonSerializerOptions Json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    private sealed record About(string CorpusSha256, int Steps, double[] FirstLosses);
}
