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
        await Run("0", 1);
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        var stopped = await _process.ExecuteAsync(
            "void Stuck() { try { Console.Write(1); } finally { while (true) { } } }\nStuck();", 1, limit.Token);
        var after = await Run("1", 2);

        Assert.Equal(CellStatus.Cancelled, stopped.Status);
        Assert.True(_process.HasExited);
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
