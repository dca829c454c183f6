using NotebookKernel.Jupyter.Zmtp;

namespace NotebookKernel.Tests.Jupyter.Zmtp;

public sealed class RouterSocketTests
{
    private static ZmtpEndpoint AnyPort => ZmtpEndpoint.Tcp("127.0.0.1", 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Peers_WithoutIdentity_GetFiveOctetsOfTheirOwn()
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var first = await RawPeer.Join(router.Endpoint, "DEALER");
        using var second = await RawPeer.Join(router.Endpoint, "REQ");
        await first.SendHex("00 01 41");
        var one = (await router.Received.ReadAsync(Token))[0];
        await second.SendHex("00 01 42");
        var two = (await router.Received.ReadAsync(Token))[0];
        router.Send([one, [1]]);
        router.Send([two, [2]]);

        Assert.Equal((5, 5, 0, 0), (one.Length, two.Length, one[0], two[0]));
        Assert.Equal("000101", await first.ReceiveHex(3));
        Assert.Equal("000102", await second.ReceiveHex(3));
    }

    [Fact]
    public async Task Identity_OfALivePeer_IsHandedOverToTheNewest()
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var older = await RawPeer.Join(router.Endpoint, "DEALER", "same");
        await RawPeer.Until(() => router.Peers.Count == 1);
        using var newer = await RawPeer.Join(router.Endpoint, "DEALER", "same");

        Assert.Empty(await older.ReceiveUntilClosed());
        await RawPeer.Until(() => router.Peers.Count == 1);
        router.Send(["same"u8.ToArray(), [9]]);
        Assert.Equal("000109", await newer.ReceiveHex(3));
    }

    [Fact]
    public async Task Send_ToNobody_IsDroppedAndTooShort_IsRefused()
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = await RawPeer.Join(router.Endpoint, "DEALER", "me");
        await RawPeer.Until(() => router.Peers.Count == 1);
        router.Send(["who"u8.ToArray(), [1]]);
        router.Send(["me"u8.ToArray(), [2]]);

        Assert.Equal("000102", await peer.ReceiveHex(3));
        Assert.Throws<ArgumentException>(() => router.Send(["me"u8.ToArray()]));
    }

    [Fact]
    public async Task DrainAsync_ThenDispose_LosesNothing()
    {
        var router = RouterSocket.Bind(AnyPort);
        using var peer = await RawPeer.Join(router.Endpoint, "DEALER", "me");
        await RawPeer.Until(() => router.Peers.Count == 1);
        for (var i = 0; i < 1_000; i++) router.Send(["me"u8.ToArray(), new byte[3_000]]);
        var drained = router.DrainAsync(TimeSpan.FromSeconds(20));
        for (var i = 0; i < 500; i++) await peer.ReceiveFrame();
        await drained;
        await router.DisposeAsync();

        for (var i = 0; i < 500; i++) Assert.Equal(3_000, (await peer.ReceiveFrame()).Body.Length);
        Assert.Empty(await peer.ReceiveUntilClosed());
    }

    [Fact]
    public async Task DrainAsync_OfWhatNobodyTakes_EndsAtItsLimit()
    {
        await using var router = RouterSocket.Bind(AnyPort);
        using var peer = await RawPeer.Join(router.Endpoint, "DEALER", "me");
        await RawPeer.Until(() => router.Peers.Count == 1);
        router.Send(["me"u8.ToArray(), new byte[50 << 20]]);
        await router.DrainAsync(TimeSpan.FromMilliseconds(200));

        Assert.False(router.Peers[0].IsDrained);
    }

    [Fact]
    public async Task Dispose_CompletesReceivedAndDropsWhatIsSentLater()
    {
        var router = RouterSocket.Bind(AnyPort);
        using var peer = await RawPeer.Join(router.Endpoint, "DEALER", "me");
        await peer.SendHex("00 01 41");
        Assert.True(await router.Received.WaitToReadAsync(Token));
        await router.DisposeAsync();
        await router.DisposeAsync();
        router.Send(["me"u8.ToArray(), [1]]);

        Assert.Single(router.Received.ReadAllAsync(Token).ToBlockingEnumerable(Token));
        Assert.Empty(await peer.ReceiveUntilClosed());
    }

    [Fact]
    public async Task Dispose_WhileAPeerWaitsToBeRead_EndsItsThread()
    {
        var router = RouterSocket.Bind(AnyPort);
        using var peer = await RawPeer.Join(router.Endpoint, "DEALER", "me");
        await RawPeer.Until(() => router.Peers.Count == 1);
        var messages = Enumerable.Repeat(RawPeer.Frame(0, [7]), 10_000).SelectMany(frame => frame).ToArray();
        await peer.Send(messages);
        await RawPeer.Until(() => router.Received.Count == 4_096);

        await router.DisposeAsync();

        Assert.Empty(router.Peers);
        Assert.Empty(await peer.ReceiveUntilClosed());
    }
}
