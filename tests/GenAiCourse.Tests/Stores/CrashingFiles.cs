using GenAiCourse.Stores;

namespace GenAiCourse.Tests.Stores;

/// <summary>The plug was pulled.</summary>
internal sealed class PowerCutException : Exception;

/// <summary>
/// Files that keep what a disk must keep when the power fails at a given operation: all that was synced, and of the
/// rest any beginning, with blocks of it that never arrived. A replacement or deletion under way happened or did not.
/// </summary>
internal sealed class CrashingFiles(int operations, int seed) : IStoreFiles
{
    private const int Block = 16;

    private readonly SortedDictionary<string, (List<byte> Synced, List<byte> Pending)> _files =
        new(StringComparer.Ordinal);
    private readonly Random _random = new(seed);

    /// <summary>Files that were there before.</summary>
    public CrashingFiles(MemoryFiles earlier, int operations, int seed) : this(operations, seed)
    {
        foreach (var name in earlier.Names()) _files[name] = ([.. earlier.Read(name)], []);
    }

    /// <summary>How many operations there were.</summary>
    public int Operations { get; private set; }

    /// <summary>What is found when the power is back.</summary>
    public MemoryFiles Survivors()
    {
        var survivors = new MemoryFiles();
        foreach (var (name, (synced, pending)) in _files)
        {
            var kept = pending[.._random.Next(pending.Count + 1)];
            for (var start = 0; start < kept.Count; start += Block)
                if (_random.Next(8) == 0)
                    for (var i = start; i < Math.Min(start + Block, kept.Count); i++) kept[i] = 0;
            // A file that was never synced may not be there at all.
            if (synced.Count + kept.Count > 0) survivors.Append(name, [.. synced, .. kept]);
        }
        return survivors;
    }

    public IReadOnlyList<string> Names() => [.. _files.Keys];

    public long Length(string name) => Read(name).Length;

    public byte[] Read(string name) => [.. Of(name).Synced, .. Of(name).Pending];

    public byte[] Read(string name, long offset, int length)
    {
        var bytes = Read(name);
        return offset + length <= bytes.Length
            ? bytes[(int)offset..((int)offset + length)]
            : throw new EndOfStreamException(name);
    }

    public void Append(string name, ReadOnlySpan<byte> bytes)
    {
        if (!_files.TryGetValue(name, out var file)) _files[name] = file = ([], []);
        file.Pending.AddRange(bytes);
        Tick(() => { });
    }

    public void Sync(string name) => Tick(() =>
    {
        var (synced, pending) = Of(name);
        synced.AddRange(pending);
        pending.Clear();
    });

    public void Replace(string name, string replaced) => Tick(() =>
    {
        var file = Of(name);
        if (file.Pending.Count > 0) throw new InvalidOperationException($"{name} takes a name before it is synced");
        _files.Remove(name);
        _files[replaced] = file;
    });

    public void Delete(string name) => Tick(() => _files.Remove(name));

    private void Tick(Action operation)
    {
        var isLast = ++Operations == operations;
        if (!isLast || _random.Next(2) == 0) operation();
        if (isLast) throw new PowerCutException();
        if (Operations > operations) throw new InvalidOperationException("the power is off");
    }

    private (List<byte> Synced, List<byte> Pending) Of(string name) =>
        _files.TryGetValue(name, out var file) ? file : throw new FileNotFoundException(name, name);
}
