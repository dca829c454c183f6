using System.Diagnostics;
using System.Net.Sockets;

namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>A listening ZMTP 3.1 socket without security: accepts peers and serves each for itself.</summary>
/// <remarks>
/// Speaks <see href="https://rfc.zeromq.org/spec/37/"/> as far as a Jupyter kernel needs it: mechanism NULL, TCP and
/// Unix sockets, and only the side that is connected to. A peer that breaks the protocol or a limit is closed, and
/// nobody else notices. Every peer has threads of its own that wait in the system: what a notebook does to the thread
/// pool must not delay an interrupt.
/// </remarks>
internal abstract class ZmtpSocket : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);
    private const int StackSize = 256 << 10;
    private static readonly TimeSpan AcceptPause = TimeSpan.FromMilliseconds(50);
    private readonly Socket _listener;
    private readonly Lock _gate = new();
    private readonly List<ZmtpConnection> _handshakes = [];
    private volatile ZmtpConnection[] _peers = [];
    private Thread? _accepting;
    private bool _isDisposed;

    /// <summary>Listens; peers are accepted from <see cref="Start"/> on, and wait until then.</summary>
    /// <exception cref="IOException">The endpoint cannot be listened on.</exception>
    protected ZmtpSocket(ZmtpEndpoint endpoint, ZmtpOptions? options)
    {
        Options = options ?? ZmtpOptions.Default;
        (_listener, Endpoint) = endpoint.Listen();
    }

    /// <summary>Where the socket listens, with the port that it got.</summary>
    public ZmtpEndpoint Endpoint { get; }

    /// <summary>The peers whose handshake has ended well, as they are now.</summary>
    public IReadOnlyList<ZmtpConnection> Peers => _peers;

    /// <summary>How many peers are in their handshake.</summary>
    public int Handshakes
    {
        get
        {
            lock (_gate) return _handshakes.Count;
        }
    }

    /// <summary>The limits.</summary>
    protected ZmtpOptions Options { get; }

    /// <summary>The type that is announced to peers.</summary>
    protected abstract string Type { get; }

    /// <summary>The types of the peers that may connect.</summary>
    protected abstract IReadOnlyList<string> PeerTypes { get; }

    /// <summary>The octets that a message of a peer may hold.</summary>
    protected virtual long ReceiveLimit => Options.MessageLimit;

    /// <summary>True while messages wait that have not reached the queue of a peer.</summary>
    protected virtual bool HasPosted => false;

    /// <summary>Waits until everything sent so far is on the wire.</summary>
    /// <param name="limit">How long at most: a peer may never take it.</param>
    public async Task DrainAsync(TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while ((HasPosted || _peers.Any(peer => !peer.IsDrained)) && clock.Elapsed < limit)
            await Task.Delay(Pause).ConfigureAwait(false);
    }

    /// <summary>Closes the socket and every connection at once; see <see cref="DrainAsync"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        ZmtpConnection[] connections;
        lock (_gate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            connections = [.. _handshakes, .. _peers];
        }
        _listener.Dispose();
        if (Endpoint.Port is null) UnixSocketFile.Delete(Endpoint.Address);
        Ended();
        foreach (var connection in connections) connection.Dispose();
        await Task.Run(() =>
        {
            _accepting?.Join();
            foreach (var connection in connections) connection.Serving?.Join();
        }).ConfigureAwait(false);
    }

    /// <summary>Begins to accept peers.</summary>
    protected void Start() => _accepting = StartThread($"accept {Endpoint}", Accept);

    /// <summary>A peer's handshake has ended well.</summary>
    protected virtual void Joined(ZmtpConnection peer)
    {
    }

    /// <summary>A peer has sent a command that is not the connection's own.</summary>
    protected virtual void Obey(ZmtpConnection peer, Command command)
    {
    }

    /// <summary>A peer has sent a message; its next one is read when this has ended.</summary>
    protected abstract void Take(ZmtpConnection peer, byte[][] frames);

    /// <summary>A peer that had joined is gone.</summary>
    protected virtual void Left(ZmtpConnection peer)
    {
    }

    /// <summary>The socket has been disposed.</summary>
    protected virtual void Ended()
    {
    }

    private void Accept()
    {
        while (true)
        {
            try
            {
                Welcome(_listener.Accept());
            }
            catch (ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // Disposed, the peer gone before it was accepted, or no file handle left; the last passes.
                lock (_gate)
                    if (_isDisposed)
                        return;
                Thread.Sleep(AcceptPause);
            }
        }
    }

    private void Welcome(Socket socket)
    {
        var connection = new ZmtpConnection(socket, Options);
        ZmtpConnection? oldest = null;
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _handshakes.Add(connection);
                if (_handshakes.Count > Options.MostHandshakes)
                {
                    oldest = _handshakes[0];
                    _handshakes.RemoveAt(0);
                }
                connection.Serving = StartThread($"peer of {Endpoint}", () => Serve(connection, socket));
            }
            else
            {
                oldest = connection;
            }
        }
        oldest?.Dispose();
    }

    private void Serve(ZmtpConnection connection, Socket socket)
    {
        var hasJoined = false;
        try
        {
            if (Endpoint.Port is not null)
            {
                socket.NoDelay = true;
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            }
            using (var limit = new CancellationTokenSource(Options.HandshakeLimit))
            using (limit.Token.Register(connection.Dispose))
                connection.Handshake(Type, PeerTypes);
            // Known under its name before anybody counts it among the peers.
            hasJoined = true;
            Joined(connection);
            if (!Admit(connection)) return;
            StartThread($"to peer of {Endpoint}", connection.SendQueued);
            while (true)
            {
                Take(connection, connection.Read(ReceiveLimit, command => Obey(connection, command)));
            }
        }
        catch (Exception error) when (ZmtpConnection.IsEnd(error))
        {
            // A port probe, a peer that left, or one that does not keep to the protocol.
        }
        finally
        {
            connection.Dispose();
            Remove(connection);
            if (hasJoined) Left(connection);
        }
    }

    private static Thread StartThread(string name, Action action)
    {
        var thread = new Thread(() => action(), StackSize) { IsBackground = true, Name = name };
        thread.Start();
        return thread;
    }

    private bool Admit(ZmtpConnection connection)
    {
        lock (_gate)
        {
            // Not there when it was closed to make room for another.
            if (!_handshakes.Remove(connection) || _isDisposed) return false;
            _peers = [.. _peers, connection];
            return true;
        }
    }

    private void Remove(ZmtpConnection connection)
    {
        lock (_gate)
        {
            _handshakes.Remove(connection);
            _peers = [.. _peers.Where(peer => peer != connection)];
        }
    }
}
