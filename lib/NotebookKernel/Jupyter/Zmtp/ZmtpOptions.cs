namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>The limits within which a socket serves its peers.</summary>
internal sealed record ZmtpOptions
{
    /// <summary>The limits of a socket that was given none.</summary>
    public static ZmtpOptions Default { get; } = new();

    /// <summary>The minor number announced in the greeting: 1 for ZMTP 3.1, 0 for 3.0.</summary>
    public byte Minor { get; init; } = 1;

    /// <summary>How long a peer may take from connecting to its READY.</summary>
    public TimeSpan HandshakeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many peers may be in their handshake at once; of more, the oldest are closed.</summary>
    public int MostHandshakes { get; init; } = 64;

    /// <summary>How many bytes one message may hold, all its frames together.</summary>
    public int MessageLimit { get; init; } = 256 << 20;

    /// <summary>From how many queued bytes on the sender waits for the slowest peer.</summary>
    public long QueueBound { get; init; } = 64 << 20;

    /// <summary>How long a peer may take nothing at all of what is being sent to it.</summary>
    public TimeSpan StallLimit { get; init; } = TimeSpan.FromSeconds(30);
}
