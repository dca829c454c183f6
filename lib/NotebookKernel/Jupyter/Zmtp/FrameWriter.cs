using System.Buffers.Binary;

namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>Writes frames, many small ones at a time.</summary>
/// <param name="send">Puts octets on the wire; they may be reused when it returns.</param>
internal sealed class FrameWriter(Action<ReadOnlyMemory<byte>> send)
{
    private const int LongHead = 9;
    private const int BufferLength = 16 << 10;
    private const int Large = 4 << 10;
    private readonly byte[] _buffer = new byte[BufferLength];
    private int _filled;

    /// <summary>Writes a message; it may stay in the buffer until <see cref="Flush"/>.</summary>
    public void Write(byte[][] frames)
    {
        for (var i = 0; i < frames.Length; i++)
            Write(frames[i], i + 1 < frames.Length ? FrameFlags.More : FrameFlags.None);
    }

    /// <summary>Writes one frame; it may stay in the buffer until <see cref="Flush"/>.</summary>
    public void Write(byte[] body, FrameFlags flags)
    {
        if (_filled + LongHead + (body.Length < Large ? body.Length : 0) > BufferLength)
            Flush();
        WriteHead(flags, body.Length);
        if (body.Length < Large)
        {
            body.CopyTo(_buffer, _filled);
            _filled += body.Length;
            return;
        }
        Flush();
        send(body);
    }

    /// <summary>Puts on the wire what is buffered.</summary>
    public void Flush()
    {
        if (_filled == 0) return;
        send(_buffer.AsMemory(0, _filled));
        _filled = 0;
    }

    private void WriteHead(FrameFlags flags, int size)
    {
        if (size <= byte.MaxValue)
        {
            _buffer[_filled++] = (byte)flags;
            _buffer[_filled++] = (byte)size;
            return;
        }
        _buffer[_filled++] = (byte)(flags | FrameFlags.Long);
        BinaryPrimitives.WriteUInt64BigEndian(_buffer.AsSpan(_filled), (ulong)size);
        _filled += sizeof(ulong);
    }
}
