using System.Text;

namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>A command of one end to the other: a name and what belongs to it.</summary>
internal readonly record struct Command(string Name, byte[] Data)
{
    public const string Ready = "READY";
    public const string Error = "ERROR";
    public const string Ping = "PING";
    public const string Pong = "PONG";
    public const string Subscribe = "SUBSCRIBE";
    public const string Cancel = "CANCEL";

    /// <summary>Reads the body of a command frame: the name's length (1), the name, the data.</summary>
    /// <exception cref="InvalidDataException">The name is longer than the frame, or has no letters.</exception>
    public static Command Parse(byte[] body)
    {
        if (body.Length == 0 || body[0] == 0 || body[0] >= body.Length)
            throw new InvalidDataException("expected a command with a name, got one without");
        var end = 1 + body[0];
        return new Command(Encoding.ASCII.GetString(body, 1, end - 1), body[end..]);
    }

    /// <summary>The refusal of a peer: an ERROR whose data is a reason with its length (1) before it.</summary>
    public static Command Refusal(string reason)
    {
        var text = Encoding.ASCII.GetBytes(reason);
        var length = Math.Min(text.Length, byte.MaxValue);
        return new Command(Error, [(byte)length, .. text.AsSpan(0, length)]);
    }

    /// <summary>The body of the frame that holds this command.</summary>
    public byte[] ToBody() => [(byte)Name.Length, .. Encoding.ASCII.GetBytes(Name), .. Data];
}
