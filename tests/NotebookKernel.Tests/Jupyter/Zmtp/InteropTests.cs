using System.Net;
using System.Net.Sockets;
using NotebookKernel.Jupyter.Zmtp;

namespace NotebookKernel.Tests.Jupyter.Zmtp;

/// <summary>Clients of other makes: pyzmq (Jupyter's) and zeromq.js (VS Code's), both on libzmq.</summary>
public sealed class InteropTests
{
    [Theory]
    [InlineData("sizes", 0)]
    [InlineData("sizes", 1)]
    [InlineData("requests", 1)]
    [InlineData("order", 0)]
    [InlineData("order", 1)]
    [InlineData("churn", 1)]
    [InlineData("heartbeats", 0)]
    [InlineData("heartbeats", 1)]
    [InlineData("filters", 0)]
    [InlineData("filters", 1)]
    [InlineData("handover", 1)]
    [InlineData("shared", 1)]
    [InlineData("garbage", 1)]
    public async Task Pyzmq(string test, byte minor)
    {
        await using var server = new InteropServer(minor);
        using var client = ClientProcess.StartPython(test, server.Ports);
        await client.Succeeds();
    }

    [Theory]
    [InlineData("sizes", 0)]
    [InlineData("sizes", 1)]
    [InlineData("requests", 1)]
    [InlineData("order", 1)]
    [InlineData("heartbeats", 1)]
    [InlineData("filters", 0)]
    [InlineData("filters", 1)]
    [InlineData("handover", 1)]
    [InlineData("shared", 1)]
    public async Task ZeromqJs(string test, byte minor)
    {
        await using var server = new InteropServer(minor);
        using var client = ClientProcess.StartNode(test, server.Ports);
        await client.Succeeds();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Client_StartedBeforeTheServer_FindsIt(bool isPython)
    {
        var endpoints = FreePorts();
        var ports = InteropServer.Describe(endpoints);
        using var client = isPython
            ? ClientProcess.StartPython("early", ports)
            : ClientProcess.StartNode("early", ports);
        Assert.Equal("waiting", await client.ReadLine());
        await using var server = new InteropServer(endpoints, minor: 1);

        await client.Succeeds();
    }

    [Fact]
    public async Task Pyzmq_OverUnixSockets()
    {
        using var folder = new TemporaryFolder();
        ZmtpEndpoint[] endpoints =
            [.. Enumerable.Range(1, 5).Select(i => ZmtpEndpoint.Unix(Path.Combine(folder.Path, $"kernel-ipc-{i}")))];
        await using var server = new InteropServer(endpoints, minor: 1);
        foreach (var test in new[] { "sizes", "order" })
        {
            using var client = ClientProcess.StartPython(test, server.Ports);
            await client.Succeeds();
        }
    }

    private static ZmtpEndpoint[] FreePorts()
    {
        var listeners = Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        ZmtpEndpoint[] endpoints =
        [
            .. listeners.Select(listener => ZmtpEndpoint.Tcp("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port))
        ];
        listeners.ForEach(listener => listener.Dispose());
        return endpoints;
    }
}
