using System.Text;
using NotebookKernel.Jupyter.Zmtp;

namespace NotebookKernel.Tests.Jupyter.Zmtp;

/// <summary>Greeting and READY, octet by octet as ZMTP's specification (spec 37) has them.</summary>
public sealed class HandshakeTests
{
    // 5 "READY", 11 "Socket-Type", its value, 8 "Identity", an empty value.
    private const string ReadyRouter =
        "0429" + "055245414459" + "0B536F636B65742D54797065" + "00000006524F55544552"
        + "084964656E74697479" + "00000000";

    private static ZmtpEndpoint AnyPort => ZmtpEndpoint.Tcp("127.0.0.1", 0);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Server_SendsItsWholeGreetingBeforeAnythingOfThePeers(byte minor)
    {
        await using var router = RouterSocket.Bind(AnyPort, new ZmtpOptions { Minor = minor });
        using var peer = RawPeer.Connect(router.Endpoint);

        Assert.Equal(RawPeer.Greeting(minor), await peer.Receive(64));
    }

    [Fact]
    public async Task Ready_IsSentBeforeThePeers_WithTypeAndIdentity()
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = RawPeer.Connect(router.Endpoint);
        await peer.Send(RawPeer.Greeting());
        await peer.Receive(64);

        Assert.Equal(ReadyRouter, await peer.ReceiveHex(ReadyRouter.Length / 2));
    }

    [Fact]
    public async Task Greeting_InPiecesWithPaddingAndALaterMinor_IsAccepted()
    {
        await using var echo = ReplySocket.BindEcho(AnyPort);
        using var peer = RawPeer.Connect(echo.Endpoint);
        // libzmq: first ten octets with a length in the padding, the rest when it has seen the server's version.
        await peer.SendHex("FF 0000000000000001 7F");
        await peer.Receive(64);
        await peer.SendHex("03");
        await peer.SendHex("07" + "4E554C4C" + new string('0', 32) + "00" + new string('0', 62));
        await peer.Send(RawPeer.Ready("REQ"));
        await peer.ReceiveFrame();
        await peer.SendHex("01 00  00 02 6869");

        Assert.Equal("010000026869", await peer.ReceiveHex(6));
    }

    [Theory]
    [InlineData("0B736F636B65742D74797065")]        // socket-type
    [InlineData("0B534F434B45542D54595045")]        // SOCKET-TYPE
    public async Task Ready_NamesInAnyCaseAndUnknownOnes_AreRead(string name)
    {
        await using var echo = ReplySocket.BindEcho(AnyPort);
        using var peer = RawPeer.Connect(echo.Endpoint);
        await peer.Send(RawPeer.Greeting());
        await peer.Receive(64);
        await peer.SendHex("04 23 05 5245414459" + name + "00000003524551" + "05582D4F7468" + "00000000");
        await peer.ReceiveFrame();
        await peer.SendHex("01 00  00 01 41");

        Assert.Equal("0100000141", await peer.ReceiveHex(5));
    }

    [Theory]
    [InlineData("SUB")]
    [InlineData("REP")]
    [InlineData("")]
    public async Task Ready_OfATypeThatDoesNotFit_IsRefusedWithAnErrorCommand(string type)
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = RawPeer.Connect(router.Endpoint);
        await peer.Send([.. RawPeer.Greeting(), .. RawPeer.Ready(type)]);

        var rest = (await peer.ReceiveUntilClosed())[(64 + ReadyRouter.Length / 2)..];
        var reason = $"ROUTER expects DEALER or REQ or ROUTER, got '{type}'";
        Assert.Equal((4, reason.Length + 7), (rest[0], rest[1]));
        Assert.Equal([5, .. "ERROR"u8, (byte)reason.Length, .. Encoding.ASCII.GetBytes(reason)], rest[2..]);
    }

    [Theory]
    [InlineData("an identity of 0 at its beginning", "\0abc")]
    public async Task Ready_WithAnIdentityThatIsOurs_IsRefused(string because, string identity)
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = RawPeer.Connect(router.Endpoint);
        await peer.Send([.. RawPeer.Greeting(), .. RawPeer.Ready("DEALER", identity)]);

        Assert.Contains("ERROR", Encoding.ASCII.GetString(await peer.ReceiveUntilClosed()), StringComparison.Ordinal);
        Assert.True(router.Peers.Count == 0, because);
    }

    [Theory]
    [InlineData("01 00", "ZMTP 1: a length and flags")]
    [InlineData("FF0000000000000001 7E", "ZMTP 1, long form")]
    [InlineData("FF00000000000000017F 01 05", "ZMTP 2")]
    [InlineData("FF00000000000000007F 02", "version 2")]
    [InlineData("FF00000000000000007F 0301 504C41494E000000000000000000000000000000 00", "PLAIN")]
    [InlineData("FF00000000000000007F 0301 4355525645000000000000000000000000000000 01", "CURVE")]
    [InlineData("FF00000000000000007F 0301 4E554C4C20000000000000000000000000000000 00", "'NULL '")]
    [InlineData("474554202F20485454502F312E310D0A0D0A", "HTTP")]
    [InlineData("1603010200010001FC0303", "TLS")]
    public async Task Greeting_OfSomethingElse_IsClosed(string octets, string what)
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = RawPeer.Connect(router.Endpoint);
        await peer.SendHex(octets + new string('0', 62));

        Assert.Equal(RawPeer.Greeting(), await peer.ReceiveUntilClosed());
        await RawPeer.Until(() => router.Handshakes == 0);
        Assert.True(router.Peers.Count == 0, what);
    }

    [Theory]
    [InlineData("00 05 5245414459", "a message")]
    [InlineData("04 05 0450494E47", "PING")]
    [InlineData("04 00", "a command without a name")]
    [InlineData("04 03 095245", "a name beyond the frame")]
    [InlineData("04 0A 055245414459 0B536F63", "a property beyond the frame")]
    [InlineData("04 0D 055245414459 0141 FFFFFFFF00", "a value of 4 GiB")]
    [InlineData("06 0000000000010001", "a command of 65,537 octets")]
    [InlineData("06 FFFFFFFFFFFFFFFF", "a command of 2^64 - 1 octets")]
    [InlineData("05 06 055245414459", "a command with MORE")]
    [InlineData("0C 06 055245414459", "a reserved flag")]
    public async Task Ready_Malformed_IsClosed(string octets, string what)
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = RawPeer.Connect(router.Endpoint);
        await peer.Send(RawPeer.Greeting());
        await peer.SendHex(octets);

        Assert.Equal(64 + ReadyRouter.Length / 2, (await peer.ReceiveUntilClosed()).Length);
        Assert.True(router.Peers.Count == 0, what);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(63)]
    [InlineData(64)]
    public async Task Handshake_ThatStops_IsClosedAfterItsLimit(int octets)
    {
        await using var router = RouterSocket.Bind(
            AnyPort, new ZmtpOptions { HandshakeLimit = TimeSpan.FromMilliseconds(300) });
        using var live = await RawPeer.Join(router.Endpoint, "DEALER", "live");
        using var peer = RawPeer.Connect(router.Endpoint);
        await peer.Send(RawPeer.Greeting()[..octets]);
        await peer.ReceiveUntilClosed();
        await RawPeer.Until(() => router.Handshakes == 0);

        router.Send(["live"u8.ToArray(), [7]]);
        Assert.Equal("000107", await live.ReceiveHex(3));
    }

    [Fact]
    public async Task Handshakes_MoreThanTheLimit_CloseTheOldest()
    {
        await using var router = RouterSocket.Bind(AnyPort, new ZmtpOptions { MostHandshakes = 3 });
        using var live = await RawPeer.Join(router.Endpoint, "DEALER", "live");
        var silent = new List<RawPeer>();
        for (var i = 0; i < 8; i++)
        {
            silent.Add(RawPeer.Connect(router.Endpoint));
            await silent[i].Receive(64);
        }

        foreach (var old in silent[..5]) Assert.Empty(await old.ReceiveUntilClosed());
        await RawPeer.Until(() => router.Handshakes == 3);
        await silent[5].Send([.. RawPeer.Greeting(), .. RawPeer.Ready("DEALER", "late")]);
        await RawPeer.Until(() => router.Peers.Count == 2);
        silent.ForEach(peer => peer.Dispose());
    }
}
