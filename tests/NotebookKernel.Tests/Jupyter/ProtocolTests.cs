using System.Text.RegularExpressions;
using NotebookKernel.Scripting;
using Testing;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>The kernel as Jupyter's own client sees it: one case for each test of protocol.py.</summary>
public sealed partial class ProtocolTests(ProtocolTests.Session session) : IClassFixture<ProtocolTests.Session>
{
    public static TheoryData<string> Names => StepReport.Names("protocol.py", TestFunction());

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Client(string name)
    {
        PythonClient.Require("jupyter_client", "zmq");
        await session.Report.Succeeded(name);
    }

    [GeneratedRegex(@"^def (\w+)\((?:kernel|_)\):", RegexOptions.Multiline)]
    private static partial Regex TestFunction();

    /// <summary>One run of the script, whose kernel most of its tests share.</summary>
    public sealed class Session
    {
        private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

        internal StepReport Report { get; } = new(() => PythonClient.RunAsync(
            PythonClient.Require("jupyter_client", "zmq"),
            [
                Path.Combine(StepReport.Scripts, "protocol.py"),
                PythonClient.DotNet,
                typeof(ScriptSession).Assembly.Location,
            ],
            Limit));
    }
}
