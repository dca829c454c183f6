using System.Text.RegularExpressions;

namespace GenAiCourse.Stores;

/// <summary>
/// A document database inside the process: collections of JSON documents, queries, indexes, aggregation.
/// </summary>
/// <remarks>
/// MongoDB's model and words, without a server. Each collection is one file of operations: a write is acknowledged when
/// it is on the disk, and a batch is there wholly or not at all. Documents live in memory; this is for thousands
/// of them, not for millions. One process at a time opens a folder.
/// </remarks>
public sealed partial class DocumentStore : IDisposable
{
    private const string Extension = ".documents";

    private readonly IStoreFiles _files;
    private readonly Dictionary<string, DocumentCollection> _collections = [];

    /// <summary>Opens the store of a folder, which is made where there is none.</summary>
    /// <exception cref="IOException">Another store has the folder open.</exception>
    /// <exception cref="InvalidDataException">A file is damaged; the message says which and where.</exception>
    public DocumentStore(string folder) : this(new FolderFiles(folder))
    {
    }

    /// <summary>Opens the store of some files.</summary>
    /// <exception cref="InvalidDataException">A file is damaged; the message says which and where.</exception>
    public DocumentStore(IStoreFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        _files = files;
        try
        {
            foreach (var name in files.Names().Where(name => name.EndsWith(Extension, StringComparison.Ordinal)))
                Collection(name[..^Extension.Length]);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The names of the collections that hold or have held something, in ordinal order.</summary>
    public IReadOnlyList<string> CollectionNames => [.. _collections.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A collection; one that is not there yet begins empty.</summary>
    /// <param name="name">Letters, digits, underscores and hyphens, 64 at the most; it also names a file.</param>
    /// <exception cref="ArgumentException">The name is something else.</exception>
    public DocumentCollection Collection(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!Name().IsMatch(name))
            throw new ArgumentException(
                $"expected a name of letters, digits, _ and -, 64 at the most, got \"{name}\"", nameof(name));
        lock (_collections)
        {
            if (!_collections.TryGetValue(name, out var collection))
                _collections[name] = collection = new DocumentCollection(this, _files, name + Extension);
            return collection;
        }
    }

    /// <summary>Closes the files.</summary>
    public void Dispose() => (_files as IDisposable)?.Dispose();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex Name();
}
