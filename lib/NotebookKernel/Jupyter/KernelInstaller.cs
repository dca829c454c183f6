using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using NotebookKernel.Notebooks;

namespace NotebookKernel.Jupyter;

/// <summary>Makes this kernel known to Jupyter and VS Code, and takes it away again.</summary>
/// <remarks>
/// The kernel's files are copied into the kernelspec's folder: a build can then replace the originals while notebooks
/// run, and every user of a shared machine can read them. Each version has a folder of its own beside kernel.json.
/// </remarks>
public static class KernelInstaller
{
    /// <summary>The file name of the kernel's assembly.</summary>
    internal const string AssemblyFile = "NotebookKernel.dll";

    private const int VersionDigits = 12;
    private static readonly string Source = Path.GetDirectoryName(typeof(KernelInstaller).Assembly.Location)!;

    /// <summary>The name of the folder that an installation of the kernel as it is now would have.</summary>
    public static string Version { get; } = ReadVersion();

    /// <summary>Installs the kernel, or brings an installed one up to date.</summary>
    /// <param name="kernels">The folder that holds kernels; see <see cref="JupyterFolders"/>.</param>
    /// <param name="name">The kernel's name: letters, digits, <c>.</c>, <c>_</c> and <c>-</c>.</param>
    /// <param name="displayName">What front ends call it.</param>
    /// <exception cref="ArgumentException">The name has other characters.</exception>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static KernelSpec Install(string kernels, string name, string displayName)
    {
        CheckName(name);
        var folder = Path.Combine(Path.GetFullPath(kernels), name);
        var target = Path.Combine(folder, Version);
        Directory.CreateDirectory(folder);
        if (!Files().All(file => File.Exists(Path.Combine(target, file))))
        {
            // Complete or not there: a copy that broke off leaves only what the next one removes.
            if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
            var fresh = Directory.CreateDirectory($"{target}.new-{Environment.ProcessId}").FullName;
            foreach (var file in Files()) File.Copy(Path.Combine(Source, file), Path.Combine(fresh, file), true);
            Directory.Move(fresh, target);
        }
        var spec = new KernelSpec(
            folder,
            displayName,
            [WorkerCommand.DotNetHost(), Path.Combine(target, AssemblyFile), "jupyter", "{connection_file}"]);
        spec.Write();
        foreach (var other in Directory.EnumerateDirectories(folder))
            if (Path.GetFileName(other) != Version)
                TryDelete(other);
        return spec;
    }

    /// <summary>The kernels of a folder, whoever installed them.</summary>
    public static IReadOnlyList<KernelSpec> All(string kernels) => Directory.Exists(kernels)
        ? [.. Directory.EnumerateDirectories(kernels).Order(StringComparer.Ordinal)
            .Select(KernelSpec.Read).OfType<KernelSpec>()]
        : [];

    /// <summary>The kernels of a folder that are this one, of whatever version.</summary>
    public static IReadOnlyList<KernelSpec> Installed(string kernels) =>
        [.. All(kernels).Where(spec => spec.Assembly is not null)];

    /// <summary>Takes a kernel away.</summary>
    /// <exception cref="ArgumentException">It is not this kernel but another one.</exception>
    /// <exception cref="IOException">Its files are in use: close its notebooks first.</exception>
    /// <exception cref="UnauthorizedAccessException">As above, or not this user's.</exception>
    public static void Uninstall(KernelSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.Assembly is null)
            throw new ArgumentException(
                $"expected a kernel that this program installed, but {spec.Folder} is another one");
        Directory.Delete(spec.Folder, recursive: true);
    }

    private static void CheckName(string name)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'))
            throw new ArgumentException($"expected a kernel name of letters, digits, '.', '_' and '-', got '{name}'");
    }

    // What the build wrote down that the kernel needs, so that nothing else of the folder comes along.
    private static IEnumerable<string> Files()
    {
        const string Dependencies = "NotebookKernel.deps.json";
        yield return AssemblyFile;
        yield return Dependencies;
        yield return "NotebookKernel.runtimeconfig.json";
        var text = File.ReadAllText(Path.Combine(Source, Dependencies));
        var libraries = JsonNode.Parse(text)!["targets"]!.AsObject().SelectMany(target => target.Value!.AsObject());
        foreach (var (_, library) in libraries)
            foreach (var (path, _) in library!["runtime"] as JsonObject ?? [])
                if (Path.GetFileName(path) is var file and not AssemblyFile)
                    yield return file;
    }

    private static string ReadVersion()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files())
        {
            var info = new FileInfo(Path.Combine(Source, file));
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{file} {info.Length};")));
        }
        hash.AppendData(File.ReadAllBytes(Path.Combine(Source, AssemblyFile)));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..VersionDigits];
    }

    // Windows holds the files of a running kernel; the next installation takes them.
    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // As above.
        }
        catch (UnauthorizedAccessException)
        {
            // As above.
        }
    }
}
