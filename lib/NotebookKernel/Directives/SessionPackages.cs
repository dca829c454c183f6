using Microsoft.CodeAnalysis;
using NotebookKernel.Display;
using NotebookKernel.Scripting;

namespace NotebookKernel.Directives;

/// <summary>The packages of a session: each in one version, from its first use to the end of the process.</summary>
internal sealed class SessionPackages(ScriptSession session, NuGetRestorer restorer)
{
    private readonly PackageLoadContext _context = new();
    private readonly Dictionary<string, RestoredPackage> _loaded = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];

    /// <summary>Makes what a cell asks for available to it, and shows that.</summary>
    /// <exception cref="DirectiveException">A package cannot be had, or is there in another version.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public void Install(CellPlan plan, CancellationToken interrupt)
    {
        _sources.AddRange(plan.Sources.Except(_sources, StringComparer.Ordinal));
        if (plan.Packages.Count == 0) return;
        var wanted = Distinct(plan.Packages);
        var missing = wanted.Where(request => !_loaded.ContainsKey(request.Name)).ToArray();
        foreach (var request in wanted.Except(missing)) RequireSameVersion(request);
        if (missing.Length == 0)
        {
            CellFunctions.display(Installed(wanted));
            return;
        }
        var progress = CellFunctions.display(Lines(wanted.Select(request => $"Restoring {request} …")));
        var isDone = false;
        try
        {
            Load(Restore(missing, interrupt));
            isDone = true;
        }
        finally
        {
            progress.Update(isDone ? Installed(wanted) : Lines(missing.Select(request => $"Not installed: {request}")));
        }
    }

    private static PackageRequest[] Distinct(IEnumerable<PackageRequest> requests)
    {
        var distinct = new Dictionary<string, PackageRequest>(StringComparer.OrdinalIgnoreCase);
        foreach (var request in requests)
        {
            if (distinct.TryAdd(request.Name, request) || request.IsAny) continue;
            var first = distinct[request.Name];
            if (first.IsAny) distinct[request.Name] = request;
            else if (first.Version != request.Version)
                throw new DirectiveException(
                    $"expected one version of {request.Name}, got {first.Version} and {request.Version}; "
                    + "take one of the two lines out", request.Place, request.Line);
        }
        return [.. distinct.Values];
    }

    private void RequireSameVersion(PackageRequest request)
    {
        var loaded = _loaded[request.Name].Version;
        if (!PackageVersion.Accepts(request.Version, loaded))
            throw new DirectiveException(
                $"expected {request.Name} {request.Version}, but {loaded} is loaded already and cannot be replaced; "
                + $"restart the kernel to use {request.Version}", request.Place, request.Line);
    }

    private IReadOnlyList<RestoredPackage> Restore(PackageRequest[] missing, CancellationToken interrupt)
    {
        // What is loaded stays in the set, so that all packages agree on what they share.
        var project = new RestoreProject(
            [
                .. _loaded.Values.Select(package => (package.Name, $"[{package.Version}]")),
                .. missing.Select(request => (request.Name, request.Version)),
            ],
            _sources, session.Folder);
        try
        {
            var packages = restorer.Restore(project, interrupt);
            foreach (var request in missing) RequireExact(request, packages);
            return packages;
        }
        catch (RestoreException error)
        {
            // Asked again, a source that does not answer would spoil every later restore, too.
            string[] unusable = ["NU1301", "NU1302"];
            _sources.RemoveAll(source => error.Reasons.Any(reason =>
                unusable.Any(reason.StartsWith) && reason.Contains(source, StringComparison.Ordinal)));
            throw new DirectiveException(Words(missing, error), missing[0].Place, missing[0].Line);
        }
    }

    // Where a version is not to be had, restore takes the next higher one and only warns.
    private static void RequireExact(PackageRequest request, IReadOnlyList<RestoredPackage> packages)
    {
        var restored = packages.FirstOrDefault(package =>
            package.Name.Equals(request.Name, StringComparison.OrdinalIgnoreCase));
        if (request.IsExact && restored is not null && !PackageVersion.Accepts(request.Version, restored.Version))
            throw new DirectiveException(
                $"expected {request.Name} {request.Version}, but the nearest version to be had is {restored.Version}; "
                + "ask for that one, or add a source with #i \"nuget: folder or address\"",
                request.Place, request.Line);
    }

    private string Words(PackageRequest[] missing, RestoreException error)
    {
        string[] conflicts = ["NU1605", "NU1107", "NU1608"];
        var names = string.Join(" and ", missing.Select(request => request.ToString()));
        if (_loaded.Count > 0 && conflicts.Any(code => error.Message.Contains(code, StringComparison.Ordinal)))
            return $"{names} needs another version of a package that is loaded already; restart the kernel and name "
                + $"both in its first cell ({error.Message})";
        var asked = error.Sources.Count > 0 ? $"; asked: {string.Join(", ", error.Sources)}" : "";
        return $"cannot get {names}: {error.Message}{asked}. Check the spelling and the network, or name a folder or "
            + "address that has it with #i \"nuget: …\"";
    }

    private void Load(IReadOnlyList<RestoredPackage> packages)
    {
        var added = packages.Where(package => !_loaded.ContainsKey(package.Name)).ToArray();
        var assemblies = _context.Add(added);
        // Reference assemblies cannot run: where a package has both, the one that runs also serves the compiler.
        var runtime = packages.SelectMany(package => package.Runtime).GroupBy(Path.GetFileName)
            .ToDictionary(group => group.Key!, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var references = added.SelectMany(package => package.Compile)
            .Select(file => PackageLoadContext.IsOfThePlatform(file)
                ? ScriptReferences.PlatformFile(Path.GetFileNameWithoutExtension(file))!
                : runtime.GetValueOrDefault(Path.GetFileName(file), file))
            .Distinct(StringComparer.Ordinal)
            .Select(file => MetadataReference.CreateFromFile(file));
        session.Add([.. references], assemblies);
        foreach (var package in added) _loaded[package.Name] = package;
    }

    private Markup Installed(PackageRequest[] wanted) => Lines(wanted.Select(request =>
    {
        var package = _loaded[request.Name];
        return $"Installed {package.Name}, {package.Version}"
            + (package.HasExtension ? " (without its extension of .NET Interactive, which this kernel is not)" : "");
    }));

    private static Markup Lines(IEnumerable<string> lines) => new("text/plain", string.Join('\n', lines));
}
