using System.Runtime.InteropServices;
using CourseCli;
using NotebookKernel.Jupyter;

namespace NotebookKernel.Tests.CourseCli;

public sealed class InstallTests : IDisposable
{
    private const string Another =
        """{ "argv": ["dotnet", "interactive", "jupyter", "{connection_file}"], "display_name": ".NET (C#)" }""";

    private readonly FakeMachine _fake = new();

    public void Dispose() => _fake.Dispose();

    private string Said => _fake.Output.ToString();

    private string Complaints => _fake.Error.ToString();

    [Fact]
    public async Task Install_ForThisUser_TakesTheNotebooksName()
    {
        Assert.Equal(ExitCode.Success, await _fake.Course("install"));

        var spec = Assert.Single(Kernels("jupyter/kernels"));
        Assert.Equal((".net-csharp", ".NET (C#)"), (spec.Name, spec.DisplayName));
        Assert.Contains($"installed \".NET (C#)\" as .net-csharp in {spec.Folder}", Said, StringComparison.Ordinal);
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task Install_WithoutJupytersVariable_GoesToTheSystemsFolder()
    {
        _fake.Variables.Remove("JUPYTER_DATA_DIR");
        Assert.Equal(ExitCode.Success, await _fake.Course("install"));
        _fake.System = OSPlatform.OSX;
        Assert.Equal(ExitCode.Success, await _fake.Course("install"));

        Assert.Single(Kernels("home/.local/share/jupyter/kernels"));
        Assert.Single(Kernels("home/Library/Jupyter/kernels"));
    }

    [Theory]
    [InlineData("jupyter/kernels")]
    [InlineData("extra/kernels")]
    [InlineData("env/share/jupyter/kernels")]
    public async Task Install_WhereAnotherKernelHasTheName_StandsBesideIt(string folder)
    {
        _fake.Variables["JUPYTER_PATH"] = _fake.Path("extra");
        _fake.Variables["VIRTUAL_ENV"] = _fake.Path("env");
        var other = _fake.Write($"{folder}/.net-csharp/kernel.json", Another);

        Assert.Equal(ExitCode.Success, await _fake.Course("install"));

        Assert.Equal(Another, File.ReadAllText(other));
        // Another name and another display name: VS Code shows only one of two with the same one.
        var spec = Assert.Single(KernelInstaller.Installed(_fake.Path("jupyter/kernels")));
        Assert.Equal(("csharp-course", "C# (course)"), (spec.Name, spec.DisplayName));
        Assert.Contains("choose \"C# (course)\" in the kernel menu", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_Force_TakesTheNameAndKeepsItLater()
    {
        _fake.Write("jupyter/kernels/.net-csharp/kernel.json", Another);
        _fake.Variables["JUPYTER_PATH"] = _fake.Path("extra");
        _fake.Write("extra/kernels/.net-csharp/kernel.json", Another);
        await _fake.Course("install");

        Assert.Equal(ExitCode.Success, await _fake.Course("install", "--force"));
        Assert.Equal([".net-csharp"], Kernels("jupyter/kernels").Select(spec => spec.Name));
        Assert.Equal(ExitCode.Success, await _fake.Course("install"));
        Assert.Equal([".net-csharp"], Kernels("jupyter/kernels").Select(spec => spec.Name));
    }

    [Fact]
    public async Task Install_Prefix_GoesIntoThatEnvironmentOnly()
    {
        Assert.Equal(ExitCode.Success, await _fake.Course("install", "--prefix", "env"));

        Assert.Single(Kernels("env/share/jupyter/kernels"));
        Assert.False(Directory.Exists(_fake.Path("jupyter")));
    }

    [Fact]
    public async Task Install_NewerVersion_RemovesTheOldOne()
    {
        await _fake.Course("install");
        var spec = Assert.Single(Kernels("jupyter/kernels"));
        var old = Path.Combine(spec.Folder, "0123456789ab");
        Directory.Move(Path.GetDirectoryName(spec.Assembly)!, old);

        Assert.Equal(ExitCode.Success, await _fake.Course("install"));

        Assert.False(Directory.Exists(old));
        Assert.Empty(Assert.Single(Kernels("jupyter/kernels")).MissingFiles);
    }

    [Fact]
    public async Task Install_SystemFolderThatCannotBeWritten_SaysWhatToDoAndReturnsOne()
    {
        // A file where the folder should be: also an administrator, as whom tests may run, cannot write there.
        _fake.System = OSPlatform.Windows;
        _fake.Variables["PROGRAMDATA"] = _fake.Write("everyone", "");

        Assert.Equal(ExitCode.Failure, await _fake.Course("install", "--system"));

        Assert.StartsWith($"cannot install into {_fake.Path("everyone")}", Complaints, StringComparison.Ordinal);
        Assert.Contains("administrator, or leave out --system", Complaints, StringComparison.Ordinal);
        Assert.Empty(Said);
        Assert.Contains("sudo dotnet", InstallCommand.AsAdministrator(
            _fake.Surroundings with { Machine = new Machine { System = OSPlatform.Linux } }, "install"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_SystemOnWindows_SaysThatVisualStudioCodeHidesIt()
    {
        _fake.System = OSPlatform.Windows;
        _fake.Variables["PROGRAMDATA"] = _fake.Path("everyone");

        Assert.Equal(ExitCode.Success, await _fake.Course("install", "--system"));

        Assert.Single(Kernels("everyone/jupyter/kernels"));
        Assert.Contains("each user who wants it there installs without --system", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uninstall_OwnKernels_LeavesTheOthers()
    {
        var other = _fake.Write("jupyter/kernels/.net-csharp/kernel.json", Another);
        var python = _fake.Write("jupyter/kernels/python3/kernel.json", """{ "argv": ["python3"] }""");
        await _fake.Course("install");
        await _fake.Course("install", "--prefix", "env");

        Assert.Equal(ExitCode.Success, await _fake.Course("uninstall"));

        Assert.True(File.Exists(other) && File.Exists(python));
        Assert.Empty(KernelInstaller.Installed(_fake.Path("jupyter/kernels")));
        Assert.Single(KernelInstaller.Installed(_fake.Path("env/share/jupyter/kernels")));
        Assert.Contains("removed \"C# (course)\" from ", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uninstall_WhereNothingIs_SaysSo()
    {
        Assert.Equal(ExitCode.Success, await _fake.Course("uninstall"));

        Assert.Equal($"nothing of this kernel in {_fake.Path("jupyter/kernels")}\n", Said);
    }

    [Theory]
    [InlineData("install")]
    [InlineData("uninstall")]
    public async Task Command_SystemAndPrefix_IsAUsageError(string command)
    {
        Assert.Equal(ExitCode.Usage, await _fake.Course(command, "--system", "--prefix", "x"));

        Assert.Equal("expected --system or --prefix, got both\n", Complaints);
    }

    private IReadOnlyList<KernelSpec> Kernels(string folder) => KernelInstaller.All(_fake.Path(folder));
}
