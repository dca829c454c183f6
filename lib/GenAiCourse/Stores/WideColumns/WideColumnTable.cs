using System.Text;

namespace GenAiCourse.Stores;

/// <summary>A table of one node: partitions of ordered rows of columns, in a log-structured merge tree.</summary>
/// <remarks>
/// Cassandra's storage. A write goes to a log, which survives a power cut, and to a table in memory (memtable); a full
/// memtable becomes a sorted table on the disk, and sorted tables of about one size are merged (size-tiered
/// compaction). A read merges what memory and all tables say; the latest timestamp holds. O'Neil et al., "The
/// log-structured merge-tree", 1996; Lakshman and Malik, "Cassandra", 2010. Calls from several threads take turns.
/// </remarks>
public sealed class WideColumnTable : IDisposable
{
    private readonly IStoreFiles _files;
    private readonly WideColumnOptions _options;
    private readonly TableManifest _manifest;
    private readonly Lock _lock = new();
    private readonly SortedSet<Cell> _memtable = new(Comparer<Cell>.Create((a, b) => a.Key.CompareTo(b.Key)));
    private readonly List<SortedTable> _tables = [];
    private RecordLog _log;
    private long _newest = long.MinValue;
    private long _skipped, _read, _blocks;
    private int _compactions;
    private bool _isBroken;

    /// <summary>Opens the table of a folder, which is made where there is none.</summary>
    /// <exception cref="IOException">Another store has the folder open.</exception>
    /// <exception cref="InvalidDataException">A file is damaged; the message says which and where.</exception>
    public WideColumnTable(string folder, WideColumnOptions? options = null) : this(new FolderFiles(folder), options)
    {
    }

    /// <summary>Opens the table of some files.</summary>
    /// <exception cref="InvalidDataException">A file is damaged; the message says which and where.</exception>
    public WideColumnTable(IStoreFiles files, WideColumnOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        _files = files;
        _options = options ?? new WideColumnOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MemtableCells, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.TablesPerTier, 2, nameof(options));
        try
        {
            _manifest = TableManifest.Open(files);
            _tables.AddRange(_manifest.Tables.Select(name => SortedTable.Open(files, name)));
            (_log, var records) = RecordLog.Open(files, _manifest.LogName);
            foreach (var cell in records.SelectMany(CellsOf)) Remember(cell);
            _newest = _tables.Select(table => table.Newest).Append(_newest).Max();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What the table has done.</summary>
    public WideColumnStatistics Statistics
    {
        get
        {
            lock (_lock) return new(_memtable.Count, _tables.Count, _skipped, _read, _blocks, _compactions);
        }
    }

    /// <summary>Writes cells, all or none, and returns when they would survive a power cut.</summary>
    /// <param name="cells">Values and tombstones; an older timestamp than what is there changes nothing.</param>
    /// <exception cref="ArgumentException">A name is null or empty.</exception>
    public void Write(params IEnumerable<Cell> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var all = cells.ToList();
        foreach (var (partition, clustering, column) in all.Select(cell => cell.Key))
        {
            ArgumentException.ThrowIfNullOrEmpty(partition);
            ArgumentNullException.ThrowIfNull(clustering);
            ArgumentException.ThrowIfNullOrEmpty(column);
        }
        if (all.Count == 0) return;
        lock (_lock)
            Guarded(() =>
            {
                _log.Append(BytesOf(all));
                foreach (var cell in all) Remember(cell);
                if (_memtable.Count >= _options.MemtableCells) FlushMemtable();
            });
    }

    /// <summary>Writes one value.</summary>
    public void Put(string partition, string clustering, string column, string value, long timestamp)
    {
        ArgumentNullException.ThrowIfNull(value);
        Write(new Cell(new CellKey(partition, clustering, column), value, timestamp));
    }

    /// <summary>Deletes one value: writes a tombstone, since older tables cannot be changed.</summary>
    public void Delete(string partition, string clustering, string column, long timestamp) =>
        Write(new Cell(new CellKey(partition, clustering, column), null, timestamp));

    /// <summary>The value of a cell; null when it has none.</summary>
    public string? Get(string partition, string clustering, string column) =>
        Find(partition, clustering, column)?.Value;

    /// <summary>A cell with its timestamp, tombstones too; null when nothing is known of it.</summary>
    public Cell? Find(string partition, string clustering, string column)
    {
        var key = new CellKey(partition, clustering, column);
        lock (_lock)
            return Merged(partition, key).TakeWhile(cell => cell.Key == key).Select(cell => (Cell?)cell)
                .FirstOrDefault();
    }

    /// <summary>The rows of a partition, in order of their clustering key.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="from">The first clustering key; null begins at the first row.</param>
    /// <param name="to">The first clustering key that is not wanted; null goes on to the end.</param>
    public IReadOnlyList<WideRow> Read(string partition, string? from = null, string? to = null)
    {
        lock (_lock)
        {
            var rows = new List<WideRow>();
            var columns = new Dictionary<string, string>();
            foreach (var cell in Cells(partition, from, to).Where(cell => cell.Value is not null))
            {
                if (rows.Count == 0 || rows[^1].Clustering != cell.Key.Clustering)
                    rows.Add(new WideRow(cell.Key.Clustering, columns = []));
                columns[cell.Key.Column] = cell.Value!;
            }
            return rows;
        }
    }

    /// <summary>Writes the memtable to the disk as a sorted table.</summary>
    public void Flush()
    {
        lock (_lock) Guarded(FlushMemtable);
    }

    /// <summary>Merges all sorted tables into one.</summary>
    public void Compact()
    {
        lock (_lock)
            Guarded(() =>
            {
                FlushMemtable();
                if (_tables.Count > 0) Merge([.. _tables]);
            });
    }

    /// <summary>Closes the files.</summary>
    public void Dispose() => (_files as IDisposable)?.Dispose();

    /// <summary>All cells of all partitions, tombstones too, in order.</summary>
    internal IReadOnlyList<Cell> AllCells()
    {
        lock (_lock) return [.. Latest(_tables.Select(table => table.From(null)).Append(_memtable))];
    }

    private IEnumerable<Cell> Cells(string partition, string? from, string? to) =>
        Merged(partition, new CellKey(partition, from ?? "", ""))
            .TakeWhile(cell => to is null || string.CompareOrdinal(cell.Key.Clustering, to) < 0);

    // The cells of a partition from a key on, the latest of each key.
    private IEnumerable<Cell> Merged(string partition, CellKey from)
    {
        ArgumentException.ThrowIfNullOrEmpty(partition);
        var sources = new List<IEnumerable<Cell>>();
        foreach (var table in _tables)
        {
            if (!table.MayHold(partition))
            {
                _skipped++;
                continue;
            }
            _read++;
            sources.Add(table.From(from, () => _blocks++));
        }
        var last = new Cell(new CellKey(partition + '\0', "", ""), null, 0);
        sources.Add(_memtable.GetViewBetween(new Cell(from, null, 0), last));
        return Latest(sources.Select(cells => cells.TakeWhile(cell => cell.Key.Partition == partition)));
    }

    // Merges ordered sources; of cells with one key the latest remains.
    private static IEnumerable<Cell> Latest(IEnumerable<IEnumerable<Cell>> sources)
    {
        var queue = new PriorityQueue<IEnumerator<Cell>, CellKey>();
        try
        {
            foreach (var source in sources)
            {
                var cells = source.GetEnumerator();
                if (cells.MoveNext()) queue.Enqueue(cells, cells.Current.Key);
                else cells.Dispose();
            }
            Cell? pending = null;
            while (queue.TryDequeue(out var cells, out var key))
            {
                if (pending is { } cell && cell.Key != key)
                {
                    yield return cell;
                    pending = null;
                }
                pending = pending is { } same ? Cell.Latest(same, cells.Current) : cells.Current;
                if (cells.MoveNext()) queue.Enqueue(cells, cells.Current.Key);
                else cells.Dispose();
            }
            if (pending is { } last) yield return last;
        }
        finally
        {
            foreach (var (cells, _) in queue.UnorderedItems) cells.Dispose();
        }
    }

    private void Remember(Cell cell)
    {
        _newest = Math.Max(_newest, cell.Timestamp);
        if (_memtable.TryGetValue(cell, out var known))
        {
            _memtable.Remove(known);
            cell = Cell.Latest(known, cell);
        }
        _memtable.Add(cell);
    }

    private void FlushMemtable()
    {
        if (_memtable.Count == 0) return;
        var table = SortedTable.Write(_files, _manifest.NextTable(), [.. _memtable], _options.FalsePositiveRate);
        _tables.Add(table);
        _manifest.Save(_tables.Select(one => one.Name), withNewLog: true);
        _memtable.Clear();
        (_log, _) = RecordLog.Open(_files, _manifest.LogName);
        while (Tier() is { } tier) Merge(tier);
    }

    // Tables whose sizes lie in one power of two, once there are enough of them.
    private List<SortedTable>? Tier() => _tables.GroupBy(table => (int)Math.Log2(Math.Max(1, table.Cells)))
        .Where(group => group.Count() >= _options.TablesPerTier).OrderBy(group => group.Key)
        .Select(group => group.ToList()).FirstOrDefault();

    private void Merge(List<SortedTable> merged)
    {
        var isWhole = merged.Count == _tables.Count;
        var cells = Latest(merged.Select(table => table.From(null)))
            // A tombstone may go only when no older table can hold what it deletes, and all replicas have heard of it.
            .Where(cell => !(isWhole && cell.Value is null && cell.Timestamp <= _newest - _options.TombstoneGrace))
            .ToList();
        foreach (var table in merged) _tables.Remove(table);
        if (cells.Count > 0)
            _tables.Add(SortedTable.Write(_files, _manifest.NextTable(), cells, _options.FalsePositiveRate));
        _manifest.Save(_tables.Select(table => table.Name), withNewLog: false);
        _compactions++;
    }

    // After a failed write nobody knows what the files hold; opening them again finds out.
    private void Guarded(Action write)
    {
        if (_isBroken) throw new InvalidOperationException("the last write failed; close the table and open it again");
        _isBroken = true;
        write();
        _isBroken = false;
    }

    private static byte[] BytesOf(List<Cell> cells)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(cells.Count);
        foreach (var cell in cells) SortedTable.WriteCell(writer, cell);
        return stream.ToArray();
    }

    private static List<Cell> CellsOf(byte[] record)
    {
        using var reader = new BinaryReader(new MemoryStream(record), Encoding.UTF8);
        var cells = new List<Cell>();
        for (var count = reader.ReadInt32(); count > 0; count--) cells.Add(SortedTable.ReadCell(reader));
        return cells;
    }
}
