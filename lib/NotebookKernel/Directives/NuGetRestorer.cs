using System.ComponentModel;
using System.Globalization;

namespace NotebookKernel.Directives;

/// <summary>Finds the files of packages: in what an earlier restore has left, or by restoring.</summary>
/// <param name="cacheFolder">Where sets of packages are remembered; null for the user's own folder.</param>
internal sealed class NuGetRestorer(string? cacheFolder = null)
{
    private const string AssetsFile = "obj/project.assets.json";
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    // The newest version of a package is looked for again after a day.
    private static readonly TimeSpan FloatingLasts = TimeSpan.FromDays(1);
    private static readonly string Target = $"{RestoreProject.Framework}/{RestoreProject.Machine}";
    private static int _attempts;
    private readonly string _cache = cacheFolder ?? UsersFolder();

    /// <summary>The packages of a project and all that these need.</summary>
    /// <exception cref="RestoreException">They cannot be had.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public IReadOnlyList<RestoredPackage> Restore(RestoreProject project, CancellationToken interrupt)
    {
        try
        {
            var folder = Path.Combine(_cache, project.Key());
            var known = Read(folder);
            if (known is not null && !(project.Floats && IsOld(folder))) return known;
            try
            {
                return RestoreAnew(project, folder, interrupt);
            }
            catch (RestoreException) when (known is not null)
            {
                return known;                                   // offline, and there is an answer of an earlier day
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RestoreException([$"cannot keep the packages in {_cache}: {error.Message}"], []);
        }
    }

    private static IReadOnlyList<RestoredPackage> RestoreAnew(
        RestoreProject project, string folder, CancellationToken interrupt)
    {
        // In a folder of its own, since another kernel may be at the same set.
        var attempt = string.Create(
            CultureInfo.InvariantCulture,
            $"{folder}.{Environment.ProcessId}-{Interlocked.Increment(ref _attempts)}");
        Directory.CreateDirectory(attempt);
        try
        {
            var file = Path.Combine(attempt, "packages.csproj");
            File.WriteAllText(file, project.ToXml());
            Run(file, interrupt);
            if (Read(attempt) is not { } restored)
                throw new RestoreException(["restore ended well but left no list of files"], []);
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Directory.Move(attempt, folder);
            return restored;
        }
        finally
        {
            if (Directory.Exists(attempt)) Directory.Delete(attempt, recursive: true);
        }
    }

    private static void Run(string project, CancellationToken interrupt)
    {
        IReadOnlyList<string>? output;
        try
        {
            output = RestoreCommand.Run(project, TimeLimit, interrupt);
        }
        catch (TimeoutException)
        {
            throw new RestoreException(
                [FormattableString.Invariant($"restore did not end within {TimeLimit.TotalMinutes:0} minutes")], []);
        }
        catch (Win32Exception error)
        {
            throw new RestoreException([$"cannot start dotnet, whose SDK restores packages: {error.Message}"], []);
        }
        if (output is null) return;
        var assets = Path.Combine(Path.GetDirectoryName(project)!, AssetsFile);
        var errors = PackageAssets.Errors(assets);
        throw new RestoreException(
            errors.Count > 0 ? errors : output.Count > 0 ? output : ["dotnet restore failed; is the .NET SDK there?"],
            PackageAssets.Sources(assets));
    }

    private static IReadOnlyList<RestoredPackage>? Read(string folder) =>
        PackageAssets.TryRead(Path.Combine(folder, AssetsFile), Target) is { } packages
            && packages.All(package => package.IsThere)
            ? packages
            : null;

    private static bool IsOld(string folder) =>
        DateTime.UtcNow - File.GetLastWriteTimeUtc(Path.Combine(folder, AssetsFile)) > FloatingLasts;

    private static string UsersFolder()
    {
        var data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(data.Length > 0 ? data : Path.GetTempPath(), "notebook-kernel", "packages");
    }
}

/// <summary>Packages cannot be had.</summary>
/// <param name="reasons">Why, in restore's own words.</param>
/// <param name="sources">Where it has looked; none when it did not come so far.</param>
internal sealed class RestoreException(IReadOnlyList<string> reasons, IReadOnlyList<string> sources)
    : Exception(string.Join("; ", reasons))
{
    /// <summary>Why, in restore's own words.</summary>
    public IReadOnlyList<string> Reasons => reasons;

    /// <summary>Where restore has looked.</summary>
    public IReadOnlyList<string> Sources => sources;
}
