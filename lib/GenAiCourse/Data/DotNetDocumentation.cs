using System.Globalization;

namespace GenAiCourse.Data;

/// <summary>The documentation of .NET's own libraries, which lies on every machine with an SDK.</summary>
/// <remarks>
/// Under <c>packs/*.Ref</c> of the SDK are the reference assemblies' XML files: about 74 MB of real English prose about
/// an API, from which come some 78,000 documents (18 MB of text), one for each type, method, property or field.
/// </remarks>
public static class DotNetDocumentation
{
    private const string Framework = "net10.0";
    private static readonly string[] Packs = ["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"];

    /// <summary>The folder of the .NET installation that runs this process, or the one DOTNET_ROOT names.</summary>
    public static string DotNetRoot
    {
        get
        {
            var given = Environment.GetEnvironmentVariable("DOTNET_ROOT");
            if (!string.IsNullOrEmpty(given) && Directory.Exists(Path.Combine(given, "packs"))) return given;
            // <root>/shared/Microsoft.NETCore.App/<version>/System.Private.CoreLib.dll
            var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";
            return Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        }
    }

    /// <summary>The XML files in corpus order; empty where the SDK has none.</summary>
    /// <param name="dotnetRoot">The .NET installation; null for the one that runs this process.</param>
    public static IReadOnlyList<string> Files(string? dotnetRoot = null)
    {
        var files = new List<string>();
        foreach (var pack in Packs)
        {
            if (ReferenceFolder(Path.Combine(dotnetRoot ?? DotNetRoot, "packs", pack)) is not { } folder) continue;
            files.AddRange(Directory.EnumerateFiles(folder, "*.xml")
                .Where(file => file.EndsWith(".xml", StringComparison.Ordinal))
                .OrderBy(file => Path.GetFileName(file), StringComparer.Ordinal));
        }
        return files;
    }

    /// <summary>The version of the documentation, such as "10.0.12"; null where the SDK has none.</summary>
    /// <param name="dotnetRoot">The .NET installation; null for the one that runs this process.</param>
    public static string? Version(string? dotnetRoot = null) =>
        Files(dotnetRoot).Count == 0 ? null : Files(dotnetRoot)[0].Split(Path.DirectorySeparatorChar)[^4];

    /// <summary>The documents in corpus order, read as they are asked for.</summary>
    /// <param name="dotnetRoot">The .NET installation; null for the one that runs this process.</param>
    /// <returns>At least one document each time the SDK has documentation; none otherwise.</returns>
    public static IEnumerable<Document> Documents(string? dotnetRoot = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Files(dotnetRoot))
        {
            using var stream = File.OpenRead(file);
            foreach (var document in DocumentationXml.Read(stream, seen)) yield return document;
        }
    }

    private static string? ReferenceFolder(string pack)
    {
        if (!Directory.Exists(pack)) return null;
        return Directory.EnumerateDirectories(pack)
            .Select(folder =>
                (Folder: Path.Combine(folder, "ref", Framework), Numbers: Numbers(Path.GetFileName(folder))))
            .Where(candidate => candidate.Numbers.Length > 0 && Directory.Exists(candidate.Folder))
            .OrderBy(candidate => candidate.Numbers, Comparer<int[]>.Create(Compare))
            .Select(candidate => candidate.Folder)
            .LastOrDefault();
    }

    // "10.0.12" as numbers; empty for a preview such as "10.0.0-rc.1", which does not count.
    private static int[] Numbers(string version)
    {
        var parts = version.Split('.');
        return parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            ? [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture))]
            : [];
    }

    private static int Compare(int[] a, int[] b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
            if (a[i] != b[i]) return a[i].CompareTo(b[i]);
        return a.Length.CompareTo(b.Length);
    }
}
