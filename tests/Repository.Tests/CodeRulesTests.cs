using System.Text.RegularExpressions;

namespace Repository.Tests;

/// <summary>The rules of style that a compiler cannot check.</summary>
public partial class CodeRulesTests
{
    private const int MostLines = 400;
    private const int MostCharacters = 120;

    // Chance, time and output are parameters in the libraries.
    [GeneratedRegex(
        @"\bConsole\.|DateTime(Offset)?\.(Utc)?Now\b|\bRandom\.Shared\b|new Random\(\)" +
        @"|\bStopwatch\b|Environment\.TickCount|Guid\.NewGuid")]
    private static partial Regex Banned();

    [GeneratedRegex(
        @"^public (?:sealed |static |abstract |readonly |partial )*" +
        @"(?:record struct|record|class|struct|interface|enum) (\w+)")]
    private static partial Regex PublicType();

    [Fact]
    public void CSharpFiles_HaveAtMost400Lines()
    {
        var tooLong = SourceFiles.Under("lib", ".cs").Concat(SourceFiles.Under("tests", ".cs"))
            .Select(file => (File: SourceFiles.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > MostLines);

        Assert.Empty(tooLong);
    }

    [Fact]
    public void CSharpFiles_HaveLinesOfAtMost120Characters()
    {
        var tooLong = SourceFiles.Under("lib", ".cs").Concat(SourceFiles.Under("tests", ".cs"))
            .Select(file => (Path: file, Name: SourceFiles.Relative(file)))
            .SelectMany(file => File.ReadLines(file.Path)
                .Select((line, i) => (Number: i + 1, Length: line.EnumerateRunes().Count()))
                .Where(line => line.Length > MostCharacters)
                .Select(line => $"{file.Name}:{line.Number}: {line.Length}"));

        Assert.Empty(tooLong);
    }

    [Fact]
    public void Libraries_HaveNoConsoleClockOrUnseededChance()
    {
        var found = SourceFiles.Under("lib/GenAiCourse", ".cs").Concat(SourceFiles.Under("lib/ManagedTorch", ".cs"))
            .SelectMany(file => SourceFiles.Code(file).Where(entry => Banned().IsMatch(entry.Line))
                .Select(entry => $"{SourceFiles.Relative(file)}:{entry.Number}: {entry.Line.Trim()}"));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData("Console.WriteLine(1);", true)]
    [InlineData("var r = new Random();", true)]
    [InlineData("var r = new Random(seed);", false)]
    [InlineData("var t = DateTime.UtcNow;", true)]
    public void Banned_Samples_AreToldApart(string line, bool banned) => Assert.Equal(banned, Banned().IsMatch(line));

    [Fact]
    public void Libraries_LeaveNothingForLater()
    {
        var found = SourceFiles.Under("lib", ".cs").SelectMany(file => File.ReadLines(file)
            .Where(line => line.Contains("NotImplementedException", StringComparison.Ordinal)
                || line.Contains("TODO", StringComparison.Ordinal))
            .Select(line => $"{SourceFiles.Relative(file)}: {line.Trim()}"));

        Assert.Empty(found);
    }

    [Fact]
    public void PublicTypesOfTheCourse_AreUsedByANotebookOrATest()
    {
        var users = SourceFiles.Under("notebooks", ".ipynb", ".csx")
            .Concat(SourceFiles.Under("tests/GenAiCourse.Tests", ".cs"))
            .Concat(SourceFiles.Under("tests/Notebooks.Tests", ".cs"))
            .Concat(SourceFiles.Under("tests/Benchmarks", ".cs"))
            .Select(File.ReadAllText).ToList();
        var unused = SourceFiles.Under("lib/GenAiCourse", ".cs").SelectMany(file => SourceFiles.Code(file))
            .Select(entry => PublicType().Match(entry.Line))
            .Where(match => match.Success)
            .Select(match => match.Groups[1].Value)
            .Where(type => !users.Any(text => Regex.IsMatch(text, $@"\b{type}\b")));

        Assert.Empty(unused);
    }

    [Fact]
    public void Files_NameNoMachineAndNoRegistry()
    {
        // Put together here, so that this file does not hold what it looks for.
        string[] banned =
        [
            "/ro" + "ot/",
            "/wo" + "rk/",
            "/ho" + "me/",
            @"C:\Us" + "ers",
            "api.nu" + "get.org",
            "registry.npm" + "js.org",
            "deb.deb" + "ian.org"
        ];
        var found = SourceFiles
            .Under(".", ".cs", ".csx", ".md", ".props", ".csproj", ".json", ".sh", ".yml", ".ipynb", "run")
            .SelectMany(file => banned
                .Where(File.ReadAllText(file).Contains)
                .Select(text => $"{SourceFiles.Relative(file)}: {text}"));

        Assert.Empty(found);
    }
}
