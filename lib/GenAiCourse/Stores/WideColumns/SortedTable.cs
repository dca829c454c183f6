using System.Buffers.Binary;
using System.Text;

namespace GenAiCourse.Stores;

/// <summary>A file of cells in order that never changes: a sorted string table.</summary>
/// <remarks>
/// Blocks of cells, then a footer with the first key and the place of each block, and a Bloom filter over the
/// partitions; a checksum after each. Chang et al., Bigtable, 2006, section 4; Lakshman and Malik, Cassandra, 2010.
/// </remarks>
internal sealed class SortedTable
{
    private const int Magic = 0x31545353;        // "SST1"
    private const int TailSize = 16;
    private const int CellsPerBlock = 64;

    private readonly IStoreFiles _files;
    private readonly List<(CellKey First, long Offset, int Length)> _blocks = [];
    private readonly BloomFilter _filter;

    private SortedTable(IStoreFiles files, string name, long tail)
    {
        _files = files;
        Name = name;
        var end = files.Read(name, tail, TailSize);
        if (BinaryPrimitives.ReadInt32LittleEndian(end.AsSpan(12)) != Magic) throw Damaged(tail);
        var (offset, length) =
            (BinaryPrimitives.ReadInt64LittleEndian(end), BinaryPrimitives.ReadInt32LittleEndian(end.AsSpan(8)));
        using var reader = Checked(offset, length);
        (Cells, Newest) = (reader.ReadInt32(), reader.ReadInt64());
        for (var count = reader.ReadInt32(); count > 0; count--)
            _blocks.Add((ReadKey(reader), reader.ReadInt64(), reader.ReadInt32()));
        _filter = BloomFilter.Read(reader);
    }

    public string Name { get; }

    public int Cells { get; }

    /// <summary>The latest timestamp.</summary>
    public long Newest { get; }

    /// <summary>Writes a table and returns when it would survive a power cut.</summary>
    /// <param name="files">Where to.</param>
    /// <param name="name">The name of a file that is not there.</param>
    /// <param name="cells">At least one, in order of key, no key twice.</param>
    /// <param name="falsePositiveRate">Of the filter.</param>
    public static SortedTable Write(IStoreFiles files, string name, IReadOnlyList<Cell> cells, double falsePositiveRate)
    {
        var filter = new BloomFilter(cells.Select(cell => cell.Key.Partition).Distinct().Count(), falsePositiveRate);
        var blocks = new List<(CellKey First, long Offset, int Length)>();
        var offset = 0L;
        foreach (var block in cells.Chunk(CellsPerBlock))
        {
            var bytes = Framed(writer =>
            {
                writer.Write(block.Length);
                foreach (var cell in block)
                {
                    filter.Add(cell.Key.Partition);
                    WriteCell(writer, cell);
                }
            });
            files.Append(name, bytes);
            blocks.Add((block[0].Key, offset, bytes.Length));
            offset += bytes.Length;
        }
        var footer = Framed(writer =>
        {
            writer.Write(cells.Count);
            writer.Write(cells.Max(cell => cell.Timestamp));
            writer.Write(blocks.Count);
            foreach (var (first, start, length) in blocks)
            {
                WriteKey(writer, first);
                writer.Write(start);
                writer.Write(length);
            }
            filter.Write(writer);
        });
        files.Append(name, footer);
        var tail = new byte[TailSize];
        BinaryPrimitives.WriteInt64LittleEndian(tail, offset);
        BinaryPrimitives.WriteInt32LittleEndian(tail.AsSpan(8), footer.Length);
        BinaryPrimitives.WriteInt32LittleEndian(tail.AsSpan(12), Magic);
        files.Append(name, tail);
        files.Sync(name);
        return new SortedTable(files, name, offset + footer.Length);
    }

    /// <summary>Opens a table: reads its footer, no cell.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static SortedTable Open(IStoreFiles files, string name)
    {
        var length = files.Length(name);
        if (length < TailSize) throw new InvalidDataException($"{name} is damaged: it has {length} bytes");
        return new SortedTable(files, name, length - TailSize);
    }

    /// <summary>False when no cell of the partition is here.</summary>
    public bool MayHold(string partition) => _filter.MayContain(partition);

    /// <summary>The cells from a key on, in order.</summary>
    /// <param name="from">The first key; default for all.</param>
    /// <param name="blockRead">Called for each block that is read.</param>
    /// <exception cref="InvalidDataException">A block is damaged; the message says where.</exception>
    public IEnumerable<Cell> From(CellKey? from, Action? blockRead = null)
    {
        var block = 0;
        if (from is { } key)
        {
            // The last block that begins at or before the key is where it can stand.
            var (low, high) = (0, _blocks.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_blocks[middle].First <= key) low = middle + 1;
                else high = middle;
            }
            block = Math.Max(0, low - 1);
        }
        for (; block < _blocks.Count; block++)
        {
            blockRead?.Invoke();
            using var reader = Checked(_blocks[block].Offset, _blocks[block].Length);
            for (var count = reader.ReadInt32(); count > 0; count--)
            {
                var cell = ReadCell(reader);
                if (from is null || cell.Key >= from) yield return cell;
            }
        }
    }

    public static void WriteCell(BinaryWriter writer, Cell cell)
    {
        WriteKey(writer, cell.Key);
        writer.Write(cell.Timestamp);
        writer.Write(cell.Value is not null);
        if (cell.Value is not null) writer.Write(cell.Value);
    }

    public static Cell ReadCell(BinaryReader reader)
    {
        var key = ReadKey(reader);
        var timestamp = reader.ReadInt64();
        return new Cell(key, reader.ReadBoolean() ? reader.ReadString() : null, timestamp);
    }

    private static void WriteKey(BinaryWriter writer, CellKey key)
    {
        writer.Write(key.Partition);
        writer.Write(key.Clustering);
        writer.Write(key.Column);
    }

    private static CellKey ReadKey(BinaryReader reader) =>
        new(reader.ReadString(), reader.ReadString(), reader.ReadString());

    // What is written, and its checksum after it.
    private static byte[] Framed(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        write(writer);
        writer.Write(RecordLog.Checksum(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    private BinaryReader Checked(long offset, int length)
    {
        byte[] bytes;
        try
        {
            bytes = length >= 4 && offset >= 0 ? _files.Read(Name, offset, length) : throw Damaged(offset);
        }
        catch (EndOfStreamException)
        {
            throw Damaged(offset);
        }
        return RecordLog.Checksum(bytes.AsSpan(..^4)) == BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(^4..))
            ? new BinaryReader(new MemoryStream(bytes, 0, length - 4), Encoding.UTF8)
            : throw Damaged(offset);
    }

    private InvalidDataException Damaged(long offset) =>
        new($"{Name} is damaged in the part from byte {offset} on; take the file from a copy, "
            + "or the node from its replicas");
}
