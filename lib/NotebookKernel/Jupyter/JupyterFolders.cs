namespace NotebookKernel.Jupyter;

/// <summary>Where Jupyter and VS Code look for kernels (jupyter_client, "Kernel specs").</summary>
/// <param name="variable">Reads an environment variable; null when it is not set.</param>
public sealed class JupyterFolders(Func<string, string?> variable)
{
    /// <summary>The folder of this user's kernels.</summary>
    public string User => Path.Combine(UserData(), "kernels");

    /// <summary>The folder of every user's kernels.</summary>
    public string System => OperatingSystem.IsWindows()
        ? Path.Combine(Value("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter", "kernels")
        : "/usr/local/share/jupyter/kernels";

    /// <summary>Every folder that is searched, the first one first.</summary>
    public IReadOnlyList<string> Searched
    {
        get
        {
            var extra = (Value("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, "kernels"));
            string[] everyones = OperatingSystem.IsWindows() ? [System] : [System, "/usr/share/jupyter/kernels"];
            return [.. extra, User, .. everyones];
        }
    }

    private string UserData()
    {
        if (Value("JUPYTER_DATA_DIR") is { } given) return given;
        if (OperatingSystem.IsWindows())
            return Path.Combine(Value("APPDATA") ?? Path.Combine(Home(), "AppData", "Roaming"), "jupyter");
        // Not .NET's folder for application data, which is another one on macOS.
        return OperatingSystem.IsMacOS()
            ? Path.Combine(Home(), "Library", "Jupyter")
            : Path.Combine(Value("XDG_DATA_HOME") ?? Path.Combine(Home(), ".local", "share"), "jupyter");
    }

    private string Home() => Value(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME")
        ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
