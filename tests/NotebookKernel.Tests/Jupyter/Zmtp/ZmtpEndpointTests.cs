using System.Net;
using System.Net.Sockets;
using NotebookKernel.Jupyter.Zmtp;

namespace NotebookKernel.Tests.Jupyter.Zmtp;

public sealed class ZmtpEndpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    // As Jupyter names them: "{ip}-{port}".
    private string SocketPath => Path.Combine(_folder.Path, "kernel-ipc-1");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("*", "127.0.0.1")]
    [InlineData("0.0.0.0", "127.0.0.1")]
    [InlineData("127.0.0.1", "127.0.0.1")]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("::", "127.0.0.1")]
    [InlineData("::", "::1")]
    [InlineData("::1", "::1")]
    [InlineData("[::1]", "::1")]
    public async Task Bind_Tcp_ListensAtOnceAndSaysItsPort(string ip, string from)
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6 || !ip.Contains(':', StringComparison.Ordinal), "no IPv6 here");
        await using var echo = ReplySocket.BindEcho(ZmtpEndpoint.Tcp(ip, 0));
        var address = IPAddress.Parse(from);
        using var client = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);

        Assert.NotEqual(0, echo.Endpoint.Port);
        await client.ConnectAsync(
            new IPEndPoint(address, echo.Endpoint.Port!.Value), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Bind_PortInUse_SaysWhich()
    {
        await using var first = RouterSocket.Bind(ZmtpEndpoint.Tcp("127.0.0.1", 0));
        var error = Assert.Throws<IOException>(() => PublisherSocket.Bind(first.Endpoint));

        Assert.StartsWith(
            $"expected to listen on tcp://127.0.0.1:{first.Endpoint.Port}, but: another process listens there",
            error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.1", "tcp://192.0.2.1:9000")]
    [InlineData("2001:db8::1", "tcp://[2001:db8::1]:9000")]
    public void Bind_AddressOfAnotherMachine_SaysSo(string ip, string name)
    {
        var error = Assert.Throws<IOException>(() => RouterSocket.Bind(ZmtpEndpoint.Tcp(ip, 9000)));

        Assert.StartsWith($"expected to listen on {name}, but: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bind_PortOfAKernelThatClosedItsConnections_IsFreeAgain()
    {
        var first = ReplySocket.BindEcho(ZmtpEndpoint.Tcp("127.0.0.1", 0));
        using var peer = await RawPeer.Join(first.Endpoint, "REQ");
        await first.DisposeAsync();                             // the server's end waits in TIME_WAIT now
        await peer.ReceiveUntilClosed();
        await using var second = ReplySocket.BindEcho(first.Endpoint);
        using var again = await RawPeer.Join(second.Endpoint, "REQ");

        await again.SendHex("00 01 41");
        Assert.Equal("000141", await again.ReceiveHex(3));
    }

    [Fact]
    public async Task Bind_Unix_ServesItsOwnerAndDeletesItsFile()
    {
        var echo = ReplySocket.BindEcho(ZmtpEndpoint.Unix(SocketPath));
        using (var peer = await RawPeer.Join(echo.Endpoint, "REQ"))
        {
            await peer.SendHex("00 01 41");
            Assert.Equal("000141", await peer.ReceiveHex(3));
        }
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SocketPath));

        await echo.DisposeAsync();
        Assert.False(Path.Exists(SocketPath));
    }

    [Fact]
    public async Task Bind_Unix_ReplacesAStaleFileButNoLiveOne()
    {
        using (var crashed = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            // Moved before it is disposed, and back: the file of a process that was killed.
            crashed.Bind(new UnixDomainSocketEndPoint(SocketPath));
            File.Move(SocketPath, SocketPath + "x");
        }
        File.Move(SocketPath + "x", SocketPath);
        await using var live = RouterSocket.Bind(ZmtpEndpoint.Unix(SocketPath));
        var error = Assert.Throws<IOException>(() => RouterSocket.Bind(ZmtpEndpoint.Unix(SocketPath)));

        Assert.Contains("another process listens there", error.Message, StringComparison.Ordinal);
        using var peer = await RawPeer.Join(live.Endpoint, "DEALER");
    }

    [Fact]
    public void Bind_Unix_AtAFileOrATooLongPath_SaysWhy()
    {
        File.WriteAllText(SocketPath, "notes");
        var file = Assert.Throws<IOException>(() => RouterSocket.Bind(ZmtpEndpoint.Unix(SocketPath)));
        var path = Assert.Throws<IOException>(() => RouterSocket.Bind(ZmtpEndpoint.Unix(new string('a', 200))));

        Assert.Contains("a file that is no socket", file.Message, StringComparison.Ordinal);
        Assert.Equal("notes", File.ReadAllText(SocketPath));
        Assert.Contains("about 100 bytes", path.Message, StringComparison.Ordinal);
    }
}
