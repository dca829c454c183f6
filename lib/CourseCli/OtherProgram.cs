using System.ComponentModel;
using System.Diagnostics;

namespace CourseCli;

/// <summary>Asks another program for a few lines.</summary>
internal static class OtherProgram
{
    /// <summary>The file that a name would start; null when there is none.</summary>
    public static string? Find(string name) => Find(
        name,
        Environment.GetEnvironmentVariable("PATH") ?? "",
        OperatingSystem.IsWindows() ? Environment.GetEnvironmentVariable("PATHEXT") ?? ".EXE;.CMD" : "");

    /// <summary>As <see cref="Find(string)"/>, with the search path and the endings that may be left out.</summary>
    public static string? Find(string name, string searchPath, string endings)
    {
        // A program may be a script (code.cmd), which Windows starts only by its full name.
        var names = endings.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(ending => name + ending.ToLowerInvariant()).ToArray();
        return searchPath.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => (names.Length > 0 ? names : [name]).Select(file => Path.Combine(folder, file)))
            .FirstOrDefault(File.Exists);
    }

    /// <summary>What the program writes; null when it is not there, fails, or is cancelled.</summary>
    public static async Task<string?> OutputAsync(
        string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        Process? process = null;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            });
            if (process is null) return null;
            process.StandardInput.Close();          // whoever asks something gets no answer rather than the learner's
            _ = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
        catch (OperationCanceledException)
        {
            process?.Kill(entireProcessTree: true);
            return null;
        }
        finally
        {
            process?.Dispose();
        }
    }
}
