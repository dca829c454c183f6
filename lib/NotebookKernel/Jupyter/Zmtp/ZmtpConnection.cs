using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>One peer: its handshake, what it sends, and the queue of what is sent to it.</summary>
internal sealed class ZmtpConnection : IDisposable
{
    // What a message costs beside its octets; a queue of empty frames has a bound too.
    private const int FrameOverhead = 48;
    private const int MostFrames = 65_536;
    private const int MostIdentity = 255;
    private const int Portion = 64 << 10;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly ZmtpOptions _options;
    private readonly FrameReader _reader;
    private readonly FrameWriter _writer;
    private readonly BlockingCollection<Outgoing> _outgoing = [];
    private long _queuedBytes;
    private long _unsent;
    private int _isClosed;

    /// <summary>Takes over a socket that has been accepted.</summary>
    public ZmtpConnection(Socket socket, ZmtpOptions options)
    {
        _socket = socket;
        _options = options;
        _socket.SendTimeout = (int)options.StallLimit.TotalMilliseconds;
        _stream = new NetworkStream(socket, ownsSocket: false);
        _reader = new FrameReader(_stream);
        _writer = new FrameWriter(Send);
    }

    /// <summary>What the peer calls itself; empty when it leaves that to us.</summary>
    public byte[] Identity { get; set; } = [];

    /// <summary>The thread that serves the peer.</summary>
    public Thread? Serving { get; set; }

    /// <summary>What waits to be sent, in bytes.</summary>
    public long QueuedBytes => Interlocked.Read(ref _queuedBytes);

    /// <summary>True when everything that was queued has been handed to the system.</summary>
    public bool IsDrained => Interlocked.Read(ref _unsent) == 0;

    /// <summary>Exchanges greetings and READY commands.</summary>
    /// <param name="type">Our socket's type, such as ROUTER.</param>
    /// <param name="peerTypes">The types that may connect to it.</param>
    /// <exception cref="InvalidDataException">The peer speaks something else, or is of another type.</exception>
    /// <exception cref="IOException">The connection ended.</exception>
    public void Handshake(string type, IReadOnlyList<string> peerTypes)
    {
        // libzmq sends the rest of its greeting only when it has seen the beginning of ours: never wait for it first.
        Send(Greeting.Create(_options.Minor));
        Greeting.Read(_reader);
        var metadata = Metadata.Encode(
            (Metadata.SocketType, Encoding.ASCII.GetBytes(type)), (Metadata.Identity, []));
        Send(new Command(Command.Ready, metadata));

        var frame = _reader.Read(limit: 0);
        if (!frame.IsCommand) throw new InvalidDataException("expected a READY command, got a message");
        var command = Command.Parse(frame.Body);
        if (command.Name != Command.Ready)
            throw new InvalidDataException($"expected a READY command, got {command.Name}");
        var properties = Metadata.Parse(command.Data);
        var peerType = Encoding.ASCII.GetString(properties.GetValueOrDefault(Metadata.SocketType) ?? []);
        if (!peerTypes.Contains(peerType))
            Refuse($"{type} expects {string.Join(" or ", peerTypes)}, got '{peerType}'");
        Identity = properties.GetValueOrDefault(Metadata.Identity) ?? [];
        // Names that begin with zero are the ones we give.
        if (Identity.Length > MostIdentity || Identity is [0, ..])
            Refuse("expected an identity of at most 255 octets not beginning with 0");
    }

    /// <summary>Reads the next message, obeying the commands that come before it and between its frames.</summary>
    /// <param name="limit">The octets that it may hold.</param>
    /// <param name="obey">Called with the commands that are not the connection's own.</param>
    /// <exception cref="InvalidDataException">The peer broke the protocol or a limit, or reported an
    /// error.</exception>
    /// <exception cref="IOException">The connection ended.</exception>
    public byte[][] Read(long limit, Action<Command> obey)
    {
        var frames = new List<byte[]>();
        while (true)
        {
            var frame = _reader.Read(limit);
            if (frame.IsCommand)
            {
                Obey(Command.Parse(frame.Body), obey);
                continue;
            }
            limit -= frame.Body.Length;
            frames.Add(frame.Body);
            if (!frame.HasMore) return [.. frames];
            if (frames.Count == MostFrames)
                throw new InvalidDataException($"expected a message of at most {MostFrames:N0} frames, got more");
        }
    }

    /// <summary>Queues a message; its arrays belong to the connection from now on.</summary>
    public void Enqueue(byte[][] frames) => Enqueue(new Outgoing(frames, IsCommand: false));

    /// <summary>Waits until the queue is within its bound.</summary>
    public void WaitForRoom()
    {
        while (QueuedBytes > _options.QueueBound && _isClosed == 0) Thread.Sleep(Pause);
    }

    /// <summary>Sends what is queued until the connection is closed.</summary>
    public void SendQueued()
    {
        try
        {
            while (_outgoing.TryTake(out var next, Timeout.Infinite))
            {
                var count = 0;
                do
                {
                    Write(next);
                    Interlocked.Add(ref _queuedBytes, -next.Size);
                    count++;
                }
                while (_outgoing.TryTake(out next));
                _writer.Flush();
                Interlocked.Add(ref _unsent, -count);
            }
        }
        catch (Exception error) when (IsEnd(error))
        {
            // The reading side hears of it as well.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Closes the connection; whoever reads or writes meets an end.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0) return;
        _outgoing.CompleteAdding();
        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (SocketException)
        {
            // The peer was faster.
        }
        _stream.Dispose();
        _socket.Dispose();
    }

    /// <summary>True for what a connection ends with that is no fault of ours.</summary>
    public static bool IsEnd(Exception error) =>
        error is IOException or InvalidDataException or SocketException or ObjectDisposedException;

    private void Obey(Command command, Action<Command> obey)
    {
        switch (command.Name)
        {
            case Command.Ping when command.Data.Length >= 2:
                // Time to live (2), context. Who does not read what it is sent gets no answers either.
                if (QueuedBytes <= _options.QueueBound)
                    Enqueue(new Outgoing([new Command(Command.Pong, command.Data[2..]).ToBody()], IsCommand: true));
                break;
            case Command.Error:
                throw new InvalidDataException("the peer reported an error");
            default:
                obey(command);
                break;
        }
    }

    private void Enqueue(Outgoing message)
    {
        Interlocked.Add(ref _queuedBytes, message.Size);
        Interlocked.Increment(ref _unsent);
        try
        {
            _outgoing.Add(message);
        }
        catch (InvalidOperationException)
        {
            // The connection has been closed: nobody waits for it any more.
        }
    }

    private void Write(Outgoing message)
    {
        if (message.IsCommand) _writer.Write(message.Frames[0], FrameFlags.Command);
        else _writer.Write(message.Frames);
    }

    private void Refuse(string reason)
    {
        Send(Command.Refusal(reason));
        throw new InvalidDataException(reason);
    }

    private void Send(Command command)
    {
        _writer.Write(command.ToBody(), FrameFlags.Command);
        _writer.Flush();
    }

    // In portions, so that a slow peer is told apart from one that takes nothing.
    private void Send(ReadOnlyMemory<byte> octets)
    {
        while (octets.Length > 0)
            octets = octets[_socket.Send(octets.Span[..Math.Min(octets.Length, Portion)], SocketFlags.None)..];
    }

    private readonly record struct Outgoing(byte[][] Frames, bool IsCommand)
    {
        public long Size => SizeOf(Frames);
    }

    /// <summary>What a queued message costs, in bytes.</summary>
    public static long SizeOf(byte[][] frames)
    {
        var size = (long)FrameOverhead;
        foreach (var frame in frames) size += frame.Length + FrameOverhead;
        return size;
    }
}
