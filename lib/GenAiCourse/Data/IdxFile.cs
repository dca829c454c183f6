using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace GenAiCourse.Data;

/// <summary>Files in the IDX format, in which MNIST and its kin are published.</summary>
/// <remarks>
/// Two zero bytes, a type code, the number of dimensions, their lengths and the elements, all big-endian:
/// LeCun, Cortes and Burges, the MNIST database, "The IDX file format".
/// </remarks>
public static class IdxFile
{
    private static readonly (byte Code, Type Type, int Size)[] Types =
    [
        (0x08, typeof(byte), 1), (0x09, typeof(sbyte), 1), (0x0B, typeof(short), 2),
        (0x0C, typeof(int), 4), (0x0D, typeof(float), 4), (0x0E, typeof(double), 8),
    ];

    /// <summary>Reads a file, plain or packed as <c>.gz</c>.</summary>
    /// <typeparam name="T">The element: byte, sbyte, short, int, float or double, as the file has it.</typeparam>
    /// <exception cref="InvalidDataException">
    /// It is no IDX file, is shorter or longer than it says, or has elements of another type.
    /// </exception>
    public static IdxArray<T> Read<T>(string path) where T : unmanaged, INumber<T>
    {
        using var stream = CourseData.Open(path);
        var name = Path.GetFileName(path);
        Span<byte> head = stackalloc byte[4];
        if (stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) < 4 || head[0] != 0 || head[1] != 0)
            throw new InvalidDataException($"{name} is no IDX file: expected it to begin with two zero bytes");
        var code = head[2];
        var type = Array.Find(Types, entry => entry.Code == code);
        if (type.Type is null) throw new InvalidDataException($"{name} is no IDX file: it has no type 0x{code:X2}");
        if (type.Type != typeof(T))
            throw new InvalidDataException(
                $"{name} holds {type.Type.Name}; read it with IdxFile.Read<{type.Type.Name}>");

        var shape = new int[head[3]];
        if (shape.Length == 0) throw new InvalidDataException($"{name} has no dimensions");
        for (var i = 0; i < shape.Length; i++)
        {
            if (stream.ReadAtLeast(head, 4, throwOnEndOfStream: false) < 4)
                throw TooShort(name, shape.Length * 4, i * 4);
            shape[i] = BinaryPrimitives.ReadInt32BigEndian(head);
        }
        var count = shape.Aggregate(1L, (product, length) => length < 0 ? -1 : product * length);
        if (count < 0 || count * type.Size > Array.MaxLength)
            throw new InvalidDataException($"{name} says that its shape is [{string.Join(", ", shape)}]");
        return new IdxArray<T>(shape, Elements<T>(stream, name, (int)count, type.Size));
    }

    private static T[] Elements<T>(Stream stream, string name, int count, int size) where T : unmanaged
    {
        var bytes = new byte[count * size];
        var got = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (got < bytes.Length) throw TooShort(name, bytes.Length, got);
        if (stream.ReadByte() >= 0)
            throw new InvalidDataException($"{name} goes on after the {count} elements of its shape");
        if (BitConverter.IsLittleEndian && size > 1)
            for (var i = 0; i < bytes.Length; i += size)
                bytes.AsSpan(i, size).Reverse();
        var values = new T[count];
        MemoryMarshal.Cast<byte, T>(bytes).CopyTo(values);
        return values;
    }

    private static InvalidDataException TooShort(string name, int expected, int got) =>
        new($"{name} ends early: expected {expected} bytes more, got {got}");
}
