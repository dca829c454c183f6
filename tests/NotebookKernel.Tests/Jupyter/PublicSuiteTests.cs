using System.Text.RegularExpressions;
using NotebookKernel.Jupyter;
using Testing;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>Jupyter's own suite for kernels, as others have written it.</summary>
public sealed partial class PublicSuiteTests(ITestOutputHelper output)
{
    private const int FewestTests = 11;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task JupyterKernelTest_Passes()
    {
        var python = PythonClient.Require("jupyter_kernel_test");
        using var folder = new TemporaryFolder();
        KernelInstaller.Install(Path.Combine(folder.Path, "kernels"), ".net-csharp", ".NET (C#)");

        var (code, _, report) = await PythonClient.RunAsync(
            python,
            [Path.Combine(StepReport.Scripts, "public_suite.py")],
            Limit,
            new Dictionary<string, string> { ["JUPYTER_PATH"] = folder.Path });

        output.WriteLine(report);
        Assert.True(code == 0, report);
        Assert.True(Passed().Count(report) >= FewestTests, report);
    }

    [GeneratedRegex(@"\.\.\. ok$", RegexOptions.Multiline)]
    private static partial Regex Passed();
}
