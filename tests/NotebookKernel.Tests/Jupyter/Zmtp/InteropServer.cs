using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NotebookKernel.Jupyter.Zmtp;

namespace NotebookKernel.Tests.Jupyter.Zmtp;

/// <summary>
/// The sockets of a kernel for clients of another make: three routers that echo, a heartbeat, and a publisher.
/// </summary>
/// <remarks>A router's message "publish", topic, n makes the publisher send n messages of topic and number.</remarks>
internal sealed class InteropServer : IAsyncDisposable
{
    private readonly List<RouterSocket> _routers;
    private readonly ReplySocket _heartbeat;
    private readonly List<Task> _loops;

    public InteropServer(byte minor = 1)
        : this(Enumerable.Repeat(ZmtpEndpoint.Tcp("127.0.0.1", 0), 5).ToArray(), minor)
    {
    }

    /// <summary>Listens on five endpoints: routers, heartbeat, publisher.</summary>
    public InteropServer(ZmtpEndpoint[] endpoints, byte minor)
    {
        var options = new ZmtpOptions { Minor = minor };
        _routers = [.. endpoints[..3].Select(endpoint => RouterSocket.Bind(endpoint, options))];
        _heartbeat = ReplySocket.BindEcho(endpoints[3], options);
        Publisher = PublisherSocket.Bind(endpoints[4], options);
        _loops = [.. _routers.Select(router => Task.Run(() => Echo(router))), Task.Run(Welcome)];
    }

    public RouterSocket Router => _routers[0];

    public PublisherSocket Publisher { get; }

    /// <summary>What a client's script is told.</summary>
    public string Ports => Describe(
        [.. _routers.Select(router => router.Endpoint), _heartbeat.Endpoint, Publisher.Endpoint]);

    /// <summary>Endpoints in the words of a client's script.</summary>
    public static string Describe(ZmtpEndpoint[] endpoints) => new JsonObject
    {
        ["routers"] = new JsonArray([.. endpoints[..3].Select(endpoint => (JsonNode)endpoint.ToString())]),
        ["heartbeat"] = endpoints[3].ToString(),
        ["publisher"] = endpoints[4].ToString(),
    }.ToJsonString();

    public async ValueTask DisposeAsync()
    {
        foreach (var router in _routers) await router.DisposeAsync();
        await _heartbeat.DisposeAsync();
        await Publisher.DisposeAsync();
        await Task.WhenAll(_loops);
    }

    private async Task Echo(RouterSocket router)
    {
        await foreach (var frames in router.Received.ReadAllAsync())
        {
            if (frames.Length == 4 && frames[1].AsSpan().SequenceEqual("publish"u8))
                Publish(frames[2], int.Parse(frames[3], CultureInfo.InvariantCulture));
            else
                router.Send(frames);
        }
    }

    private void Publish(byte[] topic, int count)
    {
        for (var i = 0; i < count; i++)
            Publisher.Send([topic, Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture))]);
    }

    private async Task Welcome()
    {
        await foreach (var subscription in Publisher.Subscriptions.ReadAllAsync())
            subscription.Send([subscription.Topic, "welcome"u8.ToArray()]);
    }
}
