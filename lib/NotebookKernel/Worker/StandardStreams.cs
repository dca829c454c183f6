using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NotebookKernel.Worker;

/// <summary>
/// Takes the process's real standard input and output for the protocol and gives the cells harmless ones.
/// </summary>
/// <remarks>
/// What native code or a child process of a cell then writes to standard output goes to standard error, and what it
/// reads
/// is empty. On Unix the protocol's two descriptors are not inherited, so nothing a cell starts can keep them open.
/// </remarks>
internal static partial class StandardStreams
{
    /// <summary>The streams of the protocol.</summary>
    public static (Stream Input, Stream Output) Take() =>
        OperatingSystem.IsWindows() ? TakeOnWindows() : TakeOnUnix();

    /// <summary>Lets a crash write no core file into the notebook's folder.</summary>
    public static void DisableCoreFiles()
    {
        if (OperatingSystem.IsWindows()) return;
        const int CoreSize = 4;                                 // RLIMIT_CORE, on Linux and macOS alike
        var none = default(ResourceLimit);
        _ = SetResourceLimit(CoreSize, in none);
    }

    private static (Stream, Stream) TakeOnUnix()
    {
        var duplicateCloseOnExec = OperatingSystem.IsMacOS() ? 67 : 1030;       // F_DUPFD_CLOEXEC
        const int FirstFree = 3;
        var input = Control(0, duplicateCloseOnExec, FirstFree);
        var output = Control(1, duplicateCloseOnExec, FirstFree);
        if (input < 0 || output < 0)
            throw new IOException("expected open standard streams; start the worker with both redirected");
        _ = Duplicate(2, 1);
        using (var nothing = File.OpenHandle("/dev/null"))
            _ = Duplicate((int)nothing.DangerousGetHandle(), 0);
        return (Open(input, FileAccess.Read), Open(output, FileAccess.Write));

        static FileStream Open(int descriptor, FileAccess access) =>
            new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 0);
    }

    private static (Stream, Stream) TakeOnWindows()
    {
        const int Input = -10;
        const int Output = -11;
        const int Error = -12;
        var streams = (Console.OpenStandardInput(), Console.OpenStandardOutput());      // these keep the handles
        _ = SetStandardHandle(Output, GetStandardHandle(Error));
        _ = SetStandardHandle(Input, 0);
        return streams;
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "dup2", SetLastError = true)]
    private static partial int Duplicate(int from, int to);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetResourceLimit(int resource, in ResourceLimit limit);

    [LibraryImport("kernel32", EntryPoint = "GetStdHandle")]
    private static partial nint GetStandardHandle(int which);

    [LibraryImport("kernel32", EntryPoint = "SetStdHandle")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetStandardHandle(int which, nint handle);

    private readonly struct ResourceLimit
    {
        public readonly nuint Current;
        public readonly nuint Maximum;
    }
}
