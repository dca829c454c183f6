using CourseCli.Checks;
using NotebookKernel.Jupyter;

namespace NotebookKernel.Tests.CourseCli.Checks;

public sealed class KernelCheckTests : IDisposable
{
    private const string Install = "dotnet run --project lib/CourseCli -- install";
    private const string Another = """{ "argv": ["dotnet", "interactive", "jupyter"], "display_name": "other" }""";
    private readonly FakeMachine _fake = new();

    public void Dispose() => _fake.Dispose();

    private string Kernels => _fake.Path("jupyter/kernels");

    private Check Run() => KernelCheck.Run(_fake.Surroundings);

    [Fact]
    public void Kernel_NotInstalled_IsOptional()
    {
        var check = Run();

        Assert.Equal((CheckStatus.Optional, Install), (check.Status, check.Mend));
        Assert.StartsWith("not installed", check.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Kernel_Installed_IsOkWithItsPlace()
    {
        var spec = KernelInstaller.Install(Kernels, ".net-csharp", ".NET (C#)");

        Assert.Equal(new Check("notebook kernel", CheckStatus.Ok, $"\".NET (C#)\" in {spec.Folder}"), Run());
    }

    [Fact]
    public void Kernel_WhoseFilesAreGone_IsOptionalAndNamesOne()
    {
        var spec = KernelInstaller.Install(Kernels, ".net-csharp", ".NET (C#)");
        File.Delete(spec.Assembly!);

        var check = Run();

        Assert.Equal((CheckStatus.Optional, Install), (check.Status, check.Mend));
        Assert.EndsWith("NotebookKernel.dll is gone", check.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jupyter/kernels", Install)]
    [InlineData("env/share/jupyter/kernels", Install + " --prefix \"{0}\"")]
    public void Kernel_OfAnotherVersion_IsMendedWhereItStands(string folder, string mend)
    {
        _fake.Variables["VIRTUAL_ENV"] = _fake.Path("env");
        var spec = KernelInstaller.Install(_fake.Path(folder), ".net-csharp", ".NET (C#)");
        var old = Path.Combine(spec.Folder, "0123456789ab");
        Directory.Move(Path.GetDirectoryName(spec.Assembly)!, old);
        var json = Path.Combine(spec.Folder, "kernel.json");
        File.WriteAllText(json, File.ReadAllText(json)
            .Replace(KernelInstaller.Version, "0123456789ab", StringComparison.Ordinal));

        var check = Run();

        Assert.Equal((CheckStatus.Optional, $"{spec.Folder}: of another version than this build"),
            (check.Status, check.Detail));
        Assert.Equal(mend.Replace("{0}", _fake.Path("env"), StringComparison.Ordinal), check.Mend);
    }

    [Fact]
    public void Kernel_BesideAnother_IsOkUnderItsSecondName()
    {
        _fake.Write("jupyter/kernels/.net-csharp/kernel.json", Another);
        Assert.Contains(".net-csharp is another kernel", Run().Detail, StringComparison.Ordinal);
        KernelInstaller.Install(Kernels, "csharp-course", "C# (course)");

        var check = Run();

        Assert.Equal(CheckStatus.Ok, check.Status);
        Assert.StartsWith("\"C# (course)\" in ", check.Detail, StringComparison.Ordinal);
        Assert.EndsWith("choose it in the kernel menu, .net-csharp is another kernel", check.Detail,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Kernel_HiddenByAnotherOfTheSameName_CountsAsNotInstalled()
    {
        KernelInstaller.Install(Kernels, ".net-csharp", ".NET (C#)");
        _fake.Variables["JUPYTER_PATH"] = _fake.Path("first");
        _fake.Write("first/kernels/.net-csharp/kernel.json", Another);

        Assert.StartsWith("not installed", Run().Detail, StringComparison.Ordinal);
    }
}
