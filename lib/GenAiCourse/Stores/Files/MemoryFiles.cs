namespace GenAiCourse.Stores;

/// <summary>Files that live as long as this object: for lessons and for nodes that run inside one process.</summary>
public sealed class MemoryFiles : IStoreFiles
{
    private readonly SortedDictionary<string, List<byte>> _files = new(StringComparer.Ordinal);

    /// <summary>Bytes appended since the start, whatever became of them: what a store writes in all.</summary>
    public long BytesWritten { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names() => [.. _files.Keys];

    /// <inheritdoc/>
    public long Length(string name) => Of(name).Count;

    /// <inheritdoc/>
    public byte[] Read(string name) => [.. Of(name)];

    /// <inheritdoc/>
    public byte[] Read(string name, long offset, int length)
    {
        var file = Of(name);
        return offset + length <= file.Count
            ? [.. file.GetRange((int)offset, length)]
            : throw new EndOfStreamException($"{name} has {file.Count} bytes; expected {length} from {offset} on");
    }

    /// <inheritdoc/>
    public void Append(string name, ReadOnlySpan<byte> bytes)
    {
        if (!_files.TryGetValue(name, out var file)) _files[name] = file = [];
        file.AddRange(bytes);
        BytesWritten += bytes.Length;
    }

    /// <inheritdoc/>
    public void Sync(string name) => Of(name);

    /// <inheritdoc/>
    public void Replace(string name, string replaced)
    {
        var file = Of(name);
        _files.Remove(name);
        _files[replaced] = file;
    }

    /// <inheritdoc/>
    public void Delete(string name) => _files.Remove(name);

    private List<byte> Of(string name) => _files.TryGetValue(name, out var file)
        ? file
        : throw new FileNotFoundException($"there is no file {name}", name);
}
