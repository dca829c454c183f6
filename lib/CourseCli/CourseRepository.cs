using System.Reflection;

namespace CourseCli;

/// <summary>Finds the repository and what the commands need in it.</summary>
/// <param name="Root">The folder that holds the solution.</param>
public sealed record CourseRepository(string Root)
{
    private const string Mark = "GenAiCourse.sln";

    /// <summary>The folder of the notebooks.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The library that the notebooks' <c>#r</c> line names.</summary>
    public string StagedLibrary => Path.Combine(Root, ".artifacts", "course", "GenAiCourse.dll");

    /// <summary>The repository around a folder, or around this program; null when there is none.</summary>
    public static CourseRepository? Find(string folder)
    {
        var program = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location)!;
        foreach (var start in new[] { folder, program })
            for (var here = new DirectoryInfo(start); here is not null; here = here.Parent)
                if (File.Exists(Path.Combine(here.FullName, Mark)))
                    return new CourseRepository(here.FullName);
        return null;
    }

    /// <summary>As <see cref="Find"/>, where nothing works without it.</summary>
    /// <exception cref="UsageException">There is no repository.</exception>
    public static CourseRepository Require(string folder) => Find(folder)
        ?? throw new UsageException($"no {Mark} in {folder} or above it; go to the course's folder first");

    /// <summary>A path as it reads from the root, with forward slashes on every system.</summary>
    public string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
