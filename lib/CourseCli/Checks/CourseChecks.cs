using System.Globalization;

namespace CourseCli.Checks;

/// <summary>The repository, what was built of it, and its notebooks.</summary>
internal static class CourseChecks
{
    private const string Build = "dotnet build lib/GenAiCourse";
    private static readonly string[] Assemblies = ["GenAiCourse", "ManagedTorch"];

    public static Check Repository(CourseRepository? repository) => repository is null
        ? new Check("repository", CheckStatus.Missing, "no GenAiCourse.sln here or above", "go to the course's folder")
        : new Check("repository", CheckStatus.Ok, repository.Root);

    public static Check Library(CourseRepository? repository)
    {
        const string Name = "course library";
        if (repository is null || !File.Exists(repository.StagedLibrary))
            return new Check(Name, CheckStatus.Missing,
                "the notebooks' #r line names .artifacts/course/GenAiCourse.dll", Build);
        var file = repository.Relative(repository.StagedLibrary);
        return NewerSource(repository) is { } source
            ? new Check(Name, CheckStatus.Optional, $"{file} is older than {repository.Relative(source)}", Build)
            : new Check(Name, CheckStatus.Ok, file);
    }

    public static Check Notebooks(CourseRepository? repository, Surroundings surroundings)
    {
        var count = repository is null
            ? 0
            : new NotebookCatalog(repository, surroundings.CurrentDirectory).Entries.Count;
        return count > 0
            ? new Check("notebooks", CheckStatus.Ok, string.Create(CultureInfo.InvariantCulture, $"{count} found"))
            : new Check("notebooks", CheckStatus.Missing, "none under notebooks/*/NN-name.ipynb",
                "git checkout -- notebooks");
    }

    // Each assembly against its own sources: a build leaves alone what did not change.
    private static string? NewerSource(CourseRepository repository) => Assemblies
        .Select(name => (
            Assembly: Path.Combine(Path.GetDirectoryName(repository.StagedLibrary)!, name + ".dll"),
            Sources: Path.Combine(repository.Root, "lib", name)))
        .Where(pair => File.Exists(pair.Assembly) && Directory.Exists(pair.Sources))
        .SelectMany(pair => Directory.EnumerateFiles(pair.Sources, "*.cs", SearchOption.AllDirectories)
            .Where(source => File.GetLastWriteTimeUtc(source) > File.GetLastWriteTimeUtc(pair.Assembly)))
        .MaxBy(File.GetLastWriteTimeUtc);
}
