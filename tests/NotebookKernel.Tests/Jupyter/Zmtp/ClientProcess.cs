using System.ComponentModel;
using System.Diagnostics;
using Testing;

namespace NotebookKernel.Tests.Jupyter.Zmtp;

/// <summary>A script that is a client of another make, as a process of its own.</summary>
internal sealed class ClientProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly Lazy<string?> PythonFile = new(() => new[] { "/usr/bin/python3", "python3", "python" }
        .FirstOrDefault(file => Succeeds(file, "-c", "import zmq")));

    private static readonly Lazy<string?> NodeFile = new(() => Succeeds("node", "--version") ? "node" : null);
    private readonly Process _process;
    private readonly Task<string> _errors;

    private ClientProcess(string file, params IEnumerable<string> arguments)
    {
        _process = Start(file, arguments);
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>A Python that has pyzmq; null when there is none.</summary>
    public static string? Python => PythonFile.Value;

    /// <summary>The folder of Node's packages when Node and zeromq are there, else null.</summary>
    public static string? NodeModules
    {
        get
        {
            var given = Environment.GetEnvironmentVariable("COURSE_NODE_MODULES");
            var folder = string.IsNullOrEmpty(given)
                ? Path.Combine(TestPaths.Root, ".artifacts", "node", "node_modules")
                : given;
            return Directory.Exists(Path.Combine(folder, "zeromq")) && NodeFile.Value is not null ? folder : null;
        }
    }

    /// <summary>Starts interop.py.</summary>
    public static ClientProcess StartPython(string test, string ports)
    {
        Assert.SkipWhen(Python is null, "no Python with pyzmq here (Debian: python3-zmq)");
        return new ClientProcess(Python!, Script("interop.py"), test, ports);
    }

    /// <summary>Starts interop.mjs.</summary>
    public static ClientProcess StartNode(string test, string ports)
    {
        Assert.SkipWhen(
            NodeModules is null,
            "no Node with zeromq here: run tests/install-clients.sh, or name a node_modules in COURSE_NODE_MODULES");
        return new ClientProcess("node", Script("interop.mjs"), NodeModules!, test, ports);
    }

    /// <summary>The next line that the script prints.</summary>
    public async Task<string?> ReadLine() => await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    /// <summary>Tells the script something.</summary>
    public void WriteLine(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
    }

    /// <summary>Waits until the script has ended; it must have ended well, and have printed ok as its last
    /// line.</summary>
    public async Task Succeeds()
    {
        var output = await _process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await _process.WaitForExitAsync().WaitAsync(Patience);
        TestContext.Current.SendDiagnosticMessage(output);
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
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static bool Succeeds(string file, params IEnumerable<string> arguments)
    {
        try
        {
            using var process = Start(file, arguments);
            return process.WaitForExit(Patience) && process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
