using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NotebookKernel.Tests.Directives;

/// <summary>Packages made for a test, in a folder beside its notebook.</summary>
internal static class PackageFeed
{
    /// <summary>Makes restore look into <c>feed</c> only, and keep what it unpacks in the folder of the test.</summary>
    public static void Configure(TemporaryFolder folder, string source = "feed")
    {
        Directory.CreateDirectory(Path.Combine(folder.Path, "feed"));
        folder.Write(
            "NuGet.Config",
            $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="unpacked" /></config>
              <packageSources><clear /><add key="test-feed" value="{source}" /></packageSources>
              <packageSourceMapping><clear /></packageSourceMapping>
            </configuration>
            """);
    }

    /// <summary>Adds a package of one assembly.</summary>
    /// <param name="feed">The folder of packages.</param>
    /// <param name="name">Of the package and of its assembly.</param>
    /// <param name="code">What the assembly holds.</param>
    /// <param name="needs">Name and version of another package, and the file of its assembly.</param>
    /// <param name="others">Other files of the package, and where to take them from.</param>
    /// <returns>The file of the assembly, outside the feed.</returns>
    public static string Add(
        TemporaryFolder folder, string name, string version, string code,
        (string Name, string Version, string File)? needs = null,
        string feed = "feed", params (string Path, string File)[] others)
    {
        var assembly = Emit(folder, name, version, code, needs?.File);
        var package = folder.Write($"{feed}/{name}.{version}.nupkg", "");
        using var archive = new ZipArchive(File.Create(package), ZipArchiveMode.Create);
        archive.CreateEntryFromFile(assembly, $"lib/netstandard2.0/{name}.dll");
        var dependency = needs is { } other ? $"""<dependency id="{other.Name}" version="{other.Version}" />""" : "";
        Write(
            archive, $"{name}.nuspec",
            $"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata>
              <id>{name}</id><version>{version}</version><authors>a test</authors><description>d</description>
              <dependencies><group targetFramework="netstandard2.0">{dependency}</group></dependencies>
            </metadata></package>
            """);
        foreach (var (path, file) in others) archive.CreateEntryFromFile(file, path);
        return assembly;
    }

    private static void Write(ZipArchive archive, string path, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(path).Open());
        writer.Write(text);
    }

    private static string Emit(TemporaryFolder folder, string name, string version, string code, string? reference)
    {
        var path = folder.Write($"built/{version}/{name}.dll", "");
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is "System.Runtime.dll" or "System.Private.CoreLib.dll");
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true);
        var attribute = $"[assembly: System.Reflection.AssemblyVersion(\"{version.Split('-')[0]}\")]";
        var result = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(attribute + code)],
            trusted.Concat(reference is null ? [] : [reference])
                .Select(file => MetadataReference.CreateFromFile(file)),
            options).Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
