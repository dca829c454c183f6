using System.Diagnostics;
using Testing;

namespace NotebookKernel.Tests.Jupyter.Zmtp;

/// <summary>A script that is a client of another make, as a process of its own.</summary>
internal sealed class ClientProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ClientProcess(string file, params IEnumerable<string> arguments)
    {
        _process = Start(file, arguments);
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts interop.py.</summary>
    public static ClientProcess StartPython(string test, string ports) =>
        new(PythonClient.Require("zmq"), Script("interop.py"), test, ports);

    /// <summary>Starts interop.mjs.</summary>
    public static ClientProcess StartNode(string test, string ports) =>
        new("node", Script("interop.mjs"), NodeClient.Require("zeromq"), test, ports);

    /// <summary>The next line that the script prints.</summary>
    public async Task<string?> ReadLine() => await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    /// <summary>Waits until the script has ended; it must have ended well, and have printed ok as its last
    /// line.</summary>
    public async Task Succeeds()
    {
        var output = await _process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        TestContext.Current.TestOutputHelper?.Write(output);
        Assert.True(_process.ExitCode == 0, output + await _errors);
        Assert.EndsWith("ok\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private static string Script(string name) =>
        Path.Combine(TestPaths.Root, "tests", "NotebookKernel.Tests", "Jupyter", "Zmtp", name);

    private static Process Start(string file, params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
