using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using NotebookKernel.Scripting;

namespace NotebookKernel.Directives;

/// <summary>Where the assemblies of packages live: each loaded once, whoever asks for it.</summary>
internal sealed class PackageLoadContext() : AssemblyLoadContext("packages")
{
    private readonly Dictionary<string, string> _assemblies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _satellites = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _libraries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes the files of packages known.</summary>
    /// <returns>Their assemblies, without those that the kernel itself brings.</returns>
    public IReadOnlyList<Assembly> Add(IEnumerable<RestoredPackage> packages)
    {
        var added = new List<string>();
        foreach (var package in packages)
        {
            foreach (var file in package.Runtime)
                if (!IsOfThePlatform(file) && _assemblies.TryAdd(Path.GetFileNameWithoutExtension(file), file))
                    added.Add(file);
            foreach (var file in package.Resources) _satellites.TryAdd(SatelliteKey(file), file);
            foreach (var file in package.Native) _libraries.TryAdd(Path.GetFileName(file), file);
        }
        return [.. added.Select(TryLoad).OfType<Assembly>()];
    }

    /// <summary>True for an assembly that is never replaced: the framework's, the compiler's.</summary>
    public static bool IsOfThePlatform(string file) =>
        ScriptReferences.PlatformFile(Path.GetFileNameWithoutExtension(file)) is not null;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var key = assemblyName.CultureName is { Length: > 0 } culture
            ? $"{culture}/{assemblyName.Name}"
            : assemblyName.Name ?? "";
        var files = assemblyName.CultureName is { Length: > 0 } ? _satellites : _assemblies;
        return files.TryGetValue(key, out var file) ? LoadFromAssemblyPath(file) : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        foreach (var name in Names(unmanagedDllName))
            if (_libraries.TryGetValue(name, out var file))
                return NativeLibrary.Load(file);
        return 0;
    }

    private static IEnumerable<string> Names(string name)
    {
        var suffix = OperatingSystem.IsWindows() ? ".dll" : OperatingSystem.IsMacOS() ? ".dylib" : ".so";
        return [name, name + suffix, "lib" + name + suffix, "lib" + name];
    }

    private static string SatelliteKey(string file) =>
        $"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileNameWithoutExtension(file)}";

    private Assembly? TryLoad(string file)
    {
        try
        {
            return LoadFromAssemblyPath(file);
        }
        catch (BadImageFormatException)
        {
            return null;                                        // a .dll that is not .NET's; nothing refers to it
        }
    }
}
