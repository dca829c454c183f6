using System.Buffers.Binary;
using System.Text.Json;
using static TorchSharp.torch;

namespace GenAiCourse.Training;

/// <summary>What a safetensors file says about its tensors.</summary>
/// <remarks>
/// Eight bytes with the length of the header, the header in JSON, and the elements:
/// https://github.com/huggingface/safetensors#format. Read with the limits of the reference implementation: at most
/// 100 MB of header, every element covered by exactly one tensor.
/// </remarks>
internal sealed class SafetensorsHeader
{
    private const long LargestHeader = 100_000_000;
    private const string Metadata = "__metadata__";

    private static readonly (string Name, ScalarType Type, int Bytes)[] Types =
    [
        ("F64", ScalarType.Float64, 8), ("F32", ScalarType.Float32, 4), ("F16", ScalarType.Float16, 2),
        ("BF16", ScalarType.BFloat16, 2), ("I64", ScalarType.Int64, 8), ("I32", ScalarType.Int32, 4),
        ("I16", ScalarType.Int16, 2), ("I8", ScalarType.Int8, 1), ("U8", ScalarType.Byte, 1),
        ("BOOL", ScalarType.Bool, 1),
    ];

    private SafetensorsHeader(List<Entry> entries, Dictionary<string, string> metadata) =>
        (Entries, UserMetadata) = (entries, metadata);

    /// <summary>One tensor: where its bytes begin and end behind the header.</summary>
    public sealed record Entry(string Name, ScalarType Type, long[] Shape, long Begin, long End);

    /// <summary>The tensors in the order of their bytes.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    public IReadOnlyDictionary<string, string> UserMetadata { get; }

    /// <exception cref="InvalidDataException">The header is cut off, too long, or contradicts itself.</exception>
    public static SafetensorsHeader Read(Stream stream)
    {
        var all = stream.Length - stream.Position;
        if (all < 8) throw Bad($"expected at least 8 bytes, got {all}");
        Span<byte> prefix = stackalloc byte[8];
        stream.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > LargestHeader) throw Bad($"the header may have {LargestHeader} bytes, it claims {length}");
        if (length > (ulong)(all - 8)) throw Bad($"the header claims {length} bytes, but only {all - 8} are left");
        var json = new byte[length];
        stream.ReadExactly(json);
        if (json.Length == 0 || json[0] != '{') throw Bad("the header does not begin with '{'");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 8 });
            return Parse(document.RootElement, all - 8 - (long)length);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException
            or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException($"expected a safetensors file; its header is not the JSON it should be: " +
                error.Message, error);
        }
    }

    /// <summary>
    /// The bytes of a header, and the tensors in the order to write them: by size of element, then name.
    /// </summary>
    public static (byte[] Header, List<string> Order) Write(
        IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        List<string> order = [.. tensors.Keys.OrderByDescending(name => Of(name, tensors[name]).Bytes)
            .ThenBy(name => name, StringComparer.Ordinal)];
        using var memory = new MemoryStream();
        memory.Write(new byte[8]);
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 }) WriteMetadata(json, metadata);
            var at = 0L;
            foreach (var name in order)
            {
                var (word, _, bytes) = Of(name, tensors[name]);
                var end = at + (tensors[name].numel() * bytes);
                json.WriteStartObject(name);
                json.WriteString("dtype", word);
                WriteNumbers(json, "shape", tensors[name].shape);
                WriteNumbers(json, "data_offsets", [at, end]);
                json.WriteEndObject();
                at = end;
            }

            json.WriteEndObject();
        }

        while (memory.Length % 8 != 0) memory.WriteByte((byte)' ');
        var header = memory.ToArray();
        BinaryPrimitives.WriteInt64LittleEndian(header, header.Length - 8);
        return (header, order);
    }

    private static (string, ScalarType, int Bytes) Of(string name, Tensor tensor)
    {
        if (name == Metadata) throw new ArgumentException($"a tensor may not be named {Metadata}");
        foreach (var type in Types)
            if (type.Type == tensor.dtype) return type;
        throw new ArgumentException($"{name}: tensors of type {tensor.dtype} cannot be written as safetensors");
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        json.WriteStartObject(Metadata);
        foreach (var (key, value) in metadata) json.WriteString(key, value);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    private static SafetensorsHeader Parse(JsonElement root, long dataLength)
    {
        var (entries, metadata, names) = (new List<Entry>(), new Dictionary<string, string>(), new HashSet<string>());
        foreach (var property in root.EnumerateObject())
        {
            if (!names.Add(property.Name)) throw Bad($"'{property.Name}' is there twice");
            if (property.Name != Metadata) entries.Add(ParseEntry(property));
            else
                foreach (var pair in property.Value.EnumerateObject())
                    metadata[pair.Name] = pair.Value.GetString() ?? throw Bad("metadata must be text");
        }

        entries.Sort((a, b) => a.Begin != b.Begin ? a.Begin.CompareTo(b.Begin) : a.End.CompareTo(b.End));
        var at = 0L;
        foreach (var entry in entries)
        {
            if (entry.Begin != at)
                throw Bad($"'{entry.Name}' begins at {entry.Begin}, but the tensor before it ends at {at}");
            at = entry.End;
        }

        if (at != dataLength) throw Bad($"the tensors need {at} bytes, but {dataLength} follow the header");
        return new SafetensorsHeader(entries, metadata);
    }

    private static Entry ParseEntry(JsonProperty property)
    {
        var name = property.Name;
        var word = property.Value.GetProperty("dtype").GetString();
        var type = Array.Find(Types, t => t.Name == word);
        if (type.Name is null) throw Bad($"'{name}' has the element type '{word}', which is not supported");
        var shape = Numbers(property.Value.GetProperty("shape"), name);
        var offsets = Numbers(property.Value.GetProperty("data_offsets"), name);
        if (offsets.Length != 2 || offsets[0] > offsets[1])
            throw Bad($"'{name}' has data_offsets [{string.Join(", ", offsets)}]");
        var needed = shape.Aggregate((UInt128)(uint)type.Bytes,
            (product, n) => product > ulong.MaxValue ? product : product * (ulong)n);
        if (needed != (UInt128)(offsets[1] - offsets[0]))
            throw Bad($"'{name}' of shape [{string.Join(", ", shape)}] and type {word} needs {needed} bytes, but its " +
                $"offsets leave {offsets[1] - offsets[0]}");
        return new Entry(name, type.Type, shape, offsets[0], offsets[1]);
    }

    private static long[] Numbers(JsonElement list, string name)
    {
        var numbers = list.EnumerateArray().Select(x => x.GetInt64()).ToArray();
        return Array.TrueForAll(numbers, n => n >= 0) ? numbers : throw Bad($"'{name}' has a negative number");
    }

    private static InvalidDataException Bad(string what) => new($"expected a safetensors file: {what}");
}
