using System.Text;
using NotebookKernel.Jupyter.Zmtp;

namespace NotebookKernel.Tests.Jupyter.Zmtp;

/// <summary>Messages and commands after the handshake, octet by octet.</summary>
public sealed class FrameTests
{
    private static ZmtpEndpoint AnyPort => ZmtpEndpoint.Tcp("127.0.0.1", 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, "0000")]
    [InlineData(1, "0001")]
    [InlineData(254, "00FE")]
    [InlineData(255, "00FF")]
    [InlineData(256, "020000000000000100")]
    [InlineData(257, "020000000000000101")]
    [InlineData(65_535, "02000000000000FFFF")]
    [InlineData(65_536, "020000000000010000")]
    [InlineData(1 << 20, "020000000000100000")]
    [InlineData(10 << 20, "020000000000A00000")]
    public async Task Frame_OfAnySize_ArrivesAndIsSentInItsForm(int size, string head)
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = await RawPeer.Join(router.Endpoint, "DEALER", "me");
        var body = new byte[size];
        new Random(size).NextBytes(body);
        await peer.Send([.. Convert.FromHexString(head), .. body]);

        var received = await router.Received.ReadAsync(Token);
        Assert.Equal(2, received.Length);
        Assert.Equal("me"u8.ToArray(), received[0]);
        Assert.True(body.AsSpan().SequenceEqual(received[1]));
        router.Send(received);
        Assert.Equal(head, await peer.ReceiveHex(head.Length / 2));
        var echoed = await peer.Receive(size);
        Assert.True(body.AsSpan().SequenceEqual(echoed));
    }

    [Fact]
    public async Task Frame_SmallInTheLongForm_IsRead()
    {
        await using var echo = ReplySocket.BindEcho(AnyPort);
        using var peer = await RawPeer.Join(echo.Endpoint, "REQ");
        await peer.SendHex("03 0000000000000000  02 0000000000000002 6869");

        Assert.Equal("010000026869", await peer.ReceiveHex(6));
    }

    [Fact]
    public async Task Message_OfSeveralFrames_KeepsThemWithMoreOnAllButTheLast()
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = await RawPeer.Join(router.Endpoint, "REQ", "me");
        await peer.SendHex("01 00  01 01 41  00 00  00 01 42");

        Assert.Equal(["me", "", "A", ""], Texts(await router.Received.ReadAsync(Token)));
        Assert.Equal(["me", "B"], Texts(await router.Received.ReadAsync(Token)));
        router.Send(["me"u8.ToArray(), [], [0x41], []]);
        Assert.Equal("0100" + "010141" + "0000", await peer.ReceiveHex(7));
    }

    [Fact]
    public async Task Octets_OneByOne_AreRead()
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = RawPeer.Connect(router.Endpoint);
        byte[] octets =
            [.. RawPeer.Greeting(), .. RawPeer.Ready("DEALER", "me"), 1, 1, 0x41, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0x42];
        foreach (var octet in octets)
        {
            await peer.Send([octet]);
            await Task.Yield();
        }

        Assert.Equal(["me", "A", "B"], Texts(await router.Received.ReadAsync(Token)));
    }

    [Theory]
    [InlineData("04 07 0450494E47 0000", "04 05 04504F4E47")]                       // PING, no context
    [InlineData("04 0A 0450494E47 0064 616263", "04 08 04504F4E47 616263")]         // with one
    public async Task Ping_IsAnsweredByPongWithItsContext(string ping, string pong)
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = await RawPeer.Join(router.Endpoint, "DEALER");
        await peer.SendHex(ping);

        var expected = pong.Replace(" ", "", StringComparison.Ordinal);
        Assert.Equal(expected, await peer.ReceiveHex(expected.Length / 2));
    }

    [Fact]
    public async Task Commands_UnknownPongAndShortPing_AreIgnoredAlsoInsideAMessage()
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = await RawPeer.Join(router.Endpoint, "DEALER", "me");
        await peer.SendHex("01 01 41  04 04 03584F58  04 05 04504F4E47  04 05 0450494E47  00 01 42");

        Assert.Equal(["me", "A", "B"], Texts(await router.Received.ReadAsync(Token)));
    }

    [Theory]
    [InlineData("04 07 054552524F52 00", "ERROR")]
    [InlineData("05 05 0450494E47", "a command with MORE")]
    [InlineData("08 00", "a reserved flag")]
    [InlineData("80 00", "another")]
    [InlineData("02 4000000000000000", "2^62 octets")]
    [InlineData("02 FFFFFFFFFFFFFFFF", "2^64 - 1 octets")]
    [InlineData("02 0000000000000401", "one octet over the limit")]
    [InlineData("01 FF", "a message over the limit by its frames together")]
    [InlineData("06 0000000000010001", "a command over its limit")]
    [InlineData("04 01 00", "a command without a name")]
    public async Task Violation_ClosesThatPeerAndNoOther(string octets, string what)
    {
        await using var router = RouterSocket.Bind(AnyPort, new ZmtpOptions { MessageLimit = 1024 });
        using var live = await RawPeer.Join(router.Endpoint, "DEALER", "live");
        using var peer = await RawPeer.Join(router.Endpoint, "DEALER", "bad");
        await peer.SendHex("00 01 41");
        Assert.Equal(["bad", "A"], Texts(await router.Received.ReadAsync(Token)));
        await peer.SendHex(octets);
        if (octets == "01 FF")
            for (var i = 0; i < 5; i++)
                await peer.SendHex(new string('0', 510) + "01FF");

        Assert.True((await peer.ReceiveUntilClosed()).Length == 0, what);
        await live.SendHex("00 01 43");
        Assert.Equal(["live", "C"], Texts(await router.Received.ReadAsync(Token)));
        await RawPeer.Until(() => router.Peers.Count == 1);
    }

    [Theory]
    [InlineData("02 0000000010000000 4142", "256 MiB, of which two octets come")]
    [InlineData("02 4000000000000000 4142", "2^62 octets")]
    [InlineData("06 FFFFFFFFFFFFFFFF 4142", "a command of 2^64 - 1")]
    public void Size_OnlyAnnounced_CostsNoMemory(string octets, string what)
    {
        using var stream = new MemoryStream(Convert.FromHexString(octets.Replace(" ", "", StringComparison.Ordinal)));
        var reader = new FrameReader(stream);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Record.Exception(() => reader.Read(256 << 20));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        Assert.True(error is EndOfStreamException or InvalidDataException, what);
    }

    private static string[] Texts(byte[][] frames) => [.. frames.Select(Encoding.ASCII.GetString)];
}
