using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NotebookKernel.Scripting;

/// <summary>The framework assemblies that every cell sees, read once per process.</summary>
/// <remarks>
/// Roslyn's default options name them unresolved, and resolve and map them again for every cell: 50 ms and 4 MB each
/// time.
/// </remarks>
internal static class ScriptReferences
{
    private static readonly string[] Names =
    [
        "Microsoft.CSharp", "System.Collections", "System.Collections.Concurrent", "System.Collections.Immutable",
        "System.ComponentModel.Primitives", "System.Console", "System.Diagnostics.Process",
        "System.Diagnostics.StackTrace", "System.IO.Compression", "System.Linq", "System.Linq.AsyncEnumerable",
        "System.Linq.Expressions", "System.Memory", "System.Net.Http", "System.Net.Primitives",
        "System.Numerics.Vectors",
        "System.ObjectModel", "System.Private.Uri", "System.Runtime", "System.Runtime.Extensions",
        "System.Runtime.InteropServices", "System.Runtime.Intrinsics", "System.Runtime.Numerics",
        "System.Security.Cryptography", "System.Text.Encoding.Extensions", "System.Text.Json",
        "System.Text.RegularExpressions", "System.Threading", "System.Threading.Channels",
        "System.Threading.Tasks.Parallel", "System.Threading.Thread", "System.Xml.ReaderWriter", "System.Xml.XDocument",
    ];

    private static readonly Lazy<Dictionary<string, string>> Platform = new(ReadPlatform);
    private static readonly Lazy<ImmutableArray<MetadataReference>> SharedReferences = new(ReadShared);

    /// <summary>References to the framework and to the kernel's own display functions.</summary>
    public static ImmutableArray<MetadataReference> Shared => SharedReferences.Value;

    /// <summary>The file of an assembly of the platform by its simple name; null when the platform has none.</summary>
    public static string? PlatformFile(string simpleName) => Platform.Value.GetValueOrDefault(simpleName);

    private static Dictionary<string, string> ReadPlatform()
    {
        var files = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator);
        var platform = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files) platform.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        return platform;
    }

    private static ImmutableArray<MetadataReference> ReadShared() =>
    [
        .. Names.Select(PlatformFile).OfType<string>().Select(file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(Display.CellFunctions).Assembly.Location),
    ];
}
