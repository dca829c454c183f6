using System.Text.Json.Nodes;
using NotebookKernel.Jupyter;
using Testing;

namespace NotebookKernel.Tests.Jupyter;

public sealed class KernelInstallerTests : IDisposable
{
    private const string Another =
        """{ "argv": ["dotnet", "interactive", "jupyter", "{connection_file}"], "display_name": ".NET (C#)" }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Kernels => Path.Combine(_folder.Path, "with spaces", "kernels");

    private KernelSpec Install() => KernelInstaller.Install(Kernels, ".net-csharp", ".NET (C#)");

    [Fact]
    public void Install_KernelJson_IsWhatFrontEndsWant()
    {
        var spec = Install();

        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Kernels, ".net-csharp", "kernel.json")))!;
        var arguments = json["argv"]!.AsArray().Select(argument => (string)argument!).ToArray();
        // A path with spaces must reach the kernel: VS Code puts quotes around it unless the argument is all of it.
        Assert.Equal("{connection_file}", arguments[^1]);
        Assert.Single(arguments, argument => argument.Contains('{', StringComparison.Ordinal));
        Assert.All(arguments[..2], file => Assert.True(Path.IsPathFullyQualified(file) && File.Exists(file), file));
        Assert.Equal("jupyter", arguments[2]);
        Assert.Equal("message", (string?)json["interrupt_mode"]);
        Assert.Equal("C#", (string?)json["language"]);
        Assert.Equal(".NET (C#)", (string?)json["display_name"]);
        Assert.NotEqual(true, (bool?)json["metadata"]?["debugger"]);
        Assert.Null(json["env"]);
        Assert.Equal(arguments[1], spec.Assembly);
        Assert.Empty(spec.MissingFiles);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("c#")]
    [InlineData("größe")]
    public void Install_NameThatJupyterRefuses_IsRefused(string name)
    {
        var error = Assert.Throws<ArgumentException>(() => KernelInstaller.Install(Kernels, name, "x"));

        Assert.Contains($"got '{name}'", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Kernels));
    }

    [Fact]
    public void Install_Again_LeavesOneVersionAndNothingElse()
    {
        var spec = Install();
        Directory.CreateDirectory(Path.Combine(spec.Folder, "0123456789ab"));
        Directory.CreateDirectory(Path.Combine(spec.Folder, KernelInstaller.Version + ".new-7"));
        var written = File.GetLastWriteTimeUtc(spec.Assembly!);

        var again = Install();

        Assert.Equal(
            [KernelInstaller.Version, "kernel.json"],
            Directory.EnumerateFileSystemEntries(again.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(written, File.GetLastWriteTimeUtc(again.Assembly!));
    }

    [Fact]
    public void Install_OverADamagedInstallation_MendsIt()
    {
        var spec = Install();
        var roslyn = Path.Combine(Path.GetDirectoryName(spec.Assembly)!, "Microsoft.CodeAnalysis.dll");
        File.Delete(roslyn);

        Install();

        Assert.True(File.Exists(roslyn));
    }

    [Fact]
    public void Installed_OtherAndBrokenKernels_AreLeftOut()
    {
        Install();
        _folder.Write("with spaces/kernels/python3/kernel.json", Another);
        _folder.Write("with spaces/kernels/broken/kernel.json", "{ \"argv\": [");
        _folder.Write("with spaces/kernels/empty/logo.png", "");

        Assert.Equal([".net-csharp"], KernelInstaller.Installed(Kernels).Select(spec => spec.Name));
        Assert.Equal([".net-csharp", "python3"], KernelInstaller.All(Kernels).Select(spec => spec.Name));
        Assert.Empty(KernelInstaller.Installed(Path.Combine(_folder.Path, "nowhere")));
    }

    [Fact]
    public void Uninstall_AnotherKernel_IsRefused()
    {
        var folder = Path.GetDirectoryName(_folder.Write("kernels/.net-csharp/kernel.json", Another))!;

        Assert.Throws<ArgumentException>(() => KernelInstaller.Uninstall(KernelSpec.Read(folder)!));

        Assert.True(File.Exists(Path.Combine(folder, "kernel.json")));
    }

    [Fact]
    public void Uninstall_OwnKernel_LeavesNothing()
    {
        KernelInstaller.Uninstall(Install());

        Assert.Empty(Directory.EnumerateFileSystemEntries(Kernels));
    }

    [Fact]
    public async Task Install_Copy_StartsAndRefusesAMissingConnectionFile()
    {
        var spec = Install();
        var missing = Path.Combine(_folder.Path, "missing.json");

        var (code, _, errors) = await PythonClient.RunAsync(
            spec.Arguments[0], [spec.Assembly!, "jupyter", missing], TimeSpan.FromMinutes(1));

        Assert.Equal(2, code);
        Assert.StartsWith("the kernel cannot start: ", errors, StringComparison.Ordinal);
        Assert.Contains(missing, errors, StringComparison.Ordinal);
    }
}
