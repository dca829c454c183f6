namespace CourseCli.Checks;

/// <summary>The folder with real data sets.</summary>
internal static class DataCheck
{
    private const string Name = "COURSE_DATA";

    public static Check Run(Surroundings surroundings)
    {
        var folder = surroundings.Variable(Name);
        if (string.IsNullOrEmpty(folder))
            return new Check(Name, CheckStatus.Optional, "not set; the notebooks make their own data",
                "set it to a folder with real data sets, if you have one");
        return Directory.Exists(folder)
            ? new Check(Name, CheckStatus.Ok, folder)
            : new Check(Name, CheckStatus.Missing, $"{folder} is no folder",
                "set it to an existing folder, or unset it");
    }
}
