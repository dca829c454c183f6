using System.Text.Json.Nodes;
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
    private static readonly string Scripts =
        Path.Combine(TestPaths.Root, "tests", "NotebookKernel.Tests", "Jupyter");

    /// <summary>The steps of the script, in their order.</summary>
    public static TheoryData<string> Steps => [.. Step().Matches(File.ReadAllText(Path.Combine(Scripts, "classic.mjs")))
        .Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Page(string step)
    {
        var results = await session.ResultsAsync();

        output.WriteLine($"screenshots: {session.Screenshots}");
        Assert.True(results.TryGetValue(step, out var message), $"'{step}' did not run:\n{session.Errors}");
        Assert.True(message!.Length == 0, $"{message}\n{session.Errors}");
    }

    [GeneratedRegex(@"^    async '([^']+)'\(\)", RegexOptions.Multiline)]
    private static partial Regex Step();

    /// <summary>One visit to the page.</summary>
    public sealed class Session : IDisposable
    {
        private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
        private static readonly string[] Browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
        private readonly string _kernels = Directory.CreateTempSubdirectory("classic-tests-").FullName;
        private readonly Lazy<Task<Dictionary<string, string>>> _results;

        public Session() => _results = new Lazy<Task<Dictionary<string, string>>>(RunAsync);

        /// <summary>Where the pictures of the page are: one for each step.</summary>
        public string Screenshots { get; } = Path.Combine(TestPaths.Root, ".artifacts", "screenshots");

        /// <summary>What the server and the browser wrote to their error streams.</summary>
        public string Errors { get; private set; } = "";

        public void Dispose() => Directory.Delete(_kernels, recursive: true);

        /// <summary>The message of each step; empty for success.</summary>
        public async Task<IReadOnlyDictionary<string, string>> ResultsAsync()
        {
            PythonClient.Require("notebook");
            Assert.SkipWhen(Browser() is null, "needs Chromium: tests/install-clients.sh installs it");
            NodeClient.Require("playwright-core");
            return await _results.Value;
        }

        private static string? Browser() => Browsers.FirstOrDefault(File.Exists);

        private async Task<Dictionary<string, string>> RunAsync()
        {
            KernelInstaller.Install(Path.Combine(_kernels, "kernels"), ".net-csharp", ".NET (C#)");
            Directory.CreateDirectory(Screenshots);
            var notebook = Path.Combine(
                TestPaths.Root, "notebooks", "0-prerequisites", "02-descriptive-statistics.ipynb");
            var (_, lines, errors) = await PythonClient.RunAsync(
                PythonClient.Require("notebook"),
                [Path.Combine(Scripts, "classic.py"), notebook, "node", Browser()!, Screenshots],
                Limit,
                new Dictionary<string, string>
                {
                    ["JUPYTER_PATH"] = _kernels,
                    ["COURSE_BUDGET"] = "ci",
                    ["COURSE_NODE_MODULES"] = NodeClient.Require("playwright-core"),
                });
            Errors = errors;
            return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!)
                .ToDictionary(result => (string)result["name"]!, result => (string)result["message"]!);
        }
    }
}
