using System.Runtime.InteropServices;

namespace CourseCli.Checks;

/// <summary>Which of Jupyter's front ends are there?</summary>
internal static class JupyterCheck
{
    private const string Name = "Jupyter";

    public static async Task<Check> RunAsync(Machine machine, CancellationToken cancellationToken)
    {
        // Found by their files, as `jupyter lab` does it: `jupyter --version` may take seconds.
        var frontEnds = Found(machine, ("jupyter-lab", "jupyterlab"), ("jupyter-notebook", "notebook"));
        var jupyter = machine.Find("jupyter");
        if (jupyter is null && frontEnds.Length == 0)
            return new Check(Name, CheckStatus.Optional, "not found; VS Code and `course run` need none",
                Mend(machine));
        if (frontEnds.Length == 0)
            return new Check(Name, CheckStatus.Optional, $"{jupyter}, without JupyterLab or Notebook", Mend(machine));
        var versions = jupyter is null
            ? null
            : await machine.Ask(jupyter, ["--version"], cancellationToken).ConfigureAwait(false);
        var converter = Found(machine, ("jupyter-nbconvert", "nbconvert"));
        return new Check(Name, CheckStatus.Ok,
            string.Join(", ", frontEnds.Concat(converter).Select(name => WithVersion(name, versions)))
            + (converter.Length == 0 ? "; no nbconvert" : ""));
    }

    private static string[] Found(Machine machine, params (string File, string Name)[] programs) =>
        [.. programs.Where(program => machine.Find(program.File) is not null).Select(program => program.Name)];

    // A line is "notebook         : 6.4.12".
    private static string WithVersion(string name, string? versions) => (versions ?? "").Split('\n')
        .Select(line => line.Split(':', StringSplitOptions.TrimEntries))
        .FirstOrDefault(parts => parts.Length == 2 && parts[0] == name && VersionText.Read(parts[1]).Major > 0)
        is [_, var version] ? $"{name} {version}" : name;

    private static string Mend(Machine machine) =>
        machine.System == OSPlatform.Windows ? "py -m pip install jupyterlab"
        : machine.System == OSPlatform.OSX ? "brew install jupyterlab"
        : machine.HasApt ? "sudo apt install jupyter-notebook jupyter-nbconvert"
        : "python3 -m pip install --user jupyterlab";
}
