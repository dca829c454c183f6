using System.Runtime.InteropServices;
using CourseCli.Checks;

namespace NotebookKernel.Tests.CourseCli.Checks;

/// <summary>The checks that look at folders: SDK, documentation, library, engine, notebooks, data.</summary>
public sealed class FileCheckTests : IDisposable
{
    private const string LibraryFile = ".artifacts/course/GenAiCourse.dll";
    private static readonly DateTime Day = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly FakeMachine _fake = new();

    public void Dispose() => _fake.Dispose();

    private Check Library() => CourseChecks.Library(_fake.Repository);

    private Check Notebooks() => CourseChecks.Notebooks(_fake.Repository, _fake.Surroundings);

    private Check Engine() => EngineCheck.Run(_fake.Surroundings, _fake.Repository);

    [Theory]
    [InlineData("Ok", "10.0.401", "8.0.100", "10.0.100", "10.0.401")]
    [InlineData("Ok", "10.0.100-rc.1", "10.0.100-rc.1", "11.0.100", "NuGetFallbackFolder")]
    [InlineData("Missing", "8.0.100; 10.0.100 or a later 10.0 is needed", "8.0.100")]
    [InlineData("Missing", "8.0.100, 11.0.100; 10.0.100 or a later 10.0 is needed", "11.0.100", "8.0.100")]
    public void Sdk_Versions_AreThoseThatGlobalJsonAccepts(string status, string detail, params string[] folders)
    {
        foreach (var folder in folders) Directory.CreateDirectory(_fake.Path($"dotnet/sdk/{folder}"));

        var check = SdkCheck.Run(_fake.Machine);

        Assert.Equal((status, detail), (check.Status.ToString(), check.Detail));
        Assert.Equal(status == "Ok", check.Mend is null);
    }

    [Theory]
    [InlineData("LINUX", "https://dotnet.microsoft.com/download")]
    [InlineData("OSX", "brew install --cask dotnet-sdk")]
    [InlineData("WINDOWS", "winget install Microsoft.DotNet.SDK.10")]
    public void Sdk_None_IsMissingWithTheSystemsCommand(string system, string mend)
    {
        _fake.System = OSPlatform.Create(system);

        var check = SdkCheck.Run(_fake.Machine);

        Assert.Equal(CheckStatus.Missing, check.Status);
        Assert.EndsWith(mend, check.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void Documentation_Pack_IsTheNewestOrMissing()
    {
        const string Pack = "Microsoft.NETCore.App.Ref";
        Assert.Equal(CheckStatus.Missing, DocumentationCheck.Run(_fake.Machine, Pack).Status);
        Directory.CreateDirectory(_fake.Path($"dotnet/packs/{Pack}/9.0.12"));
        Directory.CreateDirectory(_fake.Path($"dotnet/packs/{Pack}/10.0.2"));

        Assert.Equal(new Check(Pack, CheckStatus.Ok, "10.0.2, text that language models learn from"),
            DocumentationCheck.Run(_fake.Machine, Pack));
    }

    [Fact]
    public void Repository_None_IsMissingAsAreItsParts()
    {
        Assert.Equal(CheckStatus.Missing, CourseChecks.Repository(null).Status);
        Assert.Equal(CheckStatus.Missing, CourseChecks.Library(null).Status);
        Assert.Equal(CheckStatus.Missing, CourseChecks.Notebooks(null, _fake.Surroundings).Status);
        Assert.Equal(CheckStatus.Ok, CourseChecks.Repository(_fake.Repository).Status);
    }

    [Fact]
    public void Library_NotBuilt_IsMissing()
    {
        var check = Library();

        Assert.Equal((CheckStatus.Missing, "dotnet build lib/GenAiCourse"), (check.Status, check.Mend));
    }

    [Theory]
    [InlineData(1, "lib/GenAiCourse/Text/Words.cs", "Optional")]
    [InlineData(-1, "lib/GenAiCourse/Text/Words.cs", "Ok")]
    [InlineData(1, "lib/ManagedTorch/Tensor.cs", "Optional")]
    [InlineData(1, "lib/NotebookKernel/Kernel.cs", "Ok")]
    [InlineData(1, "lib/GenAiCourse/README.md", "Ok")]
    public void Library_OlderThanItsSources_SaysSo(int days, string source, string status)
    {
        File.SetLastWriteTimeUtc(_fake.Write(LibraryFile, ""), Day);
        File.SetLastWriteTimeUtc(_fake.Write(".artifacts/course/ManagedTorch.dll", ""), Day);
        File.SetLastWriteTimeUtc(_fake.Write(source, ""), Day.AddDays(days));

        var check = Library();

        Assert.Equal(status, check.Status.ToString());
        Assert.Equal(status == "Ok" ? LibraryFile : $"{LibraryFile} is older than {source}", check.Detail);
    }

    [Theory]
    [InlineData("managed", null, "Ok", "managed")]
    [InlineData("managed", "managed", "Ok", "managed")]
    [InlineData("TorchSharp-cpu", null, "Ok",
        "TorchSharp-cpu; TensorEngine is not set, so the next build takes managed")]
    [InlineData("managed", "TorchSharp-cpu", "Optional", "managed, but TensorEngine asks for TorchSharp-cpu")]
    [InlineData(null, "TorchSharp-cpu", "Optional", "TorchSharp-cpu, after the first build")]
    [InlineData(null, null, "Optional", "managed, after the first build")]
    [InlineData("managed", "cuda", "Missing", "expected TensorEngine to be managed, TorchSharp-cpu,"
        + " TorchSharp-cuda-windows, TorchSharp-cuda-linux, got 'cuda'")]
    public void Engine_BuiltAndAskedFor_AreCompared(string? built, string? asked, string status, string detail)
    {
        if (built is not null) _fake.Write(".artifacts/course/engine.txt", built + "\n");
        if (asked is not null) _fake.Variables["TensorEngine"] = asked;

        var check = Engine();

        Assert.Equal((status, detail), (check.Status.ToString(), check.Detail));
        Assert.Equal(status == "Ok", check.Mend is null);
    }

    [Fact]
    public void Notebooks_AreCounted()
    {
        Assert.Equal(CheckStatus.Missing, Notebooks().Status);
        _fake.Write("notebooks/1-beginner/07-bayes.ipynb", "{}");

        Assert.Equal(new Check("notebooks", CheckStatus.Ok, "1 found"), Notebooks());
    }

    [Theory]
    [InlineData(null, "Optional")]
    [InlineData(".", "Ok")]
    [InlineData("nowhere", "Missing")]
    public void Data_Folder_IsThereOrNotAskedFor(string? folder, string status)
    {
        if (folder is not null) _fake.Variables["COURSE_DATA"] = _fake.Path(folder);

        Assert.Equal(status, DataCheck.Run(_fake.Surroundings).Status.ToString());
    }
}
