using System.Runtime.InteropServices;

namespace NotebookKernel.Jupyter;

/// <summary>Where Jupyter and VS Code look for kernels (jupyter_client, "Kernel specs").</summary>
/// <param name="variable">Reads an environment variable; null when it is not set.</param>
/// <param name="system">Linux, macOS or Windows, each of which has folders of its own.</param>
public sealed class JupyterFolders(Func<string, string?> variable, OSPlatform system)
{
    private const string Kernels = "kernels";

    /// <summary>The folder of this user's kernels.</summary>
    public string User => Path.Combine(UserData(), Kernels);

    /// <summary>The folder of every user's kernels.</summary>
    public string System => IsWindows
        ? Path.Combine(Value("PROGRAMDATA") ?? @"C:\ProgramData", "jupyter", Kernels)
        : "/usr/local/share/jupyter/kernels";

    /// <summary>Every folder that is searched, the first one first.</summary>
    public IReadOnlyList<string> Searched
    {
        get
        {
            var extra = (Value("JUPYTER_PATH") ?? "")
                .Split(IsWindows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries)
                .Select(folder => Path.Combine(folder, Kernels));
            // Python's environment, where `course install --prefix` may have put a kernel.
            var environments = new[] { Value("VIRTUAL_ENV"), Value("CONDA_PREFIX") }.OfType<string>()
                .Select(folder => Path.Combine(folder, "share", "jupyter", Kernels));
            string[] everyones = IsWindows ? [System] : [System, "/usr/share/jupyter/kernels"];
            return [.. extra, .. environments, User, .. everyones];
        }
    }

    private bool IsWindows => system == OSPlatform.Windows;

    private string UserData()
    {
        if (Value("JUPYTER_DATA_DIR") is { } given) return given;
        if (IsWindows)
            return Path.Combine(Value("APPDATA") ?? Path.Combine(Home(), "AppData", "Roaming"), "jupyter");
        // Not .NET's folder for application data, which is another one on macOS.
        return system == OSPlatform.OSX
            ? Path.Combine(Home(), "Library", "Jupyter")
            : Path.Combine(Value("XDG_DATA_HOME") ?? Path.Combine(Home(), ".local", "share"), "jupyter");
    }

    private string Home() => Value(IsWindows ? "USERPROFILE" : "HOME")
        ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private string? Value(string name) => variable(name) is { Length: > 0 } value ? value : null;
}
