using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace NotebookKernel.Directives;

/// <summary>The project that stands for a set of packages: restore knows no other way to be asked.</summary>
/// <param name="Packages">Names and versions; a version may float.</param>
/// <param name="Sources">Folders and addresses beside those of the configuration.</param>
/// <param name="Folder">The notebook's folder, from which <c>NuGet.Config</c> files are looked for upward.</param>
internal sealed record RestoreProject(
    IReadOnlyList<(string Name, string Version)> Packages, IReadOnlyList<string> Sources, string Folder)
{
    /// <summary>The framework that runs us, as projects name it.</summary>
    public static string Framework { get; } = FormattableString.Invariant($"net{Environment.Version.Major}.0");

    /// <summary>The kind of machine, as packages name it.</summary>
    public static string Machine { get; } = FindMachine();

    /// <summary>True when restoring again at another time can give other versions.</summary>
    public bool Floats => Packages.Any(package => package.Version.Contains('*', StringComparison.Ordinal));

    /// <summary>A name for the set: the same for the same packages from the same sources.</summary>
    public string Key()
    {
        var text = new StringBuilder(Framework).Append('\n').Append(Machine);
        foreach (var (name, version) in Packages.OrderBy(package => package.Name, StringComparer.OrdinalIgnoreCase))
            text.Append('\n').Append(name.ToUpperInvariant()).Append(' ').Append(version);
        foreach (var source in Sources) text.Append('\n').Append(source);
        // The folder itself does not count, or each notebook would restore anew.
        for (var folder = new DirectoryInfo(Folder); folder is { Exists: true }; folder = folder.Parent)
            foreach (var config in folder.EnumerateFiles()
                .Where(file => file.Name.Equals("NuGet.Config", StringComparison.OrdinalIgnoreCase)))
                text.Append('\n').Append(config.FullName).Append('\n').Append(File.ReadAllText(config.FullName));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    /// <summary>The text of the project file.</summary>
    /// <remarks>It takes nothing over from files that happen to lie above its folder.</remarks>
    public string ToXml() => new XElement(
        "Project",
        new XElement(
            "PropertyGroup",
            new XElement("ImportDirectoryBuildProps", "false"),
            new XElement("ImportDirectoryBuildTargets", "false"),
            new XElement("ImportDirectoryPackagesProps", "false"),
            new XElement("ManagePackageVersionsCentrally", "false")),
        new XElement("Import", new XAttribute("Project", "Sdk.props"), new XAttribute("Sdk", "Microsoft.NET.Sdk")),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", Framework),
            new XElement("RuntimeIdentifier", Machine),
            new XElement("SelfContained", "false"),
            new XElement("UseAppHost", "false"),
            new XElement("NuGetAudit", "false"),                // asks the network, whatever the source
            new XElement("RestoreRootConfigDirectory", Folder),
            new XElement("RestoreAdditionalProjectSources", string.Join(';', Sources))),
        new XElement("ItemGroup", Packages.Select(package => new XElement(
            "PackageReference",
            new XAttribute("Include", package.Name), new XAttribute("Version", package.Version)))),
        new XElement("Import", new XAttribute("Project", "Sdk.targets"), new XAttribute("Sdk", "Microsoft.NET.Sdk")))
        .ToString();

    private static string FindMachine()
    {
        var own = RuntimeInformation.RuntimeIdentifier;
        var system = OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : own.Contains("musl", StringComparison.Ordinal) || own.Contains("alpine", StringComparison.Ordinal)
                ? "linux-musl"
                : "linux";
        return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
