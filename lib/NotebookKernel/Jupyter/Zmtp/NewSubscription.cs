namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>A subscription that a peer has just made.</summary>
/// <param name="topic">The beginning of the messages that it wants; empty for all.</param>
/// <param name="send">Sends to that peer.</param>
internal sealed class NewSubscription(byte[] topic, Action<byte[][]> send)
{
    /// <summary>The beginning of the messages that the peer wants; empty for all.</summary>
    public byte[] Topic { get; } = topic;

    /// <summary>Sends a message to that peer alone, whatever it has subscribed to; in order with the messages to
    /// all.</summary>
    public void Send(byte[][] frames) => send(frames);
}
