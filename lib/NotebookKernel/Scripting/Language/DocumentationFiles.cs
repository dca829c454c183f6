using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace NotebookKernel.Scripting.Language;

/// <summary>Finds a member in the documentation files that lie beside assemblies, and in those of the SDK.</summary>
/// <remarks>
/// The files are searched as bytes: that takes a millisecond or two, where reading the framework's 30 MB of XML into
/// memory takes most of a second.
/// </remarks>
internal static class DocumentationFiles
{
    private const string Extension = ".xml";
    private static readonly ConcurrentDictionary<string, WeakReference<byte[]>> Contents = new(StringComparer.Ordinal);
    private static readonly Lazy<string[]> Framework = new(FindFramework);

    /// <summary>The <c>member</c> element as text; null when nothing is written about it.</summary>
    /// <param name="assembly">The file of the assembly.</param>
    /// <param name="id">The member's documentation id, for example <c>T:System.String</c>.</param>
    public static string? Find(string assembly, string id)
    {
        var beside = Path.ChangeExtension(assembly, Extension);
        if (File.Exists(beside)) return FindIn(beside, id);
        var name = Path.GetFileNameWithoutExtension(assembly);
        if (ScriptReferences.PlatformFile(name) is null) return null;
        // Most of the framework lives in System.Private.CoreLib, and is documented where it is referenced.
        return Framework.Value
            .OrderByDescending(file => Path.GetFileNameWithoutExtension(file) == name)
            .ThenByDescending(file => Path.GetFileNameWithoutExtension(file) == "System.Runtime")
            .ThenByDescending(file => Path.GetFileNameWithoutExtension(file) == "System.Collections")
            .Select(file => FindIn(file, id)).FirstOrDefault(found => found is not null);
    }

    private static string? FindIn(string file, string id)
    {
        try
        {
            var text = Read(file).AsSpan();
            var start = text.IndexOf(Encoding.UTF8.GetBytes($"<member name=\"{id}\""));
            if (start < 0) return null;
            text = text[start..];
            var end = text.IndexOf("</member>"u8);
            // `<member name="…"/>` says nothing.
            return end < 0 || text[..text.IndexOf((byte)'>')] is [.., (byte)'/']
                ? null
                : Encoding.UTF8.GetString(text[..(end + "</member>".Length)]);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }

    // Held as long as there is room: a reader asks several times in a row.
    private static byte[] Read(string file)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{file}|{File.GetLastWriteTimeUtc(file).Ticks}");
        if (Contents.TryGetValue(key, out var held) && held.TryGetTarget(out var bytes)) return bytes;
        bytes = File.ReadAllBytes(file);
        Contents[key] = new WeakReference<byte[]>(bytes);
        return bytes;
    }

    // dotnet/shared/Microsoft.NETCore.App/10.0.1 → dotnet/packs/Microsoft.NETCore.App.Ref/10.0.1/ref/net10.0
    private static string[] FindFramework()
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location);
        if (string.IsNullOrEmpty(runtime)) return [];
        var packs = Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        if (!Directory.Exists(packs)) return [];                // a machine with a runtime and no SDK
        var running = Environment.Version;
        var references = string.Create(CultureInfo.InvariantCulture, $"net{running.Major}.{running.Minor}");
        return Directory.EnumerateDirectories(packs)
            .Select(folder => (Folder: Path.Combine(folder, "ref", references), Version: VersionOf(folder)))
            .Where(pack => Directory.Exists(pack.Folder))
            .OrderByDescending(pack => pack.Version == running).ThenByDescending(pack => pack.Version)
            .Select(pack => Directory.GetFiles(pack.Folder, "*" + Extension)).FirstOrDefault() ?? [];
    }

    private static Version VersionOf(string folder) =>
        Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version) ? version : new Version();
}
