using System.Runtime.InteropServices;

namespace CourseCli.Checks;

/// <summary>Is VS Code there, with the extensions that open notebooks in C#?</summary>
internal static class VisualStudioCodeCheck
{
    private const string Name = "VS Code";
    private const string Retired = "ms-dotnettools.dotnet-interactive-vscode";
    private const string InApplications = "/Applications/Visual Studio Code.app/Contents/Resources/app/bin";
    private static readonly string[] InContainers = ["CODESPACES", "REMOTE_CONTAINERS"];
    private static readonly string[] Needed = ["ms-toolsai.jupyter", "ms-dotnettools.csharp"];

    public static async Task<Check> RunAsync(Surroundings surroundings, CancellationToken cancellationToken)
    {
        var machine = surroundings.Machine;
        var program = machine.Find("code")
            ?? (machine.System == OSPlatform.OSX ? machine.Find(InApplications + "/code") : null);
        if (program is null)
            return IsInContainer(surroundings)
                ? new Check(Name, CheckStatus.Ok, "this is a container that VS Code opens")
                : new Check(Name, CheckStatus.Optional, "not found; Jupyter and `course run` need none", Mend(machine));
        var answers = await Task.WhenAll(
            machine.Ask(program, ["--version"], cancellationToken),
            machine.Ask(program, ["--list-extensions"], cancellationToken)).ConfigureAwait(false);
        if (answers is not [{ } version, { } extensions])
            return new Check(Name, CheckStatus.Optional, $"{program} gave no answer",
                $"open it and install the extensions {string.Join(" and ", Needed)}");
        var installed = extensions.Split('\n', StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var number = version.Split('\n')[0].Trim();
        var lacking = Needed.Where(name => !installed.Contains(name)).ToArray();
        if (lacking.Length > 0)
            return new Check(Name, CheckStatus.Optional, $"{number}, without {string.Join(" and ", lacking)}",
                "code " + string.Join(' ', lacking.Select(name => $"--install-extension {name}")));
        return installed.Contains(Retired)
            ? new Check(Name, CheckStatus.Optional,
                $"{number}; the retired Polyglot extension opens C# notebooks its way",
                $"code --uninstall-extension {Retired}")
            : new Check(Name, CheckStatus.Ok, $"{number} with {string.Join(" and ", Needed)}");
    }

    private static bool IsInContainer(Surroundings surroundings) =>
        InContainers.Any(name => surroundings.Variable(name) is "true");

    private static string Mend(Machine machine) =>
        machine.System == OSPlatform.Windows ? "winget install Microsoft.VisualStudioCode"
        : machine.System == OSPlatform.OSX ? "brew install --cask visual-studio-code"
        : "install it from https://code.visualstudio.com";
}
