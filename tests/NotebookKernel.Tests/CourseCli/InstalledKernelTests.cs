using System.Text.Json.Nodes;
using CourseCli;
using Testing;

namespace NotebookKernel.Tests.CourseCli;

/// <summary>The command as a process, and what Jupyter makes of what it installed.</summary>
public sealed class InstalledKernelTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly string Script =
        Path.Combine(TestPaths.Root, "tests", "NotebookKernel.Tests", "CourseCli", "installed.py");

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _variables;

    public InstalledKernelTests() => _variables = new Dictionary<string, string>
    {
        ["JUPYTER_DATA_DIR"] = Path.Combine(_folder.Path, "my data"),
        ["JUPYTER_PATH"] = "",
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Install_FromABuildThatIsGoneLater_RunsCellsInJupyter()
    {
        var python = PythonClient.Require("jupyter_client", "zmq");
        var build = Path.Combine(_folder.Path, "build");
        var source = Path.GetDirectoryName(typeof(CommandLine).Assembly.Location)!;
        Directory.CreateDirectory(build);
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(build, Path.GetFileName(file)));

        await Succeeds(PythonClient.DotNet, Path.Combine(build, "course.dll"), "install");
        Directory.Delete(build, recursive: true);

        var list = JsonNode.Parse(await Succeeds(python, "-m", "jupyter_client.kernelspecapp", "list", "--json"))!;
        Assert.Equal(
            Path.Combine(_folder.Path, "my data", "kernels", ".net-csharp"),
            (string?)list["kernelspecs"]![".net-csharp"]!["resource_dir"]);
        var run = JsonNode.Parse(await Succeeds(python, Script, ".net-csharp", "6 * 7"))!;
        Assert.Equal(
            (".NET (C#)", "C#", "message", "ok"),
            ((string)run["display_name"]!, (string)run["language"]!, (string)run["interrupt_mode"]!,
                (string)run["status"]!));
        Assert.Equal(["42"], run["results"]!.AsArray().Select(result => (string)result!));
    }

    private async Task<string> Succeeds(string program, params string[] arguments)
    {
        var (code, output, errors) = await PythonClient.RunAsync(program, arguments, Limit, _variables);
        Assert.True(code == 0, errors + output);
        return output;
    }
}
