using System.Runtime.InteropServices;

namespace CourseCli;

/// <summary>What the commands ask of the machine, so that a test can stand for another one.</summary>
public sealed record Machine
{
    /// <summary>The machine of this process.</summary>
    public static Machine This { get; } = new();

    /// <summary>Linux, macOS or Windows; it decides folders and which commands mend what.</summary>
    public OSPlatform System { get; init; } = OperatingSystem.IsWindows() ? OSPlatform.Windows
        : OperatingSystem.IsMacOS() ? OSPlatform.OSX
        : OSPlatform.Linux;

    /// <summary>True where <c>apt</c> installs programs.</summary>
    public bool HasApt { get; init; } = File.Exists("/etc/debian_version");

    /// <summary>The folder of the .NET that runs this process: its SDKs, runtimes and documentation packs.</summary>
    public string DotNetRoot { get; init; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The file of a program by its name; null when there is none.</summary>
    public Func<string, string?> Find { get; init; } = OtherProgram.Find;

    /// <summary>What a program (its file, its arguments) writes; null when it fails or is cancelled.</summary>
    public Func<string, IReadOnlyList<string>, CancellationToken, Task<string?>> Ask { get; init; } =
        OtherProgram.OutputAsync;

    /// <summary>Why an address does not answer; null when it does.</summary>
    public Func<Uri, CancellationToken, Task<string?>> Reach { get; init; } = WebAddress.ReachAsync;
}
