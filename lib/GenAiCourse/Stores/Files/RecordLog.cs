using System.Buffers.Binary;
using System.Numerics;

namespace GenAiCourse.Stores;

/// <summary>
/// A file of records that is only ever added to: what was acknowledged can be read again after a crash.
/// </summary>
/// <remarks>
/// A record is its length and its CRC-32C, four bytes each, little-endian, then its bytes. Only the last record can be
/// torn, since each is synced before the next is begun: a damaged record that others follow is therefore no crash but
/// a damaged disk or a stray hand, and is reported, not skipped. Write-ahead logging: Mohan et al., ARIES, 1992.
/// </remarks>
internal sealed class RecordLog
{
    private const int HeadSize = 8;

    private readonly IStoreFiles _files;
    private readonly string _name;

    private RecordLog(IStoreFiles files, string name)
    {
        _files = files;
        _name = name;
    }

    /// <summary>Bytes in the file.</summary>
    public long Length { get; private set; }

    /// <summary>
    /// Opens a log and reads what it holds; a torn record at its end, never acknowledged, is cut off.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is damaged; the message says where.</exception>
    public static (RecordLog Log, List<byte[]> Records) Open(IStoreFiles files, string name)
    {
        var log = new RecordLog(files, name);
        if (!files.Names().Contains(name)) return (log, []);
        var bytes = files.Read(name);
        var (records, end) = Records(bytes, 0);
        if (end < bytes.Length)
        {
            for (var next = end + 1; next <= bytes.Length - HeadSize; next++)
                if (Record(bytes, next) is { Length: > 0 })
                    throw new InvalidDataException(
                        $"{name} is damaged at byte {end}: a whole record follows at byte {next}. Nothing was changed; "
                        + "take the file from a copy, or cut it at that byte to lose what follows");
            log.Rewrite(bytes.AsSpan(0, end));
        }
        log.Length = end;
        return (log, records);
    }

    /// <summary>Adds a record and returns when it would survive a power cut.</summary>
    public void Append(ReadOnlySpan<byte> record)
    {
        var bytes = Framed(record);
        _files.Append(_name, bytes);
        _files.Sync(_name);
        Length += bytes.Length;
    }

    /// <summary>Replaces all records by others, in one step.</summary>
    public void Replace(IEnumerable<byte[]> records)
    {
        using var all = new MemoryStream();
        foreach (var record in records) all.Write(Framed(record));
        Rewrite(all.ToArray());
        Length = all.Length;
    }

    private void Rewrite(ReadOnlySpan<byte> bytes)
    {
        var fresh = _name + ".new";
        _files.Delete(fresh);
        _files.Append(fresh, bytes);
        _files.Sync(fresh);
        _files.Replace(fresh, _name);
    }

    private static byte[] Framed(ReadOnlySpan<byte> record)
    {
        var bytes = new byte[HeadSize + record.Length];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, record.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Checksum(record));
        record.CopyTo(bytes.AsSpan(HeadSize));
        return bytes;
    }

    private static (List<byte[]> Records, int End) Records(byte[] bytes, int start)
    {
        var records = new List<byte[]>();
        while (Record(bytes, start) is { } record)
        {
            records.Add(record);
            start += HeadSize + record.Length;
        }
        return (records, start);
    }

    private static byte[]? Record(byte[] bytes, int start)
    {
        if (bytes.Length - start < HeadSize) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(start));
        if (length <= 0 || length > bytes.Length - start - HeadSize) return null;
        var record = bytes.AsSpan(start + HeadSize, length);
        return Checksum(record) == BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(start + 4))
            ? record.ToArray()
            : null;
    }

    /// <summary>CRC-32C (Castagnoli, 1993), as iSCSI and ext4 use it.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes) crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }
}
