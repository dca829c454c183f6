using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Testing;

/// <summary>The Python that has Jupyter's own clients, for tests against something we did not write.</summary>
internal static class PythonClient
{
    // A Python of another origin may come first on the path; the distribution's has the distribution's packages.
    private static readonly string[] Candidates = ["/usr/bin/python3", "python3", "python"];

    /// <summary>The dotnet that runs these tests.</summary>
    public static string DotNet { get; } =
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";

    /// <summary>A Python with the given modules; skips the test, saying why, where there is none.</summary>
    public static string Require(params string[] modules)
    {
        var python = Candidates.FirstOrDefault(name => Succeeds(name, $"import {string.Join(',', modules)}"));
        Assert.SkipWhen(
            python is null,
            $"needs a Python with the modules {string.Join(", ", modules)}: tests/install-clients.sh installs them");
        return python!;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Exit code, output, and errors.</returns>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(
        string program,
        IEnumerable<string> arguments,
        TimeSpan limit,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var time = new CancellationTokenSource(limit);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(time.Token);
            var output = await process.StandardOutput.ReadToEndAsync(time.Token);
            await process.WaitForExitAsync(time.Token);
            return (process.ExitCode, output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {limit}");
        }
    }

    private static bool Succeeds(string python, string code)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", code])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
