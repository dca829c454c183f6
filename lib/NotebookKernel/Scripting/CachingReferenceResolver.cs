using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotebookKernel.Scripting;

/// <summary>Finds what <c>#r</c> names, and what that needs in turn; each file is read once per session.</summary>
/// <remarks>
/// A file is used as a copy, so that a build can replace the original while a notebook runs. What lies beside it counts
/// as
/// part of it: a cell can name types of those assemblies too.
/// </remarks>
internal sealed class CachingReferenceResolver(string baseDirectory, ShadowCopies copies) : MetadataReferenceResolver
{
    private const string Package = "nuget:";
    private readonly ConcurrentDictionary<string, ImmutableArray<PortableExecutableReference>> _named = new();
    private readonly ConcurrentDictionary<string, PortableExecutableReference?> _missing = new();

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        // In a loaded script: its package is there by now, and the compiler only wants to hear that the line is good.
        if (reference.StartsWith(Package, StringComparison.OrdinalIgnoreCase))
            return [(PortableExecutableReference)ScriptReferences.Shared[0]];
        if (FindFile(reference, baseFilePath) is not { } file) return [];
        var key = FormattableString.Invariant(
            $"{file}|{File.GetLastWriteTimeUtc(file).Ticks}|{properties.GetHashCode()}");
        return _named.GetOrAdd(key, _ => [MetadataReference.CreateFromFile(Copy(file), properties)]);
    }

    public override PortableExecutableReference? ResolveMissingAssembly(
        MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        _missing.GetOrAdd(referenceIdentity.Name, name =>
            FindMissing(definition, name) is { } file ? MetadataReference.CreateFromFile(file) : null);

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private static string? FindMissing(MetadataReference definition, string name)
    {
        if ((definition as PortableExecutableReference)?.FilePath is { } file
            && Path.Combine(Path.GetDirectoryName(file)!, name + ".dll") is var sibling && File.Exists(sibling))
            return sibling;
        return ScriptReferences.PlatformFile(name);
    }

    // The platform's own files are never written to while a process runs on them, and the kernel holds them anyway.
    private string Copy(string file) =>
        ScriptReferences.PlatformFile(Path.GetFileNameWithoutExtension(file)) == file ? file : copies.Of(file);

    private string? FindFile(string reference, string? baseFilePath)
    {
        var folder = baseFilePath is not null && Path.IsPathRooted(baseFilePath)
            ? Path.GetDirectoryName(baseFilePath)!
            : baseDirectory;
        var path = Path.GetFullPath(Path.Combine(folder, reference));
        if (File.Exists(path)) return path;
        var simpleName = reference.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? reference[..^4] : reference;
        return ScriptReferences.PlatformFile(simpleName.Split(',')[0].Trim());
    }
}
