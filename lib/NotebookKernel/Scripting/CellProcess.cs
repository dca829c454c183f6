using System.Diagnostics;
using System.Globalization;

namespace NotebookKernel.Scripting;

/// <summary>What a process needs before it runs cells, and how it ends.</summary>
internal static class CellProcess
{
    private const int ExitPatienceMilliseconds = 2_000;

    /// <summary>One culture on every machine, the console for the cells, and no end by a stray exception.</summary>
    public static void Prepare()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        ConsoleCapture.Install();
        System.Runtime.ExceptionServices.ExceptionHandling.SetUnhandledExceptionHandler(ReportUnhandled);
    }

    /// <summary>Ends the process. A cell may have left an exit handler that hangs; it ends all the same.</summary>
    public static void Exit()
    {
        new Thread(() =>
        {
            Thread.Sleep(ExitPatienceMilliseconds);
            using var self = Process.GetCurrentProcess();
            self.Kill();
        })
        { IsBackground = true }.Start();
        Environment.Exit(0);
    }

    private static bool ReportUnhandled(Exception error)
    {
        Console.Error.WriteLine($"unhandled in the background: {ExceptionTrace.Of(error)}");
        return true;
    }
}
