using System.Net;
using System.Net.Sockets;

namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>Where a socket listens: an address and port, or the path of a Unix socket.</summary>
internal sealed record ZmtpEndpoint
{
    private const int Backlog = 128;

    private ZmtpEndpoint(string address, int? port) => (Address, Port) = (address, port);

    /// <summary>The address as it was given, or the path.</summary>
    public string Address { get; }

    /// <summary>The TCP port; null for a Unix socket.</summary>
    public int? Port { get; }

    /// <summary>A TCP endpoint.</summary>
    /// <param name="ip">An IPv4 or IPv6 address, a host's name, or <c>*</c> for every IPv4 address.</param>
    /// <param name="port">0 to let the system choose: the socket's endpoint then names the port it got.</param>
    public static ZmtpEndpoint Tcp(string ip, int port)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ip);
        ArgumentOutOfRangeException.ThrowIfLessThan(port, IPEndPoint.MinPort);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        return new ZmtpEndpoint(ip, port);
    }

    /// <summary>A Unix socket.</summary>
    /// <param name="path">Of its file, which is made when the socket is bound and deleted when it is disposed.</param>
    public static ZmtpEndpoint Unix(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new ZmtpEndpoint(path, null);
    }

    public override string ToString() =>
        Port is not { } port ? $"ipc://{Address}"
        : Address.Contains(':', StringComparison.Ordinal) ? $"tcp://[{Address.Trim('[', ']')}]:{port}"
        : $"tcp://{Address}:{port}";

    /// <summary>Listens here.</summary>
    /// <returns>The listening socket, and this endpoint with the port that the system gave it.</returns>
    /// <exception cref="IOException">The endpoint is in use, is not of this machine, or is no endpoint.</exception>
    internal (Socket Socket, ZmtpEndpoint Endpoint) Listen()
    {
        try
        {
            if (Port is { } port) return ListenTcp(port);
            return (UnixSocketFile.Listen(Address, Backlog), this);
        }
        catch (SocketException error)
        {
            var reason = error.SocketErrorCode switch
            {
                SocketError.AddressAlreadyInUse => "another process listens there; is a kernel with the same "
                    + "connection file still running?",
                SocketError.AddressNotAvailable => "this machine has no such address",
                SocketError.AccessDenied => "this user may not listen there",
                _ => error.Message,
            };
            throw new IOException($"expected to listen on {this}, but: {reason}", error);
        }
    }

    private (Socket Socket, ZmtpEndpoint Endpoint) ListenTcp(int port)
    {
        var address = Resolve();
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (OperatingSystem.IsWindows()) socket.ExclusiveAddressUse = true;
            if (address.Equals(IPAddress.IPv6Any)) socket.DualMode = true;
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(Backlog);
            return (socket, new ZmtpEndpoint(Address, ((IPEndPoint)socket.LocalEndPoint!).Port));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private IPAddress Resolve()
    {
        if (Address == "*") return IPAddress.Any;
        if (Address.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return IPAddress.Loopback;
        if (IPAddress.TryParse(Address.Trim('[', ']'), out var address)) return address;
        return Dns.GetHostAddresses(Address) is [var first, ..]
            ? first
            : throw new IOException($"expected to listen on {this}, but '{Address}' is no address of this machine");
    }
}
