namespace NotebookKernel.Jupyter.Zmtp;

/// <summary>The bits of a frame's first octet.</summary>
[Flags]
internal enum FrameFlags : byte
{
    None = 0,
    More = 1,
    Long = 2,
    Command = 4,
}

/// <summary>A frame as it was read.</summary>
internal readonly record struct Frame(FrameFlags Flags, byte[] Body)
{
    /// <summary>True when further frames of the same message follow.</summary>
    public bool HasMore => (Flags & FrameFlags.More) != 0;

    /// <summary>True for a command to the connection, false for a part of a message.</summary>
    public bool IsCommand => (Flags & FrameFlags.Command) != 0;
}
