using System.Buffers.Binary;
using System.Text;
using GenAiCourse.Training;
using static TorchSharp.torch;

namespace GenAiCourse.Tests.Training;

public sealed class SafetensorsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Bytes put together by hand from the format's page.
    private static byte[] File(string header, params byte[] data)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var bytes = new byte[8 + json.Length + data.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, json.Length);
        json.CopyTo(bytes, 8);
        data.CopyTo(bytes, 8 + json.Length);
        return bytes;
    }

    private static Dictionary<string, Tensor> Load(byte[] bytes) => Safetensors.Load(new MemoryStream(bytes));

    public static TheoryData<string, byte[], ScalarType, double[]> Numbers => new()
    {
        { "F64", [0, 0, 0, 0, 0, 0, 0xF8, 0xBF], ScalarType.Float64, [-1.5] },
        { "F32", [0, 0, 0xC0, 0x3F, 0, 0, 0, 0xC0], ScalarType.Float32, [1.5, -2] },
        { "F16", [0x00, 0x3E, 0x00, 0xC0], ScalarType.Float16, [1.5, -2] },
        { "BF16", [0xC0, 0x3F, 0x00, 0xC0], ScalarType.BFloat16, [1.5, -2] },
        { "I64", [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], ScalarType.Int64, [-2] },
        { "I32", [0xFE, 0xFF, 0xFF, 0xFF], ScalarType.Int32, [-2] },
        { "I16", [0xFE, 0xFF], ScalarType.Int16, [-2] },
        { "I8", [0xFE, 3], ScalarType.Int8, [-2, 3] },
        { "U8", [0xFE, 3], ScalarType.Byte, [254, 3] },
        { "BOOL", [1, 0], ScalarType.Bool, [1, 0] },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Load_OfEachType_GivesItsNumbers_AndSaveItsBytes(
        string word, byte[] data, ScalarType type, double[] expected)
    {
        var header = "{\"x\":{\"dtype\":\"" + word + "\",\"shape\":[" + expected.Length + "],\"data_offsets\":[0,"
            + data.Length + "]}}";
        var x = Load(File(header, data))["x"];
        Assert.Equal(type, x.dtype);
        Assert.Equal(expected, x.@double().data<double>().ToArray());
        using var stream = new MemoryStream();
        Safetensors.Save(stream, new Dictionary<string, Tensor> { ["x"] = x });
        var written = stream.ToArray();
        Assert.Equal(data, written[^data.Length..]);
        Assert.Equal(0, (BinaryPrimitives.ReadInt64LittleEndian(written) + 8) % 8);
        Assert.StartsWith(header, Encoding.UTF8.GetString(written, 8, written.Length - 8), StringComparison.Ordinal);
    }

    [Fact]
    public void SaveAndLoad_KeepNamesShapesAndMetadata()
    {
        var path = Path.Combine(_folder, "a.safetensors");
        var tensors = new Dictionary<string, Tensor>
        {
            ["b.weight"] = arange(6).@float().view(2, 3).t(),
            ["a"] = tensor(3.0),
            ["none"] = zeros(0, 4),
        };
        Safetensors.Save(path, tensors, new Dictionary<string, string> { ["format"] = "pt", ["ö"] = "\"x\"" });
        var read = Safetensors.Load(path);
        Assert.Equal(["a", "b.weight", "none"], read.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([3L, 2], read["b.weight"].shape);
        Assert.Equal([0f, 3, 1, 4, 2, 5], read["b.weight"].data<float>().ToArray());
        Assert.Empty(read["a"].shape);
        Assert.Equal([0L, 4], read["none"].shape);
        Assert.Equal("\"x\"", Safetensors.ReadMetadata(path)["ö"]);
        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Equal(ScalarType.Float32, Safetensors.Load(path, ScalarType.Float32)["a"].dtype);
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "[]", "does not begin with '{'" },
        { "{", "not the JSON it should be" },
        { """{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}""", "needs 4 bytes, but its offsets leave 8" },
        { """{"x":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}}""", "need 12 bytes, but 8 follow" },
        { """{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""",
            "begins at 4, but the tensor before it ends at 0" },
        {
            """{"x":{"dtype":"I8","shape":[4],"data_offsets":[0,4]},"""
                + """ "y":{"dtype":"I8","shape":[8],"data_offsets":[0,8]}}""",
            "begins at 0, but the tensor before it ends at 4"
        },
        { """{"x":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}""", "negative" },
        { """{"x":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}}""", "needs" },
        { """{"x":{"dtype":"F32","shape":[1],"data_offsets":[8,4]}}""", "data_offsets [8, 4]" },
        { """{"x":{"dtype":"C128","shape":[1],"data_offsets":[0,8]}}""", "'C128', which is not supported" },
        { """{"x":{"dtype":"F32","shape":[1.5],"data_offsets":[0,8]}}""", "not the JSON it should be" },
        { """{"x":{"shape":[2],"data_offsets":[0,8]}}""", "safetensors" },
        {
            """{"x":{"dtype":"I8","shape":[8],"data_offsets":[0,8]},"""
                + """ "x":{"dtype":"I8","shape":[8],"data_offsets":[0,8]}}""",
            "'x' is there twice"
        },
        { """{"x":{"dtype":"BOOL","shape":[8],"data_offsets":[0,8]}}""", "neither 0 nor 1" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Load_OfAHostileFile_SaysWhatIsWrong(string header, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Load(File(header, 9, 0, 0, 0, 0, 0, 0, 0)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_CutAnywhere_IsRefused()
    {
        var whole = File("""{"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", new byte[8]);
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => Load(whole[..length]));
        Assert.Throws<InvalidDataException>(() => Load([.. whole, 0]));
        Assert.Throws<InvalidDataException>(() => Load([255, 255, 255, 255, 255, 255, 255, 255, 1]));
    }

    [Fact]
    public void LoadInto_WithNamesOfItsOwn_FillsTheModuleAndReports()
    {
        var path = Path.Combine(_folder, "m.safetensors");
        var (weight, bias) = (arange(6).@float().view(3, 2), tensor(new[] { 7f, 8 }));
        Safetensors.Save(path, new Dictionary<string, Tensor>
        {
            ["h.w"] = weight,
            ["h.b"] = bias,
            ["h.mask"] = ones(1),
            ["extra"] = ones(1),
        });
        using var layer = nn.Linear(3, 2);
        var report = Safetensors.LoadInto(layer, path,
            name => name switch { "h.w" => "weight", "h.b" => "bias", "h.mask" => null, _ => name },
            (name, tensor) => name == "h.w" ? tensor.t() : tensor, strict: false);
        Assert.Equal(weight.t().contiguous().data<float>().ToArray(), layer.weight.data<float>().ToArray());
        Assert.Equal([7f, 8], layer.bias!.data<float>().ToArray());
        Assert.Equal(["extra"], report.Unexpected);
        Assert.Empty(report.Missing);
        Assert.Equal(["bias", "weight"], report.Loaded.Order(StringComparer.Ordinal));
        Assert.IsType<SafetensorsReport>(report);
    }

    [Fact]
    public void LoadInto_OtherNamesOrShapes_IsRefusedAndChangesNothing()
    {
        var path = Path.Combine(_folder, "m.safetensors");
        using var layer = nn.Linear(3, 2);
        var before = layer.bias!.data<float>().ToArray();
        Safetensors.Save(path, new Dictionary<string, Tensor> { ["bias"] = ones(2), ["weights"] = ones(2, 3) });
        var names = Assert.Throws<InvalidOperationException>(() => Safetensors.LoadInto(layer, path));
        Assert.Contains("Missing: [weight]; unexpected: [weights]", names.Message, StringComparison.Ordinal);
        Safetensors.Save(path, new Dictionary<string, Tensor> { ["bias"] = ones(2), ["weight"] = ones(3, 2) });
        var shapes = Assert.Throws<InvalidOperationException>(() => Safetensors.LoadInto(layer, path));
        Assert.Contains("'weight': expected the shape [2, 3], got [3, 2]", shapes.Message, StringComparison.Ordinal);
        Assert.Equal(before, layer.bias!.data<float>().ToArray());
    }
}
