using System.CommandLine;

namespace CourseCli;

/// <summary>The command <c>course</c>: arguments in, exit code out.</summary>
public static class CommandLine
{
    // Long enough to interrupt what runs and to end its processes after Ctrl+C.
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(10);

    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> InvokeAsync(
        string[] args, Surroundings surroundings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(surroundings);
        var root = new RootCommand(
            "Generative AI in C#: checks this machine, lists and runs the notebooks, and installs their kernel.")
        {
            DoctorCommand.Create(surroundings),
            ListCommand.Create(surroundings),
            Data.DataCommand.Create(surroundings),
            RunCommand.Create(surroundings),
            InstallCommand.Create(surroundings),
            UninstallCommand.Create(surroundings),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // The last is the most specific: what was not recognised, rather than that a command is missing.
            await surroundings.Error.WriteLineAsync($"{parsed.Errors[^1].Message.TrimEnd()} (try `course --help`)")
                .ConfigureAwait(false);
            return ExitCode.Usage;
        }
        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = surroundings.Output,
                Error = surroundings.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = EndPatience,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
        }
        catch (UsageException error)
        {
            await surroundings.Error.WriteLineAsync(error.Message).ConfigureAwait(false);
            return ExitCode.Usage;
        }
    }
}
