using System.Text.RegularExpressions;
using NotebookKernel.Scripting;
using Testing;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>The kernel under a client that does what VS Code's does: one case for each step of vscode.mjs.</summary>
public sealed partial class VisualStudioCodeTests(VisualStudioCodeTests.Session session)
    : IClassFixture<VisualStudioCodeTests.Session>
{
    public static TheoryData<string> Steps => StepReport.Names("vscode.mjs", Step());

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Client(string step)
    {
        NodeClient.Require("zeromq");
        await session.Report.Succeeded(step);
    }

    [GeneratedRegex(@"^    async '([^']+)'\(\)", RegexOptions.Multiline)]
    private static partial Regex Step();

    /// <summary>One run of the script.</summary>
    public sealed class Session
    {
        private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

        internal StepReport Report { get; } = new(() => PythonClient.RunAsync(
            "node",
            [
                Path.Combine(StepReport.Scripts, "vscode.mjs"),
                NodeClient.Require("zeromq"),
                PythonClient.DotNet,
                typeof(ScriptSession).Assembly.Location,
            ],
            Limit));
    }
}
