namespace NotebookKernel.Directives;

/// <summary>What scripts that come by <c>#load</c> ask for; the compiler itself reads the rest of them.</summary>
internal static class LoadedScripts
{
    /// <summary>The packages that the loaded scripts of some code name, and those that these load in turn.</summary>
    /// <param name="code">C# of a cell, or a script.</param>
    /// <param name="place">What messages call it.</param>
    /// <param name="folder">The folder to which its paths are relative.</param>
    public static IEnumerable<PackageRequest> Packages(string code, string place, string folder) =>
        code.Contains("#load", StringComparison.Ordinal) ? Packages(code, place, folder, []) : [];

    private static IEnumerable<PackageRequest> Packages(
        string code, string place, string folder, HashSet<string> seen)
    {
        foreach (var line in DirectiveText.References(code))
        {
            if (line.Name == "#r")
            {
                if (PackageRequest.IsPackage(line)) yield return PackageRequest.Parse(line, place);
                continue;
            }
            var path = Path.GetFullPath(Path.Combine(folder, line.Argument.Trim('"')));
            // A file that is not there is an error that the compiler reports, with its line.
            if (!File.Exists(path) || !seen.Add(path)) continue;
            foreach (var request in Packages(
                File.ReadAllText(path), Path.GetFileName(path), Path.GetDirectoryName(path)!, seen))
                yield return request;
        }
    }
}
