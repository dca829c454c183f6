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

    /// <summary>Serves until a client ends the kernel, or the client itself ends.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string connectionFile)
    {
        JupyterKernel kernel;
        try
        {
            // Clients look for the ports before all else, so nothing comes before them.
            kernel = new JupyterKernel(ConnectionFile.Load(connectionFile), Environment.CurrentDirectory);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"the kernel cannot start: {error.Message}").ConfigureAwait(false);
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
        await kernel.Stopped.ConfigureAwait(false);
        await kernel.DisposeAsync().ConfigureAwait(false);
        CellProcess.Exit();
        return 0;
    }
}
