namespace CourseCli.Checks;

/// <summary>The documentation that the SDK brings, which is the text that the language models learn.</summary>
internal static class DocumentationCheck
{
    public static Check Run(Machine machine, string pack)
    {
        var folder = Path.Combine(machine.DotNetRoot, "packs", pack);
        var newest = Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(Path.GetFileName).OrderBy(VersionText.Read).LastOrDefault()
            : null;
        return newest is null
            ? new Check(pack, CheckStatus.Missing, $"no text corpus under {folder}",
                "install the full .NET SDK, not only the runtime")
            : new Check(pack, CheckStatus.Ok, $"{newest}, text that language models learn from");
    }
}
