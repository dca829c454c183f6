using System.Runtime.InteropServices;
using NotebookKernel.Scripting;
using NotebookKernel.Worker;

namespace NotebookKernel.Jupyter;

/// <summary>
/// The process that a Jupyter client starts: <c>dotnet NotebookKernel.dll jupyter CONNECTION_FILE</c>.
/// </summary>
internal static class JupyterProcess
{
    private const int CannotServe = 2;
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(1);

    /// <summary>Serves until a client ends the kernel, or the client itself ends.</summary>
    /// <returns>The exit code of the process.</returns>
    public static int Run(string connectionFile)
    {
        JupyterKernel kernel;
        try
        {
            // Clients look for the ports before all else, so nothing comes before them.
            kernel = new JupyterKernel(ConnectionFile.Load(connectionFile), Environment.CurrentDirectory);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"the kernel cannot start: {error.Message}");
            return CannotServe;
        }
        StandardStreams.DisableCoreFiles();
        CellProcess.Prepare();
        using var interrupts = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = true;
            kernel.Interrupt();
        });
        ParentWatch.Start(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), kernel.Stop);
        kernel.Start();
        WarmUp.StartUnless(() => kernel.HasWork);
        // Waits on this thread, and not for long: a cell may keep every thread of the pool busy for ever.
        kernel.Stopped.Wait();
        kernel.DisposeAsync().AsTask().Wait(EndPatience);
        CellProcess.Exit();
        return 0;
    }
}
