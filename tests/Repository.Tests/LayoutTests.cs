using System.Xml.Linq;
using Testing;

namespace Repository.Tests;

/// <summary>What stands where, and what may know what.</summary>
public class LayoutTests
{
    private static readonly string[] TopLevel =
    [
        "notebooks", "lib", "data", "tests", ".devcontainer", "README.md", "GenAiCourse.sln", "environment.md",
        "global.json", "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props",
    ];

    // Project → the projects it may refer to.
    private static readonly Dictionary<string, string[]> ProjectArrows = new()
    {
        ["ManagedTorch"] = [],
        ["GenAiCourse"] = ["ManagedTorch"],
        ["NotebookKernel"] = [],
        ["CoursePlayer"] = ["NotebookKernel"],
        ["CourseCli"] = ["CoursePlayer", "NotebookKernel"],
    };

    // Folder of GenAiCourse → the folders it may use.
    private static readonly Dictionary<string, string[]> FolderArrows = new()
    {
        ["Mathematics"] = [],
        ["Statistics"] = ["Mathematics"],
        ["Text"] = ["Mathematics", "Statistics"],
        ["Data"] = ["Mathematics", "Statistics", "Text"],
        ["Learning"] = ["Mathematics", "Statistics", "Text", "Data"],
        ["Stores"] = [],
        ["Embeddings"] = ["Mathematics", "Statistics", "Text", "Data"],
        ["Models"] = ["Mathematics", "Statistics", "Text", "Data"],
        ["Training"] = ["Mathematics", "Statistics", "Text", "Data", "Embeddings", "Models"],
        ["Generation"] = ["Mathematics", "Statistics", "Text", "Data", "Embeddings", "Models"],
        ["Prompting"] = ["Mathematics", "Statistics", "Text", "Data", "Embeddings", "Models", "Training", "Generation"],
        ["Retrieval"] = ["Mathematics", "Statistics", "Text", "Data", "Embeddings", "Models", "Training", "Generation"],
        ["Evaluation"] =
        [
            "Mathematics", "Statistics", "Text", "Data", "Learning", "Embeddings", "Models", "Training",
            "Generation", "Prompting", "Retrieval"
        ],
        ["Display"] = ["Mathematics", "Statistics"],
        ["Exercises"] = ["Display"],
    };

    [Fact]
    public void TopLevel_HoldsWhatIsListedAndDotfilesOnly()
    {
        var found = Directory.EnumerateFileSystemEntries(TestPaths.Root).Select(path => Path.GetFileName(path)!);

        Assert.Empty(found.Where(name => name[0] != '.').Except(TopLevel));
        Assert.All(TopLevel, name => Assert.True(
            Path.Exists(Path.Combine(TestPaths.Root, name)),
            $"{name} is missing"));
    }

    [Fact]
    public void Projects_ReferToWhatTheArrowsAllow()
    {
        foreach (var file in SourceFiles.Under("lib", ".csproj"))
        {
            var references = XElement.Load(file).Descendants("ProjectReference")
                .Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
                .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
            Assert.Empty(references.Except(ProjectArrows[Path.GetFileNameWithoutExtension(file)]));
        }
    }

    [Fact]
    public void CourseFolders_UseWhatTheArrowsAllow()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.Combine(TestPaths.Root, "lib", "GenAiCourse")))
        {
            var name = Path.GetFileName(folder);
            Assert.True(
                FolderArrows.ContainsKey(name),
                $"lib/GenAiCourse/{name} has no arrows yet: say here what it may use");
            foreach (var file in SourceFiles.Under(Path.Combine("lib", "GenAiCourse", name), ".cs"))
                foreach (var other in FolderArrows.Keys.Except(FolderArrows[name]).Where(other => other != name))
                    Assert.DoesNotContain(SourceFiles.Code(file), entry =>
                        entry.Line.Contains($"GenAiCourse.{other}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Kernel_KnowsNothingOfTheCourseAndItsHeartNothingOfJupyter()
    {
        foreach (var file in SourceFiles.Under("lib/NotebookKernel", ".cs"))
            Assert.DoesNotContain(SourceFiles.Code(file), entry =>
                entry.Line.Contains("GenAiCourse", StringComparison.Ordinal)
                || entry.Line.Contains("TorchSharp", StringComparison.Ordinal));
        foreach (var file in new[] { "Scripting", "Directives", "Display", "Notebooks", "Worker" }
            .SelectMany(folder => SourceFiles.Under($"lib/NotebookKernel/{folder}", ".cs")))
            Assert.DoesNotContain(
                SourceFiles.Code(file),
                entry => entry.Line.Contains("NotebookKernel.Jupyter", StringComparison.Ordinal));
    }

    [Fact]
    public void Tests_MirrorALibraryFolder()
    {
        foreach (var library in new[] { "ManagedTorch", "GenAiCourse", "NotebookKernel" })
            Assert.True(
                Directory.Exists(Path.Combine(TestPaths.Root, "tests", $"{library}.Tests")),
                $"{library} has no tests");
    }
}
