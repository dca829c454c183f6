using System.Diagnostics;
using NotebookKernel.Notebooks;

namespace NotebookKernel.Tests.Notebooks;

public sealed class CrashTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly NotebookProcess _process;

    public CrashTests() => _process = NotebookProcess.Start(new NotebookProcessOptions
    {
        WorkingDirectory = _folder.Path,
        Grace = TimeSpan.FromSeconds(1),
    });

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task ExecuteAsync_CellThatCannotBeStopped_LosesItsProcess()
    {
        using var limit = new CancellationTokenSource();
        using var process = NotebookProcess.Start(new NotebookProcessOptions
        {
            WorkingDirectory = _folder.Path,
            Grace = TimeSpan.FromSeconds(1),
            MessageReceived = message =>
            {
                if ((string?)message["type"] == "stream") limit.CancelAfter(300);
            },
        });
        var stopped = await process.ExecuteAsync(
            "Console.Write(1);\n"
            + "try { try { throw new Exception(); } finally { while (true) { } } } catch (Exception) { }",
            1, limit.Token);
        var after = await process.ExecuteAsync("1", 2, TestContext.Current.CancellationToken);

        Assert.Equal(CellStatus.Cancelled, stopped.Status);
        Assert.True(process.HasExited);
        Assert.Equal(CellStatus.Crashed, after.Status);
    }

    [Theory]
    [InlineData("int Deep(int n) => Deep(n + 1) + 1; Deep(0)", "stack overflow in cell 4")]
    [InlineData("Environment.FailFast(\"on purpose\");", "process terminated (FailFast: on purpose) in cell 4")]
    [InlineData("Environment.Exit(3);", "process ended with exit code 3 in cell 4")]
    public async Task ExecuteAsync_ProcessEnds_IsACrashWithItsCause(string code, string message)
    {
        var result = await Run(code, 4);

        Assert.Equal((CellStatus.Crashed, message), (result.Status, result.Error!.Message));
        Assert.Equal(message, (string?)Assert.Single(result.Outputs)!["evalue"]);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    [Fact]
    public async Task ExecuteAsync_ProcessKilledFromOutside_IsACrash()
    {
        var running = Run("Console.WriteLine(\"up\"); await Task.Delay(-1);", 1);
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        Process.GetProcessById(_process.Id).Kill();
        var result = await running;

        Assert.Equal(CellStatus.Crashed, result.Status);
        Assert.Contains("in cell 1", result.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_WhileACellRuns_EndsTheProcess()
    {
        var running = Run("while (true) { }", 1);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        _process.Dispose();
        var result = await running;

        Assert.Equal(CellStatus.Crashed, result.Status);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(_process.Id));
    }

    private Task<CellResult> Run(string code, int cell) =>
        _process.ExecuteAsync(code, cell, TestContext.Current.CancellationToken);
}
