using System.Text.RegularExpressions;
using NotebookKernel.Jupyter;
using Testing;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>
/// A course notebook in the classic Notebook's page, in a real browser: one case for each step of classic.mjs.
/// </summary>
public sealed partial class ClassicNotebookTests(ClassicNotebookTests.Session session, ITestOutputHelper output)
    : IClassFixture<ClassicNotebookTests.Session>
{
    private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

    public static TheoryData<string> Steps => StepReport.Names("classic.mjs", Step());

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Page(string step)
    {
        PythonClient.Require("notebook");
        NodeClient.Require("playwright-core");
        Assert.SkipWhen(Browser is null, "needs Chromium: tests/install-clients.sh installs it");
        output.WriteLine($"screenshots: {Session.Screenshots}");
        await session.Report.Succeeded(step);
    }

    private static string? Browser => Browsers.FirstOrDefault(File.Exists);

    [GeneratedRegex(@"^    async '([^']+)'\(\)", RegexOptions.Multiline)]
    private static partial Regex Step();

    /// <summary>One visit to the page.</summary>
    public sealed class Session : IDisposable
    {
        /// <summary>Where the pictures of the page are: one for each step.</summary>
        public static readonly string Screenshots = Path.Combine(TestPaths.Root, ".artifacts", "screenshots");

        private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
        private readonly string _kernels = Directory.CreateTempSubdirectory("classic-tests-").FullName;

        public Session() => Report = new StepReport(VisitAsync);

        internal StepReport Report { get; }

        public void Dispose() => Directory.Delete(_kernels, recursive: true);

        private Task<(int, string, string)> VisitAsync()
        {
            KernelInstaller.Install(Path.Combine(_kernels, "kernels"), ".net-csharp", ".NET (C#)");
            Directory.CreateDirectory(Screenshots);
            var notebook = Path.Combine(
                TestPaths.Root, "notebooks", "0-prerequisites", "02-descriptive-statistics.ipynb");
            return PythonClient.RunAsync(
                PythonClient.Require("notebook"),
                [Path.Combine(StepReport.Scripts, "classic.py"), notebook, "node", Browser!, Screenshots],
                Limit,
                new Dictionary<string, string>
                {
                    ["JUPYTER_PATH"] = _kernels,
                    ["COURSE_BUDGET"] = "ci",
                    ["COURSE_NODE_MODULES"] = NodeClient.Require("playwright-core"),
                });
        }
    }
}
