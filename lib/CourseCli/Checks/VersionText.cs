namespace CourseCli.Checks;

/// <summary>Versions as folders and programs write them.</summary>
internal static class VersionText
{
    /// <summary>The number: 10.0.100-rc.1 counts as 10.0.100; what is no version is 0.0.</summary>
    public static Version Read(string? text) =>
        Version.TryParse(text?.Split('-')[0], out var number) ? number : new Version();
}
