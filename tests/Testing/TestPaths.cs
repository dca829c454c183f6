using System.Runtime.CompilerServices;

namespace Testing;

/// <summary>Where the tests find their files.</summary>
internal static class TestPaths
{
    /// <summary>The repository's root: the folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// A file of reference values: from COURSE_FIXTURES when it names a folder, else from tests/Fixtures.
    /// </summary>
    public static string Fixture(string name)
    {
        var given = Environment.GetEnvironmentVariable("COURSE_FIXTURES");
        return Path.Combine(string.IsNullOrEmpty(given) ? Path.Combine(Root, "tests", "Fixtures") : given, name);
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "GenAiCourse.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException(
            $"No GenAiCourse.sln above {AppContext.BaseDirectory} (built from {here}).");
    }
}
