using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Testing;

namespace NotebookKernel.Tests.Jupyter;

/// <summary>One run of a script that prints a JSON line for each of its steps: name, ok, message.</summary>
internal sealed class StepReport
{
    /// <summary>The folder of the scripts.</summary>
    public static readonly string Scripts = Path.Combine(TestPaths.Root, "tests", "NotebookKernel.Tests", "Jupyter");

    private readonly Lazy<Task<(Dictionary<string, string> Messages, string Errors)>> _run;

    /// <summary>Runs the script when the first step is asked for.</summary>
    /// <param name="run">Gives exit code, output and errors.</param>
    public StepReport(Func<Task<(int Code, string Output, string Errors)>> run) => _run = new(async () =>
    {
        var (_, output, errors) = await run();
        var messages = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToDictionary(step => (string)step["name"]!, step => (string)step["message"]!);
        return (messages, errors);
    });

    /// <summary>The names of a script's steps, found in its text.</summary>
    public static TheoryData<string> Names(string script, Regex step) =>
        [.. step.Matches(File.ReadAllText(Path.Combine(Scripts, script))).Select(match => match.Groups[1].Value)];

    /// <summary>Fails, with the script's own words, unless the step succeeded.</summary>
    public async Task Succeeded(string step)
    {
        var (messages, errors) = await _run.Value;
        Assert.True(
            messages.TryGetValue(step, out var message), $"'{step}' did not run; the script ended early:\n{errors}");
        Assert.True(message!.Length == 0, $"{message}\n{errors}");
    }
}
