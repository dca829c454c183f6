namespace GenAiCourse;

/// <summary>Finds the course's files from wherever a notebook runs.</summary>
internal static class CourseFolder
{
    /// <summary>
    /// The nearest folder at or above the current directory that holds the course's solution; null if none.
    /// </summary>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "GenAiCourse.sln")))
                return folder.FullName;
        return null;
    }
}
