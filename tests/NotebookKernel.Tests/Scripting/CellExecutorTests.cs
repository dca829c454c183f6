using NotebookKernel.Scripting;

namespace NotebookKernel.Tests.Scripting;

/// <summary>Console capture is of the whole process, so these tests share it with no others.</summary>
[Collection(nameof(CellExecutorTests))]
public sealed class CellExecutorTests : IDisposable
{
    private readonly ScriptSession _session = new(Path.GetTempPath());
    private readonly RecordingHost _host = new();

    static CellExecutorTests() => ConsoleCapture.Install();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task ExecuteAsync_TextDisplaysAndValue_ComeInTheOrderOfTheCell()
    {
        await Run(
            """
            Console.Write("one ");
            Console.WriteLine("two");
            var d = "first".Display();
            Console.Error.Write("oops");
            d.Update("second");
            Console.Write(input("name?"));
            new[] { 1, 2 }.DisplayTable();
            "# title".DisplayAs("text/markdown");
            CSS("p {}");
            42
            """);

        Assert.Equal(
            [
                "StandardOutput: one two\n", "display: first", "StandardError: oops", "update: second",
                "StandardOutput: answer to name?", "display: [1, 2]", "display: # title",
                "display: <style>p {}</style>", "result: 42",
            ],
            _host.Events);
    }

    [Fact]
    public async Task ExecuteAsync_OutputOfATaskThatOutlivesTheCell_GoesToItsOwnCell()
    {
        var other = new RecordingHost();
        await Run(
            """
            var gate = new System.Threading.ManualResetEventSlim();
            var late = Task.Run(() => { gate.Wait(); Console.Write("late"); });
            """);
        await new CellExecutor(_session)
            .ExecuteAsync("Console.Write(\"mine\"); gate.Set(); await late;", 2, other, Token);

        Assert.Equal(["StandardOutput: mine"], other.Events);
        await Eventually(() => _host.Events.Count > 0);
        Assert.Equal(["StandardOutput: late"], _host.Events);
    }

    [Fact]
    public async Task ExecuteAsync_ManySmallWrites_ArriveCompleteAndInFewPieces()
    {
        await Run("for (var i = 0; i < 20_000; i++) Console.WriteLine(i);");

        var text = string.Concat(_host.Events.Select(e => e["StandardOutput: ".Length..]));
        Assert.Equal(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i}\n")), text);
        Assert.InRange(_host.Events.Count, 1, 500);
    }

    [Fact]
    public async Task ExecuteAsync_LongRunningCell_ShowsItsTextBeforeItEnds()
    {
        using var stop = new CancellationTokenSource();
        var running = new CellExecutor(_session)
            .ExecuteAsync("Console.Write(\"early\"); await Task.Delay(-1);", 1, _host, stop.Token);

        await Eventually(() => _host.Events.Count > 0);
        Assert.Equal(["StandardOutput: early"], _host.Events);
        await stop.CancelAsync();
        Assert.Equal(new SubmissionResult.Cancelled(), await running);
    }

    [Fact]
    public async Task ExecuteAsync_CodeThatWillNotStop_IsAbandonedAfterTheGrace()
    {
        using var stop = new CancellationTokenSource();
        var running = new CellExecutor(_session, grace: TimeSpan.FromSeconds(0.3)).ExecuteAsync(
            """
            var end = DateTime.UtcNow.AddSeconds(8);
            Console.Write(1);
            // On the normal path the compiler copies a finally into the method, where it can be aborted.
            try { try { throw new Exception(); } finally { while (DateTime.UtcNow < end) { } } } catch (Exception) { }
            """,
            1, _host, stop.Token);
        await Eventually(() => _host.Events.Count > 0);
        await stop.CancelAsync();

        Assert.Equal(new SubmissionResult.Cancelled(IsAbandoned: true), await running);
    }

    [Fact]
    public async Task ExecuteAsync_ReadLine_AsksTheHost()
    {
        await Run("Console.ReadLine()");

        Assert.Equal(["result: answer to "], _host.Events);
    }

    [Fact]
    public async Task ExecuteAsync_ValueWhoseTextThrows_IsAnExceptionOfTheCell()
    {
        var result = await Run(
            "class Bad { public override string ToString() => throw new FormatException(\"no text\"); }\nnew Bad()");

        Assert.Equal("no text", Assert.IsType<SubmissionResult.Threw>(result).Exception.Message);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<SubmissionResult> Run(string code) => new CellExecutor(_session).ExecuteAsync(code, 1, _host, Token);

    private static async Task Eventually(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++) await Task.Delay(10, Token);
        Assert.True(condition());
    }
}
