namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>A REP that answers every message with itself: the heartbeat of a kernel.</summary>
internal sealed class ReplySocket : ZmtpSocket
{
    private static readonly string[] MayConnect = ["REQ", "DEALER"];

    private ReplySocket(ZmtpEndpoint endpoint, ZmtpOptions? options)
        : base(endpoint, options)
    {
    }

    /// <inheritdoc/>
    protected override string Type => "REP";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> PeerTypes => MayConnect;

    /// <summary>Listens, and echoes what comes.</summary>
    /// <exception cref="IOException">The endpoint cannot be listened on; the message says why.</exception>
    public static ReplySocket BindEcho(ZmtpEndpoint endpoint, ZmtpOptions? options = null)
    {
        var socket = new ReplySocket(endpoint, options);
        socket.Start();
        return socket;
    }

    /// <inheritdoc/>
    protected override void Take(ZmtpConnection peer, byte[][] frames)
    {
        // With the empty frame by which a REQ tells its envelope from its message.
        peer.Enqueue(frames);
        peer.WaitForRoom();
    }
}
