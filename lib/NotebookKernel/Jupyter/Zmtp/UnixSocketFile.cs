using System.Net.Sockets;

namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>The file by which a Unix socket is found: only its owner may connect.</summary>
internal static class UnixSocketFile
{
    /// <summary>Listens at a path, in the place of a file left by a process that has ended.</summary>
    /// <exception cref="IOException">Something listens there, a file that is no socket is there, or the path is
    /// too long.</exception>
    /// <exception cref="SocketException">The system refuses.</exception>
    public static Socket Listen(string path, int backlog)
    {
        var endpoint = EndpointOf(path);
        if (File.Exists(path)) RemoveStale(path, endpoint);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(endpoint);
            // Before it listens: nobody else connects in between.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            socket.Listen(backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Deletes the file of a socket that listens no more.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            // Somebody deleted its folder first.
        }
        catch (UnauthorizedAccessException)
        {
            // The folder was made read-only; the next one to listen replaces the file.
        }
    }

    private static UnixDomainSocketEndPoint EndpointOf(string path)
    {
        try
        {
            return new UnixDomainSocketEndPoint(path);
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new IOException(
                $"expected a path short enough for a Unix socket (about 100 bytes), got '{path}'; use a runtime folder "
                + "with a shorter name, or transport tcp", error);
        }
    }

    private static void RemoveStale(string path, UnixDomainSocketEndPoint endpoint)
    {
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            probe.Connect(endpoint);
        }
        catch (SocketException)
        {
            if (!IsSocket(path))
                throw new IOException($"expected to listen on ipc://{path}, but a file that is no socket is there");
            File.Delete(path);
            return;
        }
        throw new IOException(
            $"expected to listen on ipc://{path}, but another process listens there; is a kernel with the same "
            + "connection file still running?");
    }

    // A socket is the file that cannot be opened.
    private static bool IsSocket(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
