using System.Text.Json;
using System.Text.Json.Nodes;

namespace NotebookKernel.Directives;

/// <summary>One package as restore has laid it out for this machine; all files with their full paths.</summary>
/// <param name="Name">The id, as the package itself writes it.</param>
/// <param name="Version">The version that was chosen.</param>
/// <param name="Folder">Where the package lies.</param>
/// <param name="Compile">Assemblies for the compiler.</param>
/// <param name="Runtime">Assemblies to run.</param>
/// <param name="Native">Libraries of the machine's own code.</param>
/// <param name="Resources">Satellite assemblies, each in a folder named for its culture.</param>
internal sealed record RestoredPackage(
    string Name,
    string Version,
    string Folder,
    IReadOnlyList<string> Compile,
    IReadOnlyList<string> Runtime,
    IReadOnlyList<string> Native,
    IReadOnlyList<string> Resources)
{
    private const string Extensions = "interactive-extensions";

    /// <summary>True when the package also extends .NET Interactive, which this kernel is not.</summary>
    public bool HasExtension => Directory.Exists(Path.Combine(Folder, Extensions));

    /// <summary>True as long as nobody has tidied the folder of packages.</summary>
    public bool IsThere => Compile.Concat(Runtime).Concat(Native).Concat(Resources).All(File.Exists);
}

/// <summary>Reads what restore has written down: <c>project.assets.json</c>.</summary>
internal static class PackageAssets
{
    private const string Nothing = "_._";                       // the package has this folder, and it is empty

    /// <summary>The packages in such a file.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="target">Framework and machine, for example <c>net10.0/linux-x64</c>.</param>
    /// <returns>Null when the file cannot be used: absent, broken, or of a restore that failed.</returns>
    public static IReadOnlyList<RestoredPackage>? TryRead(string file, string target)
    {
        if (Load(file) is not { } json || Errors(json).Count > 0) return null;
        if (json["targets"]?[target] is not JsonObject packages) return null;
        string[] folders = [.. (json["packageFolders"] as JsonObject ?? []).Select(entry => entry.Key)];
        var restored = new List<RestoredPackage>();
        foreach (var (id, assets) in packages)
        {
            var path = (string?)json["libraries"]?[id]?["path"];
            var folder = folders.Select(root => Path.Combine(root, path ?? "")).FirstOrDefault(Directory.Exists);
            if (path is null || folder is null || id.Split('/') is not [var name, var version]) return null;
            restored.Add(new RestoredPackage(
                name, version, folder,
                Files("compile"), Files("runtime"), Files("native"), Files("resource")));

            string[] Files(string kind) =>
                [.. (assets?[kind] as JsonObject ?? [])
                    .Select(entry => entry.Key)
                    .Where(name => Path.GetFileName(name) != Nothing)
                    .Select(name => Path.GetFullPath(Path.Combine(folder, name)))];
        }
        return restored;
    }

    /// <summary>The errors of a restore, as code and message; none when the file is absent.</summary>
    public static IReadOnlyList<string> Errors(string file) => Load(file) is { } json ? Errors(json) : [];

    /// <summary>The addresses and folders that were asked; none when the file is absent.</summary>
    public static IReadOnlyList<string> Sources(string file) =>
        [.. (Load(file)?["project"]?["restore"]?["sources"] as JsonObject ?? []).Select(source => source.Key)];

    private static List<string> Errors(JsonObject json) =>
        [.. (json["logs"] as JsonArray ?? [])
            .Where(entry => (string?)entry?["level"] == "Error")
            .Select(entry => $"{(string?)entry!["code"]}: {((string?)entry["message"])?.ReplaceLineEndings(" ")}")
            .Distinct()];

    private static JsonObject? Load(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonObject;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
