using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NotebookKernel.Jupyter;

/// <summary>Notices that the client which started this process is gone; a kernel must not outlive it.</summary>
/// <remarks>
/// Jupyter says who started the kernel in JPY_PARENT_PID: a process id, on Windows a handle. VS Code says nothing; on
/// Unix an orphan is then known by its new parent.
/// </remarks>
internal static partial class ParentWatch
{
    private const int NoSuchProcess = 3;                        // ESRCH
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Calls <paramref name="gone"/> once the parent has ended.</summary>
    /// <param name="announced">The value of JPY_PARENT_PID; null when it is not set.</param>
    /// <param name="gone">What to do then.</param>
    public static void Start(string? announced, Action gone)
    {
        _ = nint.TryParse(announced, NumberStyles.None, CultureInfo.InvariantCulture, out var parent);
        if (OperatingSystem.IsWindows() && parent == 0) return;
        var thread = OperatingSystem.IsWindows()
            ? new Thread(() => WaitOnWindows(parent, gone))
            : new Thread(() => PollOnUnix((int)parent, gone));
        thread.IsBackground = true;
        thread.Name = "parent watch";
        thread.Start();
    }

    private static void WaitOnWindows(nint handle, Action gone)
    {
        using var ended = new ManualResetEvent(initialState: false);
        ended.SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false);
        ended.WaitOne();
        gone();
    }

    private static void PollOnUnix(int announced, Action gone)
    {
        var parent = ParentProcess();
        while (ParentProcess() == parent && (announced <= 1 || Exists(announced))) Thread.Sleep(Interval);
        gone();
    }

    private static bool Exists(int process) =>
        Signal(process, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess;

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int ParentProcess();

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Signal(int process, int signal);
}
