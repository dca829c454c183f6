using System.Buffers.Binary;
using NotebookKernel.Jupyter.Zmtp;

namespace NotebookKernel.Tests.Jupyter.Zmtp;

/// <summary>A thousand connections that do not keep to the protocol, beside one that does.</summary>
public sealed class FuzzTests
{
    private const int Connections = 1_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Garbage_DisturbsNobodyAndLeavesNothingBehind(int socket)
    {
        var options = new ZmtpOptions { HandshakeLimit = TimeSpan.FromSeconds(1), MessageLimit = 1 << 20 };
        await using ZmtpSocket server = socket switch
        {
            1 => RouterSocket.Bind(ZmtpEndpoint.Tcp("127.0.0.1", 0), options),
            2 => PublisherSocket.Bind(ZmtpEndpoint.Tcp("127.0.0.1", 0), options),
            _ => ReplySocket.BindEcho(ZmtpEndpoint.Tcp("127.0.0.1", 0), options),
        };
        using var live = await RawPeer.Join(server.Endpoint, socket == 2 ? "SUB" : "REQ");
        var random = new Random(socket);
        var silent = new List<RawPeer>();
        if (server is RouterSocket router) _ = Task.Run(() => Discard(router), TestContext.Current.CancellationToken);
        for (var i = 0; i < Connections; i++)
        {
            var peer = RawPeer.Connect(server.Endpoint);
            try
            {
                await peer.Send(Garbage(random, i % 10, socket == 2 ? "SUB" : "DEALER"));
            }
            catch (IOException)
            {
                // Closed before all of it was sent.
            }
            if (i % 4 == 0) silent.Add(peer);
            else peer.Dispose();
            if (i % 50 == 0) await Ping(live, (byte)(i / 50));
        }

        await Ping(live, 0xFE);
        await RawPeer.Until(() => server.Handshakes == 0);
        silent.ForEach(peer => peer.Dispose());
        await RawPeer.Until(() => server.Peers.Count == 1);
        await Ping(live, 0xFF);
    }

    private static byte[] Garbage(Random random, int kind, string type)
    {
        var noise = new byte[random.Next(1, 300)];
        random.NextBytes(noise);
        byte[] handshake = [.. RawPeer.Greeting((byte)random.Next(3)), .. RawPeer.Ready(type, $"p{random.Next(50)}")];
        return kind switch
        {
            0 => [],
            1 => noise,
            2 => handshake[..random.Next(64)],
            3 => handshake[..random.Next(64, handshake.Length)],
            4 => [.. handshake, .. noise],
            5 => [.. handshake, 2, .. Size((ulong)random.NextInt64()), .. noise],
            6 => [.. handshake, 1, 200, .. noise],
            7 => [.. handshake, 4, (byte)noise.Length, .. noise],
            8 => [.. handshake[..12], .. noise],
            _ => Flipped(random, handshake),
        };
    }

    private static byte[] Size(ulong size)
    {
        var octets = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(octets, size >> (int)(size % 64));
        return octets;
    }

    private static byte[] Flipped(Random random, byte[] octets)
    {
        for (var i = 0; i < 3; i++) octets[random.Next(octets.Length)] ^= (byte)(1 << random.Next(8));
        return octets;
    }

    private static async Task Ping(RawPeer peer, byte context)
    {
        await peer.Send([4, 8, 4, .. "PING"u8, 0, 0, context]);
        Assert.Equal([4, 6, 4, .. "PONG"u8, context], await peer.Receive(8));
    }

    private static async Task Discard(RouterSocket router)
    {
        await foreach (var _ in router.Received.ReadAllAsync())
        {
        }
    }
}
