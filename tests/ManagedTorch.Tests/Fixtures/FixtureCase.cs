using System.Text.Json;
using Testing;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Fixtures;

/// <summary>One case of torch.json: what PyTorch computed from which inputs.</summary>
internal sealed class FixtureCase
{
    private static readonly Lazy<FixtureCase[]> Cases = new(() => ReadFrom(TestPaths.Fixture("torch.json")));
    private static readonly Lazy<FixtureCase[]> LayerCases = new(() => Read("layers.json"));

    private readonly JsonElement _json;

    private FixtureCase(JsonElement json, int index)
    {
        _json = json;
        Group = json.GetProperty("group").GetString()!;
        Name = json.GetProperty("name").GetString()!;
        Id = $"{Group}/{Name}/{index}";
    }

    public static IReadOnlyList<FixtureCase> All => Cases.Value;

    /// <summary>The cases of layers.json.</summary>
    public static IReadOnlyList<FixtureCase> Layers => LayerCases.Value;

    public string Group { get; }

    public string Name { get; }

    /// <summary>group/name/index, unique in the file.</summary>
    public string Id { get; }

    public double Tolerance => _json.GetProperty("tolerance").GetDouble();

    public JsonElement Params => _json.GetProperty("params");

    /// <summary>The whole case, for what has no property here.</summary>
    public JsonElement Json => _json;

    /// <summary>Fresh input tensors; those that have a gradient in the file require one.</summary>
    public Tensor[] Inputs
    {
        get
        {
            Tensor[] inputs = Tensors("inputs") ?? [];
            var grads = Optional("grads");
            for (var i = 0; i < inputs.Length; i++)
                if (grads is { } g && g[i].ValueKind != JsonValueKind.Null) inputs[i].requires_grad = true;
            return inputs;
        }
    }

    public static FixtureCase Find(string id) =>
        (id.StartsWith("layer/", StringComparison.Ordinal) ? Layers : All).First(c => c.Id == id);

    public long Int(string name) => Params.GetProperty(name).GetInt64();

    public double Number(string name) => Params.GetProperty(name).GetDouble();

    public bool Flag(string name) => Params.GetProperty(name).GetBoolean();

    public string Text(string name) => Params.GetProperty(name).GetString()!;

    /// <summary>Yes or no, or null where the file says neither.</summary>
    public bool? FlagOrNull(string name) =>
        Params.GetProperty(name).ValueKind == JsonValueKind.Null ? null : Flag(name);

    /// <summary>A list of numbers.</summary>
    public double[] Numbers(string name) => [.. Params.GetProperty(name).EnumerateArray().Select(x => x.GetDouble())];

    /// <summary>A list of integers, or one integer as a list.</summary>
    public long[] Ints(string name) => Params.GetProperty(name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(x => x.GetInt64())] : [Int(name)];

    /// <summary>A named set of tensors: state, state_grads or draws.</summary>
    public Dictionary<string, Tensor> Named(string property) =>
        _json.GetProperty(property).EnumerateObject().ToDictionary(p => p.Name, p => Tensor(p.Value));

    /// <summary>Runs an operation on the inputs and compares outputs and gradients with PyTorch's.</summary>
    public void Check(Func<Tensor[], Tensor[]> operation)
    {
        var inputs = Inputs;
        var outputs = operation(inputs);
        var expected = Tensors("outputs")!;
        Assert.Equal(expected.Length, outputs.Length);
        for (var i = 0; i < expected.Length; i++) AssertSame(expected[i], outputs[i], $"{Id} output {i}");
        if (Tensors("weights") is not { } weights) return;

        var floats = outputs.Where(o => o.dtype == ScalarType.Float64 && o.requires_grad).ToArray();
        Assert.Equal(weights.Length, floats.Length);
        var loss = floats.Zip(weights, (o, w) => (o * w).sum()).Aggregate((a, b) => a + b);
        loss.backward();
        var grads = _json.GetProperty("grads");
        for (var i = 0; i < inputs.Length; i++)
            if (grads[i].ValueKind != JsonValueKind.Null)
                AssertSame(Tensor(grads[i]), inputs[i].grad, $"{Id} gradient {i}");
    }

    /// <summary>Fails unless type, shape and values agree.</summary>
    public void AssertSame(Tensor expected, Tensor? actual, string what)
    {
        Assert.True(actual is not null, $"{what}: expected a tensor, got null");
        Assert.True(expected.dtype == actual.dtype, $"{what}: expected {expected.dtype}, got {actual.dtype}");
        Assert.Equal(expected.shape, actual.shape);
        Near.Equal(Doubles(expected), Doubles(actual), Tolerance, what);
    }

    public static double[] Doubles(Tensor tensor) =>
        tensor.detach().to_type(ScalarType.Float64).data<double>().ToArray();

    public Tensor[]? Tensors(string property) =>
        Optional(property) is { } list ? [.. list.EnumerateArray().Select(Tensor)] : null;

    public static Tensor Tensor(JsonElement json)
    {
        var shape = json.GetProperty("shape").EnumerateArray().Select(x => x.GetInt64()).ToArray();
        var data = json.GetProperty("data").EnumerateArray();
        return json.GetProperty("dtype").GetString() switch
        {
            "float64" => tensor(data.Select(Float).ToArray(), shape),
            "float32" => tensor(data.Select(x => (float)Float(x)).ToArray(), shape),
            "int64" => tensor(data.Select(x => x.GetInt64()).ToArray(), shape),
            _ => tensor(data.Select(x => x.ValueKind == JsonValueKind.True).ToArray(), shape),
        };
    }

    public override string ToString() => Id;

    private JsonElement? Optional(string property) =>
        _json.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Array ? value : null;

    private static double Float(JsonElement value) => value.ValueKind != JsonValueKind.String ? value.GetDouble()
        : value.GetString() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            _ => double.NegativeInfinity,
        };

    /// <summary>The cases of a file of this repository's own.</summary>
    public static FixtureCase[] Read(string file) =>
        ReadFrom(Path.Combine(TestPaths.Root, "tests", "Fixtures", file));

    private static FixtureCase[] ReadFrom(string path)
    {
        var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select((c, i) => new FixtureCase(c, i))];
    }
}
