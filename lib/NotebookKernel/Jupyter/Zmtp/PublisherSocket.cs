using System.Collections.Concurrent;
using System.Threading.Channels;

namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>A PUB: each message goes to the peers that have subscribed to a beginning of its first frame.</summary>
/// <remarks>
/// Unlike libzmq's it drops nothing for a slow peer, since a client that misses "idle" waits for ever: the sender waits
/// instead, until the peer has caught up or has been closed for taking nothing at all.
/// </remarks>
internal sealed class PublisherSocket : ZmtpSocket
{
    private const int MostNews = 1_024;
    private const int PauseMilliseconds = 1;
    private static readonly string[] MayConnect = ["SUB", "XSUB"];
    private readonly ConcurrentDictionary<ZmtpConnection, SubscriptionSet> _subscribers = [];
    private readonly Channel<NewSubscription> _subscriptions = Channel.CreateBounded<NewSubscription>(
        new BoundedChannelOptions(MostNews) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Outbox<Posted> _outbox;

    private PublisherSocket(ZmtpEndpoint endpoint, ZmtpOptions? options)
        : base(endpoint, options) => _outbox = new Outbox<Posted>($"publisher {Endpoint}", Deliver);

    /// <summary>The subscriptions as peers make them, so that a peer can be welcomed; the oldest are dropped when
    /// nobody reads them. Completes when the socket is disposed.</summary>
    public ChannelReader<NewSubscription> Subscriptions => _subscriptions.Reader;

    /// <inheritdoc/>
    protected override string Type => "PUB";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> PeerTypes => MayConnect;

    /// <inheritdoc/>
    /// <remarks>Peers send nothing but subscriptions.</remarks>
    protected override long ReceiveLimit => FrameReader.CommandLimit;

    /// <inheritdoc/>
    protected override bool HasPosted => !_outbox.IsEmpty;

    /// <summary>Listens.</summary>
    /// <exception cref="IOException">The endpoint cannot be listened on; the message says why.</exception>
    public static PublisherSocket Bind(ZmtpEndpoint endpoint, ZmtpOptions? options = null)
    {
        var socket = new PublisherSocket(endpoint, options);
        socket.Start();
        return socket;
    }

    /// <summary>Sends a message to its subscribers, from any thread; waits while one of them is far behind.</summary>
    /// <param name="frames">The first one is the topic. The arrays must not change afterwards.</param>
    /// <exception cref="ArgumentException">No frames.</exception>
    /// <exception cref="ThreadInterruptedException">The thread was interrupted while it waited; nothing was
    /// sent.</exception>
    public void Send(byte[][] frames)
    {
        // Sleeping holds nothing that an abort could leave behind.
        while (IsCongested()) Thread.Sleep(PauseMilliseconds);
        Post(null, frames);
    }

    /// <inheritdoc/>
    protected override void Joined(ZmtpConnection peer) => _subscribers[peer] = new SubscriptionSet();

    /// <inheritdoc/>
    protected override void Obey(ZmtpConnection peer, Command command)
    {
        if (command.Name == Command.Subscribe) Subscribe(peer, command.Data);
        else if (command.Name == Command.Cancel) _subscribers[peer].Remove(command.Data);
    }

    /// <inheritdoc/>
    protected override void Take(ZmtpConnection peer, byte[][] frames)
    {
        // Peers of ZMTP 3.0 subscribe by messages: 1 or 0, then the topic.
        if (frames is [[1, .. var added]]) Subscribe(peer, added);
        else if (frames is [[0, .. var removed]]) _subscribers[peer].Remove(removed);
    }

    /// <inheritdoc/>
    protected override void Left(ZmtpConnection peer) => _subscribers.TryRemove(peer, out _);

    /// <inheritdoc/>
    protected override void Ended()
    {
        _outbox.Dispose();
        _subscriptions.Writer.TryComplete();
    }

    private bool IsCongested()
    {
        // What waits in the outbox may still go to every peer.
        var posted = _outbox.QueuedBytes;
        var most = 0L;
        foreach (var peer in Peers) most = Math.Max(most, peer.QueuedBytes);
        return posted + most > Options.QueueBound;
    }

    private void Subscribe(ZmtpConnection peer, byte[] topic)
    {
        _subscribers[peer].Add(topic);
        _subscriptions.Writer.TryWrite(new NewSubscription(topic, frames => Post(peer, frames)));
    }

    private void Post(ZmtpConnection? peer, byte[][] frames)
    {
        if (frames.Length == 0) throw new ArgumentException("expected a message of at least one frame, got none");
        _outbox.Post(new Posted(peer, frames), ZmtpConnection.SizeOf(frames));
    }

    private void Deliver(Posted message)
    {
        if (message.Peer is { } only)
        {
            only.Enqueue(message.Frames);
            return;
        }
        foreach (var (peer, subscriptions) in _subscribers)
            if (subscriptions.Matches(message.Frames[0]))
                peer.Enqueue(message.Frames);
    }

    // Peer: the only one that gets it; null for every subscriber.
    private readonly record struct Posted(ZmtpConnection? Peer, byte[][] Frames);
}
