using System.Buffers.Binary;
using System.Text;

namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>The properties that a READY command carries.</summary>
/// <remarks>Each is a name with its length (1) and a value with its length (4, big-endian).</remarks>
internal static class Metadata
{
    public const string SocketType = "Socket-Type";
    public const string Identity = "Identity";

    /// <summary>The data of a READY command.</summary>
    public static byte[] Encode(params IEnumerable<(string Name, byte[] Value)> properties)
    {
        var data = new List<byte>();
        Span<byte> length = stackalloc byte[sizeof(uint)];
        foreach (var (name, value) in properties)
        {
            data.Add((byte)name.Length);
            data.AddRange(Encoding.ASCII.GetBytes(name));
            BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
            data.AddRange(length);
            data.AddRange(value);
        }
        return [.. data];
    }

    /// <summary>Reads the data of a READY command; names are compared without regard to case.</summary>
    /// <exception cref="InvalidDataException">A name or value reaches beyond the command.</exception>
    public static Dictionary<string, byte[]> Parse(ReadOnlySpan<byte> data)
    {
        var properties = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        while (!data.IsEmpty)
        {
            var name = Take(ref data, Take(ref data, 1)[0]);
            var length = BinaryPrimitives.ReadUInt32BigEndian(Take(ref data, sizeof(uint)));
            properties[Encoding.ASCII.GetString(name)] = Take(ref data, length).ToArray();
        }
        return properties;
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> data, uint count)
    {
        if (count > (uint)data.Length)
            throw new InvalidDataException($"expected {count:N0} octets of metadata, got {data.Length:N0}");
        var taken = data[..(int)count];
        data = data[(int)count..];
        return taken;
    }
}
