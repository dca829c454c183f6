using System.CommandLine;
using NotebookKernel.Jupyter;

namespace CourseCli;

/// <summary><c>course uninstall</c>: takes away what <c>course install</c> put there, and nothing else.</summary>
internal static class UninstallCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var everyone = new Option<bool>("--system") { Description = "The one for every user of this machine." };
        var prefix = new Option<string?>("--prefix")
        {
            Description = "The one in PREFIX/share/jupyter/kernels.",
            HelpName = "PREFIX",
        };
        var command = new Command("uninstall", "Takes the C# kernel away from Jupyter and VS Code.")
        {
            everyone, prefix,
        };
        command.SetAction(parsed => Run(surroundings, parsed.GetValue(everyone), parsed.GetValue(prefix)));
        return command;
    }

    private static int Run(Surroundings surroundings, bool everyone, string? prefix)
    {
        var target = InstallCommand.Target(surroundings, everyone, prefix);
        var installed = KernelInstaller.Installed(target);
        try
        {
            foreach (var spec in installed)
            {
                KernelInstaller.Uninstall(spec);
                surroundings.Output.WriteLine($"removed \"{spec.DisplayName}\" from {spec.Folder}");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine($"cannot remove from {target}: {error.Message}");
            if (everyone) surroundings.Error.WriteLine(InstallCommand.AsAdministrator(surroundings, "uninstall"));
            return ExitCode.Failure;
        }
        if (installed.Count == 0) surroundings.Output.WriteLine($"nothing of this kernel in {target}");
        return ExitCode.Success;
    }
}
