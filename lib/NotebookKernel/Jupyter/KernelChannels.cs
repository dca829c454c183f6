using System.Globalization;
using System.Text.Json.Nodes;
using NotebookKernel.Jupyter.Zmtp;

namespace NotebookKernel.Jupyter;

/// <summary>The five sockets of a kernel, and messages through them.</summary>
internal sealed class KernelChannels : IAsyncDisposable
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromMilliseconds(500);
    private readonly MessageCodec _codec;
    private readonly RouterSocket _shell;
    private readonly RouterSocket _control;
    private readonly RouterSocket _stdin;
    private readonly PublisherSocket _iopub;
    private readonly ReplySocket _heartbeat;

    /// <summary>Listens on every port.</summary>
    /// <exception cref="IOException">A port is taken.</exception>
    public KernelChannels(ConnectionFile connection)
    {
        _codec = new MessageCodec(connection.Key);
        _heartbeat = ReplySocket.BindEcho(Endpoint(connection, connection.HeartbeatPort));
        _iopub = PublisherSocket.Bind(Endpoint(connection, connection.IopubPort));
        _control = RouterSocket.Bind(Endpoint(connection, connection.ControlPort));
        _stdin = RouterSocket.Bind(Endpoint(connection, connection.StdinPort));
        _shell = RouterSocket.Bind(Endpoint(connection, connection.ShellPort));
        _ = WelcomeAsync();
    }

    /// <summary>One of the channels on which clients ask.</summary>
    public enum Channel
    {
        /// <summary>Requests that wait for each other.</summary>
        Shell,

        /// <summary>Requests that wait for nothing.</summary>
        Control,

        /// <summary>Answers to the kernel's questions.</summary>
        Stdin,
    }

    /// <summary>
    /// The messages of a channel as they come, until the sockets close; what is not signed rightly never shows up.
    /// </summary>
    public IEnumerable<JupyterMessage> Read(Channel channel)
    {
        while (Socket(channel).Receive() is { } frames)
            if (_codec.Decode(frames) is { } message)
                yield return message;
    }

    /// <summary>The next message that waits already; null when none does.</summary>
    public JupyterMessage? TryRead(Channel channel)
    {
        while (Socket(channel).Received.TryRead(out var frames))
            if (_codec.Decode(frames) is { } message)
                return message;
        return null;
    }

    /// <summary>Answers a request, or asks its sender.</summary>
    public void Send(Channel channel, JupyterMessage request, string type, JsonObject content) =>
        Socket(channel).Send(_codec.Encode(request.Identities, type, request, content));

    /// <summary>Tells every client.</summary>
    /// <param name="cause">The request that this is the output of; null for none.</param>
    public void Publish(JupyterMessage? cause, string type, JsonObject content) =>
        _iopub.Send(_codec.Encode([Topic(type)], type, cause, content));

    /// <summary>Brings what is queued to the clients and closes the sockets.</summary>
    public async ValueTask DisposeAsync()
    {
        ZmtpSocket[] written = [_iopub, _control, _shell, _stdin];
        await Task.WhenAll(written.Select(socket => socket.DrainAsync(DrainLimit))).ConfigureAwait(false);
        await _heartbeat.DisposeAsync().ConfigureAwait(false);
        await _shell.DisposeAsync().ConfigureAwait(false);
        await _stdin.DisposeAsync().ConfigureAwait(false);
        await _control.DisposeAsync().ConfigureAwait(false);
        await _iopub.DisposeAsync().ConfigureAwait(false);
    }

    // A client that knows 5.5's welcome need not guess when its subscription has arrived; others pass over it.
    private async Task WelcomeAsync()
    {
        await foreach (var subscription in _iopub.Subscriptions.ReadAllAsync().ConfigureAwait(false))
        {
            var content = new JsonObject { ["subscription"] = System.Text.Encoding.UTF8.GetString(subscription.Topic) };
            subscription.Send(_codec.Encode([subscription.Topic], "iopub_welcome", parent: null, content));
        }
    }

    private static byte[] Topic(string type) => System.Text.Encoding.ASCII.GetBytes($"kernel.{type}");

    private static ZmtpEndpoint Endpoint(ConnectionFile connection, int port) => connection.Transport == "ipc"
        ? ZmtpEndpoint.Unix(string.Create(CultureInfo.InvariantCulture, $"{connection.Address}-{port}"))
        : ZmtpEndpoint.Tcp(connection.Address, port);

    private RouterSocket Socket(Channel channel) => channel switch
    {
        Channel.Shell => _shell,
        Channel.Control => _control,
        _ => _stdin,
    };
}
