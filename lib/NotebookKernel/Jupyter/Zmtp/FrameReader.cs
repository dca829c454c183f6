using System.Buffers.Binary;

namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>Reads frames from a stream.</summary>
/// <remarks>A frame's memory grows as its octets arrive: a size that is only announced costs nothing.</remarks>
internal sealed class FrameReader(Stream stream)
{
    /// <summary>The octets that a command may hold.</summary>
    public const int CommandLimit = 64 << 10;

    private const int BufferLength = 8 << 10;
    private const int FirstBlock = 64 << 10;
    private const FrameFlags Known = FrameFlags.More | FrameFlags.Long | FrameFlags.Command;
    private const FrameFlags NeverTogether = FrameFlags.More | FrameFlags.Command;
    private readonly byte[] _buffer = new byte[BufferLength];
    private int _start;
    private int _end;

    /// <summary>Reads the next frame.</summary>
    /// <param name="limit">The octets that it may hold, unless it is a command.</param>
    /// <exception cref="InvalidDataException">It is none, or is over its limit.</exception>
    /// <exception cref="EndOfStreamException">The stream ended before it or in it.</exception>
    public Frame Read(long limit)
    {
        Buffer(1);
        var flags = (FrameFlags)_buffer[_start];
        if ((flags & ~Known) != 0 || (flags & NeverTogether) == NeverTogether)
            throw new InvalidDataException($"expected the flags of a frame, got 0x{(byte)flags:X2}");
        var isLong = (flags & FrameFlags.Long) != 0;
        var head = isLong ? 9 : 2;
        Buffer(head);
        var size = isLong
            ? BinaryPrimitives.ReadUInt64BigEndian(_buffer.AsSpan(_start + 1))
            : _buffer[_start + 1];
        _start += head;
        var most = (flags & FrameFlags.Command) != 0 ? CommandLimit : limit;
        if (size > (ulong)most)
            throw new InvalidDataException($"expected a frame of at most {most:N0} octets, got one of {size:N0}");
        return new Frame(flags, ReadBody((int)size));
    }

    /// <summary>Fills a buffer.</summary>
    /// <exception cref="EndOfStreamException">The stream ended before that.</exception>
    public void ReadExactly(Span<byte> octets)
    {
        while (octets.Length > 0) octets = octets[ReadSome(octets)..];
    }

    private byte[] ReadBody(int size)
    {
        var body = new byte[Math.Min(size, FirstBlock)];
        var filled = 0;
        while (true)
        {
            ReadExactly(body.AsSpan(filled));
            if (body.Length == size) return body;
            filled = body.Length;
            Array.Resize(ref body, (int)Math.Min(size, 2L * filled));
        }
    }

    // Takes what is buffered; what is large does not go through the buffer.
    private int ReadSome(Span<byte> octets)
    {
        if (_start == _end && octets.Length >= BufferLength) return Fill(octets);
        Buffer(1);
        var count = Math.Min(octets.Length, _end - _start);
        _buffer.AsSpan(_start, count).CopyTo(octets);
        _start += count;
        return count;
    }

    private void Buffer(int count)
    {
        while (_end - _start < count)
        {
            if (_start == _end)
            {
                _start = _end = 0;
            }
            else if (_start + count > BufferLength)
            {
                _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
                (_start, _end) = (0, _end - _start);
            }
            _end += Fill(_buffer.AsSpan(_end));
        }
    }

    private int Fill(Span<byte> octets)
    {
        var count = stream.Read(octets);
        return count > 0 ? count : throw new EndOfStreamException("the peer closed the connection");
    }
}
