using System.Buffers.Binary;
using System.Text;
using System.Threading.Channels;

namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>A ROUTER: each message that is received begins with the identity of who sent it, each that is sent with
/// the identity of who gets it.</summary>
/// <remarks>When two peers have the same identity, the newer one takes it over and the older one is closed.</remarks>
internal sealed class RouterSocket : ZmtpSocket
{
    private const int MostReceived = 4_096;
    private static readonly string[] MayConnect = ["DEALER", "REQ", "ROUTER"];
    private readonly Channel<byte[][]> _received = Channel.CreateBounded<byte[][]>(MostReceived);
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly Dictionary<string, ZmtpConnection> _byIdentity = [];
    private readonly Lock _gate = new();
    private readonly Outbox<byte[][]> _outbox;
    private uint _named;

    private RouterSocket(ZmtpEndpoint endpoint, ZmtpOptions? options)
        : base(endpoint, options) => _outbox = new Outbox<byte[][]>($"router {Endpoint}", Deliver);

    /// <summary>The messages of all peers: frame 0 is the sender's identity. Completes when the socket is
    /// disposed.</summary>
    /// <remarks>While 4,096 messages wait here, nothing more is read from the peers.</remarks>
    public ChannelReader<byte[][]> Received => _received.Reader;

    /// <inheritdoc/>
    protected override string Type => "ROUTER";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> PeerTypes => MayConnect;

    /// <inheritdoc/>
    protected override bool HasPosted => !_outbox.IsEmpty;

    /// <summary>Listens.</summary>
    /// <exception cref="IOException">The endpoint cannot be listened on; the message says why.</exception>
    public static RouterSocket Bind(ZmtpEndpoint endpoint, ZmtpOptions? options = null)
    {
        var socket = new RouterSocket(endpoint, options);
        socket.Start();
        return socket;
    }

    /// <summary>
    /// Waits for the next message without needing the thread pool; null when the socket has been disposed.
    /// </summary>
    public byte[][]? Receive()
    {
        while (true)
        {
            if (Received.TryRead(out var frames)) return frames;
            if (Received.Completion.IsCompleted) return null;
            _arrived.Wait();
        }
    }

    /// <summary>Sends a message, from any thread; it is dropped when no peer has its identity.</summary>
    /// <param name="frames">The receiver's identity, which is not sent, and at least one frame. The arrays must not
    /// change afterwards.</param>
    /// <exception cref="ArgumentException">Fewer than two frames.</exception>
    public void Send(byte[][] frames)
    {
        if (frames.Length < 2)
            throw new ArgumentException($"expected an identity and a message, got {frames.Length} frames");
        _outbox.Post(frames, ZmtpConnection.SizeOf(frames));
    }

    /// <inheritdoc/>
    protected override void Joined(ZmtpConnection peer)
    {
        ZmtpConnection? former;
        lock (_gate)
        {
            if (peer.Identity.Length == 0) peer.Identity = NextIdentity();
            var key = Key(peer.Identity);
            _byIdentity.Remove(key, out former);
            _byIdentity.Add(key, peer);
        }
        former?.Dispose();
    }

    /// <inheritdoc/>
    protected override void Take(ZmtpConnection peer, byte[][] frames)
    {
        byte[][] message = [peer.Identity, .. frames];
        try
        {
            if (!_received.Writer.TryWrite(message))
                _received.Writer.WriteAsync(message).AsTask().GetAwaiter().GetResult();
        }
        catch (ChannelClosedException)
        {
            // The socket ends, and the peer's thread with it.
            throw new ObjectDisposedException(Endpoint.ToString());
        }
        _arrived.Release();
    }

    /// <inheritdoc/>
    protected override void Left(ZmtpConnection peer)
    {
        lock (_gate)
            if (_byIdentity.TryGetValue(Key(peer.Identity), out var current) && current == peer)
                _byIdentity.Remove(Key(peer.Identity));
    }

    /// <inheritdoc/>
    protected override void Ended()
    {
        _outbox.Dispose();
        _received.Writer.TryComplete();
        _arrived.Release();
    }

    private void Deliver(byte[][] frames)
    {
        ZmtpConnection? peer;
        lock (_gate) _byIdentity.TryGetValue(Key(frames[0]), out peer);
        peer?.Enqueue(frames[1..]);
    }

    // As libzmq does it: a zero, with which no identity of a peer's own choice begins, and a number.
    private byte[] NextIdentity()
    {
        var identity = new byte[5];
        BinaryPrimitives.WriteUInt32BigEndian(identity.AsSpan(1), ++_named);
        return identity;
    }

    private static string Key(byte[] identity) => Encoding.Latin1.GetString(identity);
}
