using System.Runtime.InteropServices;

namespace GenAiCourse.Stores;

/// <summary>The files of a folder on the disk.</summary>
/// <remarks>
/// One store at a time may use a folder: a lock file keeps a second process, or a second store, out. Close it with
/// <see cref="Dispose"/>; the system closes it when the process ends, however it ends.
/// </remarks>
public sealed class FolderFiles : IStoreFiles, IDisposable
{
    private const string LockName = "store.lock";

    private readonly FileStream _lock;
    private readonly Dictionary<string, FileStream> _open = [];

    /// <summary>Opens a folder, which is made where there is none.</summary>
    /// <exception cref="IOException">Another store has it open.</exception>
    public FolderFiles(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Folder = Path.GetFullPath(folder);
        Directory.CreateDirectory(Folder);
        try
        {
            _lock = new FileStream(
                Path.Combine(Folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error)
        {
            throw new IOException($"{Folder} is in use: another store has it open; close that one first", error);
        }
    }

    /// <summary>The folder's full path.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names() =>
        [.. Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)!).Where(name => name != LockName)
            .Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public long Length(string name) => new FileInfo(PathOf(name)).Length;

    /// <inheritdoc/>
    public byte[] Read(string name)
    {
        using var stream = OpenRead(name);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public byte[] Read(string name, long offset, int length)
    {
        using var stream = OpenRead(name);
        stream.Position = offset;
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <inheritdoc/>
    public void Append(string name, ReadOnlySpan<byte> bytes)
    {
        if (!_open.TryGetValue(name, out var stream))
        {
            stream = new FileStream(PathOf(name), FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
            _open[name] = stream;
            SyncFolder();
        }
        stream.Write(bytes);
    }

    /// <inheritdoc/>
    public void Sync(string name)
    {
        if (_open.TryGetValue(name, out var stream)) stream.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Replace(string name, string replaced)
    {
        Close(name);
        Close(replaced);
        File.Move(PathOf(name), PathOf(replaced), overwrite: true);
        SyncFolder();
    }

    /// <inheritdoc/>
    public void Delete(string name)
    {
        Close(name);
        File.Delete(PathOf(name));
        SyncFolder();
    }

    /// <summary>Closes all files and lets others open the folder.</summary>
    public void Dispose()
    {
        foreach (var name in _open.Keys.ToList()) Close(name);
        _lock.Dispose();
    }

    private string PathOf(string name) => Path.Combine(Folder, name);

    private FileStream OpenRead(string name) =>
        new(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    private void Close(string name)
    {
        if (_open.Remove(name, out var stream)) stream.Dispose();
    }

    // A new name is durable on Unix only when its folder is synced too; Windows' journal does that by itself.
    private void SyncFolder()
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = Open(Folder, 0);
        if (descriptor < 0) return;
        _ = FSync(descriptor);
        _ = Close(descriptor);
    }

#pragma warning disable SYSLIB1054 // a source-generated import would make the whole project unsafe
    [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
#pragma warning restore SYSLIB1054
}
