using System.Runtime.InteropServices;
using CourseCli.Checks;

namespace NotebookKernel.Tests.CourseCli.Checks;

/// <summary>The checks that ask other programs: package feed, Jupyter, VS Code, GPU.</summary>
public sealed class ProgramCheckTests : IDisposable
{
    private const string Sources = "dotnet nuget list source --format short";
    private const string Gpu = "nvidia-smi --query-gpu=name,memory.total --format=csv,noheader";
    private const string Jupyter = "ms-toolsai.jupyter";
    private const string CSharp = "ms-dotnettools.csharp";
    private readonly FakeMachine _fake = new();

    public void Dispose() => _fake.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<Check> Feed() => FeedCheck.RunAsync(_fake.Machine, _fake.Repository, Token);

    private Task<Check> Notebooks() => JupyterCheck.RunAsync(_fake.Machine, Token);

    private Task<Check> Code() => VisualStudioCodeCheck.RunAsync(_fake.Surroundings, Token);

    private Task<Check> Graphics() => GraphicsCheck.RunAsync(_fake.Machine, _fake.Repository, Token);

    [Fact]
    public async Task Feed_EnabledSourcesAnswer_IsOkWithoutPasswordsAndDisabledOnes()
    {
        var folder = Directory.CreateDirectory(_fake.Path("packages")).FullName;
        _fake.Programs[Sources] =
            $"E https://me:secret@feed.example/v3/index.json\r\nD https://gone.example/\r\nEM {folder}\r\n";
        _fake.Servers["https://me:secret@feed.example/v3/index.json"] = null;

        Assert.Equal(new Check("package feed", CheckStatus.Ok, $"feed.example, {folder}"), await Feed());
    }

    [Theory]
    [InlineData("E https://feed.example/", "feed.example: no answer in time")]
    [InlineData("E no-folder-here", "no-folder-here is no folder")]
    [InlineData("D https://feed.example/", "no source is enabled")]
    [InlineData(null, "`dotnet nuget list source` gave no answer")]
    public async Task Feed_Unreachable_IsMissingBeforeTheFirstBuildAndOptionalAfterIt(string? sources, string problem)
    {
        _fake.Programs[Sources] = sources;
        _fake.Servers["https://feed.example/"] = "no answer in time";

        var before = await Feed();
        _fake.Write(".artifacts/course/GenAiCourse.dll", "");
        var after = await Feed();

        Assert.Equal((CheckStatus.Missing, problem), (before.Status, before.Detail));
        Assert.Equal(
            (CheckStatus.Optional, $"{problem}; needed only for another build"), (after.Status, after.Detail));
        Assert.StartsWith("dotnet nuget list source", before.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jupyter_NotebookAndNbconvert_IsOkWithTheirVersions()
    {
        _fake.Programs["jupyter --version"] =
            "Selected Jupyter core packages...\njupyterlab       : not installed\nnotebook         : 6.4.12\n"
            + "nbconvert        : 6.5.3\n";
        _fake.Programs["jupyter-notebook "] = "";
        _fake.Programs["jupyter-nbconvert "] = "";

        Assert.Equal(new Check("Jupyter", CheckStatus.Ok, "notebook 6.4.12, nbconvert 6.5.3"), await Notebooks());
    }

    [Fact]
    public async Task Jupyter_LabThatSaysNoVersionInTime_IsOkAllTheSame()
    {
        _fake.Programs["jupyter --version"] = null;
        _fake.Programs["jupyter-lab "] = "";

        Assert.Equal(new Check("Jupyter", CheckStatus.Ok, "jupyterlab; no nbconvert"), await Notebooks());
    }

    [Fact]
    public async Task Jupyter_WithoutAFrontEnd_SaysWhatIsThere()
    {
        _fake.Programs["jupyter --version"] = "notebook         : not installed\n";

        var check = await Notebooks();

        Assert.Equal(CheckStatus.Optional, check.Status);
        Assert.Equal("/programs/jupyter, without JupyterLab or Notebook", check.Detail);
    }

    [Theory]
    [InlineData("LINUX", true, "sudo apt install jupyter-notebook jupyter-nbconvert")]
    [InlineData("LINUX", false, "python3 -m pip install --user jupyterlab")]
    [InlineData("OSX", false, "brew install jupyterlab")]
    [InlineData("WINDOWS", false, "py -m pip install jupyterlab")]
    public async Task Jupyter_Absent_IsOptionalWithTheSystemsCommand(string system, bool hasApt, string mend)
    {
        _fake.System = OSPlatform.Create(system);
        _fake.HasApt = hasApt;

        var check = await Notebooks();

        Assert.Equal((CheckStatus.Optional, mend), (check.Status, check.Mend));
    }

    [Theory]
    [InlineData(Jupyter + "\n" + CSharp, "Ok", null)]
    [InlineData("MS-ToolsAI.jupyter\r\nms-dotnettools.CSharp\r\n", "Ok", null)]
    [InlineData(CSharp, "Optional", "code --install-extension " + Jupyter)]
    [InlineData(Jupyter, "Optional", "code --install-extension " + CSharp)]
    [InlineData("", "Optional", "code --install-extension " + Jupyter + " --install-extension " + CSharp)]
    [InlineData(Jupyter + "\n" + CSharp + "\nms-dotnettools.dotnet-interactive-vscode", "Optional",
        "code --uninstall-extension ms-dotnettools.dotnet-interactive-vscode")]
    public async Task Code_Extensions_AreAllNeeded(string extensions, string status, string? mend)
    {
        _fake.Programs["code --version"] = "1.104.0\nabcdef\nx64\n";
        _fake.Programs["code --list-extensions"] = extensions;

        var check = await Code();

        Assert.Equal((status, mend), (check.Status.ToString(), check.Mend));
        Assert.StartsWith("1.104.0", check.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LINUX", "https://code.visualstudio.com")]
    [InlineData("OSX", "brew install --cask visual-studio-code")]
    [InlineData("WINDOWS", "winget install Microsoft.VisualStudioCode")]
    public async Task Code_Absent_IsOptionalWithTheSystemsCommand(string system, string mend)
    {
        _fake.System = OSPlatform.Create(system);

        var check = await Code();

        Assert.Equal(CheckStatus.Optional, check.Status);
        Assert.EndsWith(mend, check.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_ThatFails_IsOptionalAndNamed()
    {
        _fake.Programs["code --version"] = null;

        var check = await Code();

        Assert.Equal((CheckStatus.Optional, "/programs/code gave no answer"), (check.Status, check.Detail));
    }

    [Theory]
    [InlineData("CODESPACES")]
    [InlineData("REMOTE_CONTAINERS")]
    public async Task Code_InAContainerThatItOpens_IsOk(string variable)
    {
        _fake.Variables[variable] = "true";

        Assert.Equal(CheckStatus.Ok, (await Code()).Status);
    }

    [Theory]
    [InlineData("LINUX", "managed", "; not used: a build with TensorEngine=TorchSharp-cuda-linux would")]
    [InlineData("WINDOWS", "managed", "; not used: a build with TensorEngine=TorchSharp-cuda-windows would")]
    [InlineData("LINUX", "TorchSharp-cuda-linux", "")]
    public async Task Graphics_Present_SaysWhichEngineUsesIt(string system, string built, string more)
    {
        _fake.System = OSPlatform.Create(system);
        _fake.Write(".artifacts/course/engine.txt", built + "\n");
        _fake.Programs[Gpu] = "NVIDIA H200, 143771 MiB\nNVIDIA H200, 143771 MiB\n";

        Assert.Equal(new Check("CUDA GPU", CheckStatus.Ok, "NVIDIA H200, 143771 MiB" + more), await Graphics());
    }

    [Fact]
    public async Task Graphics_None_IsOptional()
    {
        var absent = await Graphics();
        _fake.Programs[Gpu] = null;
        var failing = await Graphics();

        Assert.Equal((CheckStatus.Optional, CheckStatus.Optional), (absent.Status, failing.Status));
        Assert.StartsWith("nvidia-smi finds none", failing.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_Programs_AreAskedAtTheSameTime()
    {
        string[] calls = [Sources, "jupyter --version", "code --version", "code --list-extensions", Gpu];
        foreach (var call in calls) _fake.Programs[call] = null;
        _fake.Programs["jupyter-lab "] = "";
        var asked = new List<string>();
        var all = new TaskCompletionSource();
        // Nobody gets an answer before everybody has asked; one after the other, all would wait for the time limit.
        _fake.Asking = (call, cancellationToken) =>
        {
            asked.Add(call);
            if (asked.Count == calls.Length) all.SetResult();
            return all.Task.WaitAsync(cancellationToken);
        };

        await MachineChecks.RunAsync(_fake.Surroundings, Token);

        Assert.Equal(calls.Order(), asked.Order());
    }

    [Fact]
    public async Task All_NothingAnswers_EndsAtTheTimeLimitWithEveryCheck()
    {
        foreach (var call in new[] { Sources, "jupyter --version", "code --version", Gpu }) _fake.Programs[call] = "";
        _fake.Asking = async (_, cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        var checks = await MachineChecks.RunAsync(_fake.Surroundings, Token);

        Assert.Equal(15, checks.Count);
        Assert.Equal(checks.Count, checks.Select(check => check.Name).Distinct().Count());
    }
}
