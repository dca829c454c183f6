namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>The 64 octets with which both ends open a connection.</summary>
/// <remarks>
/// signature (10) · major (1) · minor (1) · mechanism (20) · as-server (1) · filler (31). The octets between the first
/// and the last of the signature are padding, in which libzmq hides what ZMTP 1 peers need: they are never checked.
/// </remarks>
internal static class Greeting
{
    private const int SignatureLength = 10;
    private const int MechanismLength = 20;
    private const byte Major = 3;

    /// <summary>The greeting of a server without security.</summary>
    /// <param name="minor">1 for ZMTP 3.1, 0 for 3.0.</param>
    public static byte[] Create(byte minor)
    {
        var greeting = new byte[64];
        greeting[0] = 0xFF;
        greeting[9] = 0x7F;
        greeting[10] = Major;
        greeting[11] = minor;
        "NULL"u8.CopyTo(greeting.AsSpan(12));
        return greeting;
    }

    /// <summary>Reads the other end's greeting.</summary>
    /// <exception cref="InvalidDataException">It is none, is of ZMTP 1 or 2, or wants a mechanism other than
    /// NULL.</exception>
    /// <exception cref="EndOfStreamException">The connection ended before it.</exception>
    public static void Read(FrameReader reader)
    {
        var signature = new byte[SignatureLength];
        reader.ReadExactly(signature);
        if (signature[0] != 0xFF || (signature[9] & 1) == 0)
            throw new InvalidDataException("expected a ZMTP greeting, got something else");
        // A ZMTP 2 peer stops here until it has read a greeting of its own kind: ask for no more before looking.
        var major = new byte[1];
        reader.ReadExactly(major);
        if (major[0] < Major)
            throw new InvalidDataException($"expected a peer of ZMTP 3.0 or later, got version {major[0]}");
        var rest = new byte[53];
        reader.ReadExactly(rest);
        if (!rest.AsSpan(1, MechanismLength).TrimEnd((byte)0).SequenceEqual("NULL"u8))
            throw new InvalidDataException("expected the mechanism NULL, got another");
    }
}
