using NotebookKernel.Directives;
using NotebookKernel.Scripting;

namespace NotebookKernel.Tests.Directives;

/// <summary>A session in a folder of its own, driven as a front end drives it.</summary>
internal sealed class DirectiveCells : IDisposable
{
    private readonly ScriptSession _session;
    private readonly CellExecutor _executor;
    private readonly bool _ownsFolder;
    private int _count;

    /// <param name="folder">The notebook's; null for one that ends with the session.</param>
    public DirectiveCells(TemporaryFolder? folder = null)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? new TemporaryFolder();
        _session = new ScriptSession(Folder.Path);
        _executor = new CellExecutor(_session, new NuGetRestorer(Path.Combine(Folder.Path, "cache")));
    }

    public TemporaryFolder Folder { get; }

    public RecordingHost Host { get; } = new();

    public Task<SubmissionResult> Run(string code, CancellationToken? interrupt = null) =>
        _executor.ExecuteAsync(code, ++_count, Host, interrupt ?? TestContext.Current.CancellationToken);

    /// <summary>The value of a cell that has to run to its end.</summary>
    public async Task<object?> Ran(string code)
    {
        var result = await Run(code);
        return result is SubmissionResult.Ran ran ? ran.Value : throw new InvalidOperationException(result switch
        {
            SubmissionResult.DidNotCompile failure => string.Join('\n', failure.Diagnostics),
            SubmissionResult.Threw failure => failure.Trace.ToString(),
            _ => result.ToString(),
        });
    }

    /// <summary>The first error of a cell that must not compile.</summary>
    public async Task<CellDiagnostic> Fails(string code) =>
        Assert.IsType<SubmissionResult.DidNotCompile>(await Run(code)).Diagnostics[0];

    public void Dispose()
    {
        _session.Dispose();
        if (_ownsFolder) Folder.Dispose();
    }
}
