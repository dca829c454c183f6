using System.Runtime.InteropServices;

namespace CourseCli.Checks;

/// <summary>Is there an SDK that global.json accepts?</summary>
internal static class SdkCheck
{
    private const string Name = ".NET SDK";

    // global.json rolls forward within 10.0 only.
    private static readonly Version Needed = new(10, 0, 100);

    public static Check Run(Machine machine)
    {
        var folder = Path.Combine(machine.DotNetRoot, "sdk");
        var found = Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(path => Path.GetFileName(path)!)
                .Where(name => VersionText.Read(name).Major > 0).OrderBy(VersionText.Read).ToArray()
            : [];
        var newest = found.LastOrDefault(name => VersionText.Read(name) is var version
            && version >= Needed && version.Major == Needed.Major && version.Minor == Needed.Minor);
        if (newest is not null) return new Check(Name, CheckStatus.Ok, newest);
        var others = found.Length == 0 ? $"none in {folder}" : string.Join(", ", found);
        return new Check(Name, CheckStatus.Missing, $"{others}; {Needed} or a later 10.0 is needed", Mend(machine));
    }

    private static string Mend(Machine machine) =>
        machine.System == OSPlatform.Windows ? "winget install Microsoft.DotNet.SDK.10"
        : machine.System == OSPlatform.OSX ? "brew install --cask dotnet-sdk"
        : "install the .NET SDK 10 from https://dotnet.microsoft.com/download";
}
