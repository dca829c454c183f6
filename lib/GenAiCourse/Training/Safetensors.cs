using static TorchSharp.torch;

namespace GenAiCourse.Training;

/// <summary>Named tensors in a file, as Hugging Face shares weights.</summary>
/// <remarks>
/// The format: https://github.com/huggingface/safetensors#format. It holds no code, unlike pickled files.
/// </remarks>
public static class Safetensors
{
    /// <summary>Reads all tensors of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="floats">What floating-point tensors are converted to; null for the type in the file.</param>
    /// <returns>The tensors by name, in the order of their bytes.</returns>
    /// <exception cref="InvalidDataException">
    /// The file is cut off or of another kind, or contradicts itself.
    /// </exception>
    public static Dictionary<string, Tensor> Load(string path, ScalarType? floats = null)
    {
        using var stream = File.OpenRead(path);
        return Load(stream, floats);
    }

    /// <summary>Reads all tensors of a stream that can seek, from where it stands.</summary>
    /// <inheritdoc cref="Load(string, ScalarType?)"/>
    public static Dictionary<string, Tensor> Load(Stream stream, ScalarType? floats = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var result = new Dictionary<string, Tensor>();
        foreach (var entry in SafetensorsHeader.Read(stream).Entries)
            result[entry.Name] = ReadTensor(stream, entry, floats);
        return result;
    }

    /// <summary>The text that goes with the tensors; nothing else is read.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is cut off or of another kind, or contradicts itself.
    /// </exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path)
    {
        using var stream = File.OpenRead(path);
        return SafetensorsHeader.Read(stream).UserMetadata;
    }

    /// <summary>Writes tensors to a file, which takes the place of an older one only when it is complete.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tensors">The tensors by name.</param>
    /// <param name="metadata">Text to go with them, or null.</param>
    /// <exception cref="ArgumentException">An element type is not one of the format.</exception>
    public static void Save(string path, IReadOnlyDictionary<string, Tensor> tensors,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        var partial = path + ".partial";
        try
        {
            using (var stream = File.Create(partial)) Save(stream, tensors, metadata);
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Writes tensors to a stream.</summary>
    /// <inheritdoc cref="Save(string, IReadOnlyDictionary{string, Tensor}, IReadOnlyDictionary{string, string})"/>
    public static void Save(Stream stream, IReadOnlyDictionary<string, Tensor> tensors,
        IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        var (header, order) = SafetensorsHeader.Write(tensors, metadata);
        stream.Write(header);
        using var scope = NewDisposeScope();
        foreach (var name in order) stream.Write(tensors[name].detach().contiguous().bytes);
    }

    /// <summary>Copies the tensors of a file into a module's parameters and buffers.</summary>
    /// <param name="module">The module; it is unchanged when this throws.</param>
    /// <param name="path">The file.</param>
    /// <param name="key">
    /// The module's name for a name in the file, or null to leave that tensor out; the same names if null.
    /// </param>
    /// <param name="convert">
    /// What to make of a tensor of the file, by its name there: GPT-2's matrices, say, are stored transposed.
    /// </param>
    /// <param name="strict">Whether both must have the same names.</param>
    /// <exception cref="InvalidDataException">
    /// The file is cut off or of another kind, or contradicts itself.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// A shape differs, two tensors have one name in the module, or, when strict, the names differ.
    /// </exception>
    public static SafetensorsReport LoadInto(nn.Module module, string path, Func<string, string?>? key = null,
        Func<string, Tensor, Tensor>? convert = null, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(module);
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var own = module.state_dict();
        var (found, unexpected) = (new Dictionary<string, Tensor>(), new List<string>());
        foreach (var (name, tensor) in Load(path))
        {
            var target = key is null ? name : key(name);
            if (target is null) continue;
            if (!own.ContainsKey(target)) unexpected.Add(name);
            else if (!found.TryAdd(target, convert is null ? tensor : convert(name, tensor)))
                throw new InvalidOperationException($"two tensors of {Path.GetFileName(path)} are for '{target}'");
        }

        List<string> missing = [.. own.Keys.Where(name => !found.ContainsKey(name))];
        if (strict && missing.Count + unexpected.Count > 0)
            throw new InvalidOperationException("The names in the file are not those of the module. Missing: " +
                $"[{string.Join(", ", missing)}]; unexpected: [{string.Join(", ", unexpected)}].");
        foreach (var (name, tensor) in found)
            if (!tensor.shape.AsSpan().SequenceEqual(own[name].shape))
                throw new InvalidOperationException(
                    $"'{name}': expected the shape [{string.Join(", ", own[name].shape)}], got " +
                    $"[{string.Join(", ", tensor.shape)}]");
        foreach (var (name, tensor) in found) own[name].copy_(tensor);
        return new SafetensorsReport([.. found.Keys], missing, unexpected);
    }

    private static Tensor ReadTensor(Stream stream, SafetensorsHeader.Entry entry, ScalarType? floats)
    {
        if (entry.End - entry.Begin > Array.MaxLength)
            throw new InvalidDataException($"'{entry.Name}' has {entry.End - entry.Begin} bytes; at most " +
                $"{Array.MaxLength} can be read");
        var tensor = empty(entry.Shape, entry.Type);
        var bytes = tensor.bytes;
        stream.ReadExactly(bytes);
        if (entry.Type == ScalarType.Bool && bytes.ContainsAnyExceptInRange((byte)0, (byte)1))
            throw new InvalidDataException($"'{entry.Name}' has a BOOL that is neither 0 nor 1");
        return floats is { } type && tensor.is_floating_point()
            ? tensor.to_type(type, disposeAfter: tensor.dtype != type) : tensor;
    }
}
