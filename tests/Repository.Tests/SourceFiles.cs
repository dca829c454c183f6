using Testing;

namespace Repository.Tests;

/// <summary>The repository's files as the tests see them: build output and version control left out.</summary>
internal static class SourceFiles
{
    private static readonly string[] Skipped =
        [".git", ".artifacts", ".vs", ".idea", ".vscode", "TestResults", ".ipynb_checkpoints"];

    /// <summary>
    /// Files below a folder (by its path inside the repository) whose name ends in one of the endings.
    /// </summary>
    public static IEnumerable<string> Under(string folder, params string[] endings) =>
        Walk(new DirectoryInfo(Path.Combine(TestPaths.Root, folder)))
            .Where(file => endings.Length == 0
                || endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    /// <summary>A file's path inside the repository, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(TestPaths.Root, file).Replace('\\', '/');

    /// <summary>A C# file's lines that are not comments, with their numbers from 1.</summary>
    public static IEnumerable<(int Number, string Line)> Code(string file) => File.ReadLines(file)
        .Select((line, i) => (i + 1, line))
        .Where(entry => !entry.line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        if (!folder.Exists) yield break;
        foreach (var file in folder.EnumerateFiles()) yield return file.FullName;
        foreach (var child in folder.EnumerateDirectories()
                .Where(child => !Skipped.Contains(child.Name, StringComparer.Ordinal)))
            foreach (var file in Walk(child)) yield return file;
    }
}
