using System.Text;

namespace GenAiCourse.Stores;

/// <summary>Which files of the folder count: the sorted tables and the log that goes on after them.</summary>
/// <remarks>
/// One record, replaced in one step: until then a crash leaves the old state, from then on the new one. Files that it
/// does not name are left over from a crash and deleted when the table is opened.
/// </remarks>
internal sealed class TableManifest
{
    private const string Name = "manifest";

    private readonly IStoreFiles _files;
    private readonly RecordLog _record;
    private long _next;
    private long _log;

    private TableManifest(IStoreFiles files)
    {
        _files = files;
        (_record, var records) = RecordLog.Open(files, Name);
        if (records.Count > 1) throw new InvalidDataException($"{Name} holds {records.Count} records; expected one");
        if (records.Count == 0) return;
        using var reader = new BinaryReader(new MemoryStream(records[0]), Encoding.UTF8);
        (_next, _log) = (reader.ReadInt64(), reader.ReadInt64());
        Tables = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
    }

    /// <summary>The names of the sorted tables, oldest first.</summary>
    public IReadOnlyList<string> Tables { get; private set; } = [];

    /// <summary>The log of what is in memory only.</summary>
    public string LogName => $"log-{_log:D6}";

    public static TableManifest Open(IStoreFiles files)
    {
        var manifest = new TableManifest(files);
        var known = new HashSet<string>([.. manifest.Tables, manifest.LogName, Name]);
        foreach (var name in manifest.Tables.Where(name => !files.Names().Contains(name)))
            throw new InvalidDataException($"{Name} names {name}, which is not there; take the folder from a copy");
        foreach (var name in files.Names().Where(name => IsOurs(name) && !known.Contains(name)).ToList())
            files.Delete(name);
        return manifest;
    }

    /// <summary>A name that no table had before.</summary>
    public string NextTable() => $"table-{_next++:D6}";

    /// <summary>Says which tables count from now on; deletes those that no longer do.</summary>
    public void Save(IEnumerable<string> tables, bool withNewLog)
    {
        var (old, oldLog) = (Tables, LogName);
        Tables = [.. tables];
        if (withNewLog) _log++;
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(_next);
            writer.Write(_log);
            writer.Write(Tables.Count);
            foreach (var name in Tables) writer.Write(name);
        }
        _record.Replace([stream.ToArray()]);
        foreach (var name in old.Except(Tables)) _files.Delete(name);
        if (withNewLog) _files.Delete(oldLog);
    }

    private static bool IsOurs(string name) => name.StartsWith("log-", StringComparison.Ordinal)
        || name.StartsWith("table-", StringComparison.Ordinal) || name == $"{Name}.new";
}
