using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NotebookKernel.Scripting;
using Testing;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>The kernel as Jupyter's own client sees it: one case for each test of protocol.py.</summary>
public sealed partial class ProtocolTests(ProtocolTests.Session session) : IClassFixture<ProtocolTests.Session>
{
    private static readonly string Script =
        Path.Combine(TestPaths.Root, "tests", "NotebookKernel.Tests", "Jupyter", "protocol.py");

    /// <summary>The names of the tests in the script.</summary>
    public static TheoryData<string> Names => [.. TestFunction().Matches(File.ReadAllText(Script))
        .Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Client(string name)
    {
        var results = await session.ResultsAsync();

        Assert.True(results.TryGetValue(name, out var message), $"{name} did not run; the script ended before it:\n"
            + session.Errors);
        Assert.True(message!.Length == 0, message + session.Errors);
    }

    [GeneratedRegex(@"^def (\w+)\((?:kernel|_)\):", RegexOptions.Multiline)]
    private static partial Regex TestFunction();

    /// <summary>One run of the script, whose kernel most of its tests share.</summary>
    public sealed class Session
    {
        private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
        private readonly Lazy<Task<Dictionary<string, string>>> _results;

        public Session() => _results = new Lazy<Task<Dictionary<string, string>>>(RunAsync);

        /// <summary>What the script and the kernel wrote to their error streams.</summary>
        public string Errors { get; private set; } = "";

        /// <summary>The message of each test that ran; empty for success.</summary>
        public async Task<IReadOnlyDictionary<string, string>> ResultsAsync()
        {
            PythonClient.Require("jupyter_client", "zmq");
            return await _results.Value;
        }

        private async Task<Dictionary<string, string>> RunAsync()
        {
            var python = PythonClient.Require("jupyter_client", "zmq");
            var (_, output, errors) = await PythonClient.RunAsync(
                python, [Script, PythonClient.DotNet, typeof(ScriptSession).Assembly.Location], Limit);
            Errors = errors;
            return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!)
                .ToDictionary(result => (string)result["name"]!, result => (string)result["message"]!);
        }
    }
}
