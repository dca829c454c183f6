using System.ComponentModel;
using System.Diagnostics;
using NotebookKernel.Notebooks;

namespace NotebookKernel.Directives;

/// <summary>Runs <c>dotnet restore</c> with the dotnet that runs this process.</summary>
internal static class RestoreCommand
{
    /// <summary>Restores a project file.</summary>
    /// <param name="project">Its path.</param>
    /// <param name="timeLimit">How long it may take.</param>
    /// <param name="interrupt">Ends it, and everything it has started.</param>
    /// <returns>Null when all went well, otherwise the lines that say why not.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public static IReadOnlyList<string>? Run(string project, TimeSpan timeLimit, CancellationToken interrupt)
    {
        using var process = Start(project);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(interrupt);
        limit.CancelAfter(timeLimit);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            if (process.ExitCode == 0) return null;
            var text = output.GetAwaiter().GetResult() + "\n" + errors.GetAwaiter().GetResult();
            return [.. text.Split('\n').Select(Message).OfType<string>().Distinct()];
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            interrupt.ThrowIfCancellationRequested();
            throw new TimeoutException();
        }
    }

    private static Process Start(string project)
    {
        var start = new ProcessStartInfo(WorkerCommand.DotNetHost())
        {
            WorkingDirectory = Path.GetDirectoryName(project)!,     // no global.json of the notebook's has a say
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in new[] { "restore", project, "--nologo", "-v:q", "-nodeReuse:false" })
            start.ArgumentList.Add(argument);
        // A kernel that was itself started by a build would pass on where that build found its parts.
        foreach (var name in start.Environment.Keys.Where(IsOfABuild).ToArray()) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return Process.Start(start) ?? throw new Win32Exception("expected a process");

        static bool IsOfABuild(string name) => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase);
    }

    // "packages.csproj : error NU1301: …" without what stands before the number.
    private static string? Message(string line)
    {
        const string Marker = "error ";
        var start = line.IndexOf(Marker, StringComparison.Ordinal);
        return start < 0 ? null : line[(start + Marker.Length)..].Split(" [/")[0].Trim();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended at the same moment.
        }
    }
}
