using System.Text.Json.Nodes;
using NotebookKernel.Notebooks;

namespace NotebookKernel.Tests.Notebooks;

/// <summary>A process that the tests of one class share, since starting one takes a second.</summary>
public sealed class SharedProcess : IDisposable
{
    public const int TextLimit = 10_000;
    private readonly TemporaryFolder _folder = new();

    public SharedProcess() => Process = NotebookProcess.Start(new NotebookProcessOptions
    {
        WorkingDirectory = _folder.Path,
        Budget = "ci",
        Grace = TimeSpan.FromSeconds(30),                       // a busy machine is slow, not stuck
        TextLimit = TextLimit,
    });

    public NotebookProcess Process { get; }

    public string Folder => _folder.Path;

    public void Dispose()
    {
        Process.Dispose();
        _folder.Dispose();
    }
}

internal static class OutputTexts
{
    /// <summary>The outputs of a cell as "type:text".</summary>
    public static IEnumerable<string> Texts(this CellResult result) => result.Outputs.Select(Text);

    private static string Text(JsonNode? output) => (string?)output!["output_type"] switch
    {
        "stream" => $"{output["name"]}:{string.Concat(output["text"]!.AsArray())}",
        "error" => $"error:{output["ename"]}",
        var type => $"{type}:{string.Concat(output["data"]!["text/plain"]!.AsArray())}",
    };
}
