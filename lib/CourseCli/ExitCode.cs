namespace CourseCli;

/// <summary>What the command's exit code says.</summary>
public static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Success = 0;

    /// <summary>A notebook failed, or something needed is missing.</summary>
    public const int Failure = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl+C; as shells have it.</summary>
    public const int Cancelled = 130;
}
