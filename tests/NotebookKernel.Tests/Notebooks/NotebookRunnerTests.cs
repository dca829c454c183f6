using NotebookKernel.Notebooks;

namespace NotebookKernel.Tests.Notebooks;

public sealed class NotebookRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_GoodNotebook_PassesWithOutputsAndCounts()
    {
        var path = _folder.Notebook("good.ipynb", "var x = 2;", "// tags: skip-execution\nmissing", "x * 21", "");
        var before = File.ReadAllText(path);
        var reported = new List<NotebookProgress>();

        var run = await NotebookRunner.RunAsync(path, progress: new Collect(reported), cancellationToken: Token);

        Assert.Equal((NotebookStatus.Passed, null), (run.Status, run.Message));
        var cells = run.Notebook.CodeCells.ToArray();
        Assert.Equal([1, null, 2, null], cells.Select(cell => cell.ExecutionCount));
        Assert.Equal("42", (string?)cells[2].Outputs[0]!["data"]!["text/plain"]![0]);
        Assert.Equal([1, 3], run.CellTimes.Select(time => time.CellNumber));
        Assert.Equal([new(1, 4), new(3, 4)], reported);
        Assert.InRange(run.PeakMemory, 20L << 20, 1L << 30);
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public async Task RunAsync_CellsThatUseOthers_SaysWhichAndWhat()
    {
        var run = await NotebookRunner.RunAsync(
            _folder.Notebook(
                "uses.ipynb", "var x = 1; var y = 2;", "// tags: skip-execution\nvar z = 3;", "x = x + y;",
                "// tags: raises-exception\nthrow new Exception($\"{x}\");", "1", "nothing"),
            cancellationToken: Token);

        Assert.Equal([1, 3, 4, 5, 6], run.CellUses.Select(cell => cell.CellNumber));
        var third = Assert.Single(run.CellUses[1].Uses);
        Assert.Equal(("code-1", 1), (third.CellKey, third.CellNumber));
        Assert.Equal(["x", "y"], third.Names);
        Assert.Equal(["x"], Assert.Single(run.CellUses[2].Uses).Names);
        Assert.Empty(run.CellUses[0].Uses);
        Assert.Empty(run.CellUses[3].Uses);
        Assert.Empty(run.CellUses[4].Uses);
    }

    [Fact]
    public async Task RunAsync_FailingCell_StopsThereAndNamesIt()
    {
        var run = await NotebookRunner.RunAsync(
            _folder.Notebook("bad.ipynb", "1", "\nvar y = nothing;", "2"), cancellationToken: Token);

        Assert.Equal((NotebookStatus.Failed, 2, "code-2"), (run.Status, run.FailedCell, run.FailedCellId));
        Assert.StartsWith("cell 2, line 2: CompilationError: CS0103: The name 'nothing'", run.Message,
            StringComparison.Ordinal);
        Assert.Null(run.Notebook.CodeCells.Last().ExecutionCount);
    }

    [Fact]
    public async Task RunAsync_CellThatMayRaise_GoesOn()
    {
        var run = await NotebookRunner.RunAsync(
            _folder.Notebook("raises.ipynb", "// tags: raises-exception\nthrow new Exception(\"expected\");", "1"),
            cancellationToken: Token);

        Assert.Equal(NotebookStatus.Passed, run.Status);
        Assert.Equal("error", (string?)run.Notebook.CodeCells.First().Outputs[0]!["output_type"]);
    }

    [Fact]
    public async Task RunAsync_TimeLimit_StopsTheNotebook()
    {
        string[] endless =
        [
            "while (true) { }",
            "System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);",
            "try { try { throw new Exception(); } finally { while (true) { } } } catch (Exception) { }",
        ];
        var runs = await Task.WhenAll(endless.Select((code, i) => NotebookRunner.RunAsync(
            _folder.Notebook($"endless-{i}.ipynb", code),
            new NotebookRunOptions { Timeout = TimeSpan.FromSeconds(5), Grace = TimeSpan.FromSeconds(0.5) },
            cancellationToken: Token)));

        Assert.All(runs, run => Assert.Equal(
            (NotebookStatus.TimedOut, 1, "code-1"),
            (run.Status, run.FailedCell, run.FailedCellId)));
        Assert.All(runs, run =>
            Assert.StartsWith("cell 1: still running at the time limit", run.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_Crash_IsAResultWithItsCell()
    {
        var run = await NotebookRunner.RunAsync(
            _folder.Notebook("crash.ipynb", "1", "Environment.FailFast(\"on purpose\");"), cancellationToken: Token);

        Assert.Equal((NotebookStatus.Crashed, 2, "code-2"), (run.Status, run.FailedCell, run.FailedCellId));
        Assert.Equal("process terminated (FailFast: on purpose) in cell 2", run.Message);
    }

    [Fact]
    public async Task RunAsync_CancelledByTheCaller_SaysSo()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var run = await NotebookRunner.RunAsync(
            _folder.Notebook("long.ipynb", "await Task.Delay(-1);"),
            progress: new Act(() => caller.CancelAfter(1000)),
            cancellationToken: caller.Token);

        Assert.Equal(NotebookStatus.Cancelled, run.Status);
    }

    [Fact]
    public async Task RunAsync_MissingFile_SaysWhichAndWhatToDo()
    {
        var error = await Assert.ThrowsAsync<FileNotFoundException>(
            () => NotebookRunner.RunAsync(Path.Combine(_folder.Path, "none.ipynb"), cancellationToken: Token));
        Assert.Contains("none.ipynb: no such file", error.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private sealed class Collect(List<NotebookProgress> reported) : IProgress<NotebookProgress>
    {
        public void Report(NotebookProgress value) => reported.Add(value);
    }

    private sealed class Act(Action action) : IProgress<NotebookProgress>
    {
        public void Report(NotebookProgress value) => action();
    }
}
