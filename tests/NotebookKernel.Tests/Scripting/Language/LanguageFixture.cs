using NotebookKernel.Scripting;
using NotebookKernel.Scripting.Language;

namespace NotebookKernel.Tests.Scripting.Language;

/// <summary>A session and the questions an editor asks of it; <c>|</c> in a text marks the caret.</summary>
public class LanguageFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _cells;

    public LanguageFixture()
    {
        Session = new ScriptSession(_folder.Path);
        Service = new LanguageService(Session);
    }

    internal TemporaryFolder Folder => _folder;

    public ScriptSession Session { get; }

    public LanguageService Service { get; }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Session.Dispose();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task Run(string code)
    {
        var result = await Session.RunAsync(code, ++_cells, Token);
        if (result is not SubmissionResult.Ran)
            throw new InvalidOperationException(result is SubmissionResult.DidNotCompile failure
                ? string.Join('\n', failure.Diagnostics)
                : result.ToString());
    }

    protected CompletionList Complete(string marked)
    {
        var (code, position) = Caret(marked);
        return Service.Complete(code, position, Token);
    }

    protected string[] Texts(string marked) => [.. Complete(marked).Items.Select(item => item.Text)];

    protected Inspection? Inspect(string marked)
    {
        var (code, position) = Caret(marked);
        return Service.Inspect(code, position, Token);
    }

    protected static (string Code, int Position) Caret(string marked)
    {
        var position = marked.IndexOf('|', StringComparison.Ordinal);
        Assert.True(position >= 0 && marked.IndexOf('|', position + 1) < 0, $"expected one | in {marked}");
        return (marked.Remove(position, 1), position);
    }
}
