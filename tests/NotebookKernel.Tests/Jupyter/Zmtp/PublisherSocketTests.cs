using NotebookKernel.Jupyter.Zmtp;

namespace NotebookKernel.Tests.Jupyter.Zmtp;

public sealed class PublisherSocketTests
{
    private static ZmtpEndpoint AnyPort => ZmtpEndpoint.Tcp("127.0.0.1", 0);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("04 0B 09535542534352494245 41", "04 08 0643414E43454C 41")]        // SUBSCRIBE A, CANCEL A
    [InlineData("00 02 0141", "00 02 0041")]                                        // the same of ZMTP 3.0
    public async Task Subscription_ByCommandOrMessage_CountsAndMatchesPrefixes(string subscribe, string cancel)
    {
        await using var publisher = PublisherSocket.Bind(AnyPort);
        using var peer = await RawPeer.Join(publisher.Endpoint, "SUB");
        await peer.SendHex(subscribe + subscribe + "00 02 015A");
        for (var i = 0; i < 3; i++) await publisher.Subscriptions.ReadAsync(Token);
        Publish("A1", "B", "AA", "");
        Assert.Equal("01024131" + "000121" + "01024141" + "000121", await peer.ReceiveHex(14));

        await peer.SendHex(cancel);
        await Settle(peer);
        Publish("A2", "Z");
        Assert.Equal("01024132" + "000121" + "01015A" + "000121", await peer.ReceiveHex(13));
        await peer.SendHex(cancel);
        await Settle(peer);
        Publish("A3", "Z");
        Assert.Equal("01015A" + "000121", await peer.ReceiveHex(6));

        void Publish(params string[] topics)
        {
            foreach (var topic in topics) publisher.Send([[.. topic.Select(letter => (byte)letter)], [0x21]]);
        }
    }

    [Fact]
    public async Task Subscriptions_OfAPeer_CanBeAnsweredToItAlone()
    {
        await using var publisher = PublisherSocket.Bind(AnyPort);
        using var first = await RawPeer.Join(publisher.Endpoint, "SUB");
        using var second = await RawPeer.Join(publisher.Endpoint, "XSUB");
        await first.SendHex("04 0A 09535542534352494245");
        (await publisher.Subscriptions.ReadAsync(Token)).Send([[1]]);
        await second.SendHex("04 0B 09535542534352494245 42");
        var subscription = await publisher.Subscriptions.ReadAsync(Token);
        subscription.Send([[2]]);
        publisher.Send([[0x42]]);

        Assert.Equal([0x42], subscription.Topic);
        Assert.Equal("000101" + "000142", await first.ReceiveHex(6));
        Assert.Equal("000102" + "000142", await second.ReceiveHex(6));
    }

    [Fact]
    public async Task Send_FromManyThreads_KeepsTheOrderOfEach()
    {
        const int Threads = 4, Messages = 2_000;
        await using var publisher = PublisherSocket.Bind(AnyPort);
        using var peer = await RawPeer.Join(publisher.Endpoint, "SUB");
        await peer.SendHex("00 01 01");
        await publisher.Subscriptions.ReadAsync(Token);
        var threads = Enumerable.Range(0, Threads).Select(id => new Thread(() =>
        {
            for (var i = 0; i < Messages; i++) publisher.Send([[(byte)id], BitConverter.GetBytes(i)]);
        })).ToList();
        threads.ForEach(thread => thread.Start());

        var next = new int[Threads];
        for (var i = 0; i < Threads * Messages; i++)
        {
            var (flags, topic) = await peer.ReceiveFrame();
            var (_, body) = await peer.ReceiveFrame();
            Assert.Equal(1, flags);
            Assert.Equal(next[topic[0]]++, BitConverter.ToInt32(body));
        }
    }

    [Fact]
    public async Task Send_ToASlowReader_LosesNothing()
    {
        const int Messages = 300;
        await using var publisher = PublisherSocket.Bind(AnyPort, new ZmtpOptions { QueueBound = 1 << 20 });
        using var peer = await RawPeer.Join(publisher.Endpoint, "SUB");
        await peer.SendHex("00 01 01");
        await publisher.Subscriptions.ReadAsync(Token);
        var sending = Task.Run(
            () =>
            {
                for (var i = 0; i < Messages; i++) publisher.Send([BitConverter.GetBytes(i), new byte[100_000]]);
            },
            Token);
        await RawPeer.Until(() => publisher.Peers[0].QueuedBytes > 1 << 20);
        await Task.Delay(50, Token);

        Assert.False(sending.IsCompleted);
        Assert.InRange(publisher.Peers[0].QueuedBytes, 1 << 20, (1 << 20) + 200_000);
        for (var i = 0; i < Messages; i++)
        {
            Assert.Equal(BitConverter.GetBytes(i), (await peer.ReceiveFrame()).Body);
            Assert.Equal(100_000, (await peer.ReceiveFrame()).Body.Length);
        }
        await sending;
    }

    [Fact]
    public async Task Send_ToAPeerThatTakesNothing_GoesOnWhenItIsClosed()
    {
        await using var publisher = PublisherSocket.Bind(
            AnyPort, new ZmtpOptions { QueueBound = 1 << 20, StallLimit = TimeSpan.FromMilliseconds(500) });
        using var stuck = await RawPeer.Join(publisher.Endpoint, "SUB");
        await stuck.SendHex("00 01 01");
        await publisher.Subscriptions.ReadAsync(Token);
        for (var i = 0; i < 300; i++) publisher.Send([new byte[100_000]]);

        Assert.Empty(publisher.Peers);
    }

    // A PING that is answered: what was sent before it has been read.
    private static async Task Settle(RawPeer peer)
    {
        await peer.SendHex("04 07 0450494E47 0000");
        Assert.Equal("040504504F4E47", await peer.ReceiveHex(7));
    }
}
