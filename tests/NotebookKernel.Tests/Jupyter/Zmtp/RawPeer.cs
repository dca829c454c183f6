using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NotebookKernel.Jupyter.Zmtp;

namespace NotebookKernel.Tests.Jupyter.Zmtp;

/// <summary>A peer that puts octets on the wire as the specification lists them; shares no code with the
/// server.</summary>
internal sealed class RawPeer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Socket _socket;
    private readonly NetworkStream _stream;

    private RawPeer(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>The greeting of spec 37: signature, version, mechanism NULL, no server, filler.</summary>
    public static byte[] Greeting(byte minor = 1) => Convert.FromHexString(
        "FF00000000000000007F" + "03" + minor.ToString("X2", null) + "4E554C4C" + new string('0', 32) + "00"
        + new string('0', 62));

    public static RawPeer Connect(ZmtpEndpoint endpoint)
    {
        var isUnix = endpoint.Port is null;
        var socket = new Socket(
            isUnix ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream,
            isUnix ? ProtocolType.Unspecified : ProtocolType.Tcp);
        socket.Connect(isUnix
            ? new UnixDomainSocketEndPoint(endpoint.Address)
            : new IPEndPoint(IPAddress.Loopback, endpoint.Port!.Value));
        return new RawPeer(socket);
    }

    /// <summary>Connects and exchanges greetings and READY; has joined when this ends.</summary>
    public static async Task<RawPeer> Join(
        ZmtpEndpoint endpoint, string type, string identity = "", byte minor = 1)
    {
        var peer = Connect(endpoint);
        await peer.Send(Greeting(minor));
        await peer.Receive(64);
        await peer.Send(Ready(type, identity));
        await peer.ReceiveFrame();
        // The server sent its READY before it read ours; only what follows it is answered to a peer that has joined.
        await peer.SendHex("04 07 0450494E47 0000");
        await peer.ReceiveFrame();
        return peer;
    }

    /// <summary>A READY frame with Socket-Type and Identity.</summary>
    public static byte[] Ready(string type, string identity = "")
    {
        byte[] body =
        [
            5, .. "READY"u8, 11, .. "Socket-Type"u8, 0, 0, 0, (byte)type.Length, .. Encoding.ASCII.GetBytes(type),
            8, .. "Identity"u8, 0, 0, 0, (byte)identity.Length, .. Encoding.ASCII.GetBytes(identity)
        ];
        return [4, (byte)body.Length, .. body];
    }

    /// <summary>A frame with the flags given; the long form when the size needs it.</summary>
    public static byte[] Frame(byte flags, byte[] body)
    {
        if (body.Length < 256) return [flags, (byte)body.Length, .. body];
        var frame = new byte[9 + body.Length];
        frame[0] = (byte)(flags | 2);
        BinaryPrimitives.WriteInt64BigEndian(frame.AsSpan(1), body.Length);
        body.CopyTo(frame, 9);
        return frame;
    }

    public async Task Send(byte[] octets) => await _stream.WriteAsync(octets).AsTask().WaitAsync(Patience);

    /// <summary>Sends hexadecimal octets; blanks are for the reader.</summary>
    public Task SendHex(string octets) =>
        Send(Convert.FromHexString(octets.Replace(" ", "", StringComparison.Ordinal)));

    public async Task<byte[]> Receive(int count)
    {
        var octets = new byte[count];
        await _stream.ReadExactlyAsync(octets).AsTask().WaitAsync(Patience);
        return octets;
    }

    public async Task<string> ReceiveHex(int count) => Convert.ToHexString(await Receive(count));

    public async Task<(byte Flags, byte[] Body)> ReceiveFrame()
    {
        var flags = (await Receive(1))[0];
        var size = (flags & 2) == 0
            ? (await Receive(1))[0]
            : BinaryPrimitives.ReadInt64BigEndian(await Receive(8));
        return (flags, await Receive((int)size));
    }

    /// <summary>Reads until the server closes the connection.</summary>
    /// <returns>What came before that.</returns>
    public async Task<byte[]> ReceiveUntilClosed()
    {
        var all = new List<byte>();
        var buffer = new byte[4096];
        try
        {
            while (await _stream.ReadAsync(buffer).AsTask().WaitAsync(Patience) is var count and > 0)
                all.AddRange(buffer.AsSpan(0, count));
        }
        catch (IOException)
        {
            // Reset: closed while something of ours was unread.
        }
        return [.. all];
    }

    /// <summary>Waits until a condition holds.</summary>
    public static async Task Until(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition()) await Task.Delay(2, limit.Token);
    }

    public void Dispose() => _stream.Dispose();
}
