using NotebookKernel.Jupyter;

namespace CourseCli.Checks;

/// <summary>Is the course's kernel known to Jupyter and VS Code, and can it start?</summary>
internal static class KernelCheck
{
    private const string Name = "notebook kernel";
    private const string Install = "dotnet run --project lib/CourseCli -- install";

    public static Check Run(Surroundings surroundings)
    {
        var folders = new JupyterFolders(surroundings.Variable, surroundings.Machine.System);
        // Where two kernels have one name, the first one counts.
        var seen = folders.Searched.SelectMany(KernelInstaller.All).DistinctBy(spec => spec.Name).ToArray();
        var other = seen.FirstOrDefault(spec => spec.Name == InstallCommand.Name && spec.Assembly is null);
        var ours = seen.Where(spec => spec.Assembly is not null).ToArray();
        if (ours.Length == 0)
            return new Check(Name, CheckStatus.Optional,
                "not installed; Jupyter and VS Code need it, `course run` does not"
                + (other is null ? "" : $" ({InstallCommand.Name} is another kernel: {other.Folder})"), Install);
        var spec = ours.FirstOrDefault(spec => Problem(spec) is not null) ?? ours[0];
        if (Problem(spec) is { } problem)
            return new Check(Name, CheckStatus.Optional, $"{spec.Folder}: {problem}", Mend(spec, folders));
        var place = $"\"{spec.DisplayName}\" in {spec.Folder}";
        return new Check(Name, CheckStatus.Ok, other is null
            ? place
            : $"{place}; choose it in the kernel menu, {InstallCommand.Name} is another kernel");
    }

    private static string? Problem(KernelSpec spec) =>
        spec.MissingFiles is [var file, ..] ? $"{file} is gone"
        : Path.GetFileName(Path.GetDirectoryName(spec.Assembly)) != KernelInstaller.Version
            ? "of another version than this build"
            : null;

    // The one that is found has to be replaced where it stands, not hidden.
    private static string Mend(KernelSpec spec, JupyterFolders folders)
    {
        var kernels = Path.GetDirectoryName(spec.Folder)!;
        if (kernels == folders.User) return Install;
        if (kernels == folders.System) return $"{Install} --system";
        var share = Path.GetDirectoryName(Path.GetDirectoryName(kernels));
        return Path.GetFileName(share) == "share" ? $"{Install} --prefix \"{Path.GetDirectoryName(share)}\"" : Install;
    }
}
