using System.Diagnostics;
using System.Globalization;

namespace NotebookKernel.Scripting;

/// <summary>Copies of the folders that <c>#r</c> names, in a temporary folder that ends with the session.</summary>
/// <remarks>
/// Without them a running notebook locks the library on Windows, and crashes on Linux when it is rebuilt.
/// </remarks>
internal sealed class ShadowCopies : IDisposable
{
    private const string Prefix = "notebook-kernel-";
    // Native engines: linking is enough, copying takes seconds.
    private const long LinkAbove = 32 << 20;
    private static readonly string[] Copied = [".dll", ".exe", ".pdb", ".so", ".dylib", ".json", ".xml"];
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private string? _root;

    /// <summary>The copy of a file; its siblings lie beside it.</summary>
    public string Of(string file)
    {
        var source = Path.GetDirectoryName(file)!;
        var key = string.Create(CultureInfo.InvariantCulture, $"{source}|{File.GetLastWriteTimeUtc(file).Ticks}");
        lock (_lock)
        {
            if (!_folders.TryGetValue(key, out var target))
            {
                _root ??= Directory.CreateTempSubdirectory(string.Create(
                    CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-")).FullName;
                target = Path.Combine(_root, _folders.Count.ToString(CultureInfo.InvariantCulture));
                CopyFolder(source, target);
                _folders[key] = target;
            }
            return Path.Combine(target, Path.GetFileName(file));
        }
    }

    /// <summary>Deletes what processes that no longer run have left behind.</summary>
    public static void DeleteLeftovers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && !IsRunning(id))
                Delete(folder);
        }
    }

    public void Dispose()
    {
        if (_root is not null) Delete(_root);
    }

    private static void CopyFolder(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in new DirectoryInfo(source).EnumerateFiles())
            if (Copied.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)
                || file.Name.Contains(".so.", StringComparison.Ordinal))
                CopyFile(file, Path.Combine(target, file.Name));
        var runtimes = Path.Combine(source, "runtimes");
        if (!Directory.Exists(runtimes)) return;
        foreach (var folder in Directory.EnumerateDirectories(runtimes, "*", SearchOption.AllDirectories)
            .Append(runtimes))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, folder));
            Directory.CreateDirectory(copy);
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
                CopyFile(file, Path.Combine(copy, file.Name));
        }
    }

    private static void CopyFile(FileInfo file, string target)
    {
        if (file.Length > LinkAbove && !OperatingSystem.IsWindows())
            File.CreateSymbolicLink(target, file.FullName);
        else
            file.CopyTo(target, overwrite: true);
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Windows holds loaded files until the process ends; the next session's sweep takes them.
        }
        catch (UnauthorizedAccessException)
        {
            // As above.
        }
    }
}
