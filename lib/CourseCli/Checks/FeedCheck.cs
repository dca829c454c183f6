namespace CourseCli.Checks;

/// <summary>Can a build get its packages? Once there is a build, nothing needs them.</summary>
internal static class FeedCheck
{
    private const string Name = "package feed";
    private const string MendList = "dotnet nuget list source        # without a network: environment.md, \"Offline\"";

    public static async Task<Check> RunAsync(
        Machine machine, CourseRepository? repository, CancellationToken cancellationToken)
    {
        var program = Path.Combine(machine.DotNetRoot, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        var output = await machine.Ask(
            File.Exists(program) ? program : "dotnet", ["nuget", "list", "source", "--format", "short"],
            cancellationToken).ConfigureAwait(false);
        var sources = Enabled(output ?? "");
        var problems = output is null ? ["`dotnet nuget list source` gave no answer"]
            : sources.Length == 0 ? ["no source is enabled"]
            : await Task.WhenAll(sources.Select(source => ProblemAsync(machine, source, cancellationToken)))
                .ConfigureAwait(false);
        var found = string.Join("; ", problems.OfType<string>());
        if (found.Length == 0) return new Check(Name, CheckStatus.Ok, string.Join(", ", sources.Select(ShortName)));
        return repository is not null && File.Exists(repository.StagedLibrary)
            ? new Check(Name, CheckStatus.Optional, $"{found}; needed only for another build", MendList)
            : new Check(Name, CheckStatus.Missing, found, MendList);
    }

    // A line is E or D, enabled or disabled, with more letters behind for where it was set, and the source.
    private static string[] Enabled(string output) =>
    [
        .. output.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith('E') && line.Contains(' ', StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim()),
    ];

    private static async Task<string?> ProblemAsync(Machine machine, string source, CancellationToken cancellationToken)
    {
        if (Address(source) is not { } address) return Directory.Exists(source) ? null : $"{source} is no folder";
        var problem = await machine.Reach(address, cancellationToken).ConfigureAwait(false);
        return problem is null ? null : $"{address.Host}: {problem}";
    }

    // The address may hold a password, which belongs on no screen.
    private static string ShortName(string source) => Address(source)?.Host ?? source;

    private static Uri? Address(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : null;
}
