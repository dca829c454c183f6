using System.CommandLine;
using System.Runtime.InteropServices;
using NotebookKernel.Jupyter;

namespace CourseCli;

/// <summary><c>course install</c>: the course's kernel for Jupyter and VS Code.</summary>
internal static class InstallCommand
{
    /// <summary>The name by which the notebooks ask for a kernel; the retired kernel's.</summary>
    public const string Name = ".net-csharp";

    /// <summary>The name under which the kernel stands beside another one of that name.</summary>
    public const string SecondName = "csharp-course";

    private const string DisplayName = ".NET (C#)";
    private const string SecondDisplayName = "C# (course)";

    public static Command Create(Surroundings surroundings)
    {
        var everyone = new Option<bool>("--system") { Description = "For every user of this machine." };
        var prefix = new Option<string?>("--prefix")
        {
            Description = "Into PREFIX/share/jupyter/kernels, for example of a virtual environment.",
            HelpName = "PREFIX",
        };
        var force = new Option<bool>("--force") { Description = $"Take the name {Name} even from another kernel." };
        var command = new Command("install", "Installs the C# kernel for Jupyter and VS Code.")
        {
            everyone, prefix, force,
        };
        command.SetAction(parsed => Run(
            surroundings, parsed.GetValue(everyone), parsed.GetValue(prefix), parsed.GetValue(force)));
        return command;
    }

    /// <summary>The folder that the options name.</summary>
    public static string Target(Surroundings surroundings, bool everyone, string? prefix)
    {
        if (everyone && prefix is not null) throw new UsageException("expected --system or --prefix, got both");
        var folders = new JupyterFolders(surroundings.Variable, surroundings.Machine.System);
        if (prefix is not null)
            return Path.Combine(surroundings.CurrentDirectory, prefix, "share", "jupyter", "kernels");
        return everyone ? folders.System : folders.User;
    }

    /// <summary>Another kernel that has the notebooks' name; null when there is none.</summary>
    public static KernelSpec? Other(Surroundings surroundings, string target)
    {
        // Whoever took the name once by --force keeps it when the kernel is brought up to date.
        if (KernelSpec.Read(Path.Combine(target, Name)) is { Assembly: not null }) return null;
        return new JupyterFolders(surroundings.Variable, surroundings.Machine.System).Searched.Prepend(target)
            .Select(folder => KernelSpec.Read(Path.Combine(folder, Name)))
            .FirstOrDefault(spec => spec is { Assembly: null });
    }

    private static int Run(Surroundings surroundings, bool everyone, string? prefix, bool force)
    {
        var target = Target(surroundings, everyone, prefix);
        var other = force ? null : Other(surroundings, target);
        var (name, displayName) = other is null ? (Name, DisplayName) : (SecondName, SecondDisplayName);
        try
        {
            var spec = KernelInstaller.Install(target, name, displayName);
            if (name == Name)
                foreach (var second in KernelInstaller.Installed(target).Where(spec => spec.Name == SecondName))
                    KernelInstaller.Uninstall(second);      // the other kernel is gone, or has been replaced
            surroundings.Output.WriteLine($"installed \"{spec.DisplayName}\" as {name} in {spec.Folder}");
            if (other is not null)
                surroundings.Output.WriteLine(
                    $"{Name} is another kernel ({other.Folder}); choose \"{SecondDisplayName}\" in the kernel menu,"
                    + " or install with --force");
            foreach (var warning in everyone ? Warnings(surroundings, spec) : [])
                surroundings.Output.WriteLine(warning);
            surroundings.Output.WriteLine(
                "open a notebook in VS Code (Jupyter extension), `jupyter lab` or `jupyter notebook`");
            return ExitCode.Success;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            surroundings.Error.WriteLine($"cannot install into {target}: {error.Message}");
            if (everyone) surroundings.Error.WriteLine(AsAdministrator(surroundings, "install"));
            return ExitCode.Failure;
        }
    }

    /// <summary>How to do for every user what this user may not do.</summary>
    public static string AsAdministrator(Surroundings surroundings, string command) =>
        surroundings.Machine.System == OSPlatform.Windows
            ? "run it in a terminal opened as administrator, or leave out --system: then it is for you alone"
            // Not through `dotnet run`, which would build as the administrator.
            : $"try `sudo dotnet \"{typeof(InstallCommand).Assembly.Location}\" {command} --system`, or leave out"
                + " --system: then it is for you alone";

    private static IEnumerable<string> Warnings(Surroundings surroundings, KernelSpec spec)
    {
        if (surroundings.Machine.System == OSPlatform.Windows)
            yield return "VS Code on Windows hides kernels installed for every user: each user who wants it there"
                + " installs without --system";
        var home = surroundings.Variable("HOME");
        if (!string.IsNullOrEmpty(home) && spec.Arguments[0].StartsWith(home + "/", StringComparison.Ordinal))
            yield return $"it starts {spec.Arguments[0]}, which other users may not be able to read: install .NET"
                + " for every user, then install the kernel again";
    }
}
